"""Asks the accessibility engine axe-core what is wrong with a page."""

import functools
import importlib.util
import pathlib

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@functools.cache
def engine():
    package = importlib.util.find_spec("axe_playwright_python")
    return pathlib.Path(package.origin).with_name("axe.min.js").read_text()


def violations(window):
    """What breaks a rule of WCAG 2.2 AA or a best practice, a line for each element."""
    if not window.run("return Boolean(window.axe)"):
        window.run(engine())
    found = window.driver.execute_async_script(
        """
        const done = arguments[1];
        axe.run(document, { runOnly: arguments[0], resultTypes: ["violations"] }).then(
            (result) => done(result.violations), (error) => done([{ id: String(error), help: "", nodes: [] }]));
        """,
        RULES,
    )
    return [
        f"{rule['id']}: {rule['help']}: {node['html']} ({'; '.join(check['message'] for check in checks(node))})"
        for rule in found
        for node in rule["nodes"] or [{"html": "", "any": [], "all": [], "none": []}]
    ]


def checks(node):
    return node["any"] + node["all"] + node["none"]
