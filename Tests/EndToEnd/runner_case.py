"""Tests of agents on runners: other processes, each in a network namespace of its own, that share nothing with the server but
its URL and a token."""

import os
import subprocess
import sys
import tempfile

import isolated_network
from isolated_network import Door, command
from service import BINARY, free_port
from test_runs import RunTestCase


class RunnerTestCase(RunTestCase):
    """A service that works on nothing itself, and a token for its runners."""

    settings = {"LODESTONE_AGENT_CONCURRENCY": "0"}

    def setUp(self):
        super().setUp()
        made = subprocess.run(
            [BINARY, "runner-token", "create", "--name", "Rack 1", "--data", self.data],
            text=True, capture_output=True, check=True)  # fmt: skip
        self.token = made.stdout.strip()

    def start_runner(self, *options, environment=None, services=()):
        """A runner, and the door through which it reaches the server.

        Its network also has the given services, which are ports of this machine.
        """
        place = tempfile.mkdtemp(prefix="lodestone-runner-")
        token = os.path.join(place, "token")
        with open(token, "w") as file:
            file.write(self.token + "\n")
        path, port = os.path.join(place, "socket"), free_port()
        door = Door(path, self.port)
        runner = [BINARY, "runner", "--server", f"http://127.0.0.1:{port}", "--token-file", token]
        runner += ["--directory", os.path.join(place, "files"), "--log-level", "warning", *options]
        for service in services:
            way = os.path.join(place, f"socket-{service}")
            Door(way, service)
            runner = [sys.executable, isolated_network.__file__, way, str(service), *runner]
        environment = {"PATH": os.environ["PATH"], "HOME": place, **(environment or {})}
        process = subprocess.Popen(command(path, port, runner), env=environment, stdin=subprocess.DEVNULL)

        def end():
            if process.poll() is None:
                process.terminate()
            process.wait(timeout=60)

        self.addCleanup(end)
        process.runs = os.path.join(place, "files", "runs")
        return process, door
