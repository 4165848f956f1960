"""Takes the README's pictures of the dashboard, from the demo."""

import base64

from dashboard import DashboardTestCase
from service import ROOT


class Screenshots(DashboardTestCase):
    def take(self):
        self.keep("sessions", self.window())
        session = self.window(self.path(self.short_session()) + "#transcript", height=900)
        session.run("document.querySelector('.step-group > details:has(.diff)')?.setAttribute('open', '')")
        session.click_on("details.tool:has(.diff) summary")
        session.run("scrollTo(0, 0)")
        self.keep("session", session)

    def short_session(self):
        """A session in English with a merged pull request, of those the one that fits best on a picture."""
        sessions = self.get("/api/sessions?status=completed&limit=200")["sessions"]
        merged = [session for session in sessions if session["metadata"].get("prStatus") == "merged" and session["title"].isascii()]
        return min(merged, key=lambda session: session["messageCount"])

    def keep(self, name, window):
        """Writes what a window shows, once it has come to rest, into the folder of the documentation."""
        window.wait_until(lambda: window.run("return document.readyState === 'complete'"), "waited for the page")
        picture = window.command("Page.captureScreenshot", format="png")
        (ROOT / "docs" / f"{name}.png").write_bytes(base64.b64decode(picture["data"]))
