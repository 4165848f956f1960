"""Images and files of people's messages, as the real Claude Code gets them in the sandbox."""

import base64
import json
import os
import struct
import subprocess
import urllib.parse
import zlib

from claude_code import text, tool
from test_runs_claude_code import ClaudeCodeTestCase


def png(width, height, pixels):
    """An image of these RGB bytes."""

    def chunk(name, content):
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    rows = b"".join(b"\0" + pixels[y * width * 3 : (y + 1) * width * 3] for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def blocks(asked, kind):
    """The blocks of a kind in what the model was asked last."""
    contents = [message["content"] for message in asked["messages"]]
    return [block for content in contents if isinstance(content, list) for block in content if block["type"] == kind]


class FilesForClaudeCode(ClaudeCodeTestCase):
    def upload(self, name, content):
        query = urllib.parse.urlencode({"organizationId": self.organization, "filename": name})
        command = [
            "curl", "-sSf", "-b", f"{self.data}/cookies", "-H", f"Origin: {self.address}",
            "-H", "Content-Type: application/octet-stream", "--data-binary", "@-",
            f"{self.address}/api/attachments?{query}",
        ]  # fmt: skip
        return json.loads(subprocess.run(command, input=content, capture_output=True, check=True).stdout)["id"]

    def begin(self, message, files, *turns, **fields):
        self.model.begin(turns)
        ids = [self.upload(name, content) for name, content in files]
        body = {"organizationId": self.organization, "initialMessage": message, "attachments": ids, **fields}
        return self.send("/api/sessions", repoUrl="https://github.com/acme/web-app", **body)["session"]["id"]

    def completed(self, session):
        shown = self.ended(session)
        self.assertEqual(shown["status"], "completed", shown.get("error"))
        return shown

    def test_an_image_is_shown_and_a_file_is_read(self):
        image = png(8, 8, bytes([200, 0, 0] * 64))
        session = self.begin(
            "What is it?",
            [("red square.png", image), ("notes; of 1.txt", b"The walrus is three years old.\n")],
            tool("toolu_1", "Read", file_path="/attachments/1/notes__of_1.txt"),
            tool("toolu_2", "Bash", command="echo x > /attachments/1/new; git status --short", description="Try"),
            text("It is red."),
        )
        shown = self.completed(session)
        [block] = blocks(self.model.asked, "image")
        self.assertEqual(block["source"]["type"], "base64")
        self.assertTrue(block["source"]["media_type"].startswith("image/"))
        self.assertTrue(base64.b64decode(block["source"]["data"]))
        asked = json.dumps(self.model.asked["messages"])
        self.assertIn("/attachments/1/red_square.png (the image above)", asked)
        self.assertIn("The walrus is three years old.", asked)
        self.assertIn("Read-only file system", asked)
        self.assertNotIn("?? ", asked, "git sees nothing of them")
        self.assertNotIn(base64.b64encode(image).decode(), json.dumps(shown["messages"]))
        self.assertEqual([it["filename"] for it in shown["messages"][0]["attachments"]][0], "red square.png")

        self.model.begin([tool("toolu_3", "Bash", command="cat /attachments/*/more.txt", description="Read"), text("More.")])
        more = self.upload("more.txt", b"And it is hungry.")
        self.send(f"/api/sessions/{session}/messages", content="And now?", attachments=[more])
        self.until(session, lambda it: "More." in self.texts(it))
        self.completed(session)
        asked = json.dumps(self.model.asked["messages"])
        self.assertIn("And it is hungry.", asked)
        self.assertEqual(len(blocks(self.model.asked, "image")), 1, "the conversation still has it")

    def test_files_are_read_without_asking(self):
        session = self.begin(
            "Read it",
            [("a.txt", b"Nothing to ask.")],
            tool("toolu_1", "Read", file_path="/attachments/1/a.txt"),
            text("Read."),
            mode="ask",
        )
        self.completed(session)
        self.assertEqual(self.get(f"/api/sessions/{session}/requests")["requests"], [])
        self.assertIn("Nothing to ask.", json.dumps(self.model.asked["messages"]))

    def test_the_largest_images_are_made_small_enough_for_a_model(self):
        noise = png(1290, 1290, os.urandom(1290 * 1290 * 3))
        session = self.begin("Look", [("noise.png", noise)], text("It is noise."))
        self.completed(session)
        [block] = blocks(self.model.asked, "image")
        self.assertLessEqual(len(block["source"]["data"]), 5 * 1024 * 1024)
