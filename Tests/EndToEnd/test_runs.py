"""Sessions that the service's own agent works on, from the dashboard and from the API."""

import subprocess
import tempfile
import time

from browser import Browser
from dashboard import DashboardTestCase
from service import ServiceTestCase


class RunTestCase(ServiceTestCase):
    """A service with an agent."""

    def setUp(self):
        self.organization = self.shell(self.curl_lines[0])["organizations"][0]["id"]

    def send(self, path, **body):
        options = ["-b", f"{self.data}/cookies"]
        return DashboardTestCase.send.__func__(type(self), path, body, *options)

    def create(self, message, repository="https://github.com/acme/web-app"):
        body = {"organizationId": self.organization, "initialMessage": message, "repoUrl": repository}
        return self.send("/api/sessions", **body)["session"]["id"]

    def say(self, session, message):
        self.send(f"/api/sessions/{session}/messages", content=message)

    def show(self, session):
        return self.get(f"/api/sessions/{session}")["session"]

    def until(self, session, condition, seconds=90):
        """Waits until a session is as told."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            shown = self.show(session)
            if condition(shown):
                return shown
            time.sleep(0.1)
        self.fail(f"waited in vain for a session, which is: {shown}")

    def ended(self, session, seconds=90):
        return self.until(session, lambda it: it["status"] != "active" and it["run"]["stage"] == "ended", seconds)

    def patch(self, session):
        command = ["curl", "-sSf", "-H", f"x-api-key: {self.key}", f"{self.address}/api/sessions/{session}/patch"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    @staticmethod
    def texts(session):
        """What the agent said, and how it ended."""
        said = []
        for message in session["messages"]:
            content = message.get("message", {}).get("content", message.get("result", ""))
            if isinstance(content, str):
                said.append(content)
            else:
                said += [block["text"] for block in content if block["type"] == "text"]
        return said


class BrowserRunTestCase(RunTestCase):
    """A service with the demo agent, and a browser of the class."""

    agent = "demo"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.browser = Browser(cls.address)
        cls.addClassCleanup(cls.browser.quit)

    def sign_in(self):
        self.browser.sign_in(DashboardTestCase.cookie_in(f"{self.data}/cookies"))


class DemoAgent(RunTestCase):
    agent = "demo"

    def test_a_session_is_worked_on_in_the_dashboard(self):
        browser = Browser(self.address)
        self.addCleanup(browser.quit)
        browser.sign_in(DashboardTestCase.cookie_in(f"{self.data}/cookies"))
        window = browser.window(f"/organizations/{self.organization}/sessions/new")
        window.fill("What should be done?", "Write a poem about the sea.")
        window.choose("Repository", "acme/web-app")
        window.click("Start session")
        window.wait_for("Look at the files", ".tasks .completed")
        window.wait_for("Commit the change", ".tasks")
        window.wait_for("and committed it", "#transcript")
        window.wait_for("Completed", ".session-head")
        window.fill("Follow-up", "And one about the mountains.")
        window.click("Send")
        window.wait_for("I added it to", "#transcript")
        window.wait_for("Completed", ".session-head")
        window.wait_for("+4 −0 · 1 file", ".session-side")
        window.wait_for("no token for github.com", ".session-side")
        window.follow("Review changes +4 −0 · 1 file")
        window.wait_for("NOTES.md")
        window.wait_for("- And one about the mountains.", ".lines")
        self.assertEqual(browser.errors(), [])

    def test_what_waits_to_be_said_is_taken_back_and_written_anew(self):
        session = self.create("Ask me which poem to write.")
        self.until(session, lambda it: "waitingFor" in it)
        browser = Browser(self.address)
        self.addCleanup(browser.quit)
        browser.sign_in(DashboardTestCase.cookie_in(f"{self.data}/cookies"))
        window = browser.window(f"/organizations/{self.organization}/sessions/{session}")
        window.fill("Follow-up", "A sonnet, please.")
        window.click("Send")
        window.wait_for("A sonnet, please.", ".queued")
        window.wait_for("A sonnet, please.", "#transcript")
        other = browser.window(f"/organizations/{self.organization}/sessions/{session}")
        window.click("Take back: A sonnet, please.")
        window.wait_for_no("A sonnet, please.", "#transcript")
        self.assertEqual(window.field("Follow-up").get_attribute("value"), "A sonnet, please.")
        other.wait_for_no("A sonnet, please.", "#transcript")
        self.assertEqual(browser.errors(), [])

    def test_the_patch_applies_to_what_was_cloned(self):
        session = self.create("Write a poem.")
        shown = self.ended(session)
        self.assertEqual((shown["status"], shown["run"]["stage"]), ("completed", "ended"))
        self.assertEqual(shown["metadata"]["branch"], "agent/write-poem")
        clone = tempfile.mkdtemp(dir=self.directory)
        source = f"{self.data}/repositories/acme/web-app"
        subprocess.run(["git", "clone", "--quiet", source, clone], check=True)
        subprocess.run(["git", "-C", clone, "apply"], input=self.patch(session), text=True, check=True)
        with open(f"{clone}/NOTES.md") as notes:
            self.assertIn("- Write a poem.", notes.read())
