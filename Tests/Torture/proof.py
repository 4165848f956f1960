"""Compares what agents asked and were told with what the database has of it."""

import collections
import json
import pathlib
import re
import shutil
import sqlite3
import tempfile

PHASES = """
    SELECT CASE
        WHEN pending AND stage = 'ended' THEN 'asked, its process ended'
        WHEN pending AND stage = 'working' THEN 'asked'
        WHEN pending THEN 'asked, ' || stage
        WHEN undelivered THEN 'answered, not told: ' || stage
        ELSE stage END, count(*)
    FROM (
        SELECT stage,
            EXISTS (SELECT 1 FROM requests q WHERE q.session_number = r.session_number
                AND state = 'pending') AS pending,
            EXISTS (SELECT 1 FROM requests q WHERE q.session_number = r.session_number
                AND state = 'answered' AND NOT is_delivered) AS undelivered
        FROM runs r)
    GROUP BY 1"""


def phases(database):
    """How many sessions a killed server had in which phase, by a copy: the next server takes the log over itself."""
    with tempfile.TemporaryDirectory() as directory:
        for suffix in ("", "-wal"):
            file = pathlib.Path(f"{database}{suffix}")
            if file.exists():
                shutil.copy(file, directory)
        connection = sqlite3.connect(pathlib.Path(directory) / database.name)
        try:
            return dict(connection.execute(PHASES))
        finally:
            connection.close()


class Proof:
    def __init__(self, server, people):
        self.people = people
        connection = sqlite3.connect(f"file:{server.database}?mode=ro", uri=True)
        try:
            self.read(connection)
        finally:
            connection.close()
        self.ledgers = {session: ledger(server.data, session) for session in people.sessions}

    def read(self, db):
        db.row_factory = sqlite3.Row
        self.requests = db.execute(
            "SELECT q.*, s.id AS session FROM requests q JOIN sessions s ON s.number = q.session_number"
        ).fetchall()
        self.events = collections.Counter(
            (row["subject"], row["type"]) for row in db.execute("SELECT * FROM events WHERE type LIKE 'request.%'")
        )
        self.marks, self.used, self.heard, self.said = (collections.Counter() for _ in range(4))
        for row in db.execute("SELECT line, author_id FROM messages"):
            line = json.loads(row["line"])
            content = line.get("message", {}).get("content", [])
            if line["type"] == "answer":
                self.marks[line["request"]] += 1
            elif row["author_id"]:
                self.said.update(tokens(line if isinstance(content, str) else content))
            elif line["type"] == "user":
                self.used.update(block["tool_use_id"] for block in content)
            elif line["type"] == "assistant" and content[0].get("text", "").startswith("Heard: "):
                self.heard.update(tokens(content))

    def problems(self):
        """Returns what is wrong, a line each."""
        yield from self.shown()
        for request in self.requests:
            yield from self.answered(request)
            yield from self.told(request)
        for text, session in self.people.said.items():
            if not self.said[text] == self.heard[text] == 1:
                yield f"{text} of {session} is there {self.said[text]} times, and was heard {self.heard[text]} times"
        for session, notes in self.ledgers.items():
            yield from told_in_vain(session, notes)

    def shown(self):
        rows = collections.Counter(request["tool_use_id"] for request in self.requests)
        begun, asked = set(), set()
        for notes in self.ledgers.values():
            begun |= {note["call"] for note in notes if note["what"] == "asking"}
            asked |= {note["call"] for note in notes if note["what"] == "asked"}
        yield from (f"{call} was asked and is not there" for call in asked - set(rows))
        yield from (f"{call} is there and was never asked" for call in set(rows) - begun)
        yield from (f"{call} is there {count} times" for call, count in rows.items() if count > 1)

    def answered(self, request):
        name = f"{request['id']} ({request['tool_use_id']} of {request['session']})"
        if request["state"] != "answered":
            yield f"{name} is {request['state']}"
            return
        for kind, count in (("created", 1), ("answered", 1), ("withdrawn", 0)):
            if self.events[request["id"], f"request.{kind}"] != count:
                yield f"{name} has {self.events[request['id'], f'request.{kind}']} events that it was {kind}"
        if self.marks[request["id"]] != 1:
            yield f"the transcript has {self.marks[request['id']]} answers to {name}"
        answer = json.loads(request["answer"])
        if answer not in self.people.tried[request["id"]]:
            yield f"{name} has an answer that nobody gave: {answer}"
        if any(taken != answer for taken in self.people.taken[request["id"]]):
            yield f"{name} has another answer than the one that was taken: {answer}"

    def told(self, request):
        call = request["tool_use_id"]
        name = f"{call} of {request['session']}"
        if self.used[call] > 1 or self.heard[call] > 1:
            yield f"{name} came to the agent {self.used[call]} times by the channel, {self.heard[call]} in messages"
        if request["state"] != "answered":
            return
        tellings = [note for note in self.ledgers[request["session"]] if call in named(note)]
        if not all(says(note, request) for note in tellings):
            yield f"{name} was told something else than {request['answer']}"
        if not tellings:
            yield f"{name} was never told"
        elif (self.used if tellings[-1]["what"] == "answer" else self.heard)[call] != 1:
            yield f"{name} was not heard where it was told last"

    def summary(self):
        """What happened, in figures."""
        notes = [note for ledger in self.ledgers.values() for note in ledger]
        last = collections.Counter({note["process"]: note["what"] for note in notes}.values())
        kinds = collections.Counter(request["kind"] for request in self.requests)
        calls = [request["tool_use_id"] for request in self.requests]
        told = sum(len(set(named(note)) & set(calls)) for note in notes)
        return (
            f"{len(self.ledgers)} sessions asked {len(calls)} times ({counts(kinds)});"
            f" {sum(self.used[call] for call in calls)} answers came by the channel,"
            f" {sum(self.heard[call] for call in calls)} in a message, {told - len(calls)} again to another process;"
            f" {self.people.refused} answers came too late, {len(self.people.said)} messages were said besides;"
            f" the last notes of {sum(last.values())} processes: {counts(last)}"
        )


def ledger(data, session):
    with open(f"{data}/runs/{session}/home/ledger") as file:
        return [json.loads(line) for line in file]


def tokens(value):
    return re.findall(r"(?:toolu|note)_[0-9a-f]{32}", json.dumps(value))


def named(note):
    """The calls, and what was said besides, that a note says the agent was told of."""
    return {"answer": lambda: [note["call"]], "prompt": lambda: note["told"]}.get(note["what"], list)()


def says(note, request):
    """Whether what the agent was told is the answer that is stored."""
    answer = json.loads(request["answer"])
    text = note["text"] if note["what"] == "prompt" else json.dumps(note["response"])
    words = [*answer.get("answers", {}).values(), *filter(None, [answer.get("message")])]
    if words:
        return all(word in text for word in words)
    if note["what"] == "answer":
        return note["response"]["response"]["response"]["behavior"] == "allow"
    return "is approved" in text if request["kind"] == "plan" else "is allowed" in text


def told_in_vain(session, notes):
    """What no process may see: an answer that never comes, one that comes twice, or again after one went on with it."""
    asked = {note["call"] for note in notes if note["what"] == "asked"}
    told, done = collections.defaultdict(set), set()
    for note in notes:
        process = note["process"]
        if note["what"] == "missed" and note["call"] in asked:
            yield f"an agent of {session} goes on without the answer to {note['call']}"
        elif note["what"] == "said":
            done |= told[process]
        for token in named(note):
            if token in told[process]:
                yield f"a process of {session} was told twice of {token}"
            elif token in done:
                yield f"an agent of {session} was told again of {token}, with which it had gone on"
            told[process].add(token)


def counts(counter):
    return ", ".join(f"{count} {what}" for what, count in sorted(counter.items()))
