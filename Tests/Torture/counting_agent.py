"""An agent for runners: it counts, one step a commit, and goes on where the files that it finds end. Each line that it
prints says which process printed it, and how many that process had printed before."""

import json
import os
import pathlib
import subprocess
import sys
import time
import uuid

process = uuid.uuid4().hex
printed = 0


def say(kind, **fields):
    line = {"type": kind, "session_id": conversation, "uuid": str(uuid.uuid4()), **fields}
    os.write(1, (json.dumps(line) + "\n").encode())


def text(words):
    """Words with the mark by which lines are told apart."""
    global printed
    printed += 1
    return f"{process} {printed} {words}"


arguments = sys.argv[1:]
conversation = arguments[arguments.index("--resume") + 1] if "--resume" in arguments else str(uuid.uuid4())
steps = pathlib.Path("steps")
for prompt in sys.stdin:
    work = json.loads(json.loads(prompt)["message"]["content"][0]["text"].splitlines()[-1])
    say("system", subtype="init")
    done = len(steps.read_text().splitlines()) if steps.exists() else 0
    for step in range(done + 1, work["steps"] + 1):
        with steps.open("a") as file:
            file.write(f"{step}\n")
        # The last step is left to the server to commit, in some sessions.
        if step < work["steps"] or work["commits"]:
            subprocess.run(["git", "add", "steps"], check=True)
            subprocess.run(["git", "commit", "--quiet", "--message", f"Step {step}"], check=True)
        say("assistant", message={"content": [{"type": "text", "text": text(f"Step {step}")}]})
        time.sleep(work["pause"])
    say("result", subtype="success", is_error=False, result=text("Done"))
