"""Starts the service as a new user would, with scripts/run, and does what its welcome says."""

import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = ROOT / ".build" / "debug" / "lodestone"


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class ServiceTestCase(unittest.TestCase):
    """A service of its own for every class of tests."""

    # What works on sessions.
    agent = "none"
    # Further settings.
    settings = {}

    @classmethod
    def setUpClass(cls):
        cls.directory = tempfile.mkdtemp(prefix="lodestone-")
        cls.data = os.path.join(cls.directory, "data")
        cls.port = free_port()
        cls.address = f"http://127.0.0.1:{cls.port}"
        cls.start()
        cls.addClassCleanup(shutil.rmtree, cls.directory)
        cls.addClassCleanup(cls.stop)
        cls.curl_lines = re.findall(r"^  (curl .*)$", cls.welcome, re.MULTILINE)

    @classmethod
    def start(cls):
        """Runs scripts/run until it says that the service is ready; what it prints up to there is the welcome."""
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": os.environ["HOME"],
            "BUILD": "debug",
            "LODESTONE_DATA": cls.data,
            "LODESTONE_PORT": str(cls.port),
            "LODESTONE_LOG_LEVEL": "warning",
            "LODESTONE_AGENT": cls.agent,
            **cls.settings,
        }
        cls.process = subprocess.Popen(
            [ROOT / "scripts" / "run"], env=environment, text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
        )
        lines = []
        for line in cls.process.stdout:
            lines.append(line)
            if line.startswith("Lodestone is ready"):
                break
        else:
            raise RuntimeError("scripts/run ended early:\n" + "".join(lines))
        cls.welcome = "".join(lines)

    @classmethod
    def stop(cls):
        cls.process.send_signal(signal.SIGTERM)
        cls.process.wait(timeout=30)
        cls.process.stdout.close()

    @classmethod
    def kill(cls):
        """Ends the server as a power cut would, in the middle of whatever it does."""
        children = subprocess.run(["pgrep", "-P", str(cls.process.pid), "lodestone"], capture_output=True, text=True)
        os.kill(int(children.stdout), signal.SIGKILL)
        cls.process.wait(timeout=30)
        cls.process.stdout.close()

    def start_empty(self):
        """Starts another server, on which nothing is set up yet, and returns the link that it prints."""
        data = tempfile.mkdtemp(dir=self.directory)
        serve = subprocess.Popen(
            [BINARY, "serve", "--data", data, "--port", "0", "--log-level", "warning"],
            text=True, stdout=subprocess.PIPE,
        )  # fmt: skip
        self.addCleanup(serve.stdout.close)
        self.addCleanup(serve.wait, timeout=30)
        self.addCleanup(serve.terminate)
        return next(line.strip() for line in serve.stdout if "/setup#" in line)

    @classmethod
    def shell(cls, command):
        """Runs a command line as pasted into a shell, and reads what it prints as JSON."""
        result = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True, timeout=60)
        return json.loads(result.stdout)

    @property
    def key(self):
        return re.search(r"lsk_\w+", self.welcome).group()

    def create_session(self):
        """Signs in and creates a session with the lines that the welcome gives."""
        self.shell(self.curl_lines[0])
        return self.shell(self.curl_lines[1])["session"]

    def get(self, path):
        return self.shell(f"curl -s -H 'x-api-key: {self.key}' '{self.address}{path}'")
