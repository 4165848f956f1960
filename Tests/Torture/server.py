"""A server of the torture's own, on a data directory that outlives it."""

import http.client
import json
import os
import pathlib
import signal
import socket
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = ROOT / ".build" / "debug" / "lodestone"
PASSWORD = "a long password 9"


class Server:
    def __init__(self, directory, agent):
        self.directory = directory
        self.data = directory / "data"
        self.database = self.data / "lodestone.sqlite"
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            self.port = listener.getsockname()[1]
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": os.environ["HOME"],
            "LODESTONE_DATA": str(self.data),
            "LODESTONE_PORT": str(self.port),
            "LODESTONE_LOG_LEVEL": "warning",
            "LODESTONE_ALLOW_ROOT": "true",
            "LODESTONE_AGENT_COMMAND": f"/usr/bin/python3,{agent}",
            "LODESTONE_AGENT_PATHS": str(agent),
            "LODESTONE_REPOSITORY_HOSTS": f"github.com={directory}/repositories",
        }
        self.process = None

    def command(self, *arguments, text=""):
        result = subprocess.run(
            [BINARY, *arguments], env=self.environment, input=text, capture_output=True, text=True, timeout=600
        )
        if result.returncode:
            raise RuntimeError(f"{arguments}: {result.stderr}")
        return result.stdout.strip()

    def set_up(self):
        """Makes an organization, its owner, a key and a repository."""
        self.command(
            "setup", "--organization", "Acme", "--name", "Ada", "--email", "ada@example.com", "--password-file", "-",
            text=PASSWORD,
        )  # fmt: skip
        self.organization = self.command("organization", "list").split()[0]
        self.key = self.command("key", "create", "--name", "torture").split()[-1]
        repository = self.directory / "repositories" / "acme" / "web-app"
        subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch", "main", repository], check=True)
        git = ["git", "-C", repository, "-c", "user.name=A", "-c", "user.email=a@localhost"]
        tree = subprocess.run([*git, "mktree"], input="", capture_output=True, text=True, check=True).stdout.strip()
        commit = subprocess.run([*git, "commit-tree", "-m", "Start", tree], capture_output=True, text=True, check=True)
        subprocess.run([*git, "update-ref", "refs/heads/main", commit.stdout.strip()], check=True)
        self.start()
        _, headers, _ = self.request(
            "POST", "/api/auth/sign-in", {"email": "ada@example.com", "password": PASSWORD}
        )
        self.cookie = headers["set-cookie"].split(";")[0]
        self.end(signal.SIGTERM)

    def start(self):
        with open(self.directory / "log", "ab") as log:
            self.process = subprocess.Popen(
                [BINARY, "serve"], env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise RuntimeError(f"the server ended: {(self.directory / 'log').read_text()[-2000:]}")
            try:
                if self.request("GET", "/readyz")[0] == 200:
                    return
            except OSError:
                time.sleep(0.02)
        raise RuntimeError("the server doesn't get ready")

    def end(self, signal_number):
        self.process.send_signal(signal_number)
        self.process.wait(timeout=90)

    def request(self, method, path, body=None, headers=(), timeout=60):
        """Returns status, headers and body; `OSError` or `HTTPException` where there is no whole answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            headers = {"Content-Type": "application/json", **dict(headers)}
            data = body if body is None or isinstance(body, str) else json.dumps(body)
            connection.request(method, path, data, headers)
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()
