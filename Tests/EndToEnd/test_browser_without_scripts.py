"""The dashboard in a browser that runs no JavaScript."""

import re

from dashboard import DashboardTestCase, finishes, says


class WithoutScripts(DashboardTestCase):
    def test_somebody_signs_in_creates_a_session_reads_and_follows_up(self):
        window = self.browser.window("/", scripts=False)
        window.fill("Email", "ada@example.com")
        window.fill("Password", re.search(r"with the password (\S+)", self.welcome).group(1))
        window.click("Sign in")
        window.wait_for("Sessions", "h1")

        window.click("New session")
        window.fill("What should be done?", "Sweep the chimney.")
        window.click("Start session")
        window.wait_for("Sweep chimney", "h1")
        session = {"id": window.path.split("/")[-1]}
        self.report(session, says("It was **sooty**."), finishes("It is clean."))
        window.reload()
        self.assertIn("UTC", window.find("time").get_attribute("title"))
        window.wait_for("It was sooty.", "#transcript")
        window.wait_for("Completed", ".session-head")

        window.fill("Follow-up", "And the stove?")
        window.click("Send")
        window.wait_for("And the stove?", "#transcript")
        window.wait_for("Agent elsewhere", ".session-head")

    def test_a_session_is_renamed_put_away_and_deleted(self):
        session = self.create("Beat the carpets.")
        window = self.window(self.path(session), scripts=False)
        window.click_on(".session-menu > summary")
        window.click("Rename")
        window.fill("Title", "Beat the rugs")
        window.click("Save")
        window.wait_for("Beat the rugs", "h1")
        window.click_on(".session-menu > summary")
        window.click("Archive")
        window.wait_for("Archived", ".session-head")
        window.click_on(".session-menu > summary")
        window.click("Delete…")
        window.click("Delete session")
        window.wait_for("Sessions", "h1")
        self.assertNotIn("Beat the rugs", window.text())

    def test_a_long_transcript_is_read_page_by_page(self):
        session = self.create("Count the stars.")
        self.report(session, *[says(f"Star {number}.") for number in range(500)])
        window = self.window(self.path(session), scripts=False)
        window.wait_for("Star 499.", "#transcript")
        for link, text in [("Older messages", "Count the stars."), ("Newer messages", "Star 499.")]:
            while not any(text in item for item in window.texts("#transcript > li")):
                window.follow(link)

    def test_sessions_are_found_and_more_of_them_loaded(self):
        window = self.window(scripts=False)
        first = self.links(window)
        window.follow("Load more")
        self.assertEqual(first & self.links(window), set())
        window.follow("Back to the latest")
        window.fill("Search", "crashes")
        window.click("Filter")
        window.choose("Status", "Completed")
        window.click("Apply")
        window.wait_for("crash", ".sessions")
        self.assertEqual(set(window.texts(".session-row .symbol")), {"✓"})

    def links(self, window):
        return {link.get_attribute("href") for link in window.all(".session-row h3 a")}

    def test_an_owner_makes_and_revokes_a_key(self):
        window = self.window(f"/organizations/{self.organization}/settings/keys", scripts=False)
        window.fill("Name", "Old browser")
        window.click("Create key")
        self.assertRegex(window.text("#key"), "^lsk_")
        window.confirm("Revoke Old browser")
        window.wait_for("Earlier keys")

    def test_an_invitation_is_taken_with_the_link_pasted(self):
        link = self.invite(self.organization)
        window = self.another_browser().window(link, scripts=False)
        window.fill("Link", link)
        window.fill("Your name", "Lynx User")
        window.fill("Email", "lynx@example.com")
        window.fill("Password", "correct horse battery 9")
        window.click("Create account and join")
        window.wait_for("Sessions", "h1")
