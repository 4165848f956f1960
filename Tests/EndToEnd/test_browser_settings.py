"""An owner manages an organization in a browser."""

import subprocess

from dashboard import DashboardTestCase


class Settings(DashboardTestCase):
    def setUp(self):
        super().setUp()
        self.settings = f"/organizations/{self.organization}/settings"

    def run_line(self, line):
        """Runs a line that a page shows as pasted into a shell, and returns the answer and its status."""
        result = subprocess.run(
            ["bash", "-c", f"{line} -s -w ' %{{http_code}}'"], capture_output=True, text=True, check=True, timeout=60
        )
        return result.stdout.rsplit(" ", 1)

    def test_a_key_works_with_the_line_that_is_shown_and_is_refused_once_revoked(self):
        window = self.window(f"{self.settings}/keys")
        window.fill("Name", "Nightly report")
        window.click("Create key")
        window.wait_for("New key: Nightly report")
        line = window.text("#command")
        self.assertIn(window.text("#key"), line)
        answer, status = self.run_line(line)
        window.reload()
        window.wait_for("A key is shown only once.", ".notice")
        self.assertEqual(status, "200")
        self.assertIn('"sessions"', answer)

        window.click("API keys")
        self.assertNotIn("lsk_", window.driver.page_source)
        self.assertEqual(window.texts(".rows strong").count("Nightly report"), 1)
        window.confirm("Revoke Nightly report")
        window.wait_for("Earlier keys")
        self.assertEqual(self.run_line(line)[1], "401")

    def test_a_runner_token_is_shown_once_and_revoked(self):
        for scripts in (True, False):
            window = self.window(f"{self.settings}/runners", scripts=scripts)
            name = "Build cluster" if scripts else "Rack without scripts"
            window.fill("Name", name)
            window.fill("Labels", "GPU arm64")
            window.click("Create token")
            window.wait_for(f"New token: {name}")
            token = window.text("#token")
            self.assertRegex(token, "^lsr_")
            self.assertEqual(
                window.text("#command"), f"lodestone runner --server '{self.address}' --token-file runner-token")
            if scripts:
                window.allow_clipboard()
                window.click("Copy token")
                window.wait_for("Copied.")
                self.assertEqual(window.clipboard(), token)
            window.reload()
            window.wait_for("A token is shown only once.", ".notice")
            self.assertNotIn(token, window.driver.page_source)
            window.wait_for("arm64", ".rows")
            window.confirm(f"Revoke {name}")
            window.wait_for("The token is revoked.", ".notice")
            window.wait_for("Earlier tokens")

    def test_the_audit_log_tells_who_made_a_key(self):
        window = self.window(f"{self.settings}/keys", scripts=False)
        window.fill("Name", "Audited key")
        window.click("Create key")
        window.open(f"{self.settings}/audit")
        window.choose("Action", "API key created")
        window.click("Filter")
        window.wait_for("Audited key", ".audit")
        self.assertIn("Ada", window.text(".audit li"))
        self.assertEqual(set(window.texts(".audit strong")), {"API key created"})

    def test_a_key_without_a_name_is_not_made(self):
        self.expect_error("status of 400")
        window = self.window(f"{self.settings}/keys")
        window.run("document.querySelector('#name').required = false")
        window.choose("Expires", "In 365 days")
        window.click("Create key")
        window.find("#name-error")
        window.wait_for_focus("name")
        self.assertEqual(window.field("Expires").get_attribute("value"), "365")

    def test_an_environment_is_set_up_and_a_session_gets_it(self):
        organization = self.add_organization("Sandboxed")
        window = self.window(f"/organizations/{organization}/settings/sandbox")
        window.click("New environment")
        window.fill("Name", "Web app")
        window.field("Default for").click()
        window.fill("Repository", "acme/web-app")
        window.fill("Base branch", "develop")
        window.fill("Set-up script", "npm ci")
        window.fill("Variables", "NODE_ENV=test")
        window.fill("Runner labels", "gpu, arm64")
        window.click("Create environment")
        window.wait_for("The environment is created.", ".notice")
        self.assertEqual(window.field("Runner labels").get_attribute("value"), "arm64 gpu")
        window.wait_for("Web app", "h1")

        page = window.path
        window.fill("Secret name", "NPM_TOKEN")
        window.fill("Value", "swordfish")
        window.click("Save secret")
        window.wait_for("The secret is saved.", ".notice")
        window.wait_for("NPM_TOKEN")
        self.assertNotIn("swordfish", window.driver.page_source)
        self.assertEqual(window.field("Value").get_attribute("value"), "")
        self.assertTrue(window.path.startswith(page.split("?")[0]))

        window.click("New session")
        window.fill("What should be done?", "Sweep the porch.")
        window.choose("Environment", "Web app")
        window.click("Start session")
        window.wait_for("acme/web-app", ".session-facts")
        window.wait_for("develop", ".session-facts")

        window.open(f"/organizations/{organization}/settings/sandbox")
        window.wait_for("acme/web-app at develop, set-up script, 1 variable, 1 secret, 2 runner labels")
        window.confirm("Delete Web app")
        window.wait_for("No environments yet.")

    def test_a_refused_environment_keeps_what_was_typed(self):
        self.expect_error("status of 400")
        window = self.window(f"{self.settings}/sandbox/new")
        window.fill("Name", "Loader")
        window.fill("Variables", "LD_PRELOAD=/tmp/x.so")
        window.click("Create environment")
        window.wait_for("LD_PRELOAD", "#variables-error")
        window.wait_for_focus("variables")
        self.assertEqual(window.field("Variables").get_attribute("value"), "LD_PRELOAD=/tmp/x.so")
        self.assertEqual(window.field("Name").get_attribute("value"), "Loader")

    def test_a_member_becomes_an_owner(self):
        self.add_member("Olga Petrova", "olga@example.com", "correct horse battery 9")
        window = self.window(f"{self.settings}/members")
        role = lambda: window.field("Role of Olga Petrova").get_attribute("value")
        window.choose("Role of Olga Petrova", "owner")
        window.wait_for("Make Olga Petrova an owner?", "#promotion-title")
        window.click("Cancel")
        window.wait_until(lambda: not window.all("#promotion-title"), "waited for the question to go")
        self.assertEqual(role(), "member")
        window.choose("Role of Olga Petrova", "owner")
        window.click("Make owner")
        window.wait_for("Olga Petrova is an owner now.", "#page-status")
        self.assertEqual(role(), "owner")
        window.click("Undo")
        window.wait_for("Olga Petrova is a member now.", "#page-status")
        self.assertEqual(role(), "member")
        plain = self.window(f"{self.settings}/members", scripts=False)
        plain.choose("Role of Olga Petrova", "owner")
        plain.click("Change the role of Olga Petrova")
        plain.click("Make owner")
        plain.wait_for("Olga Petrova is an owner now.", "#page-status")

    def test_the_last_owner_stays(self):
        self.expect_error("status of 409")
        organization = self.add_organization("One owner")
        window = self.window(f"/organizations/{organization}/settings/members")
        window.confirm("Remove Ada Example")
        window.find("[role=alert]")
        window.wait_for("Ada Example")

    def test_an_organization_gets_another_name(self):
        organization = self.add_organization("Before")
        window = self.window(f"/organizations/{organization}/settings")
        window.fill("Name", "After")
        window.click("Save")
        window.find(".notice")
        window.wait_for("After", ".menu summary")
