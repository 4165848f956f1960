"""Images and files of messages in a browser: chosen, pasted, dropped, removed and shown, also without scripts."""

import os
import tempfile

from dashboard import DashboardTestCase, finishes
from test_attachments_claude_code import png

SQUARE = png(8, 8, bytes([0, 120, 0] * 64))

# Gives a form a file as the browser does that gets one by the keyboard or the mouse.
HAND_OVER = """
    const [kind, name, type, bytes] = arguments;
    const files = new DataTransfer();
    files.items.add(new File([new Uint8Array(bytes)], name, { type }));
    const target = document.querySelector("form[data-send] textarea");
    const options = { bubbles: true, cancelable: true };
    target.dispatchEvent(kind === "paste"
        ? new ClipboardEvent("paste", { ...options, clipboardData: files })
        : new DragEvent("drop", { ...options, dataTransfer: files }));
"""


class Attachments(DashboardTestCase):
    def setUp(self):
        super().setUp()
        self.files = tempfile.TemporaryDirectory()
        self.addCleanup(self.files.cleanup)

    def file(self, name, content):
        path = os.path.join(self.files.name, name)
        with open(path, "wb") as file:
            file.write(content)
        return path

    def hand_over(self, window, kind, name, media, content):
        window.run(HAND_OVER, kind, name, media, list(content))
        window.wait_for(name, ".chosen")

    def ready(self, window, count):
        window.wait_until(
            lambda: [it for it in window.texts(".chosen .state")] == ["Ready"] * count, f"waited for {count} files"
        )

    def is_shown(self, window):
        """Whether the last image of the transcript is drawn."""
        return window.run(
            "const all = document.querySelectorAll('.attachments img'); const it = all[all.length - 1];"
            "it?.scrollIntoView(); return Boolean(it?.complete && it.naturalWidth === 8)"
        )

    def test_files_are_chosen_pasted_dropped_and_removed(self):
        session = self.create("Paint the fence.")
        self.report(session, finishes("It is painted."))
        window = self.window(self.path(session))
        window.field("Images and files").send_keys(self.file("chosen.txt", b"Chosen"))
        self.hand_over(window, "paste", "pasted.png", "image/png", SQUARE)
        self.hand_over(window, "drop", "dropped.csv", "text/csv", b"a,b")
        self.ready(window, 3)
        window.click_on('.chosen button[aria-label="Remove chosen.txt"]')
        self.ready(window, 2)
        window.fill("Follow-up", "Is it this green?")
        window.click("Send")
        window.wait_for("Is it this green?", "#transcript")
        window.wait_for("dropped.csv", "#transcript .attachments")
        window.wait_until(lambda: self.is_shown(window), "waited for the image")
        self.assertNotIn("chosen.txt", window.text("#transcript"))
        self.assertEqual(window.all(".chosen li"), [])
        window.fill("Follow-up", "And without files?")
        window.click("Send")
        window.wait_for("And without files?", "#transcript")

    def test_a_file_that_is_refused_says_why_and_is_not_left_out_without_a_word(self):
        self.expect_error("status of 415")
        session = self.create("Mow the lawn.")
        window = self.window(self.path(session))
        self.hand_over(window, "paste", "broken.png", "image/png", b"not an image")
        window.wait_for("isn't a PNG", ".chosen")
        window.fill("Follow-up", "See the picture.")
        window.click("Send")
        window.wait_until(
            lambda: window.focused.get_attribute("aria-label") == "Remove broken.png", "waited for the focus"
        )
        self.assertNotIn("See the picture.", window.text("#transcript"))
        window.click("Remove")
        window.click("Send")
        window.wait_for("See the picture.", "#transcript")

    def test_a_session_is_created_with_a_picture_on_a_phone(self):
        window = self.window(f"{self.sessions}/new", width=390, height=844)
        window.fill("What should be done?", "Find this bird.")
        name = "a-very-long-name-of-a-bird-that-somebody-took-a-picture-of-in-the-garden-this-morning.png"
        self.hand_over(window, "paste", name, "image/png", SQUARE)
        self.ready(window, 1)
        self.assertLessEqual(window.run("return document.documentElement.scrollWidth"), 390)
        window.click("Start session")
        window.wait_for("Find this bird", "h1")
        window.wait_until(lambda: self.is_shown(window), "waited for the image")
        self.assertLessEqual(window.run("return document.documentElement.scrollWidth"), 390)

    def test_without_scripts_they_are_sent_with_the_form(self):
        self.expect_error("status of 400")
        window = self.window(f"{self.sessions}/new", scripts=False)
        window.fill("What should be done?", "Read this.")
        window.field("Images and files").send_keys(
            self.file("square.png", SQUARE) + "\n" + self.file("page.html", b"<script>alert(1)</script>")
        )
        window.click("Start session")
        window.wait_for("square.png", ".attachments")
        window.wait_for("page.html", ".attachments")
        window.fill("Follow-up", "And this.")
        window.field("Images and files").send_keys(self.file("empty.txt", b""))
        window.click("Send")
        window.wait_for("is empty", ".attachment-field .error")
        self.assertEqual(window.field("Follow-up").get_attribute("value"), "And this.")
