extension TitleCase {
    /// Markdown, lists and inline HTML.
    static let markdown: [TitleCase] = [
        .init("# Add dark mode\n\nWe want users to be able to switch themes.", "Add dark mode"),
        .init("Please do the following:\n1. Rename `foo` to `bar`\n2. Update the docs", "Rename foo to bar"),
        .init(
            """
            Please fix the following issues:

            - The logo isn't centered on mobile
            - The footer link is broken
            """,
            "The logo isn't centered on mobile"
        ),
        .init("Could you please do these: 1) rename Foo to Bar 2) delete Baz", "Rename Foo to Bar"),
        .init("Add the following fields to the user model:\n- email\n- phone", "Add following fields to user model"),
        .init(
            "Implement the design from [this Figma file](https://figma.com/file/abc) on the pricing page.",
            "Implement design from this Figma file on pricing page"
        ),
        .init(
            "![screenshot](https://x.com/a.png)\n\nThe button is misaligned on the home page",
            "The button is misaligned on the home page"
        ),
        .init("---\ntitle: My doc\n---\nFix the broken links in docs/", "Fix broken links in docs/"),
        .init("Explain this code:\n\n```js\nconst x = arr.reduce((a, b) => a + b, 0);\n```", "Explain this code"),
        .init("| a | b |\n|---|---|\n| 1 | 2 |\n\nTurn this table into JSON", "Turn this table into JSON"),
        .init(
            "Replace <div> with <section> in the layout component",
            "Replace <div> with <section> in layout component"
        ),
        .init("Add a <Button> component with a `variant` prop", "Add <Button> component with variant prop"),
        .init("Support Array<String> in the decoder", "Support Array<String> in decoder"),
        .init("const x = 1;\nconst y = 2;\n\nmake this code typescript", "Make this code typescript"),
        .init("Add authentication.\n\n## Requirements\n- OAuth\n- Sessions", "Add authentication"),
        .init(
            "# Rewrite the scheduler in Rust\n\n## Background\nThe current one is in Python.",
            "Rewrite scheduler in Rust"
        ),
        .init(
            "# Project: Todo App\n\nBuild a todo app with React and Express.",
            "Build todo app with React and Express"
        ),
        .init("Here's what I want you to do:\n\n1. Read the docs in /docs\n2. Summarize them", "Read docs in /docs"),
        .init("_Fix_ the __init__.py import", "Fix __init__.py import"),
        .init("Fix **all** the lint errors", "Fix all lint errors"),
        .init("Use **kwargs in foo()", "Use **kwargs in foo()"),
        .init("Replace `*` with `+` in the glob src/**/*.ts", "Replace * with + in glob src/**/*.ts"),
        .init("Heading\n=======\n\nText below the heading.", "Heading"),
        .init("***\n\nFix the build\n\n***", "Fix build"),
        .init("1) Add login\n2) Add logout", "Add login"),
        .init("a) Add login\nb) Add logout", "Add login"),
        .init(
            """
            <details>
            <summary>Logs</summary>

            ```
            lots of logs
            ```

            </details>

            Please make the log output less noisy.
            """,
            "Make log output less noisy"
        ),
        .init(
            "<p align=\"center\"><img src=\"logo.png\"></p>\n\nUpdate the logo in the README",
            "Update logo in README"
        ),
        .init(
            """
            | Field | Type |
            |-------|------|
            | name  | text |

            Create a migration for this table.
            """,
            "Create migration for this table"
        ),
        .init("AC:\n- works on mobile\n- works on desktop", "Works on mobile"),
        .init("<b>bold</b> text isn't sanitized", "Bold text isn't sanitized"),
        .init("could you add: 1) a search box 2) a filter", "A search box"),
        .init(
            "1. Update the Node version in .nvmrc to 22\n2. Fix whatever breaks",
            "Update Node version in .nvmrc to 22"
        ),
        .init("## TODO", "TODO"),
        .init("<Button> doesn't forward refs", "<Button> doesn't forward refs"),
    ]
}
