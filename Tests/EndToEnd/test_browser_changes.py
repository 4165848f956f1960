"""The page of a session's changes in a browser: how the lines are shown, what was viewed, and what is copied."""

from test_runs import BrowserRunTestCase


class Changes(BrowserRunTestCase):
    def setUp(self):
        super().setUp()
        if "session" not in vars(Changes):
            # The agent writes it into one long line of a file.
            Changes.session = self.create("Write a poem " + "about the sea " * 40)
            self.ended(Changes.session)
        self.path = f"/organizations/{self.organization}/sessions/{Changes.session}"
        self.browser.errors()
        self.addCleanup(self.browser.forget)

    def tearDown(self):
        self.assertEqual(self.browser.errors(), [], "a console has complained")

    def window(self, path="", **circumstances):
        self.sign_in()
        return self.browser.window(f"{self.path}{path}", **circumstances)

    def overflows(self, window):
        """Whether one must scroll sideways to read the lines."""
        return window.run("""
            const lines = document.querySelector(".diff-scroll");
            return lines.scrollWidth > lines.clientWidth + 1;
        """)

    def test_lines_stand_side_by_side_and_are_wrapped(self):
        for scripts in [True, False]:
            with self.subTest(scripts=scripts):
                window = self.window("/changes", scripts=scripts)
                window.find("table.lines:not(.split, .wraps)")
                self.assertTrue(self.overflows(window))
                window.follow("Wrap lines")
                window.find("table.lines.wraps")
                self.assertFalse(self.overflows(window))
                window.follow("Split")
                window.find("table.lines.split")
                self.assertEqual(window.text(".switch [aria-current]"), "Split")
                self.assertFalse(self.overflows(window))
                self.assertEqual(len(window.all("table.lines col")), 4)
                # This browser remembers it.
                window.open(window.path.split("?")[0])
                window.find("table.lines.split")
                window.follow("Unified")
                window.follow("Don't wrap lines")
                self.assertTrue(self.overflows(window))

    def test_a_viewed_file_is_folded_and_stays_so(self):
        window = self.window("/changes")
        window.find("table.lines")
        window.click_on("[data-viewed]")
        window.wait_until(lambda: not window.all(".file-fold[open]"), "waited for the file to be folded")
        window.wait_for("Expand all", ".diff-bar")
        window.reload()
        window.find("[data-viewed]:checked")
        self.assertEqual(window.all(".file-fold[open]"), [])
        window.click_on("[data-viewed]")
        window.find("table.lines")
        window.reload()
        window.find("[data-viewed]:not(:checked)")
        window.find("table.lines")

    def test_all_files_are_folded_at_once(self):
        window = self.window("/changes")
        window.find("table.lines")
        window.click("Collapse all")
        window.wait_until(lambda: not window.all(".file-fold[open]"), "waited for the files to be folded")
        window.click("Expand all")
        window.find("table.lines")
        window.wait_for("Collapse all", ".diff-bar")

    def test_without_scripts_no_button_does_nothing(self):
        window = self.window("/changes", scripts=False)
        window.find("table.lines")
        for selector in ["[data-fold-all]", "[data-viewed]", "[data-copy-text]"]:
            self.assertEqual([it for it in window.all(selector) if it.is_displayed()], [], selector)

    def test_a_path_is_copied(self):
        window = self.window("/changes")
        window.allow_clipboard()
        window.click_on(".file-tools [data-copy-text]")
        window.wait_for("Copied", ".file-tools")
        self.assertEqual(window.clipboard(), "NOTES.md")
        window.wait_for("Copy path", ".file-tools")

    def test_a_deleted_comment_comes_back(self):
        for scripts in [True, False]:
            with self.subTest(scripts=scripts):
                window = self.window("/changes", scripts=scripts)
                window.click_on("td.num[id] a")
                window.fill("Comment from line", "Is this a <rhyme>?")
                window.click("Save comment")
                window.wait_for("Is this a <rhyme>?", ".diff-comment")
                window.click_on(".diff-comment .danger")
                window.wait_for("Comment deleted.", "#page-status")
                self.assertEqual(window.all(".diff-comment"), [])
                window.click("Undo")
                window.wait_for("Is this a <rhyme>?", ".diff-comment")
                window.click_on(".diff-comment .danger")
                window.wait_for("Comment deleted.", "#page-status")


class Retry(BrowserRunTestCase):
    """A run that failed before the agent began."""

    def test_it_is_tried_again_from_the_menu(self):
        session = self.create("Write a poem.", repository="https://github.com/acme/nowhere")
        self.ended(session)
        self.sign_in()
        page = f"/organizations/{self.organization}/sessions/{session}"
        for attempts, scripts in [(2, True), (3, False)]:
            window = self.browser.window(page, scripts=scripts)
            window.wait_for("Failed", ".session-head .state")
            window.click_on(".session-menu > summary")
            window.click_on(".session-menu form[action$='/retry'] button")
            self.until(session, lambda it: len(it["run"].get("attempts", [])) == attempts)
            window.open(page)
            self.assertEqual(len(window.all("#transcript .attempt")), attempts)
            self.assertEqual(window.all("#retry-fold[open]"), [])
        self.assertEqual(self.browser.errors(), [])
