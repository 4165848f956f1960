"""A stand-in for Claude Code that asks people what its prompt tells it to, and speaks the control protocol as that
does.

It keeps two files in its home. `memory` is what an agent knows of its conversation, for the process that resumes. Like
the real program, it remembers an answer a tenth of a second after it has printed what came of it. `ledger` is for the
test: what this process was told, as soon as it had read it, and what it asked and said, once it had printed that. An
agent that was killed at a request asks nothing again: it expects the answer in the next message.
"""

import json
import os
import re
import sys
import time
import uuid

# How much later than it prints it writes down what it is to remember.
LAG = 0.1
home = os.environ["HOME"]
process = str(uuid.uuid4())


def write(name, **entry):
    with open(f"{home}/{name}", "a") as file:
        file.write(json.dumps(entry) + "\n")


def read(name):
    try:
        with open(f"{home}/{name}") as file:
            return [json.loads(line) for line in file]
    except FileNotFoundError:
        return []


def note(what, **fields):
    write("ledger", process=process, what=what, **fields)


class Agent:
    def __init__(self, conversation):
        self.conversation = conversation
        self.work = []  # the steps of the prompt
        self.step = 0  # the first that is not done
        self.asked = 0  # how much of what that step asks
        self.open = set()  # the calls that were asked and aren't answered
        self.names = {}  # what this process calls its requests, and which call each is about
        for entry in read("memory"):
            if entry["conversation"] == conversation:
                self.recall(**entry)

    def remember(self, **entry):
        write("memory", conversation=self.conversation, **entry)
        self.recall(**entry)

    def recall(self, work=None, step=None, asks=None, answered=(), missed=(), **_):
        self.work = work or self.work
        if step:
            self.step, self.asked = step, 0
        if asks:
            self.open.add(asks)
            self.asked += 1
        self.asked -= len(missed)
        self.open.difference_update(answered, missed)

    def print(self, **line):
        os.write(1, (json.dumps({"session_id": self.conversation, **line}) + "\n").encode())

    def say(self, **block):
        self.print(type="assistant", uuid=str(uuid.uuid4()), message={"role": "assistant", "content": [block]})
        note("said")

    def take(self, text):
        """Works on what a person says, or on an answer that comes as a message."""
        told = re.findall(r"(?:toolu|note)_[0-9a-f]{32}", text)
        note("prompt", text=text, told=told)
        start = text.find('[{"')
        if start >= 0 and not self.work:
            self.remember(work=json.loads(text[start:].splitlines()[0]))
        self.print(type="system", subtype="init", uuid=str(uuid.uuid4()))
        time.sleep(self.pause("hearing"))
        self.remember(answered=told)
        # From here on the service knows that the message has arrived.
        self.say(type="text", text=f"Heard: {' '.join(told)}")
        # What it was about to ask when it was killed.
        for call in self.open:
            note("missed", call=call)
        self.remember(missed=list(self.open))
        while self.step < len(self.work):
            self.ask(self.work[self.step]["kinds"][self.asked:])
            self.remember(step=self.step + 1)
        self.print(type="result", subtype="success", is_error=False, result="Done.", uuid=str(uuid.uuid4()))
        note("said")

    def pause(self, which):
        return self.work[min(self.step, len(self.work) - 1)][which] if self.work else 0

    def ask(self, kinds):
        """Asks for several things at once, and waits for all answers."""
        time.sleep(self.pause("before"))
        for kind in kinds:
            call, name = f"toolu_{uuid.uuid4().hex}", str(uuid.uuid4())
            tool, arguments = request(kind, call)
            self.say(type="tool_use", id=call, name=tool, input=arguments)
            self.remember(asks=call)
            self.names[name] = call
            note("asking", call=call)
            self.print(
                type="control_request", request_id=name,
                request={"subtype": "can_use_tool", "tool_name": tool, "input": arguments, "tool_use_id": call},
            )  # fmt: skip
            note("asked", call=call)
        while self.open:
            line = self.read()
            name = line.get("response", {}).get("request_id")
            call = self.names.get(name)
            note("answer", call=call, response=line)
            if call not in self.open:
                continue
            time.sleep(self.pause("after"))
            result = {"type": "tool_result", "tool_use_id": call, "content": json.dumps(line["response"])}
            self.print(type="user", uuid=str(uuid.uuid4()), message={"role": "user", "content": [result]})
            note("used", call=call)
            time.sleep(LAG)
            self.remember(answered=[call])

    def read(self):
        """The next line that is for the agent's work."""
        for text in sys.stdin:
            line = json.loads(text)
            if line["type"] != "control_request":
                return line
            response = {"subtype": "success", "request_id": line["request_id"], "response": {}}
            self.print(type="control_response", response=response)
        # Nobody is there any more.
        for name, call in self.names.items():
            if call in self.open:
                self.print(type="control_cancel_request", request_id=name)
        note("ended")
        sys.exit()


def request(kind, call):
    if kind == "question":
        options = [
            {"label": colour, "description": f"What is {colour.lower()} needs a second coat when the first is dry."}
            for colour in ("Red", "Blue", "Green", "Yellow")
        ]
        question = {"question": f"Which colour for {call}?", "header": "Colour", "multiSelect": False}
        return "AskUserQuestion", {"questions": [{**question, "options": options}]}
    if kind == "plan":
        return "ExitPlanMode", {"plan": f"# Plan\n\nPaint {call}."}
    return "Bash", {"command": f"echo {call}", "description": "Say it"}


arguments = sys.argv[1:]
conversation = arguments[arguments.index("--resume") + 1] if "--resume" in arguments else str(uuid.uuid4())
note("started", conversation=conversation)
agent = Agent(conversation)
while True:
    agent.take(agent.read()["message"]["content"][0]["text"])
