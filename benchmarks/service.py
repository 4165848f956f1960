"""A service of the benchmark's own: its data, its process, requests to it."""

import http.client
import json
import os
import pathlib
import signal
import subprocess
import time

from machine import ROOT, WORK, fresh_directory, run

PASSWORD = "a password for benchmarks"
# One person and one key do what a whole organization would, so that limits of growth are far away.
NO_LIMITS = {f"LODESTONE_{name}_PER_MINUTE": "1000000" for name in ("SESSIONS", "MESSAGES", "AGENT_MEBIBYTES")}
NOW = "CAST(strftime('%s', 'now') AS INTEGER) * 1000"


def binary():
    return pathlib.Path(run(["swift", "build", "-c", "release", "--show-bin-path"], cwd=ROOT).strip()) / "lodestone"


class Service:
    def __init__(self, name, sessions, is_kept=False, settings={}):
        """Makes the data, unless they are kept from an earlier run. By default no agents run."""
        self.lodestone = binary()
        self.settings = {**NO_LIMITS, "LODESTONE_AGENT": "none", **settings}
        self.data = WORK / name
        if not (is_kept and (self.data / "ready").exists()):
            self._fill(name, sessions)
        self.key = (self.data / "key").read_text().strip()
        self.other_key = (self.data / "other-key").read_text().strip()
        self.process = None

    def _fill(self, name, sessions):
        fresh_directory(name)
        command = [self.lodestone, "setup", "--data", self.data, "--organization", "Bench", "--name", "Bea Bench",
                   "--email", "bea@example.com", "--password-file", "-"]
        run(command, input=PASSWORD)
        key = run([self.lodestone, "key", "create", "--data", self.data, "--name", "bench"])
        # Another organization with nothing in it, whose searches the first one's messages must not slow down.
        other = json.loads(run([self.lodestone, "organization", "add", "--data", self.data, "--name", "Other",
                                "--owner", "bea@example.com", "--json"]))["id"]
        other_key = run([self.lodestone, "key", "create", "--data", self.data, "--name", "bench", "--organization", other])
        sql = (ROOT / "benchmarks" / "fill.sql").read_text().replace(":sessions", str(sessions)).replace(":now", NOW)
        run(["sqlite3", "-bail", self.data / "lodestone.sqlite"], input=sql)
        (self.data / "key").write_text(key)
        (self.data / "other-key").write_text(other_key)
        (self.data / "ready").touch()

    def __enter__(self):
        command = [self.lodestone, "serve", "--data", self.data, "--port", "0", "--log-level", "warning", "--allow-root"]
        start = time.monotonic()
        self.process = subprocess.Popen(command, env={**os.environ, **self.settings}, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        self.port = int(line.rsplit(":", 1)[1])
        self.get("/api/sessions?limit=1")
        self.start_seconds = time.monotonic() - start
        cookie = self.request("POST", "/api/auth/sign-in", {"email": "bea@example.com", "password": PASSWORD})[1]
        self.cookie = cookie["set-cookie"].split(";")[0]
        organizations = json.loads(self.request("GET", "/api/me", headers={"Cookie": self.cookie})[2])["organizations"]
        self.organization = next(organization["id"] for organization in organizations if organization["name"] == "Bench")
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=60)
        self.process.stdout.close()

    def request(self, method, path, body=None, headers=None):
        """Sends JSON, and returns status, headers and body of the answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        headers = dict(headers or {})
        if body is not None:
            body = body if isinstance(body, str) else json.dumps(body)
            headers.setdefault("Content-Type", "application/json")
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, text

    def get(self, path):
        status, _, body = self.request("GET", path, headers={"x-api-key": self.key})
        assert status == 200, body
        return body

    def raw_request(self, name, method, path, headers, body=""):
        """Writes a request down as it is sent, for `pairs`."""
        lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1"] + [f"{key}: {value}" for key, value in headers.items()]
        if body:
            lines.append(f"Content-Length: {len(body.encode())}")
        file = WORK / f"{name}.http"
        file.write_text("\r\n".join(lines) + "\r\n\r\n" + body, newline="")
        return file

    def status(self, field):
        """A number of /proc/PID/status, in KiB."""
        with open(f"/proc/{self.process.pid}/status") as lines:
            return next(int(line.split()[1]) for line in lines if line.startswith(field + ":"))

    def processor_seconds(self):
        """Of user and system, with the programs that it ran to their end."""
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
