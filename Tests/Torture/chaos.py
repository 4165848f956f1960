"""Kills the server again and again while agents ask people and people answer, and looks whether each question was
shown once, answered once, and its answer told to the agent exactly once: chaos.py [--sessions 100] [--kills 30]
[--seed N]

What "once" means, where a process may end at any moment:

- Shown once: for each call of a tool for which an agent had printed a request (`can_use_tool`), there is one request
  with that `tool_use_id`, one event that it was created, and no other request. None is withdrawn.
- Answered once: one answer is stored, one event and one line of the transcript tell of it, and it is the answer that a
  person was told was taken, if anybody was told. All who tried another one were refused.
- Told once: each answer is told to a process that goes on with it, which is to say that it says something after it has
  used the answer, and to none after that. No process goes on without the answer to what it had asked, none reads it
  twice, and what it reads is the answer that is stored. The same is true of whatever people say besides.

That no answer is ever read by two processes can't be promised. One that was killed after it had read it and before it
said anything more may have forgotten it: an agent writes its record of the conversation a little later than it prints
what came of an answer. Then the next process is told again. That is the only case, and the figures at the end say how
often it was.
"""

import argparse
import collections
import pathlib
import random
import shutil
import signal
import sys
import tempfile
import time

from people import People
from proof import Proof, counts, phases
from server import Server

AGENT = pathlib.Path(__file__).with_name("asking_agent.py")
KINDS = [["question"], ["question"], ["question", "question"], ["permission"], ["plan"], ["permission", "question"]]
# How long it may take, in seconds, until everything is answered when nobody kills the server any more.
PATIENCE = 900


def work(chance):
    """What an agent is to ask, and how long it takes to do so."""
    return [
        {
            "kinds": chance.choice(KINDS),
            "before": round(chance.uniform(0, 0.6), 3),
            "after": round(chance.choice([0, chance.uniform(0, 0.5)]), 3),
            "hearing": round(chance.choice([0, chance.uniform(0, 0.5)]), 3),
        }
        for _ in range(chance.randint(1, 4))
    ]


def cycle(server, people, beginnings, answers, chance):
    """Has people and agents talk until there are so many answers more, and kills the server; returns in which phase
    each session was."""
    # Without patience an agent's process ends as soon as it has asked.
    server.environment["LODESTONE_AGENT_PATIENCE_MINUTES"] = "0" if chance.random() < 0.3 else "10"
    server.start()
    people.start()
    for steps in beginnings:
        people.begin(steps)
    if chance.random() < 0.8:
        people.wait_for_answers(answers)
        time.sleep(chance.uniform(0, 0.5))
    else:
        # While it still takes up what the one before left.
        time.sleep(chance.uniform(0, 1.5))
    server.end(signal.SIGKILL)
    people.stop()
    return phases(server.database)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sessions", type=int, default=100)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    options = parser.parse_args()
    print(f"chaos: {options.sessions} sessions, {options.kills} kills, seed {options.seed}", flush=True)
    chance = random.Random(options.seed)
    directory = pathlib.Path(tempfile.mkdtemp(prefix="lodestone-chaos-"))
    server = Server(directory, AGENT)
    server.environment["LODESTONE_AGENT_CONCURRENCY"] = "4"
    server.set_up()
    people = People(server, chance.getrandbits(32))
    started = time.monotonic()
    killed = collections.Counter()
    # All have begun before the last kills.
    rounds = max(1, options.kills * 2 // 3)
    for number in range(options.kills):
        first, last = (options.sessions * min(step, rounds) // rounds for step in (number, number + 1))
        beginnings = [work(chance) for _ in range(first, last)]
        hit = cycle(server, people, beginnings, chance.randint(1, max(2, options.sessions // 8)), chance)
        killed.update(hit)
        print(f"  kill {number + 1} after {time.monotonic() - started:.0f} s: {dict(sorted(hit.items()))}", flush=True)
    server.environment["LODESTONE_AGENT_PATIENCE_MINUTES"] = "10"
    server.start()
    people.start()
    are_done = people.finish(PATIENCE)
    people.stop()
    server.end(signal.SIGTERM)
    proof = Proof(server, people)
    problems = [*people.problems, *([] if are_done else ["not all sessions came to their end"]), *proof.problems()]
    if problems:
        print("\n".join(["FAIL", *problems[:20], f"The data and the log are in {directory}; --seed {options.seed}"]))
        sys.exit(1)
    shutil.rmtree(directory)
    print(f"chaos: in all kills together, sessions were: {counts(killed)}")
    print(f"chaos: {proof.summary()}, in {time.monotonic() - started:.0f} s")
    print("chaos: each question was shown once, answered once, and its answer told once")


if __name__ == "__main__":
    main()
