"""Starts the service as scripts/run leaves it for a new user, and does what its welcome says."""

import atexit
import functools
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = ROOT / ".build" / "debug" / "lodestone"


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def make_certificate(directory, name="localhost"):
    """Makes a certificate for localhost that is signed with its own key, in place of an earlier one of the same name."""
    certificate, key = os.path.join(directory, f"{name}.pem"), os.path.join(directory, f"{name}-key.pem")
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-days", "30"]
    subprocess.run([*command, "-out", certificate + ".new", "-keyout", key + ".new"], check=True, capture_output=True)
    os.chmod(key + ".new", 0o600)
    os.rename(certificate + ".new", certificate)
    os.rename(key + ".new", key)
    return certificate, key


def run_script(environment):
    """Runs scripts/run until it says that the service is ready; returns the process and what it printed up to there."""
    process = subprocess.Popen(
        [ROOT / "scripts" / "run"],
        env={**environment, "BUILD": "debug"},
        text=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    )
    lines = []
    for line in process.stdout:
        lines.append(line)
        if line.startswith("Lodestone is ready"):
            return process, "".join(lines)
    raise RuntimeError("scripts/run ended early:\n" + "".join(lines))


def end(process):
    process.send_signal(signal.SIGTERM)
    process.wait(timeout=30)
    if process.stdout:
        process.stdout.close()


@functools.cache
def first_start():
    """What scripts/run leaves at its first start, made once for all classes of tests: the data directory and address."""
    directory = tempfile.mkdtemp(prefix="lodestone-")
    atexit.register(shutil.rmtree, directory)
    data, port = os.path.join(directory, "data"), free_port()
    process, _ = run_script(environment(data, port))
    end(process)
    return data, f"http://127.0.0.1:{port}"


def environment(data, port, agent="none", settings={}):
    return {
        "PATH": os.environ["PATH"],
        "HOME": os.environ["HOME"],
        "LODESTONE_DATA": data,
        "LODESTONE_PORT": str(port),
        "LODESTONE_LOG_LEVEL": "warning",
        "LODESTONE_AGENT": agent,
        "LODESTONE_ALLOW_ROOT": "true",
        **settings,
    }


class ServiceTestCase(unittest.TestCase):
    """A service of its own for every class of tests."""

    # What works on sessions.
    agent = "none"
    # Further settings.
    settings = {}
    # The file for the log; without it, it goes where that of the tests goes.
    log = None

    @classmethod
    def setUpClass(cls):
        cls.directory = tempfile.mkdtemp(prefix="lodestone-")
        cls.data = os.path.join(cls.directory, "data")
        cls.port = free_port()
        cls.address = f"http://127.0.0.1:{cls.port}"
        cls.set_up()
        cls.start()
        cls.addClassCleanup(shutil.rmtree, cls.directory)
        cls.addClassCleanup(cls.stop)
        cls.curl_lines = re.findall(r"^  (curl .*)$", cls.welcome, re.MULTILINE)

    @classmethod
    def set_up(cls):
        """Makes the data directory as it is after a first start."""
        data, address = first_start()
        shutil.copytree(data, cls.data, ignore=shutil.ignore_patterns("*.sock"))
        welcome = pathlib.Path(cls.data, "welcome.txt")
        cls.welcome = welcome.read_text().replace(data, cls.data).replace(address, cls.address)
        welcome.write_text(cls.welcome)

    @classmethod
    def environment(cls):
        hosts = {"LODESTONE_REPOSITORY_HOSTS": f"github.com={cls.data}/repositories"}
        return environment(cls.data, cls.port, cls.agent, {**hosts, **cls.settings})

    @classmethod
    def start(cls):
        """Starts the server by itself, without looking whether it has to be built, and waits until it answers."""
        log = open(cls.log, "a") if cls.log else None
        cls.process = subprocess.Popen([BINARY, "serve"], env=cls.environment(), stdin=subprocess.DEVNULL,
                                       stdout=subprocess.DEVNULL, stderr=log)
        if log:
            log.close()
        while True:
            try:
                socket.create_connection(("127.0.0.1", cls.port), timeout=60).close()
                return
            except ConnectionRefusedError:
                if cls.process.poll() is not None:
                    raise RuntimeError(f"the server ended with {cls.process.returncode}") from None
                time.sleep(0.05)

    @classmethod
    def stop(cls):
        end(cls.process)

    @classmethod
    def kill(cls):
        """Ends the server as a power cut would, in the middle of whatever it does."""
        cls.process.kill()
        cls.process.wait(timeout=30)

    def start_empty(self):
        """Starts another server, on which nothing is set up yet, and returns the link that it prints."""
        data = tempfile.mkdtemp(dir=self.directory)
        serve = subprocess.Popen(
            [BINARY, "serve", "--data", data, "--port", "0", "--log-level", "warning", "--allow-root"],
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

    @classmethod
    def log_lines(cls, message):
        """The lines of a JSON log with a message."""
        lines = [json.loads(line) for line in pathlib.Path(cls.log).read_text().splitlines()]
        return [line for line in lines if line["message"] == message]

    def eventually(self, condition, seconds=20):
        """Waits until something is true, and returns it."""
        end = time.monotonic() + seconds
        while not (result := condition()):
            self.assertLess(time.monotonic(), end, "what was waited for did not come")
            time.sleep(0.05)
        return result

    @property
    def password(self):
        return re.search(r"with the password (\S+)", self.welcome).group(1)

    @property
    def key(self):
        return re.search(r"lsk_\w+", self.welcome).group()

    def create_session(self):
        """Signs in and creates a session with the lines that the welcome gives."""
        self.shell(self.curl_lines[0])
        return self.shell(self.curl_lines[1])["session"]

    def get(self, path):
        return self.shell(f"curl -s -H 'x-api-key: {self.key}' '{self.address}{path}'")
