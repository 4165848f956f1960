"""Everything that people and agents do at once, until the server dies under it."""

import http.client
import json
import random
import threading
import uuid

GONE = (OSError, http.client.HTTPException)
WRITERS = 6


class Load:
    def __init__(self, server, ledger, seed):
        self.server, self.ledger, self.seed = server, ledger, seed
        self.problems = []
        self.stopped = threading.Event()

    def start(self):
        self.threads = [threading.Thread(target=self.write, args=(number,)) for number in range(WRITERS)]
        self.threads += [threading.Thread(target=self.read_events), threading.Thread(target=self.run_agents)]
        for thread in self.threads:
            thread.start()

    def stop(self):
        self.stopped.set()
        for thread in self.threads:
            thread.join()

    def post(self, path, body, *, cookie=False, repeat=None, method="POST"):
        """Returns the answer's JSON, or `None` for one that refuses."""
        headers = {"Cookie": self.server.cookie} if cookie else {"x-api-key": self.server.key}
        if repeat:
            headers["Idempotency-Key"] = repeat
        if isinstance(body, str):
            headers["Content-Type"] = "application/x-ndjson"
        status, _, text = self.server.request(method, path, body, headers)
        if status >= 500 and status != 503:
            self.problems.append(f"{method} {path}: {status} {text[:200]}")
        return json.loads(text) if status < 300 else None

    def write(self, number):
        chance = random.Random(self.seed * 31 + number)
        while not self.stopped.is_set():
            try:
                self.write_session(chance)
            except GONE:
                return

    def write_session(self, chance):
        # Without a message: an outside agent may report to it, which it mustn't where the server's own works.
        body = {"organizationId": self.server.organization}
        repeat = uuid.UUID(int=chance.getrandbits(128)).hex
        answer = self.post("/api/sessions", body, cookie=True, repeat=repeat)
        if not answer:
            return
        session = answer["session"]["id"]
        with self.ledger.lock:
            self.ledger.sessions[session] = None
        for step in range(chance.randrange(1, 12)):
            choice = chance.random()
            if choice < 0.15:
                self.rename(session, f"Step {step}")
            elif choice < 0.25:
                again = self.post("/api/sessions", body, cookie=True, repeat=repeat)
                if again and again["session"]["id"] != session:
                    self.problems.append(f"a repeated request made {again['session']['id']} besides {session}")
                with self.ledger.lock:
                    self.ledger.repeats += 1
            else:
                self.append(session, chance)

    def rename(self, session, title):
        with self.ledger.lock:
            self.ledger.titles.setdefault(session, set()).add(title)
        if self.post(f"/api/sessions/{session}", {"title": title}, method="PATCH"):
            with self.ledger.lock:
                self.ledger.titles[session] = {title}
                self.ledger.renamed.add(session)

    def append(self, session, chance):
        uuids = [str(uuid.UUID(int=chance.getrandbits(128))) for _ in range(chance.randrange(1, 5))]
        lines = []
        for number, name in enumerate(uuids):
            content = [{"type": "text", "text": f"Looked at {name[:8]}"}]
            line = {"type": "assistant", "uuid": name, "message": {"content": content}}
            if chance.random() < 0.1:
                line = {"type": "system", "uuid": name, "padding": "x" * chance.randrange(200_000)}
            lines.append(json.dumps(line))
        with self.ledger.lock:
            self.ledger.attempted.update(uuids)
        text, repeat = "\n".join(lines), uuids[0]
        repeats = 2 if chance.random() < 0.1 else 1
        for _ in range(repeats):
            if not self.post(f"/api/sessions/{session}/messages", text, repeat=repeat):
                return
            if _ == 0:
                with self.ledger.lock:
                    self.ledger.lines[session] += uuids
            else:
                with self.ledger.lock:
                    self.ledger.repeats += 1

    def run_agents(self):
        """A session with a repository now and then, which the server's own agent works on."""
        chance = random.Random(self.seed)
        try:
            prompt = f"Count for {uuid.UUID(int=chance.getrandbits(128)).hex}"
            body = {
                "organizationId": self.server.organization,
                "initialMessage": prompt,
                "repoUrl": "https://github.com/acme/web-app",
            }
            answer = self.post("/api/sessions", body, cookie=True)
            if answer:
                with self.ledger.lock:
                    self.ledger.sessions[answer["session"]["id"]] = prompt
        except GONE:
            return

    def read_events(self):
        """Goes on where the stream of the server before ended: no event is missed, none comes twice."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        headers = {"x-api-key": self.server.key}
        if self.ledger.last_event:
            headers["Last-Event-ID"] = str(self.ledger.last_event)
        try:
            connection.request("GET", "/api/events", headers=headers)
            answer = connection.getresponse()
            event = {}
            for line in answer:
                field, _, value = line.decode().rstrip("\n").partition(": ")
                if not field:
                    self.note(event)
                    event = {}
                event[field] = value
        except GONE:
            pass
        finally:
            connection.close()

    def note(self, event):
        # The first thing in a stream has an id only, and says where it begins.
        if "id" not in event or "event" not in event:
            return
        number = int(event["id"])
        if event.get("event") == "reset":
            self.problems.append("the log of events has lost its place")
        with self.ledger.lock:
            if self.ledger.last_event and number <= self.ledger.last_event:
                self.problems.append(f"event {number} came again, or in another order")
            self.ledger.last_event = number
            self.ledger.events[number] += 1
