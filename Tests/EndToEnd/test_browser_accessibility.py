"""Every page passes the rules of the accessibility engine: light and dark, narrow and wide."""

from accessibility import violations
from dashboard import DashboardTestCase

LOOKS = [{"width": width, "dark": dark} for width in [360, 1280] for dark in [False, True]]


class Accessibility(DashboardTestCase):
    def assert_accessible(self, window):
        """Holds the page as it is now against the rules, however it is looked at."""
        for look in LOOKS:
            window.emulate(**look)
            with self.subTest(page=window.path, **look):
                self.assertEqual(violations(window), [])
                width = window.run("return document.documentElement.scrollWidth")
                self.assertLessEqual(width, look["width"], "one has to scroll sideways")

    def test_signing_in(self):
        self.expect_error("status of 401")
        window = self.browser.window("/sign-in")
        self.assert_accessible(window)
        window.fill("E-mail address", "ada@example.com")
        window.fill("Password", "not the password")
        window.click("Sign in")
        window.find("[role=alert]")
        self.assert_accessible(window)

    def test_problems(self):
        for status in [401, 403, 404]:
            self.expect_error(f"status of {status}")
        window = self.window("/organizations/org_0000000000000000/sessions")
        window.wait_for("This is not open to you", "h1")
        self.assert_accessible(window)
        window.open("/nowhere")
        window.wait_for("There is nothing here", "h1")
        self.assert_accessible(window)

    def test_sessions(self):
        window = self.window()
        self.assert_accessible(window)
        window.click("As a table")
        window.find(".menu summary").click()
        self.assert_accessible(window)
        for query in ["q=crashes", "q=xylophone", "status=failed", "archived=true"]:
            window.open(f"{self.sessions}?{query}&limit=10")
            self.assert_accessible(window)

    def test_an_empty_organization(self):
        window = self.window(f"/organizations/{self.add_organization('Quiet')}/sessions")
        window.wait_for("Start here")
        self.assert_accessible(window)

    def test_a_new_session(self):
        self.expect_error("status of 400")
        window = self.window(f"{self.sessions}/new")
        self.assert_accessible(window)
        window.fill("What should be done?", "Water the plants.")
        window.fill("Repository", "https://example.com/garden")
        window.click("Create session")
        window.find("#repoUrl-error")
        self.assert_accessible(window)

    def test_the_shortcuts(self):
        window = self.window()
        window.press("?")
        window.wait_for("Keyboard shortcuts", "dialog")
        self.assert_accessible(window)

    def test_the_documentation(self):
        self.assert_accessible(self.browser.window("/docs"))
