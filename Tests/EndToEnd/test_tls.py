"""The service with a certificate of its own."""

import os
import pathlib
import socket
import ssl
import subprocess
import time

from service import BINARY, ServiceTestCase, make_certificate


class TLS(ServiceTestCase):
    @classmethod
    def set_up(cls):
        super().set_up()
        cls.log = os.path.join(cls.directory, "log")
        cls.certificate, cls.certificate_key = make_certificate(cls.directory)
        cls.settings = {
            "LODESTONE_TLS_CERTIFICATE": cls.certificate,
            "LODESTONE_TLS_KEY": cls.certificate_key,
            "LODESTONE_LOG_LEVEL": "info",
            "LODESTONE_LOG_FORMAT": "json",
        }

    def curl(self, path, *arguments):
        command = ["curl", "-sS", "--max-time", "60", "--cacert", self.certificate, *arguments]
        return subprocess.run([*command, f"https://127.0.0.1:{self.port}{path}"], capture_output=True, text=True)

    def served(self):
        """The certificate that a new connection gets."""
        return ssl.get_server_certificate(("127.0.0.1", self.port)).strip()

    def test_a_request_is_answered_over_recent_versions_only(self):
        for version in ("1.2", "1.3"):
            answer = self.curl("/readyz", f"--tlsv{version}", "--tls-max", version, "-w", "%{http_version}")
            self.assertEqual(answer.stdout, '{"status":"ok"}1.1', answer.stderr)
        for version in ("1.0", "1.1"):
            ciphers = ["--ciphers", "DEFAULT@SECLEVEL=0"]
            answer = self.curl("/readyz", f"--tlsv{version}", "--tls-max", version, *ciphers)
            self.assertEqual((answer.returncode, answer.stdout), (35, ""))
            self.assertIn("alert protocol version", answer.stderr)

    def test_nobody_can_choose_weak_encryption(self):
        for ciphers in ("AES128-SHA", "ECDHE-ECDSA-AES128-SHA", "ECDHE-ECDSA-AES256-SHA384", "aNULL"):
            answer = self.curl("/readyz", "--tls-max", "1.2", "--ciphers", f"{ciphers}:@SECLEVEL=0")
            self.assertNotEqual(answer.returncode, 0, ciphers)

    def test_plain_http_is_told_where_to_go(self):
        answer = subprocess.run(
            ["curl", "-sS", "-w", " %{http_code}", f"http://127.0.0.1:{self.port}/"], check=True, capture_output=True, text=True
        )
        self.assertIn("https://", answer.stdout)
        self.assertTrue(answer.stdout.endswith(" 400"), answer.stdout)

    def test_events_arrive_one_by_one(self):
        stream = subprocess.Popen(
            ["curl", "-sSN", "--cacert", self.certificate, "-H", f"x-api-key: {self.key}",
             f"https://127.0.0.1:{self.port}/api/events"], stdout=subprocess.PIPE, text=True
        )  # fmt: skip
        self.addCleanup(stream.stdout.close)
        self.addCleanup(stream.wait, timeout=30)
        self.addCleanup(stream.terminate)
        self.assertIn("retry:", stream.stdout.readline() + stream.stdout.readline())

    def test_a_renewed_certificate_is_used_without_a_restart(self):
        first = self.served()
        context = ssl.create_default_context(cafile=self.certificate)
        with context.wrap_socket(socket.create_connection(("127.0.0.1", self.port)), server_hostname="localhost") as open_one:
            make_certificate(self.directory)
            renewed = pathlib.Path(self.certificate).read_text().strip()
            self.eventually(lambda: self.served() == renewed)
            self.assertNotEqual(first, renewed)
            # A connection that is open goes on.
            open_one.sendall(b"GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n")
            self.assertIn(b" 200 ", open_one.recv(4096))

        pathlib.Path(self.certificate_key).write_text("broken")
        problem = "the new certificate can't be used; the old one stays"
        self.assertIn("no private key in PEM", self.eventually(lambda: self.log_lines(problem))[0]["error"])
        self.assertEqual(self.served(), renewed)
        time.sleep(4)
        self.assertEqual(len(self.log_lines(problem)), 1)
        make_certificate(self.directory)
        self.eventually(lambda: self.served() == pathlib.Path(self.certificate).read_text().strip())

    def test_a_key_that_others_can_read_is_refused(self):
        certificate, key = make_certificate(self.directory, "open")
        os.chmod(key, 0o644)
        data = os.path.join(self.directory, "other")
        serve = subprocess.run(
            [BINARY, "serve", "--data", data, "--port", "0", "--allow-root", "--tls-certificate", certificate, "--tls-key", key],
            capture_output=True, text=True, timeout=60,
        )  # fmt: skip
        self.assertNotEqual(serve.returncode, 0)
        self.assertIn(f"chmod 600 '{key}'", serve.stderr)
