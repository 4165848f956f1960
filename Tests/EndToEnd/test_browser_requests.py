"""What an agent asks, and what the page's palette can do, on a session's page."""

import time

from accessibility import violations
from selenium.webdriver.common.keys import Keys
from test_runs import BrowserRunTestCase

LOOKS = [{"width": width, "dark": dark} for width in [390, 1280] for dark in [False, True]]
HIDDEN = "return [...document.querySelectorAll('[data-call][data-state=open]')].every((it) => !it.checkVisibility())"


class Requests(BrowserRunTestCase):
    def open(self, message, mode, scripts=True):
        body = {"organizationId": self.organization, "initialMessage": message, "mode": mode}
        body["repoUrl"] = "https://github.com/acme/web-app"
        session = self.send("/api/sessions", **body)["session"]["id"]
        self.sign_in()
        self.addCleanup(self.browser.forget)
        window = self.browser.window(f"/organizations/{self.organization}/sessions/{session}", scripts=scripts)
        if not scripts:
            self.until(session, lambda it: it["state"] == "waiting")
            window.reload()
        return session, window

    def assert_accessible(self, window):
        for look in LOOKS:
            window.emulate(**look)
            with self.subTest(**look):
                self.assertEqual(violations(window), [])
                self.assertLessEqual(window.run("return document.documentElement.scrollWidth"), look["width"])
        window.emulate()

    def test_a_call_is_asked_about_once_and_denied_with_a_reason(self):
        session, window = self.open("Write a poem.", "ask")
        window.wait_for("The agent wants to use", ".request")
        self.assertTrue(window.run(HIDDEN))
        self.assertEqual(window.find(".request .actions > *").text, "Allow")
        self.assertFalse(window.find(".request .decision").get_attribute("open"))
        window.click_on(".request .decision summary")
        self.assert_accessible(window)
        window.fill("Reason", "Not in this file")
        window.click_on(".request .decision button")
        window.wait_for("denied", "#transcript")
        shown = self.until(session, lambda it: "Not in this file" in str(it["messages"]))
        self.assertTrue(shown)
        window.reload()
        self.assertEqual(self.browser.errors(), [])

    def test_a_plan_is_asked_about_once_and_approved_without_scripts(self):
        session, window = self.open("Write a poem.", "plan", scripts=False)
        window.wait_for("The agent has a plan", ".request")
        self.assertEqual(window.all("#transcript .tool:not([data-state=done])[open]"), [])
        self.assertNotIn("ExitPlanMode", window.text("#transcript"))
        window.click("Approve the plan")
        self.ended(session)
        window.reload()
        window.wait_for("approved the plan", "#transcript")
        self.assertEqual(len(window.all("#transcript .item.end")), 1)
        self.assertEqual(window.all("#transcript .attempt"), [])

    def test_the_palette_has_the_actions_of_the_open_session(self):
        session, window = self.open("Write a poem.", "auto")
        self.ended(session)
        window.wait_for("Completed", ".session-head")
        window.press_with_control("k")
        window.wait_for("This session", ".palette")
        window.press("arch")
        window.wait_until(
            lambda: window.texts(".palette [role=option]")[:1] == ["Archive"], "waited for the action to be found")
        self.assertEqual(violations(window), [])
        window.press(Keys.ENTER)
        window.wait_for("Session archived.", "#page-status")
        self.assertIsNotNone(self.show(session)["archivedAt"])
        window.press_with_control("k")
        window.press("rename")
        window.wait_until(
            lambda: window.texts(".palette [role=option]")[:1] == ["Rename"], "waited for the action to be found")
        window.press(Keys.ENTER)
        window.wait_for_focus("title")
        window.press("A poem on the sea", Keys.ENTER)
        window.wait_for("A poem on the sea", ".session-head h1")
        time.sleep(0.1)
        self.assertEqual(self.browser.errors(), [])

    def test_a_session_is_renamed_from_its_changes_which_stay(self):
        session, window = self.open("Write a poem.", "auto")
        self.ended(session)
        page = f"/organizations/{self.organization}/sessions/{session}/changes"
        for scripts in [True, False]:
            window = self.browser.window(page, scripts=scripts)
            window.click_on(".session-menu > summary")
            window.click("Rename")
            field = window.find("#title")
            self.assertGreater(field.size["width"], 500)
            field.clear()
            field.send_keys(f"Renamed {scripts}", Keys.ENTER)
            window.wait_for("Session renamed.", "#page-status")
            self.assertEqual(window.path.split("?")[0], page)
            window.wait_for(f"Renamed {scripts}", ".session-head h1")
            window.click("Undo")
            window.wait_for("Session renamed.", "#page-status")
            self.assertEqual(window.path.split("?")[0], page)
