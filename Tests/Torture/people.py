"""People who begin sessions, answer what agents ask and say more, at random moments and sometimes at once."""

import collections
import http.client
import json
import random
import threading
import time
import uuid

GONE = (OSError, http.client.HTTPException)
COUNT = 3


class People:
    """They repeat what got no answer since the server died, most of the time with the same `Idempotency-Key`."""

    def __init__(self, server, seed):
        self.server = server
        self.chance = random.Random(seed)
        self.lock = threading.Lock()
        self.problems = []
        self.sessions = []
        self.tried = collections.defaultdict(list)  # request: the answers that were sent
        self.taken = collections.defaultdict(list)  # request: those that were said to be taken
        self.refused = 0  # how many answers came too late
        self.due = {}  # request: when somebody gets round to it
        self.said = {}  # what was said to agents besides, and in which session
        self.unsure = []  # requests of which nobody knows whether the server took them

    def start(self):
        self.stopped = threading.Event()
        seeds = [self.chance.getrandbits(32) for _ in range(COUNT)]
        self.threads = [threading.Thread(target=self.live, args=(random.Random(seed),)) for seed in seeds]
        for thread in self.threads:
            thread.start()

    def stop(self):
        self.stopped.set()
        for thread in self.threads:
            thread.join()

    def get(self, path):
        status, _, text = self.server.request("GET", path, headers={"x-api-key": self.server.key})
        if status != 200:
            raise OSError(f"{path}: {status}")
        return json.loads(text)

    def post(self, path, body, repeat):
        headers = {"Cookie": self.server.cookie, "Idempotency-Key": repeat}
        status, _, text = self.server.request("POST", path, body, headers)
        if status >= 500 and status != 503:
            self.problems.append(f"POST {path}: {status} {text[:200]}")
        return status, json.loads(text)

    def wait_for_answers(self, count):
        """Returns when so many more are taken, or they don't come."""
        wanted, end = len(self.taken) + count, time.monotonic() + 20
        while len(self.taken) < wanted and time.monotonic() < end:
            time.sleep(0.02)

    def begin(self, work):
        """Creates a session whose agent is to take these steps."""
        body = {
            "organizationId": self.server.organization,
            "initialMessage": f"Ask people\n{json.dumps(work)}",
            "repoUrl": "https://github.com/acme/web-app",
        }
        status, answer = self.post("/api/sessions", body, uuid.uuid4().hex)
        if status != 201:
            self.problems.append(f"a session was not created: {status} {answer}")
        else:
            self.sessions.append(answer["session"]["id"])

    def live(self, chance):
        while not self.stopped.wait(chance.uniform(0.02, 0.3)):
            try:
                if not self.repeat(chance):
                    self.act(chance)
            except GONE:
                # The server is gone, or about to be.
                continue

    def repeat(self, chance):
        with self.lock:
            action = self.unsure.pop() if self.unsure else None
        if action:
            self.send(*action)
        return action is not None

    def act(self, chance):
        waiting = self.get("/api/sessions?waiting=true&limit=200")["sessions"]
        if not waiting:
            return
        session = chance.choice(waiting)["id"]
        pending = [it for it in self.get(f"/api/sessions/{session}/requests")["requests"] if it["state"] == "pending"]
        if not pending:
            return
        request = chance.choice(pending)
        wait = chance.choice([0, chance.uniform(0, 2), chance.uniform(0, 8)])
        if self.due.setdefault(request["id"], time.monotonic() + wait) > time.monotonic():
            return
        if chance.random() < 0.1:
            self.say(session)
        if chance.random() < 0.15:
            rival = threading.Thread(target=self.answer, args=(session, request, random.Random(chance.random())))
            rival.start()
            self.answer(session, request, chance)
            rival.join()
        else:
            self.answer(session, request, chance)

    def answer(self, session, request, chance):
        body = answer(request, chance)
        with self.lock:
            self.tried[request["id"]].append(body)
        self.send(f"/api/sessions/{session}/requests/{request['id']}/answer", body, uuid.uuid4().hex, request["id"])

    def say(self, session):
        text = f"note_{uuid.uuid4().hex}"
        with self.lock:
            self.said[text] = session
        self.send(f"/api/sessions/{session}/messages", {"content": text}, uuid.uuid4().hex)

    def send(self, path, body, repeat, request=None):
        """Sends an answer to a request, or without one what is said besides."""
        try:
            status, answer = self.post(path, body, repeat)
        except GONE:
            with self.lock:
                self.unsure.append((path, body, repeat, request))
            return
        with self.lock:
            if status == 503:
                self.unsure.append((path, body, repeat, request))
            elif request and status == 200:
                self.taken[request].append(body)
            elif request and status == 409:
                self.refused += 1
            elif status not in (200, 201):
                self.problems.append(f"{path}: {status} {answer}")

    def finish(self, patience):
        """Goes on until no session is worked on any more; returns whether it came to that."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            states = collections.Counter(self.get(f"/api/sessions/{it}")["session"]["status"] for it in self.sessions)
            if set(states) == {"completed"} and not self.unsure:
                return True
            time.sleep(1)
        self.problems.append(f"the sessions are {dict(states)}")
        return False


def answer(request, chance):
    """What a person might answer, with words that no other answer has."""
    words = f"answer_{uuid.uuid4().hex}"
    if request["kind"] == "question":
        return {"answers": {question["question"]: words for question in request["input"]["questions"]}}
    if request["kind"] == "plan":
        return chance.choice([{"decision": "approve"}, {"decision": "revise", "message": words}])
    return chance.choice([{"decision": "allow"}, {"decision": "deny", "message": words}])
