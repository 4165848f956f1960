"""After every kind of secret was made and used, its bytes are in no file that the service wrote."""

import base64
import http.cookiejar
import json
import os
import pathlib
import re
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

from service import BINARY, end
from test_browser_two_factor import code
from test_runs import RunTestCase

NEW_PASSWORD = "an entirely new password 7"
WRONG_PASSWORD = "a password that was mistyped"
VARIABLE = "token-in-the-environment-4f1c9ae07b"
METRICS_TOKEN = "token-of-the-metrics-93ab17d2"


class SecretBytes(RunTestCase):
    agent = "demo"

    @classmethod
    def setUpClass(cls):
        cls.log = os.path.join(tempfile.mkdtemp(prefix="lodestone-"), "log")
        cls.backups = os.path.join(os.path.dirname(cls.log), "backups")
        cls.settings = {
            "LODESTONE_LOG_LEVEL": "trace", "LODESTONE_LOG_FORMAT": "json", "LODESTONE_METRICS_TOKEN": METRICS_TOKEN,
        }  # fmt: skip
        super().setUpClass()

    def setUp(self):
        super().setUp()
        self.jar = http.cookiejar.CookieJar()
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        self.secrets = {}

    def remember(self, name, text):
        self.assertGreater(len(text), 5, name)
        self.secrets.setdefault(name, set()).add(text)
        return text

    def remember_cookies(self):
        for cookie in self.jar:
            if cookie.name != "theme" and cookie.value:
                self.remember(f"cookie {cookie.name}", cookie.value)

    def ask(self, path, body=None, method=None, form=False):
        """Sends what a browser would, and returns the body of the response."""
        headers = {"Accept": "text/html" if form else "application/json", "Sec-Fetch-Site": "same-origin"}
        data = None
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded" if form else "application/json"
            data = (urllib.parse.urlencode(body) if form else json.dumps(body)).encode()
        request = urllib.request.Request(self.address + path, data, headers, method=method)
        with self.browser.open(request, timeout=60) as answer:
            text = answer.read().decode()
        self.remember_cookies()
        return text

    def sign_in(self, password, **second):
        self.ask("/api/auth/sign-in", {"email": "ada@example.com", "password": password, **second})

    def use_everything(self):
        self.remember("password", self.password)
        self.remember("API key", self.key)
        self.remember("mistyped password", WRONG_PASSWORD)
        self.remember("metrics token", METRICS_TOKEN)
        with self.assertRaises(urllib.error.HTTPError):
            self.sign_in(WRONG_PASSWORD)
        self.sign_in(self.password)
        organization = f"/api/organizations/{self.organization}"
        made = json.loads(self.ask(f"{organization}/api-keys", {"name": "Another"}))
        self.remember("new API key", re.search(r"lsk_\w+", json.dumps(made)).group())
        made = json.loads(self.ask(f"{organization}/runner-tokens", {"name": "Rack"}))
        self.remember("runner token", re.search(r"lsr_\w+", json.dumps(made)).group())
        page = self.ask(
            f"/organizations/{self.organization}/settings/runners", {"name": "Rack 2", "labels": "gpu"}, form=True)
        self.remember("runner token of the page", re.search(r"lsr_\w+", page).group())
        made = subprocess.run(
            [BINARY, "runner-token", "create", "--name", "Rack 3", "--data", self.data], check=True, capture_output=True)
        self.remember("runner token of the command", re.search(r"lsr_\w+", made.stdout.decode()).group())
        invitation = json.dumps(json.loads(self.ask(f"{organization}/invitations", {"role": "member"})))
        self.remember("invitation", re.search(r"#(\w+)", invitation).group(1))
        self.run_with_secret(organization)
        self.ask("/api/me/password", {"current": self.password, "new": self.remember("new password", NEW_PASSWORD)})
        self.turn_on_second_factor()
        self.ask("/metrics")

    def run_with_secret(self, organization):
        """A session whose set-up script prints the secret of its environment."""
        script = 'echo "it is $DEPLOY_TOKEN"; printf %s "$DEPLOY_TOKEN" | base64; printf %s "$DEPLOY_TOKEN" | od -An -tx1'
        environment = json.loads(self.ask(
            f"{organization}/environments", {"name": "With a secret", "isDefault": True, "setupScript": script}))
        identifier = re.search(r"env_\w+", json.dumps(environment)).group()
        self.remember("secret of the environment", VARIABLE)
        self.ask(f"{organization}/environments/{identifier}/secrets/DEPLOY_TOKEN", {"value": VARIABLE}, method="PUT")
        self.shell(self.curl_lines[0])
        session = self.create("Say hello")
        self.ended(session)

    def turn_on_second_factor(self):
        page = self.ask("/account/two-factor", form=True)
        key = re.search(r'<pre id="key"[^>]*>([^<]+)', page).group(1).replace(" ", "")
        self.remember("key of the authenticator app", key)
        step = int(time.time()) // 30
        fields = {"code": code(key, step), "password": NEW_PASSWORD}
        page = self.ask("/account/two-factor/turn-on", fields, form=True)
        codes = re.search(r'<pre id="recovery-codes"[^>]*>([^<]+)', page).group(1).split()
        for recovery in codes:
            self.remember("recovery code", recovery)
        self.ask("/api/auth/sign-out", {})
        self.sign_in(NEW_PASSWORD, code=codes[0])

    @staticmethod
    def forms(text):
        """The ways in which the bytes of a secret may stand in a file."""
        yield text.encode()
        yield text.encode().hex().encode()
        yield base64.b64encode(text.encode()).rstrip(b"=")[:-1]
        yield urllib.parse.quote(text, safe="").encode()
        yield text.replace("-", "").encode()
        if re.fullmatch("[A-Z2-7]{16,}", text):
            yield base64.b32decode(text + "=" * (-len(text) % 8))

    def written_files(self):
        """All that the service wrote. The instructions of `scripts/run` and the cookies of curl are others'."""
        for folder in (self.data, os.path.dirname(self.log)):
            for path in pathlib.Path(folder).rglob("*"):
                if path.is_file() and path.name not in ("welcome.txt", "cookies"):
                    yield path

    def look(self, files):
        found = []
        for path in files:
            content = path.read_bytes()
            for name, texts in self.secrets.items():
                if any(form in content for text in texts for form in self.forms(text)):
                    found.append(f"{name} in {path.name}")
        return found

    def test_no_file_has_the_bytes_of_a_secret(self):
        self.use_everything()
        files = list(self.written_files())
        self.assertIn("lodestone.sqlite-wal", [path.name for path in files])
        self.assertEqual(self.look(files), [], "while the server runs")
        backup = [BINARY, "backup", self.backups, "--data", self.data]
        subprocess.run(backup, check=True, capture_output=True)
        end(self.process)
        type(self).start()
        files = list(self.written_files())
        self.assertTrue(any("backups" in path.parts for path in files))
        self.assertEqual(self.look(files), [], "after a restart, and in the backup")
        pathlib.Path(os.path.dirname(self.log), "proof").write_bytes(f"x{VARIABLE}x".encode())
        self.assertEqual(self.look(self.written_files()), ["secret of the environment in proof"], "the search finds")
