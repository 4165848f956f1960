"""Kills runners and the server again and again, and cuts and slows their network, while agents work on the runners:
runners.py [--runners 5] [--sessions 60] [--blows 60] [--seed N]

At the end, with everything up again:

- Each session has ended and is completed.
- Of what each process of an agent printed, the transcript has the beginning, in order and once: nothing is missing in
  between, and nothing comes after a line of a later process. There is one answer, and it is the last line.
- Each branch was pushed once, by the log of the repository's references, and has every step of the work once.
- Nothing is left of the runs on the runners, and no archive of a lease on the server.

The seed decides what happens when; the processes take their own time, so that two runs differ in details.
"""

import argparse
import collections
import json
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import uuid

from ledger import inconsistencies
from runner import Runner, isolated_network
from server import Server

AGENT = pathlib.Path(__file__).with_name("counting_agent.py")
# The shortest that the server allows: a runner that was killed holds its run for so long.
LEASE = "5"
# How long it may take, in seconds, until all sessions have ended when nobody strikes any more.
PATIENCE = 900
BLOWS = {"kill a runner": 8, "stop a runner": 3, "cut a link": 6, "drop connections": 4, "slow a link": 4,
         "kill the server": 3}  # fmt: skip


class Chaos:
    def __init__(self, options, directory):
        self.options = options
        self.chance = random.Random(options.seed)
        self.server = Server(directory, AGENT)
        self.server.environment |= {
            "LODESTONE_AGENT_CONCURRENCY": "0",
            "LODESTONE_RUNNER_LEASE_SECONDS": LEASE,
            # Without a host that could be asked: the sessions begin at a tag, and so are pushed without a pull request.
            "LODESTONE_GITHUB_TOKEN": "ghp_of_nobody",
            "LODESTONE_GITHUB_API_URL": "http://127.0.0.1:1",
        }
        self.server.set_up()
        self.repository = directory / "repositories" / "acme" / "web-app"
        self.git("tag", "start", "main")
        self.git("config", "core.logAllRefUpdates", "always")
        token = self.server.command("runner-token", "create", "--name", "torture").split()[-1]
        self.runners = [Runner(number + 1, self.server, token, AGENT) for number in range(options.runners)]
        self.sessions = {}  # id: its number of steps
        self.problems = []
        self.struck = collections.Counter()
        self.slowed = set()
        self.menders = []

    def git(self, *arguments):
        result = subprocess.run(["git", "-C", self.repository, *arguments], capture_output=True, text=True, check=True)
        return result.stdout

    def begin(self):
        """Creates a session, if need be again with the same key: the server may die meanwhile."""
        work = {
            "steps": self.chance.randint(3, 12),
            "pause": round(self.chance.choice([0.02, self.chance.uniform(0.05, 0.5)]), 3),
            "commits": self.chance.random() < 0.5,
        }
        body = {
            "organizationId": self.server.organization,
            "initialMessage": f"Count for {uuid.UUID(int=self.chance.getrandbits(128)).hex}\n{json.dumps(work)}",
            "repoUrl": "https://github.com/acme/web-app",
            "baseBranch": "start",
        }
        headers = {"Cookie": self.server.cookie, "Idempotency-Key": uuid.uuid4().hex}
        status, _, text = self.server.request("POST", "/api/sessions", body, headers)
        if status == 201:
            self.sessions[json.loads(text)["session"]["id"]] = work["steps"]
        else:
            self.problems.append(f"a session was not created: {status} {text[:200]}")

    def strike(self):
        blow = self.chance.choices(list(BLOWS), BLOWS.values())[0]
        runner = self.chance.choice(self.runners)
        wait = self.chance.choice([self.chance.uniform(0, 1), self.chance.uniform(0, 9)])
        if not runner.is_alive and blow != "kill the server":
            self.problems.append(f"{runner.name} has ended by itself with {runner.process.returncode}")
            return
        self.struck[blow] += 1
        if blow == "kill a runner":
            runner.kill()
            runner.start()
        elif blow == "stop a runner":
            if not runner.terminate():
                self.problems.append(f"{runner.name} did not end when it was told to")
            runner.start()
        elif blow == "cut a link":
            runner.cut()
            self.later(wait, runner, Runner.mend)
        elif blow == "drop connections":
            runner.drop()
        elif blow == "slow a link":
            self.slowed.add(runner.slow())
            self.later(wait, runner, Runner.hasten)
        else:
            self.server.end(signal.SIGKILL)
            time.sleep(min(wait, 2))
            self.server.start()

    def later(self, wait, runner, mend):
        """Mends a link after a while, unless the runner was started anew meanwhile, with a new one."""
        process = runner.process

        def work():
            if runner.process is process and runner.is_alive:
                mend(runner)

        timer = threading.Timer(wait, work)
        timer.start()
        self.menders.append(timer)

    def run(self):
        self.server.start()
        for runner in self.runners:
            runner.start()
        for number in range(self.options.blows):
            first, last = (self.options.sessions * step // self.options.blows for step in (number, number + 1))
            for _ in range(first, last):
                self.begin()
            time.sleep(self.chance.uniform(0, 2 * self.options.pause))
            self.strike()
            if self.problems:
                break
        for timer in self.menders:
            timer.join()
        self.finish()
        left = [runner.name for runner in self.runners if not runner.is_idle()]
        for runner in self.runners:
            if runner.is_alive and not runner.terminate():
                self.problems.append(f"{runner.name} did not end at the end")
        self.server.end(signal.SIGTERM)
        self.problems += [f"files of runs are left on {name}" for name in left]
        if not self.problems:
            self.check()

    def finish(self):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            states = [self.session(it) for it in self.sessions]
            if all(it["status"] != "active" and it["run"]["stage"] == "ended" for it in states):
                break
            time.sleep(0.5)
        else:
            self.problems.append("not all sessions came to their end")
        for session in states:
            if session["status"] != "completed":
                self.problems.append(
                    f"{session['id']} is {session['status']}, {session['state']}: {session.get('error')}")

    def session(self, identifier):
        status, _, text = self.server.request(
            "GET", f"/api/sessions/{identifier}", headers={"x-api-key": self.server.key})
        if status != 200:
            raise RuntimeError(f"{identifier}: {status} {text[:200]}")
        return json.loads(text)["session"]

    # What has to be true at the end.

    def check(self):
        connection = sqlite3.connect(f"file:{self.server.database}?mode=ro", uri=True)
        try:
            self.problems += inconsistencies(connection)
            for session in self.sessions:
                self.problems += self.lines(session, connection)
                self.problems += self.pushes(session, connection)
        finally:
            connection.close()
        runs = self.server.data / "runs"
        self.problems += [f"left on the server: {path.relative_to(runs)}" for path in runs.glob("*/lease-*")]

    def lines(self, session, db):
        marks = []
        for kind, line in db.execute(
            "SELECT m.type, m.line FROM messages m JOIN sessions s ON s.number = m.session_number"
            " WHERE s.id = ? AND m.author_id IS NULL AND m.type IN ('assistant', 'result') ORDER BY m.sequence",
            (session,),
        ):
            line = json.loads(line)
            text = line["result"] if kind == "result" else line["message"]["content"][0]["text"]
            process, number, _ = text.split(" ", 2)
            marks.append((kind, process, int(number)))
        last, ended = None, set()
        for kind, process, number in marks:
            if last and process != last[0]:
                ended.add(last[0])
            expected = last[1] + 1 if last and last[0] == process else 1
            if process in ended or number != expected:
                yield f"line {number} of a process of {session} comes after line {last}"
            last = (process, number)
        if [kind for kind, _, _ in marks].count("result") != 1 or marks[-1][0] != "result":
            yield f"the answers of {session}: {[kind for kind, _, _ in marks]}"
        self.processes += len(ended) + 1

    processes = 0

    def pushes(self, session, db):
        branch = db.execute("SELECT branch FROM sessions WHERE id = ?", (session,)).fetchone()[0]
        log = self.repository / "logs" / "refs" / "heads" / branch
        updates = log.read_text().splitlines() if log.exists() else []
        if len(updates) != 1:
            yield f"{branch} of {session} was pushed {len(updates)} times: {updates}"
        if updates:
            steps = self.git("show", f"{branch}:steps").split()
            if steps != [str(number + 1) for number in range(self.sessions[session])]:
                yield f"{branch} of {session} has the steps {steps} of {self.sessions[session]}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runners", type=int, default=5)
    parser.add_argument("--sessions", type=int, default=60)
    parser.add_argument("--blows", type=int, default=60)
    parser.add_argument("--pause", type=float, default=1.5, help="seconds between two blows, on average")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    options = parser.parse_args()
    print(
        f"runners: {options.runners} runners, {options.sessions} sessions, {options.blows} blows, seed {options.seed}",
        flush=True,
    )
    if reason := isolated_network.missing():
        print(f"skipped: {reason}")
        return
    started = time.monotonic()
    directory = pathlib.Path(tempfile.mkdtemp(prefix="lodestone-runners-"))
    chaos = Chaos(options, directory)
    try:
        chaos.run()
    except BaseException:
        for process in [chaos.server.process, *(runner.process for runner in chaos.runners)]:
            if process and process.poll() is None:
                process.terminate()
        raise
    if chaos.problems:
        place = f"The data and the logs are in {directory}; --seed {options.seed}"
        print("\n".join(["FAIL", *chaos.problems[:20], place]))
        sys.exit(1)
    shutil.rmtree(directory)
    counts = ", ".join(f"{count} times {blow}" for blow, count in sorted(chaos.struck.items()))
    print(f"runners: {counts}; {chaos.processes} processes of agents, in {time.monotonic() - started:.0f} s")
    if chaos.slowed:
        print(f"runners: links were slowed by {', '.join(str(it) for it in chaos.slowed)}")
    print("runners: each session has ended, each line is there once and in order, each branch was pushed once")


if __name__ == "__main__":
    main()
