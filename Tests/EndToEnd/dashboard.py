"""What the tests of the dashboard share: the service, a browser, people who are signed in, an agent that reports."""

import atexit
import base64
import json
import re
import struct
import subprocess
import sys
import zlib

from browser import Browser
from service import BINARY, ServiceTestCase


class DashboardTestCase(ServiceTestCase):
    """All classes of these tests use one service with the demo's sessions, and each class a browser of its own."""

    @classmethod
    def setUpClass(cls):
        if "welcome" not in vars(DashboardTestCase):
            atexit.register(DashboardTestCase.doClassCleanups)
            super(DashboardTestCase, DashboardTestCase).setUpClass()
            DashboardTestCase.signed_in = cls.sign_in_as_owner()
        cls.organization = cls.signed_in["organizations"][0]["id"]
        cls.sessions = f"/organizations/{cls.organization}/sessions"
        cls.browser = Browser(cls.address)
        cls.addClassCleanup(cls.browser.quit)

    @staticmethod
    def sign_in_as_owner():
        """Signs the owner in without a browser; windows have the cookie. Returns the response."""
        answer = DashboardTestCase.shell(DashboardTestCase.curl_lines[0])
        DashboardTestCase.cookie = DashboardTestCase.cookie_in(f"{DashboardTestCase.data}/cookies")
        return answer

    def setUp(self):
        self.browsers = [self.browser]
        self.expected_errors = []
        self.addCleanup(self.browser.forget)
        # What the last test's windows said while they were closed and signed out isn't this one's.
        self.browser.errors()

    def tearDown(self):
        errors = [error for browser in self.browsers for error in browser.errors()]
        unexpected = [error for error in errors if not any(part in error for part in self.expected_errors)]
        self.assertEqual(unexpected, [], "a console has complained")

    def expect_error(self, part):
        """Says that a console will complain, such as about an answer with the status 404."""
        self.expected_errors.append(part)

    def another_browser(self, address=None):
        """The browser of somebody else, or for another server."""
        browser = Browser(address or self.address)
        self.browsers.append(browser)
        self.addCleanup(browser.quit)
        return browser

    def window(self, path=None, **circumstances):
        """A window of the owner, who is signed in."""
        self.browser.sign_in(self.cookie)
        return self.browser.window(path or self.sessions, **circumstances)

    @staticmethod
    def cookie_in(jar):
        with open(jar) as lines:
            return re.search(r"__session\s+(\S+)", lines.read()).group(1)

    @classmethod
    def cookie_of(cls, email, password):
        """Signs somebody in as a program would."""
        jar = f"{cls.directory}/cookies-of-{email}"
        cls.send("/api/auth/sign-in", {"email": email, "password": password}, "-c", jar)
        return cls.cookie_in(jar)

    @classmethod
    def lodestone(cls, *arguments, text=None):
        """Runs a command of the service and returns what it prints."""
        command = [BINARY, *arguments, "--data", cls.data]
        return subprocess.run(command, input=text, capture_output=True, text=True, check=True, timeout=60).stdout

    @classmethod
    def add_organization(cls, name):
        """Makes another organization of the owner's and returns its id."""
        made = cls.lodestone("organization", "add", "--name", name, "--owner", "ada@example.com", "--json")
        # The owner's rights have changed, so the former cookie will be renewed by whichever response comes first.
        cls.sign_in_as_owner()
        return json.loads(made)["id"]

    @classmethod
    def add_member(cls, name, email, password):
        """Makes an account in the organization."""
        organization = ["--organization", cls.organization, "--password-file", "-"]
        cls.lodestone("user", "add", "--name", name, "--email", email, *organization, text=password)

    @classmethod
    def invite(cls, organization):
        """Makes a link that lets a member in."""
        printed = cls.lodestone("invite", "--role", "member", "--organization", organization)
        return re.search(r"http\S+/join#\w+", printed).group()

    @classmethod
    def send(cls, path, body, *options):
        """Posts to the API, an object as JSON, anything else as lines."""
        data, media = (json.dumps(body), "json") if isinstance(body, dict) else ("\n".join(body), "x-ndjson")
        command = ["curl", "-sS", *options, "-H", f"Content-Type: application/{media}", "--data-binary", "@-"]
        result = subprocess.run(
            [*command, cls.address + path], input=data, capture_output=True, text=True, check=True, timeout=120
        )
        return json.loads(result.stdout)

    @classmethod
    def send_as_owner(cls, path, **body):
        return cls.send(path, body, "-b", f"{cls.data}/cookies")

    @classmethod
    def create(cls, message, **fields):
        """Creates a session as the owner, without a browser."""
        fields = {"organizationId": cls.organization, "initialMessage": message, **fields}
        return cls.send_as_owner("/api/sessions", **fields)["session"]

    def report(self, session, *messages):
        """Reports as an agent does, with the key."""
        lines = [json.dumps(message) for message in messages]
        return self.send(f"/api/sessions/{session['id']}/messages", lines, "-H", f"x-api-key: {self.key}")

    def tell(self, what, seconds):
        """Prints what was measured among the tests' results."""
        print(f"[{what}: {seconds:.2f} s] ", end="", file=sys.stderr, flush=True)

    def path(self, session):
        return f"{self.sessions}/{session['id']}"


def line(role, **block):
    """A line of a transcript with one block."""
    return {"type": role, "message": {"role": role, "content": [block]}}


def says(text):
    return line("assistant", type="text", text=text)


def thinks(text):
    return line("assistant", type="thinking", thinking=text)


def calls(identifier, tool, **arguments):
    """A line in which an agent uses a tool."""
    return line("assistant", type="tool_use", id=identifier, name=tool, input=arguments)


def gives(identifier, text):
    """The line with what a tool gave."""
    return line("user", type="tool_result", tool_use_id=identifier, content=text)


def shows(identifier, image):
    """The line with an image that a tool gave: PNG, in Base64."""
    source = {"type": "base64", "media_type": "image/png", "data": image}
    return line("user", type="tool_result", tool_use_id=identifier, content=[{"type": "image", "source": source}])


def picture(width, height):
    """A PNG image of one color, in Base64."""

    def chunk(name, content):
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    rows = (b"\0" + b"\x30\x60\xc0" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return base64.b64encode(b"\x89PNG\r\n\x1a\n" + chunks).decode()


def finishes(text):
    """The line with which an agent ends its run."""
    return {"type": "result", "subtype": "success", "is_error": False, "result": text}
