"""Kills the server again and again in the middle of creates, appends, edits, runs and event readers, and looks each time
whether everything that was answered is there, once: kill.py [--cycles 200] [--seed N]"""

import argparse
import pathlib
import random
import shutil
import signal
import sys
import tempfile
import time

from ledger import Ledger
from load import Load
from server import Server

AGENT = pathlib.Path(__file__).resolve().parents[1] / "EndToEnd" / "steady_agent.py"


def cycle(server, ledger, chance, seconds):
    """Loads the server for a while and kills it; returns what went wrong."""
    server.start()
    load = Load(server, ledger, chance.getrandbits(32))
    load.start()
    time.sleep(seconds)
    server.end(signal.SIGKILL)
    load.stop()
    return load.problems


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cycles", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    options = parser.parse_args()
    print(f"kill -9: {options.cycles} cycles, seed {options.seed}", flush=True)
    chance = random.Random(options.seed)
    directory = pathlib.Path(tempfile.mkdtemp(prefix="lodestone-torture-"))
    server, ledger = Server(directory, AGENT), Ledger()
    server.set_up()
    started = time.monotonic()
    problems = []
    for number in range(1, options.cycles + 1):
        problems = cycle(server, ledger, chance, chance.uniform(0.2, 1.5))
        # The server takes the write-ahead log over, and puts it away; then another program can look.
        server.start()
        server.end(signal.SIGTERM)
        # To look at everything takes longer as the sessions get more.
        if number % 10 == 0 or number == options.cycles or number <= 5:
            problems += ledger.check(server.database)
        if problems:
            break
        if number % 10 == 0 or number == options.cycles:
            lines = sum(map(len, ledger.lines.values()))
            print(
                f"  {number} cycles: {len(ledger.sessions)} sessions, {lines} lines, {ledger.repeats} repeats and"
                f" {len(ledger.events)} events in {time.monotonic() - started:.0f} s",
                flush=True,
            )
    if problems:
        print("\n".join(["FAIL", *problems[:20], f"The data and the log are in {directory}; --seed {options.seed}"]))
        sys.exit(1)
    shutil.rmtree(directory)
    print("kill -9: everything that was answered is there, once")


if __name__ == "__main__":
    main()
