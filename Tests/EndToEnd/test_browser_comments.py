"""Comments on what a session changed, written on its page and sent to the agent."""

from accessibility import violations
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from test_runs import BrowserRunTestCase

LOOKS = [{"width": width, "dark": dark} for width in [390, 1280] for dark in [False, True]]


class Comments(BrowserRunTestCase):
    def setUp(self):
        super().setUp()
        self.session = self.create("Write a poem.")
        self.ended(self.session)
        self.page = f"/organizations/{self.organization}/sessions/{self.session}/changes"
        self.browser.errors()
        self.addCleanup(self.browser.forget)

    def window(self, **circumstances):
        self.sign_in()
        return self.browser.window(self.page, **circumstances)

    def number(self, window, line):
        """The number of a line, which is what leads to a comment."""
        return window.find(f"td[id$='n{line}'] a")

    def range(self, window):
        """The lines that the open form is about, and its file."""
        window.wait_for_focus("comment-body")
        form = "return [...document.querySelectorAll('table .comment-form input')].map((it) => it.value)"
        path, side, line, _, end = window.run(form)
        return path, side, int(line), int(end)

    def test_lines_are_chosen_commented_on_and_sent(self):
        window = self.window()
        self.number(window, 3).click()
        self.assertEqual(self.range(window), ("NOTES.md", "new", 3, 3))
        window.press("Which poem?")
        window.press_with_control(Keys.ENTER)
        window.wait_for("Which poem?", ".said .diff-comment")
        self.assertIn("#cmt_", window.path)

        # Drawn with the mouse, and made longer with the Shift key.
        mouse = ActionChains(window.driver)
        mouse.click_and_hold(self.number(window, 1)).move_to_element(self.number(window, 2)).release().perform()
        self.assertEqual(self.range(window), ("NOTES.md", "new", 1, 2))
        window.press("A better heading", Keys.TAB)
        mouse = ActionChains(window.driver)
        mouse.key_down(Keys.SHIFT).click(self.number(window, 3)).key_up(Keys.SHIFT).perform()
        self.assertEqual(self.range(window), ("NOTES.md", "new", 1, 3))
        self.assertEqual(window.field("Comment").get_attribute("value"), "A better heading")
        window.click("Cancel")
        window.wait_until(lambda: not window.all("table .comment-form"), "waited for the form to go")

        # With the keyboard only.
        window.press(Keys.ARROW_UP, Keys.ARROW_UP)
        ActionChains(window.driver).key_down(Keys.SHIFT).send_keys(Keys.ARROW_DOWN).key_up(Keys.SHIFT).perform()
        window.press("c")
        self.assertEqual(self.range(window), ("NOTES.md", "new", 1, 2))
        window.press(Keys.ESCAPE)
        window.wait_until(lambda: not window.all("table .comment-form"), "waited for the form to go")
        window.press(Keys.ENTER)
        window.wait_for_focus("comment-body")
        window.press("A better heading, please.")
        window.click("Save comment")
        window.wait_for("A better heading, please.", "main")

        for look in LOOKS:
            window.emulate(**look)
            with self.subTest(**look):
                self.assertEqual(violations(window), [])
                self.assertLessEqual(window.run("return document.documentElement.scrollWidth"), look["width"])
        window.emulate()

        window.click("Edit the comment on Line 3")
        window.wait_until(lambda: window.focused.tag_name == "textarea", "waited for the focus on the comment")
        window.find(".diff-comment details[open] textarea").send_keys(" The one about the sea?")
        window.click("Save")
        window.wait_for("Which poem? The one about the sea?", "main")
        window.fill("Message", "Nearly there.")
        window.follow("Send 2 comments")
        window.wait_for("Nearly there.", "#transcript")
        self.assertEqual(len(window.all("details.sent-comment")), 2)
        window.click_on("details.sent-comment summary")
        link = window.find("details.sent-comment a")
        self.assertRegex(link.get_attribute("href"), r"/changes#d[0-9a-f]{8}n\d$")
        window.wait_for("Completed", ".session-head")
        for look in LOOKS:
            # So high that the head and the field for messages cover nothing, such as a half of a link.
            window.emulate(**look, height=3000)
            with self.subTest(**look):
                self.assertEqual(violations(window), [])
        link.click()
        window.wait_for("No comments to send.")
        window.wait_for("Sent", ".said .diff-comment")
        self.assertEqual(len(window.all(".said .diff-comment")), 2)
        self.assertEqual(window.all(".diff-comment form"), [])
        for look in LOOKS:
            window.emulate(**look)
            with self.subTest(**look):
                self.assertEqual(violations(window), [])
        said = self.texts(self.show(self.session))
        self.assertTrue(any("NOTES.md:3\n> - Write a poem.\n\nWhich poem? The one" in text for text in said), said)
        self.assertEqual(self.browser.errors(), [])

    def test_all_of_it_works_without_scripts_on_a_phone(self):
        window = self.window(scripts=False, width=390)
        self.number(window, 1).click()
        window.fill("Comment", "Why these?")
        window.fill("to line", "9")
        window.click("Save comment")
        window.wait_for("is not in the diff", "#comment-end-error")
        self.assertEqual(window.field("Comment").get_attribute("value"), "Why these?")
        window.fill("to line", "2")
        window.click("Save comment")
        window.wait_for("Lines 1–2", ".diff-comment")
        window.click("Edit the comment on Lines 1–2")
        window.find(".diff-comment textarea").send_keys(" Tell me.")
        window.click("Save")
        window.wait_for("Why these? Tell me.", ".diff-comment")
        self.number(window, 3).click()
        window.fill("Comment", "Never mind.")
        window.click("Save comment")
        window.wait_for("Send 2 comments")
        window.click("Delete the comment on Line 3")
        window.wait_for("Send 1 comment")
        self.assertNotIn("Never mind.", window.text())
        window.click("Send 1 comment")
        window.wait_for("1 comment on the changes", "#transcript")
        window.click_on("details.sent-comment summary")
        window.wait_for("Why these? Tell me.", "details.sent-comment")
        window.click("Lines 1–2 in the changes")
        window.wait_for("No comments to send.")
