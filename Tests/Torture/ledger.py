"""What a server answered, and whether its database has all of it, once, and agrees with itself."""

import collections
import json
import sqlite3
import threading


class Ledger:
    """Every write that was answered. A write that was under way when the server died may be there or not."""

    def __init__(self):
        self.lock = threading.Lock()
        self.sessions = {}  # id: the text of its first message, for one that has one from the beginning
        self.lines = collections.defaultdict(list)  # session: the uuids of answered lines, in their order
        self.attempted = set()  # the uuids of all lines that were ever sent
        self.titles = {}  # session: the titles that it may have
        self.renamed = set()  # sessions with an answered rename
        self.repeats = 0  # how many requests were sent again with their Idempotency-Key
        self.events = collections.Counter()  # how often a reader saw each event, by its id
        self.last_event = None

    def check(self, database):
        """Returns what is wrong, a line each."""
        connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
        try:
            with self.lock:
                return [*self.unkept(connection), *inconsistencies(connection)]
        finally:
            connection.close()

    def unkept(self, db):
        stored = collections.defaultdict(list)
        for session, uuid in db.execute(
            "SELECT s.id, m.uuid FROM messages m JOIN sessions s ON s.number = m.session_number"
            " WHERE m.uuid IS NOT NULL ORDER BY m.session_number, m.sequence"
        ):
            if uuid in self.attempted:
                stored[session].append(uuid)
        titles = dict(db.execute("SELECT id, title FROM sessions"))
        prompts = collections.Counter(
            json.loads(line)["message"]["content"]
            for (line,) in db.execute("SELECT line FROM messages WHERE sequence = 1 AND type = 'user'")
        )
        for session, prompt in self.sessions.items():
            if session not in titles:
                yield f"session {session} was answered and is gone"
            elif len(self.titles.get(session, ())) == 1 and session in self.renamed and titles[session] not in self.titles[session]:
                yield f"session {session} is called {titles[session]!r}, not one of {self.titles[session]}"
            if prompt and prompts[prompt] != 1:
                yield f"the session {prompt!r} is there {prompts[prompt]} times"
        for session, uuids in self.lines.items():
            answered = set(uuids)
            if [uuid for uuid in stored[session] if uuid in answered] != uuids:
                yield f"answered lines of session {session} are missing, doubled, or in another order"
        for session, uuids in stored.items():
            if len(uuids) != len(set(uuids)):
                yield f"session {session} has a line twice"
        yield from self.unread_events(db)

    def unread_events(self, db):
        """Streams tell everything in its order, so that a reader has seen all up to where it is."""
        seen = sorted(self.events)
        if not seen:
            return
        numbers = {number for (number,) in db.execute("SELECT number FROM events WHERE number <= ?", (seen[-1],))}
        if any(count != 1 for count in self.events.values()):
            yield "a reader was told of an event twice"
        if not numbers >= set(seen):
            yield f"a reader was told of events that are gone: {sorted(set(seen) - numbers)[:5]}"
        unread = [number for number in numbers if number > seen[0] and number not in self.events]
        if unread:
            yield f"no reader was told of the events {unread[:5]}"


CHECKS = {
    "a session's counts": """
        SELECT s.id FROM sessions s WHERE last_sequence <> (SELECT count(*) FROM messages WHERE session_number = s.number)
            OR last_sequence <> (SELECT coalesce(max(sequence), 0) FROM messages WHERE session_number = s.number)
            OR message_count <> (SELECT count(*) FROM messages WHERE session_number = s.number
                AND type IN ('user', 'assistant', 'result'))""",
    "a session without the event of its creation": """
        SELECT s.id FROM sessions s WHERE 1 <> (SELECT count(*) FROM events
            WHERE session_id = s.id AND type = 'session.created')""",
    "a message without its event, or with two": """
        SELECT s.id FROM sessions s JOIN messages m ON m.session_number = s.number
        WHERE m.type IN ('user', 'assistant', 'result') AND 1 <> (SELECT count(*) FROM events e
            WHERE e.session_id = s.id AND e.type = 'message.appended' AND e.subject = CAST(m.sequence AS TEXT))""",
    "titles that can't be searched": """
        SELECT 1 WHERE (SELECT count(*) FROM title_search) <> (SELECT count(*) FROM sessions)""",
    "messages that can't be searched": """
        SELECT 1 WHERE (SELECT count(*) FROM message_search) <> (SELECT total(text_count) FROM sessions)""",
}


def inconsistencies(db):
    """What of the database doesn't agree with itself."""
    for name, wrong in (("integrity", "PRAGMA integrity_check"), ("foreign keys", "PRAGMA foreign_key_check")):
        rows = [row for row in db.execute(wrong) if row != ("ok",)]
        if rows:
            yield f"{name}: {rows[:3]}"
    for name, query in CHECKS.items():
        rows = db.execute(query).fetchmany(3)
        if rows:
            yield f"{name}: {rows}"
    yield from wrong_previews(db)


def wrong_previews(db):
    """Compares previews with the messages' texts. The torture's own are short enough to be their own previews."""
    for session, number, first, last in db.execute(
        "SELECT id, number, first_message_preview, last_message_preview FROM sessions"
    ).fetchall():
        texts = []
        lines = db.execute(
            "SELECT line FROM messages WHERE session_number = ? AND type IN ('user', 'assistant', 'result')"
            " ORDER BY sequence",
            (number,),
        )
        for (line,) in lines:
            text = text_of(json.loads(line))
            if text:
                texts.append(text)
        if not texts:
            continue
        if not agrees(first, texts[0]) or (len(texts) > 1) != (last is not None) or (last and not agrees(last, texts[-1])):
            yield f"previews of session {session}: {first!r} and {last!r} for {texts[0]!r} and {texts[-1]!r}"


def text_of(line):
    content = line.get("result") if line["type"] == "result" else line.get("message", {}).get("content")
    if isinstance(content, str):
        return content
    return "\n".join(block["text"] for block in content or [] if block.get("type") == "text")


def agrees(preview, text):
    """Whether the words of the preview begin the text."""
    shown = "".join(letter for letter in preview.removesuffix("...").removesuffix("…") if letter.isalnum())
    return "".join(letter for letter in text if letter.isalnum()).startswith(shown)
