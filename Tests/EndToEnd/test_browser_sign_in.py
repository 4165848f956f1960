"""Signing in and out with a browser."""

from dashboard import DashboardTestCase


class SignIn(DashboardTestCase):
    def sign_in(self, window, email="ada@example.com", password=None):
        window.fill("Email", email)
        window.fill("Password", password or self.password)
        window.click("Sign in")

    def test_somebody_signs_in_and_out(self):
        window = self.browser.window("/")
        self.sign_in(window)
        window.wait_for("Sessions", "h1")
        self.assertEqual(window.path, self.sessions)
        window.click_on(".menu summary")
        window.click("Sign out")
        window.wait_for("Sign in", "h1")
        window.open(self.sessions)
        window.wait_for("Sign in", "h1")

    def test_the_colors_are_changed_and_come_with_the_next_page(self):
        window = self.browser.window("/")
        self.sign_in(window)
        color = "return getComputedStyle(document.body).backgroundColor"
        light = window.run(color)
        window.click_on(".menu summary")
        window.click("Dark")
        window.wait_for("Colors: Dark", "#page-status")
        dark = window.run(color)
        self.assertNotEqual(light, dark)
        window.open("/account")
        self.assertEqual(window.run("return document.documentElement.dataset.theme"), "dark")
        self.assertEqual(window.run(color), dark)
        window.emulate(scripts=False)
        window.reload()
        window.click_on(".menu summary")
        window.follow("System")
        self.assertEqual(window.path, "/account")
        self.assertEqual(window.run(color), light)

    def test_a_wrong_password_keeps_the_address(self):
        self.expect_error("status of 401")
        window = self.browser.window("/sign-in")
        self.sign_in(window, password="not the password")
        window.wait_for("Wrong email or password.", "[role=alert]")
        self.assertEqual(window.field("Email").get_attribute("value"), "ada@example.com")
        self.assertEqual(window.field("Password").get_attribute("value"), "")

    def test_it_goes_on_to_the_page_that_was_asked_for(self):
        window = self.browser.window(f"{self.sessions}?status=failed")
        self.sign_in(window)
        window.wait_for("Sessions", "h1")
        self.assertEqual(window.path, f"{self.sessions}?status=failed")

    def test_it_never_goes_on_to_another_site(self):
        window = self.browser.window("/sign-in?next=//example.com/")
        self.sign_in(window)
        window.wait_for("Sessions", "h1")
        self.assertEqual(window.path, self.sessions)
