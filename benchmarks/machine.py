"""What a benchmark runs on, and the small programs it measures with."""

import os
import pathlib
import platform
import shutil
import statistics
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[1]
WORK = ROOT / ".build" / "bench"


def describe():
    """The machine in one line."""
    with open("/proc/cpuinfo") as lines:
        names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    sqlite = run(["sqlite3", "--version"]).split()[0]
    return f"{len(names)} × {names[0] if names else '?'}, {memory:.0f} GiB, {platform.release()}, SQLite {sqlite}"


def run(command, **options):
    """Runs a program and returns what it printed; ends with what it said when it fails."""
    result = subprocess.run(command, capture_output=True, text=True, **options)
    if result.returncode:
        raise SystemExit(f"{command[0]} failed: {result.stderr}")
    return result.stdout


def compile_tools():
    """Builds the C programs beside this file."""
    WORK.mkdir(parents=True, exist_ok=True)
    here = ROOT / "benchmarks"
    run(["cc", "-O2", "-o", WORK / "bare", here / "bare.c", "-lsqlite3"])
    run(["cc", "-O2", "-D_GNU_SOURCE", "-o", WORK / "pairs", here / "pairs.c"])


def fresh_directory(name):
    path = WORK / name
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True, mode=0o700)
    return path


class Sample:
    """Measurements of one thing, a round each."""

    def __init__(self, values):
        self.values = list(values)

    @property
    def median(self):
        return statistics.median(self.values)

    @property
    def spread(self):
        """Half of what lies between the lowest and the highest, as a part of the median."""
        return (max(self.values) - min(self.values)) / 2 / self.median if self.median else 0.0
