"""The configurations of nginx and Caddy in packaging/, each in front of a service of its own."""

import json
import os
import pathlib
import shutil
import socket
import subprocess
import time

from browser import Browser
from service import ROOT, ServiceTestCase, free_port, make_certificate

PROGRAMS = ROOT / ".build" / "proxies"


class Proxied:
    """What holds behind either proxy."""

    @classmethod
    def set_up(cls):
        super().set_up()
        cls.log = os.path.join(cls.directory, "log")
        cls.edge, cls.plain = free_port(), free_port()
        cls.outside = f"https://localhost:{cls.edge}"
        cls.certificate, cls.certificate_key = make_certificate(cls.directory)
        cls.settings = {
            "LODESTONE_PUBLIC_URL": cls.outside,
            "LODESTONE_TRUSTED_PROXIES": "127.0.0.1",
            "LODESTONE_LOG_LEVEL": "info",
            "LODESTONE_LOG_FORMAT": "json",
        }
        folder = pathlib.Path(cls.directory, "proxy")
        folder.mkdir()
        cls.proxy = cls.start_proxy(folder)
        cls.addClassCleanup(cls.proxy.wait, timeout=30)
        cls.addClassCleanup(cls.proxy.terminate)
        end = time.monotonic() + 30
        while True:
            try:
                return socket.create_connection(("127.0.0.1", cls.edge), timeout=5).close()
            except ConnectionRefusedError:
                if cls.proxy.poll() is not None or time.monotonic() > end:
                    raise RuntimeError("the proxy does not start") from None
                time.sleep(0.05)

    @classmethod
    def here(cls, file, replacements):
        """A configuration of packaging/ as it runs in this test."""
        text = (ROOT / "packaging" / file).read_text()
        for old, new in replacements.items():
            if old not in text:
                raise RuntimeError(f"{file} has no {old}")
            text = text.replace(old, new)
        return text

    def curl(self, path, *arguments, source="127.0.0.1"):
        """Asks through the proxy; returns the head's lines and the body."""
        head = os.path.join(self.directory, f"head-{self.id()}")
        command = ["curl", "-sS", "--cacert", self.certificate, "--resolve", f"localhost:{self.edge}:127.0.0.1"]
        command += ["--interface", source, "-D", head, "--max-time", "60", *arguments, self.outside + path]
        body = subprocess.run(command, check=True, capture_output=True).stdout
        return pathlib.Path(head).read_text().splitlines(), body

    def field(self, head, name):
        return next((line.split(":", 1)[1].strip() for line in head if line.lower().startswith(f"{name}:")), None)

    def sign_in(self):
        credentials = json.dumps({"email": "ada@example.com", "password": self.password})
        head, body = self.curl("/api/auth/sign-in", "-H", "Content-Type: application/json", "-d", credentials)
        cookie = self.field(head, "set-cookie")
        self.assertIsNotNone(cookie, body)
        return cookie

    def test_the_cookie_is_for_https_only(self):
        attributes = [part.strip() for part in self.sign_in().split(";")]
        self.assertIn("Secure", attributes)
        self.assertIn("HttpOnly", attributes)

    def test_clients_may_speak_http_2(self):
        head, _ = self.curl("/livez", "--http2")
        self.assertTrue(head[0].startswith("HTTP/2 200"), head)

    def test_a_large_file_is_passed_on(self):
        content = os.urandom(20 << 20)
        file = pathlib.Path(self.directory, "large.bin")
        file.write_bytes(content)
        cookie = self.sign_in().split(";")[0]
        head, body = self.curl(
            "/api/attachments?filename=large.bin", "-H", f"Cookie: {cookie}", "-H", f"Origin: {self.outside}",
            "-H", "Content-Type: application/octet-stream", "--data-binary", f"@{file}",
        )  # fmt: skip
        self.assertIn(" 201", head[0], body)
        _, back = self.curl(f"/api/attachments/{json.loads(body)['id']}", "-H", f"Cookie: {cookie}")
        self.assertTrue(back == content, f"{len(back)} bytes came back")

    def test_events_arrive_one_by_one(self):
        session = self.create_session()["id"]
        command = ["curl", "-sSN", "--max-time", "60", "--cacert", self.certificate]
        command += ["--resolve", f"localhost:{self.edge}:127.0.0.1"]
        command += ["-H", f"x-api-key: {self.key}", f"{self.outside}/api/sessions/{session}/events"]
        stream = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.addCleanup(stream.stdout.close)
        self.addCleanup(stream.wait, timeout=30)
        self.addCleanup(stream.terminate)
        self.assertIn("retry:", stream.stdout.readline() + stream.stdout.readline())
        for number in range(3):
            line = json.dumps({"type": "assistant", "mark": number})
            started = time.monotonic()
            fields = ["-H", f"x-api-key: {self.key}", "-H", "Content-Type: application/json"]
            head, body = self.curl(f"/api/sessions/{session}/messages", *fields, "-d", line)
            self.assertIn(" 201", head[0], body)
            while "message.appended" not in (read := stream.stdout.readline()):
                self.assertTrue(read, "the stream has ended")
            self.assertLess(time.monotonic() - started, 5)

    def test_responses_are_compressed_by_the_service_alone(self):
        head, zipped = self.curl("/docs", "-H", "Accept-Encoding: gzip")
        self.assertEqual(self.field(head, "content-encoding"), "gzip")
        head, plain = self.curl("/docs", "-H", "Accept-Encoding: identity")
        self.assertIsNone(self.field(head, "content-encoding"))
        self.assertLess(len(zipped), len(plain) / 2)
        # What a person types is in it, and a secret may be: such a response is never compressed.
        credentials = json.dumps({"email": "ada@example.com", "password": self.password})
        head, _ = self.curl(
            "/api/auth/sign-in", "-H", "Accept-Encoding: gzip", "-H", "Content-Type: application/json", "-d", credentials
        )
        self.assertIsNone(self.field(head, "content-encoding"))

    def address_of(self, path):
        return self.eventually(lambda: [line for line in self.log_lines("request") if line["path"] == path])[-1]["address"]

    def test_the_clients_address_is_the_proxys_word_and_nobody_elses(self):
        forged = ["-H", "X-Forwarded-For: 203.0.113.9", "-H", "X-Forwarded-Proto: http", "-H", "Forwarded: for=203.0.113.9"]
        self.curl("/api/one", *forged, source="127.0.0.2")
        self.assertEqual(self.address_of("/api/one"), "127.0.0.2")
        direct = ["curl", "-sS", "--interface", "127.0.0.3", *forged, f"{self.address}/api/two"]
        subprocess.run(direct, check=True, capture_output=True)
        self.assertEqual(self.address_of("/api/two"), "127.0.0.3")

    def test_the_metrics_are_closed_to_whoever_is_behind_a_stranger(self):
        direct = ["curl", "-sS", "-H", "X-Forwarded-For: 203.0.113.9", f"{self.address}/metrics"]
        refused = json.loads(subprocess.run(direct, check=True, capture_output=True).stdout)
        self.assertEqual(refused["status"], 403)

    def test_somebody_signs_in_with_a_browser(self):
        browser = Browser(self.outside, trusts_all=True)
        self.addCleanup(browser.quit)
        window = browser.window("/")
        window.fill("Email", "ada@example.com")
        window.fill("Password", self.password)
        window.click("Sign in")
        window.wait_for("Sessions", "h1")
        self.assertEqual(browser.errors(), [])


class Nginx(Proxied, ServiceTestCase):
    @classmethod
    def start_proxy(cls, folder):
        site = cls.here(
            "nginx.conf",
            {
                "server 127.0.0.1:8080;": f"server 127.0.0.1:{cls.port};",
                "listen 80;": f"listen 127.0.0.1:{cls.plain};",
                "listen 443 ssl http2;": f"listen 127.0.0.1:{cls.edge} ssl http2;",
                "    listen [::]:80;\n": "",
                "    listen [::]:443 ssl http2;\n": "",
                "/etc/letsencrypt/live/lodestone.example.com/fullchain.pem": cls.certificate,
                "/etc/letsencrypt/live/lodestone.example.com/privkey.pem": cls.certificate_key,
                "lodestone.example.com": "localhost",
            },
        )
        paths = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "scgi", "uwsgi"))
        configuration = folder / "nginx.conf"
        configuration.write_text(
            f"daemon off; pid {folder}/pid; error_log stderr;\n"
            f"{'user root;' if os.geteuid() == 0 else ''} events {{}}\n"
            f"http {{ access_log off;\n{paths}{site}}}\n"
        )
        return subprocess.Popen([PROGRAMS / "usr/sbin/nginx", "-p", folder, "-c", configuration])

    def test_people_are_sent_to_https_and_programs_are_refused(self):
        def ask(path):
            command = ["curl", "-sS", "-o", "/dev/null", "-w", "%{http_code} %{redirect_url}"]
            address = f"http://127.0.0.1:{self.plain}{path}"
            return subprocess.run([*command, "-H", "Host: localhost", address], check=True, capture_output=True, text=True).stdout

        self.assertEqual(ask("/sign-in?next=/"), "301 https://localhost/sign-in?next=/")
        self.assertEqual(ask("/api/sessions"), "403 ")


class Caddy(Proxied, ServiceTestCase):
    @classmethod
    def start_proxy(cls, folder):
        site = cls.here(
            "Caddyfile",
            {
                "reverse_proxy 127.0.0.1:8080": f"tls {cls.certificate} {cls.certificate_key}\n\treverse_proxy 127.0.0.1:{cls.port}",
                "\nlodestone.example.com {": f"\nhttps://localhost:{cls.edge} {{",
            },
        )
        configuration = folder / "Caddyfile"
        options = "admin off\n\tauto_https disable_redirects\n\tdefault_bind 127.0.0.1\n\tlog {\n\t\tlevel ERROR\n\t}"
        configuration.write_text(f"{{\n\t{options}\n}}\n{site}")
        environment = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
        return subprocess.Popen([PROGRAMS / "usr/bin/caddy", "run", "--config", configuration], env=environment)
