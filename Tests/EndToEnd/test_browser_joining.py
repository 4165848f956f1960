"""Setting up an empty server and joining an organization, from the link to the sessions."""

from dashboard import DashboardTestCase


class Joining(DashboardTestCase):
    password = "correct horse battery 9"

    def make_link(self):
        """Invites as the owner does, in the settings."""
        window = self.window(f"/organizations/{self.organization}/settings/invitations")
        window.click("Create link")
        return window.text("#link")

    def sign_up(self, window, name, email):
        window.fill("Your name", name)
        window.fill("Email", email)
        window.fill("Password", self.password)
        window.click("Create account and join")

    def test_an_invitation_makes_an_account_that_belongs(self):
        link = self.make_link()
        window = self.another_browser().window(link)
        window.wait_for("invites you to My team as a member.", "#invitation")
        self.assertNotIn("#", window.path)
        self.sign_up(window, "Nina Kraus", "nina@example.com")
        window.wait_for("Sessions", "h1")
        self.assertEqual(window.path, self.sessions)
        self.assertIn("Nina Kraus", window.text(".menu summary"))
        self.assertNotIn("Settings", window.text("header nav"))

        self.expect_error("status of 404")
        used = self.another_browser().window(link)
        used.find("#invitation .error")

    def test_an_address_that_is_taken_is_said_beside_it(self):
        self.expect_error("status of 409")
        window = self.another_browser().window(self.make_link())
        self.sign_up(window, "Another Ada", "ada@example.com")
        window.find("#email-error")
        window.wait_for_focus("email")
        self.assertEqual(window.field("Your name").get_attribute("value"), "Another Ada")

    def test_somebody_with_an_account_signs_in_and_joins(self):
        organization = self.add_organization("Elsewhere")
        self.add_member("Piet de Boer", "piet@example.com", self.password)
        window = self.another_browser().window(self.invite(organization))
        window.click("Sign in")
        window.fill("Email", "piet@example.com")
        window.fill("Password", self.password)
        window.click("Sign in")
        window.wait_for("Elsewhere", "#invitation")
        window.click("Join as Piet de Boer")
        window.wait_for("Sessions", "h1")
        self.assertEqual(window.path, f"/organizations/{organization}/sessions")


class SetUp(DashboardTestCase):
    def test_the_link_of_an_empty_server_sets_it_up(self):
        self.expect_error("status of 503")
        link = self.start_empty()
        window = self.another_browser(link.split("/setup")[0]).window("/")
        window.wait_for("This server is not set up yet", "h1")
        window.open(link)
        window.fill("Organization", "Acme")
        window.fill("Your name", "Alice Chen")
        window.fill("Email", "alice@example.com")
        window.fill("Password", "correct horse battery 9")
        window.click("Create organization")
        window.wait_for("Next steps")
        self.assertIn("Acme", window.text(".menu summary"))
