"""An agent for tests: it counts to forty for every request, notes down each line before it prints it, and goes on after
an interruption where its notes end."""

import json
import os
import sys
import time
import uuid

STEPS = 40
home = os.environ["HOME"]


def note(**fields):
    with open(f"{home}/journal", "a") as journal:
        journal.write(json.dumps(fields) + "\n")


def notes():
    try:
        with open(f"{home}/journal") as journal:
            return [json.loads(line) for line in journal]
    except FileNotFoundError:
        return []


def say(conversation, kind, **fields):
    line = {"type": kind, "session_id": conversation, "uuid": str(uuid.uuid4()), **fields}
    note(uuid=line["uuid"], process=os.getpid(), start=start, kind=kind, subtype=fields.get("subtype"))
    os.write(1, (json.dumps(line) + "\n").encode())


start = time.time()
arguments = sys.argv[1:]
conversation = arguments[arguments.index("--resume") + 1] if "--resume" in arguments else str(uuid.uuid4())
for prompt in sys.stdin:
    text = json.loads(prompt)["message"]["content"][0]["text"]
    say(conversation, "system", subtype="init")
    done = 0
    for known in notes():
        if known.get("kind") == "result":
            done = 0
        done = known.get("step", done)
    for step in range(done + 1, STEPS + 1):
        say(conversation, "assistant", message={"content": [{"type": "text", "text": f"Step {step}"}]})
        note(step=step)
        time.sleep(0.05)
    say(conversation, "result", subtype="success", is_error=False, result=f"Counted for: {text.splitlines()[-1]}")
