"""Two-factor authentication with a browser, and with an authenticator app that is computed here."""

import base64
import hashlib
import hmac
import json
import struct
import time

from accessibility import violations
from dashboard import DashboardTestCase

PASSWORD = "correct horse battery 9"
STEP = 30


def code(key, step):
    """What an authenticator app shows in a step of 30 seconds (RFC 6238)."""
    digest = hmac.new(base64.b32decode(key), struct.pack(">Q", step), hashlib.sha1).digest()
    offset = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[offset:offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


class TwoFactor(DashboardTestCase):
    def setUp(self):
        super().setUp()
        # The last step of which a code was entered, for each account's key.
        self.used = {}

    def code(self, key):
        """The next code of the app that wasn't entered yet; it waits where the server would refuse it."""
        step = max(int(time.time()) // STEP, self.used.get(key, 0) + 1)
        time.sleep(max(0, (step - 1) * STEP - time.time() + 0.5))
        self.used[key] = step
        return code(key, step)

    def sign_in(self, email, path="/sign-in", **circumstances):
        window = self.browser.window(path, **circumstances)
        window.fill("Email", email)
        window.fill("Password", PASSWORD)
        window.click("Sign in")
        return window

    def sign_out(self, window):
        window.click_on(".menu summary")
        window.click("Sign out")
        window.wait_for("Sign in", "h1")

    def turn_on(self, window):
        """Sets it up on its page; returns the key and the recovery codes."""
        key = window.text("#key")
        window.fill("Code", self.code(key))
        window.fill("Current password", PASSWORD)
        window.click("Turn on")
        window.wait_for("Recovery codes", "h2")
        return key, window.text("#recovery-codes").split()

    def test_somebody_turns_it_on_and_signs_in_with_codes(self):
        self.expect_error("status of 401")
        self.add_member("Tova Factor", "tova@example.com", PASSWORD)
        window = self.sign_in("tova@example.com")
        window.wait_for("Sessions", "h1")
        window.open("/account")
        window.click("Set up")
        window.wait_for("Add the key to your app")
        window.allow_clipboard()
        window.click("Copy key")
        window.wait_for("Copied.")
        self.assertEqual(window.clipboard(), window.text("#key"))
        key, codes = self.turn_on(window)
        self.assertEqual(len(codes), 10)
        window.reload()
        window.wait_for("Recovery codes are shown only once.", ".notice")
        self.assertNotIn(codes[0], window.driver.page_source)

        self.sign_out(window)
        window = self.sign_in("tova@example.com", f"/sign-in?next={self.sessions}%3Fstatus%3Dfailed")
        window.wait_for("Two-factor authentication", "h1")
        field = window.field("Code")
        self.assertEqual(field.get_attribute("autocomplete"), "one-time-code")
        self.assertEqual(field.get_attribute("inputmode"), "numeric")
        right = self.code(key)
        window.fill("Code", f"{(int(right) + 1) % 1_000_000:06}")
        window.click("Verify")
        window.wait_for("The code is wrong or was already used.", "#code-error")
        window.wait_for_focus("code")
        window.fill("Code", right)
        window.press("\ue007")
        window.wait_for("Sessions", "h1")
        self.assertEqual(window.path, f"{self.sessions}?status=failed")

        self.sign_out(window)
        window = self.sign_in("tova@example.com", scripts=False)
        window.click("Use a recovery code")
        window.fill("Recovery code", codes[4])
        window.click("Verify")
        window.wait_for("Sessions", "h1")
        window.open("/account")
        window.wait_for("9 recovery codes left")

    def test_an_owner_of_whom_it_is_demanded_sets_it_up_first(self):
        self.add_member("Otto Owner", "otto@example.com", PASSWORD)
        made = self.lodestone("organization", "add", "--name", "Guarded", "--owner", "otto@example.com", "--json")
        organization = json.loads(made)["id"]
        window = self.sign_in("otto@example.com", f"/organizations/{organization}/settings", scripts=False)
        window.field("Require two-factor authentication for owners").click()
        window.click("Save security settings")
        window.wait_for("Set it up to continue.", ".notice")
        window.open(f"/organizations/{organization}/sessions")
        window.wait_for("Set it up to continue.", ".notice")
        self.turn_on(window)
        window.open(f"/organizations/{organization}/settings")
        window.wait_for("Security")

    def test_the_administrator_resets_a_lost_device(self):
        self.add_member("Lotte Lost", "lotte@example.com", PASSWORD)
        window = self.sign_in("lotte@example.com")
        window.wait_for("Sessions", "h1")
        window.open("/account/two-factor")
        self.turn_on(window)
        printed = self.lodestone("user", "reset-two-factor", "lotte@example.com")
        self.assertIn("signs in with the password alone now", printed)
        window.open("/account")
        window.wait_for("Sign in", "h1")
        self.sign_in("lotte@example.com").wait_for("Sessions", "h1")

    def test_its_pages_are_accessible(self):
        self.add_member("Ada Access", "access@example.com", PASSWORD)
        window = self.sign_in("access@example.com")
        window.wait_for("Sessions", "h1")
        window.open("/account/two-factor")
        self.assert_accessible(window)
        self.turn_on(window)
        self.assert_accessible(window)
        self.sign_out(window)
        window = self.sign_in("access@example.com")
        window.wait_for("Two-factor authentication", "h1")
        self.assert_accessible(window)

    def assert_accessible(self, window):
        for width in [360, 1280]:
            for dark in [False, True]:
                window.emulate(width=width, dark=dark)
                with self.subTest(page=window.path, width=width, dark=dark):
                    self.assertEqual(violations(window), [])
                    self.assertLessEqual(window.run("return document.documentElement.scrollWidth"), width)
