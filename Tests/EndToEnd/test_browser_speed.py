"""How soon a page shows what one comes for. The times are printed; what is asserted is that it is shown."""

import statistics

from dashboard import DashboardTestCase, calls, finishes, gives, says

LOADS = 5

# Notes when the frame was painted in which something is on the screen, in milliseconds since the navigation began.
RECORDER = """
    function isOnScreen(element) {
        const place = element?.getBoundingClientRect();
        return place?.height > 0 && place.top < innerHeight && place.bottom > 0;
    }
    (function look() {
        const isShown = isOnScreen(document.querySelector("%s"));
        requestAnimationFrame(isShown ? (() => { document.shownAfter = performance.now(); }) : look);
    })();
"""


class Speed(DashboardTestCase):
    def load(self, path, selector):
        """Opens a page some times, and returns the median of the seconds until an element of it is seen."""
        window = self.window("/sign-in")
        window.command("Page.addScriptToEvaluateOnNewDocument", source=RECORDER % selector)
        times = []
        for _ in range(LOADS):
            window.open(path)
            times.append(window.wait_until(lambda: window.run("return document.shownAfter"), f"saw {selector}"))
        return statistics.median(times) / 1000

    def test_the_sessions(self):
        self.tell("the sessions", self.load(self.sessions, ".session-row h3"))

    def test_the_end_of_ten_thousand_messages(self):
        session = self.create("Refactor everything.")
        for start in range(0, 10_000, 2_000):
            self.report(session, *self.work(range(start, start + 2_000, 4)))
        self.report(session, finishes("Everything is refactored."))
        path = self.path(session)
        self.assertGreater(self.get(f"/api/sessions/{session['id']}")["session"]["messageCount"], 10_000)
        self.tell("the end of 10,000 messages", self.load(path, "#transcript > li:last-child .ended"))

    def work(self, steps):
        """What an agent reports in some steps, of four lines each."""
        for step in steps:
            yield says(f"Step {step}: I look at `file{step}.swift`, which has **three** functions:\n\n- one\n- two")
            yield calls(f"toolu_{step}", "Bash", command=f"cat file{step}.swift", description="Read the file")
            yield gives(f"toolu_{step}", f"func step{step}() {{\n    print({step})\n}}")
            yield says(f"It prints {step}.")
