"""The server is killed again and again while agents work: every session reaches its end, and no line is lost or doubled."""

import collections
import json
import pathlib
import random
import sys
import time

from test_runs import RunTestCase

SCRIPT = pathlib.Path(__file__).with_name("steady_agent.py")
KILLS = 50
SESSIONS = 16


class Interrupted(RunTestCase):
    agent = "claude"
    settings = {
        "LODESTONE_AGENT_COMMAND": f"/usr/bin/python3,{SCRIPT}",
        "LODESTONE_AGENT_PATHS": str(SCRIPT),
    }

    def test_nothing_is_lost_or_doubled(self):
        chance = random.Random(20_261_122)
        sessions = [self.create(f"Count, number {number}") for number in range(SESSIONS)]
        said = collections.Counter(sessions)
        for round in range(KILLS):
            awaits_work = round % 2 == 1
            if not awaits_work:
                time.sleep(chance.uniform(0.05, 1.2))
            if round % 3 == 1:
                session = chance.choice(sessions)
                self.say(session, f"Count again, round {round}")
                said[session] += 1
            if awaits_work:
                self.until_an_agent_works()
                time.sleep(chance.uniform(0, 0.6))
            self.kill()
            self.start()
        interruptions = 0
        for session in sessions:
            shown = self.ended_after_all(session, said[session])
            interruptions += self.check(shown)
        self.assertGreater(interruptions, 5, "the server was killed while nothing happened")
        print(f"[{interruptions} interrupted agents of {KILLS} kills] ", end="", file=sys.stderr, flush=True)

    def until_an_agent_works(self):
        """However slow the machine is, and unless there is nothing to do."""

        def noted():
            return sum(journal.stat().st_size for journal in pathlib.Path(self.data).glob("runs/*/home/journal"))

        before, end = noted(), time.monotonic() + 10
        while noted() == before and time.monotonic() < end:
            time.sleep(0.02)

    def ended_after_all(self, session, prompts):
        def is_over(shown):
            answers = [message for message in shown["messages"] if message["type"] == "result"]
            self.assertNotEqual(shown["status"], "failed", shown.get("error"))
            return shown["run"]["stage"] == "ended" and shown["status"] == "completed" and len(answers) == prompts

        return self.until(session, is_over, seconds=300)

    def check(self, shown):
        """Compares the transcript with the agent's own notes; returns how many of its processes were interrupted."""
        stored = [message["uuid"] for message in shown["messages"] if "uuid" in message]
        self.assertEqual(len(stored), len(set(stored)), "a line is doubled")
        with open(f"{self.data}/runs/{shown['id']}/home/journal") as journal:
            notes = [json.loads(line) for line in journal]
        processes = collections.defaultdict(list)
        for note in notes:
            if note.get("kind") in ("assistant", "result"):
                processes[note["start"]].append(note["uuid"])
        # The last thing that a process noted down it may not have come to print.
        noted = [uuid for lines in processes.values() for uuid in lines]
        last = {lines[-1] for lines in processes.values()}
        self.assertEqual([uuid for uuid in noted if uuid not in last and uuid not in stored], [], "a line is lost")
        self.assertEqual([uuid for uuid in noted if uuid in stored], stored, "lines are in another order")
        prompts = [message for message in shown["messages"] if message["type"] == "user"]
        answers = [message for message in shown["messages"] if message["type"] == "result"]
        self.assertEqual(len(prompts), len(answers))
        return len(processes) - 1
