"""A runner of the torture's own: a process in a network namespace of its own, whose link to the server can be cut and
slowed."""

import os
import pathlib
import signal
import subprocess
import sys
import time

from server import BINARY

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "EndToEnd"))
from isolated_network import Door, command  # noqa: E402

PORT = 8080
DELAYS = ["netem", "delay", "120ms", "60ms", "loss", "2%"]
# For kernels without netem: 1 megabit a second, which also delays what waits in its queue.
RATES = ["tbf", "rate", "1mbit", "burst", "32kb", "latency", "800ms"]


class Runner:
    def __init__(self, number, server, token, agent):
        self.name = f"runner {number}"
        self.place = server.directory / f"runner-{number}"
        self.place.mkdir()
        self.server, self.agent = server, agent
        self.runs = self.place / "files" / "runs"
        (self.place / "token").write_text(token + "\n")
        self.door = Door(str(self.place / "socket"), server.port)
        self.process = None

    def start(self):
        runner = [BINARY, "runner", "--server", f"http://127.0.0.1:{PORT}", "--token-file", self.place / "token"]
        runner += ["--directory", self.place / "files", "--agent-path", self.agent, "--log-level", "info"]
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.place)}
        with open(self.place / "log", "ab") as log:
            self.process = subprocess.Popen(
                command(self.place / "socket", PORT, runner),
                env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip

    def kill(self):
        """As a power cut would end it: its agent ends with it."""
        for child in self.children():
            os.kill(child, signal.SIGKILL)
        self.process.kill()
        self.process.wait(timeout=60)

    def children(self):
        try:
            text = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        except FileNotFoundError:
            return []
        return [int(word) for word in text.split()]

    def terminate(self, patience=60):
        """Has it give back its run and end; returns whether it did."""
        self.process.terminate()
        try:
            self.process.wait(timeout=patience)
        except subprocess.TimeoutExpired:
            self.kill()
            return False
        return True

    @property
    def is_alive(self):
        return self.process.poll() is None

    # The network.

    def inside(self, *arguments):
        """Runs a command in the runner's network namespace; returns whether it succeeded."""
        users = [] if os.geteuid() == 0 else ["--user", "--preserve-credentials"]
        enter = ["nsenter", "--target", str(self.process.pid), *users, "--net", *arguments]
        return subprocess.run(enter, capture_output=True, text=True, timeout=60).returncode == 0

    def cut(self):
        """Nothing arrives any more, and nobody is told."""
        self.inside("ip", "link", "set", "lo", "down")

    def mend(self):
        self.inside("ip", "link", "set", "lo", "up")

    def drop(self):
        """Ends all connections."""
        self.door.drop()

    def slow(self):
        """Returns how, or `None` where the kernel can't."""
        # As on a real link, or a single packet would be larger than what may pass at once.
        self.inside("ip", "link", "set", "lo", "mtu", "1500")
        for discipline in (DELAYS, RATES):
            if self.inside("tc", "qdisc", "replace", "dev", "lo", "root", *discipline):
                return discipline[0]
        return None

    def hasten(self):
        self.inside("tc", "qdisc", "del", "dev", "lo", "root")

    def is_idle(self, patience=30):
        """Whether nothing is left of its runs, if need be after a moment."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if not any(self.runs.glob("*")):
                return True
            time.sleep(0.2)
        return False
