"""Backs a server up under load, kills it, restores the backup elsewhere and compares: backup.py [--cycles 20]
[--megabytes 256] [--seed N]. Also measures how long a backup makes commits wait."""

import argparse
import copy
import json
import pathlib
import random
import shutil
import signal
import sys
import tempfile
import threading
import time

from ledger import Ledger
from load import GONE, Load
from server import Server

AGENT = pathlib.Path(__file__).resolve().parents[1] / "EndToEnd" / "steady_agent.py"
PASSPHRASE = "a passphrase of some length"
# The longest that a commit may wait because of a backup.
LIMIT = 0.1


def answered(ledger):
    """What a backup that begins now must have."""
    with ledger.lock:
        known = Ledger()
        known.sessions = dict(ledger.sessions)
        known.lines = copy.deepcopy(ledger.lines)
        known.events, known.last_event = ledger.events.copy(), ledger.last_event
        return known


def elsewhere(server, name):
    """A server of the same organization on another data directory."""
    other = Server(server.directory, AGENT)
    other.data = server.directory / name
    other.database = other.data / "lodestone.sqlite"
    other.environment = {**other.environment, "LODESTONE_DATA": str(other.data)}
    other.organization, other.key, other.cookie = server.organization, server.key, server.cookie
    return other


def cycle(server, ledger, chance, number):
    """Returns what went wrong."""
    server.start()
    load = Load(server, ledger, chance.getrandbits(32))
    load.start()
    time.sleep(chance.uniform(0.3, 1.0))
    known = answered(ledger)
    sealed = ["--passphrase-file", str(server.directory / "passphrase")] if number % 2 else []
    backup = server.command("backup", str(server.directory / "backups"), *sealed).splitlines()[0]
    time.sleep(chance.uniform(0, 0.5))
    server.end(signal.SIGKILL)
    load.stop()
    problems = load.problems

    other = elsewhere(server, "elsewhere")
    other.command("restore", backup, *sealed)
    known.attempted = ledger.attempted
    problems += known.check(other.database)
    other.start()
    for session in random.Random(number).sample(sorted(known.sessions), min(5, len(known.sessions))):
        status, _, _ = other.request("GET", f"/api/sessions/{session}", headers={"x-api-key": other.key})
        if status != 200:
            problems.append(f"the restored server answers {status} for session {session}")
    other.end(signal.SIGTERM)
    checked = json.loads(other.command("check", "--json"))
    problems += [finding["detail"] for finding in checked if finding["level"] == "problem"]
    # The next restore replaces this one, and keeps it.
    for kept in other.data.glob("replaced-*"):
        shutil.rmtree(kept)
    shutil.rmtree(backup)
    return problems


class Waits:
    """How long one small change after the other takes, each of them a commit."""

    def __init__(self, server):
        self.server, self.times, self.stopped = server, [], threading.Event()
        status, _, text = server.request(
            "POST", "/api/sessions", {"organizationId": server.organization}, {"Cookie": server.cookie}
        )
        self.session = json.loads(text)["session"]["id"]
        self.thread = threading.Thread(target=self.write)
        self.thread.start()

    def write(self):
        while not self.stopped.is_set():
            start = time.monotonic()
            try:
                self.server.request(
                    "PATCH", f"/api/sessions/{self.session}", {"title": f"Step {len(self.times)}"},
                    {"x-api-key": self.server.key},
                )  # fmt: skip
            except GONE:
                return
            self.times.append(time.monotonic() - start)

    def longest(self):
        self.stopped.set()
        self.thread.join()
        return max(self.times)


def measure(server, megabytes):
    """Returns the longest waits for a commit without a backup and during one, in seconds."""
    server.start()
    _, _, text = server.request(
        "POST", "/api/sessions", {"organizationId": server.organization}, {"Cookie": server.cookie}
    )
    session = json.loads(text)["session"]["id"]
    line = json.dumps({"type": "system", "padding": "x" * (1 << 20)})
    for _ in range(0, megabytes, 8):
        server.request(
            "POST", f"/api/sessions/{session}/messages", "\n".join([line] * 8),
            {"x-api-key": server.key, "Content-Type": "application/x-ndjson"},
        )  # fmt: skip
    without = Waits(server)
    time.sleep(3)
    without = without.longest()
    during = Waits(server)
    backup = server.command("backup", str(server.directory / "backups")).splitlines()[0]
    during = during.longest()
    size = (pathlib.Path(backup) / "lodestone.sqlite").stat().st_size
    shutil.rmtree(backup)
    server.end(signal.SIGTERM)
    print(
        f"  {size >> 20} MiB backed up: a commit took at most {during * 1000:.0f} ms meanwhile,"
        f" {without * 1000:.0f} ms without",
        flush=True,
    )
    return without, during


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cycles", type=int, default=20)
    parser.add_argument("--megabytes", type=int, default=256)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    options = parser.parse_args()
    print(f"backups: {options.cycles} cycles, seed {options.seed}", flush=True)
    chance = random.Random(options.seed)
    directory = pathlib.Path(tempfile.mkdtemp(prefix="lodestone-torture-"))
    (directory / "passphrase").write_text(PASSPHRASE + "\n")
    server, ledger = Server(directory, AGENT), Ledger()
    server.set_up()
    problems = []
    for number in range(options.cycles):
        problems = cycle(server, ledger, chance, number)
        if problems:
            break
    if not problems:
        without, during = measure(server, options.megabytes)
        if during - without > LIMIT:
            problems.append(f"a backup made a commit wait {(during - without) * 1000:.0f} ms longer")
    if problems:
        print("\n".join(["FAIL", *problems[:20], f"The data and the log are in {directory}; --seed {options.seed}"]))
        sys.exit(1)
    lines = sum(map(len, ledger.lines.values()))
    print(f"backups: {len(ledger.sessions)} sessions and {lines} lines; each backup had all that was answered before it")
    shutil.rmtree(directory)


if __name__ == "__main__":
    main()
