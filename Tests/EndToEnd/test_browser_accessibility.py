"""Every page passes the rules of the accessibility engine: light and dark, narrow and wide."""

from accessibility import violations
from dashboard import DashboardTestCase, calls, finishes, gives, picture, says, shows, thinks
from selenium.webdriver.common.keys import Keys

LOOKS = [{"width": width, "dark": dark} for width in [360, 1280] for dark in [False, True]]
PASSWORD = "correct horse battery 9"


class AccessibilityTestCase(DashboardTestCase):
    def assert_accessible(self, window):
        """Holds the page as it is now against the rules, however it is looked at.

        The window is so high that nothing is out of view, and that what sticks to its edges covers nothing.
        """
        for look in LOOKS:
            window.emulate(**look, height=8000)
            with self.subTest(page=window.path, **look):
                self.assertEqual(violations(window), [])
                width = window.run("return document.documentElement.scrollWidth")
                self.assertLessEqual(width, look["width"], "one has to scroll sideways")


class AccessibilityOfAccounts(AccessibilityTestCase):
    def test_signing_in(self):
        self.expect_error("status of 401")
        window = self.browser.window("/sign-in")
        self.assert_accessible(window)
        window.fill("Email", "ada@example.com")
        window.fill("Password", "not the password")
        window.click("Sign in")
        window.find("[role=alert]")
        self.assert_accessible(window)

    def test_problems(self):
        for status in [401, 403, 404]:
            self.expect_error(f"status of {status}")
        window = self.window("/organizations/org_0000000000000000/sessions")
        window.wait_for("You don't have access to this page", "h1")
        self.assert_accessible(window)
        window.open("/nowhere")
        window.wait_for("Page not found", "h1")
        self.assert_accessible(window)

    def test_setting_up(self):
        for status in [400, 503]:
            self.expect_error(f"status of {status}")
        link = self.start_empty()
        window = self.another_browser(link.split("/setup")[0]).window("/")
        window.wait_for("This server is not set up yet", "h1")
        self.assert_accessible(window)
        window.open(link)
        window.fill("Organization", "Acme")
        window.fill("Your name", "Alice Chen")
        window.fill("Email", "alice@example.com")
        window.fill("Password", "short")
        self.assert_accessible(window)
        window.run("for (const field of document.querySelectorAll('input')) field.removeAttribute('minlength')")
        window.click("Create organization")
        window.find("#password-error")
        self.assert_accessible(window)
        done = self.browser.window("/setup")
        done.wait_for("This server is already set up", "h1")
        self.assert_accessible(done)

    def test_joining(self):
        self.expect_error("status of 404")
        link = self.invite(self.add_organization("Inviting"))
        window = self.browser.window(link)
        window.wait_for("You are invited", "#invitation")
        self.assert_accessible(window)
        joiner = self.window(link)
        joiner.wait_for("You are invited", "#invitation")
        self.assert_accessible(joiner)
        joiner.open("/")
        joiner.open(link[:-3])
        joiner.find("#invitation .error")
        self.assert_accessible(joiner)

    def test_an_account(self):
        window = self.window("/account?done=profile")
        window.click("Leave My team")
        self.assert_accessible(window)

    def test_belonging_nowhere(self):
        self.add_member("Norbert Nowhere", "nowhere@example.com", PASSWORD)
        self.browser.sign_in(self.cookie_of("nowhere@example.com", PASSWORD))
        window = self.browser.window("/account")
        window.confirm("Leave My team")
        window.wait_for("You don't belong to an organization yet.")
        self.assert_accessible(window)
        window.open("/")
        window.wait_for("You don't belong to an organization yet", "h1")
        self.assert_accessible(window)

    def test_the_documentation(self):
        self.assert_accessible(self.browser.window("/docs"))


class AccessibilityOfSessions(AccessibilityTestCase):
    def test_sessions(self):
        window = self.window(f"/organizations/{self.organization}/activity")
        window.click("As a table")
        window.click_on(".menu summary")
        self.assert_accessible(window)
        window.open(self.sessions)
        self.assert_accessible(window)
        window.click("Filter")
        self.assert_accessible(window)
        window.press_with_control("k")
        window.find(".palette [aria-selected=true]")
        self.assert_accessible(window)
        window.press("new ses")
        window.find(".palette [aria-selected=true] mark")
        self.assert_accessible(window)
        queries = ["q=crashes", "q=xylophone", "q=%22", "status=failed", "archived=true", "view=for-you", "view=waiting"]
        for query in queries:
            window.open(f"{self.sessions}?{query}&limit=10")
            self.assert_accessible(window)

    def test_an_empty_organization(self):
        window = self.window(f"/organizations/{self.add_organization('Quiet')}/sessions")
        window.wait_for("Next steps")
        self.assert_accessible(window)

    def test_a_new_session(self):
        self.expect_error("status of 400")
        window = self.window(f"{self.sessions}/new")
        self.assert_accessible(window)
        window.fill("What should be done?", "Water the plants.")
        window.choose("Repository", "Other…")
        window.fill("Other repository", "https://example.com/garden")
        window.click("More options")
        window.click("Start session")
        window.find("#otherRepository-error")
        self.assert_accessible(window)

    def test_the_shortcuts(self):
        window = self.window(f"{self.sessions}?limit=5")
        window.press("?")
        window.wait_for("Keyboard shortcuts", "dialog")
        self.assert_accessible(window)

    def test_sessions_of_the_demo(self):
        merged = [session for session in self.get("/api/sessions")["sessions"] if "prStatus" in session["metadata"]]
        failed = self.get("/api/sessions?status=failed&limit=1")["sessions"][0]
        for session in [failed, max(merged, key=lambda session: session["messageCount"])]:
            window = self.window(self.path(session))
            window.run("for (const fold of document.querySelectorAll('#transcript details')) fold.open = true")
            self.assert_accessible(window)

    def test_everything_in_a_session(self):
        session = self.create("Look at `everything`.\n\n- one\n- two", repoUrl="https://github.com/acme/garden")
        todos = [{"content": f"Task {state}", "status": state, "activeForm": "Doing it"} for state in STATES]
        self.report(
            session,
            thinks("Hm."),
            says(MARKDOWN),
            calls("toolu_1", "Edit", file_path="/src/a.py", old_string="one\ntwo\n", new_string="one\nthree\n"),
            gives("toolu_1", "Done"),
            calls("toolu_2", "Bash", command="true " + "x" * 300, description="Do a long thing"),
            gives("toolu_2", "line\n" * 400),
            calls("toolu_3", "TodoWrite", todos=todos),
            calls("toolu_4", "Read", file_path="/wide.png"),
            shows("toolu_4", picture(1000, 100)),
            finishes("All **good**."),
        )
        self.send_as_owner(f"/api/sessions/{session['id']}/messages", content="Go on.")
        window = self.window(self.path(session))
        window.run("for (const fold of document.querySelectorAll('#transcript details')) fold.open = true")
        window.click_on(".session-menu > summary")
        window.click("Rename")
        self.assert_accessible(window)
        window.press(Keys.ENTER)
        window.wait_for("Session renamed.", "#page-status")
        self.assert_accessible(window)
        window.reload()
        window.click_on(".session-menu > summary")
        window.click("Delete…")
        self.assert_accessible(window)
        window.open(f"{self.path(session)}/delete")
        self.assert_accessible(window)

    def test_a_session_without_messages(self):
        session = self.send_as_owner("/api/sessions", organizationId=self.organization)["session"]
        window = self.window(self.path(session))
        window.wait_for("No messages yet.")
        self.assert_accessible(window)


class AccessibilityOfSettings(AccessibilityTestCase):
    def setUp(self):
        super().setUp()
        self.settings = f"/organizations/{self.organization}/settings"

    def test_the_organization(self):
        self.expect_error("status of 400")
        window = self.window(f"{self.settings}?done=renamed")
        self.assert_accessible(window)
        window.run("document.querySelector('#name').required = false")
        window.fill("Name", "")
        window.click("Save")
        window.find("#name-error")
        self.assert_accessible(window)

    def test_members(self):
        window = self.window(f"{self.settings}/members")
        window.click("Remove Ada Example")
        self.assert_accessible(window)
        window.open(f"{self.settings}/members?q=ada")
        window.wait_for("of ")
        self.assert_accessible(window)

    def test_invitations(self):
        window = self.window(f"{self.settings}/invitations")
        for _ in range(2):
            window.click("Create link")
            window.find("#link")
        window.confirm("Revoke")
        window.find(".notice")
        window.click("Earlier invitations")
        window.click("Revoke")
        self.assert_accessible(window)
        window.click("Create link")
        window.find("#link")
        self.assert_accessible(window)

    def test_environments(self):
        self.expect_error("status of 400")
        window = self.window(f"{self.settings}/sandbox")
        self.assert_accessible(window)
        window.click("New environment")
        window.fill("Name", "1")
        window.fill("Variables", "no variable")
        window.click("Create environment")
        window.find("#variables-error")
        self.assert_accessible(window)
        window.fill("Variables", "PLACE=porch")
        window.click("Create environment")
        window.fill("Secret name", "TOKEN")
        window.fill("Value", "abc")
        window.click("Save secret")
        window.find("#value-error")
        self.assert_accessible(window)
        window.fill("Value", "swordfish")
        window.click("Save secret")
        window.click("Remove TOKEN")
        self.assert_accessible(window)
        window.open(f"{self.sessions}/new")
        self.assert_accessible(window)
        window.open(f"{self.settings}/sandbox")
        window.click("Delete 1")
        self.assert_accessible(window)

    def test_keys(self):
        window = self.window(f"{self.settings}/keys")
        window.fill("Name", "Lost key")
        window.click("Create key")
        window.find("#key")
        self.assert_accessible(window)
        window.confirm("Revoke Lost key")
        window.find(".notice")
        window.click("Earlier keys")
        self.assert_accessible(window)

    def test_runners(self):
        self.expect_error("status of 400")
        window = self.window(f"{self.settings}/runners")
        self.assert_accessible(window)
        window.fill("Name", "Lost rack")
        window.fill("Labels", "-")
        window.click("Create token")
        window.find("#labels-error")
        self.assert_accessible(window)
        window.fill("Labels", "gpu arm64")
        window.click("Create token")
        window.find("#token")
        self.assert_accessible(window)
        window.click("Revoke Lost rack")
        self.assert_accessible(window)
        window.open(f"{self.settings}/runners")
        window.confirm("Revoke Lost rack")
        window.find(".notice")
        window.click("Earlier tokens")
        self.assert_accessible(window)

    def test_the_audit_log(self):
        window = self.window(f"{self.settings}/audit")
        window.wait_for("Signed in", ".audit")
        self.assert_accessible(window)
        window.open(f"{self.settings}/audit?action=session.deleted&since=2000-01-01&until=2000-01-02")
        window.wait_for("No entries match.")
        self.assert_accessible(window)


STATES = ["completed", "in_progress", "pending"]
MARKDOWN = """# A heading

Some *words*, `code` and [a link](https://example.com/).

1. first
2. second

> said by somebody

| name | count |
|---|---|
| a | 1 |

```swift
let line = "a long line of code that goes on and on until it is wider than a small screen can show at once"
```

- [x] done
- [ ] open
"""
