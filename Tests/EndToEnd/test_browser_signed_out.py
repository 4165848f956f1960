"""Whoever loses access loses sight, in every window at once."""

import time

from dashboard import DashboardTestCase

PASSWORD = "correct horse battery 9"


class SignedOut(DashboardTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.add_member("Bob Roy", "bob@example.com", PASSWORD)

    def bob(self, path=None):
        """A window of a browser of Bob's."""
        browser = self.another_browser()
        browser.sign_in(self.cookie_of("bob@example.com", PASSWORD))
        return browser.window(path or self.sessions)

    def assert_loses(self, windows, heading, action):
        """Holds that windows show another heading soon after an action, and prints how soon."""
        for status in [401, 403]:
            self.expect_error(f"status of {status}")
        started = time.monotonic()
        action()
        for window in windows:
            window.wait_for(heading, "h1")
        self.tell(f"“{heading}” everywhere after", time.monotonic() - started)

    def test_signing_out_in_one_window_signs_out_the_others(self):
        first = self.bob()
        second = first.browser.window(self.sessions)
        first.click_on(".menu summary")
        self.assert_loses([second], "Sign in", lambda: first.click("Sign out"))

    def test_a_browser_that_is_signed_out_from_another_shows_nothing_more(self):
        lost, kept = self.bob(), self.bob("/account")
        self.assert_loses([lost], "Sign in", lambda: kept.click("Sign out everywhere else"))
        kept.reload()
        kept.wait_for("Your account", "h1")

    def test_a_new_password_signs_out_the_other_browsers(self):
        lost, kept = self.bob(), self.bob("/account")
        kept.fill("Current password", PASSWORD)
        kept.fill("New password", PASSWORD)
        self.expect_error("status of 401")
        kept.click("Change password")
        kept.find(".notice")
        lost.wait_for("Sign in", "h1")

    def test_who_is_removed_sees_no_session_any_more(self):
        self.add_member("Carl Removed", "carl@example.com", PASSWORD)
        browser = self.another_browser()
        browser.sign_in(self.cookie_of("carl@example.com", PASSWORD))
        windows = [browser.window(self.sessions), browser.window(self.sessions)]
        owner = self.window(f"/organizations/{self.organization}/settings/members")
        self.assert_loses(windows, "You don't have access to this page", lambda: owner.confirm("Remove Carl Removed"))
