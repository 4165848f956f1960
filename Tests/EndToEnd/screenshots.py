"""Takes the README's pictures of the dashboard, from the demo."""

import base64

from dashboard import DashboardTestCase
from service import ROOT


class Screenshots(DashboardTestCase):
    def take(self):
        self.keep("sessions", self.window())
        session = self.window(self.path(self.short_session()) + "#transcript", height=900)
        session.run("for (const fold of document.querySelectorAll('details:has(.diff)')) fold.open = true")
        session.run("scrollTo(0, 0)")
        self.keep("session", session)

    def short_session(self):
        """The shortest session in English with a merged pull request and an edit that the transcript shows."""
        sessions = self.get("/api/sessions?status=completed&limit=200")["sessions"]
        merged = [session for session in sessions if session["metadata"].get("prStatus") == "merged" and session["title"].isascii()]
        edited = (session for session in sorted(merged, key=lambda session: session["messageCount"]) if self.has_edit(session))
        return next(edited)

    def has_edit(self, session):
        messages = self.get(f"/api/sessions/{session['id']}/messages?limit=100")["messages"]
        contents = [it.get("message", {}).get("content") for it in messages]
        blocks = [block for content in contents if isinstance(content, list) for block in content]
        return any(block.get("name") == "Edit" for block in blocks)

    def keep(self, name, window):
        """Writes what a window shows, once it has come to rest, into the folder of the documentation."""
        window.wait_until(lambda: window.run("return document.readyState === 'complete'"), "waited for the page")
        picture = window.command("Page.captureScreenshot", format="png")
        (ROOT / "docs" / f"{name}.png").write_bytes(base64.b64decode(picture["data"]))
