"""The least that a service in FastAPI and sqlite3 has to do to create a session: checks the key, and stores the session, its
message, the search entry and two events, on disk before it answers."""

import hashlib
import sqlite3
import sys
import time
import uuid

import orjson
import uvicorn
from fastapi import FastAPI, Request, Response

SCHEMA = """
    CREATE TABLE keys (digest BLOB PRIMARY KEY, organization TEXT NOT NULL) STRICT;
    CREATE TABLE sessions (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, organization TEXT NOT NULL, title TEXT NOT NULL,
        preview TEXT NOT NULL, status TEXT NOT NULL, message_count INTEGER NOT NULL, created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL) STRICT;
    CREATE INDEX sessions_by_time ON sessions (organization, created_at DESC);
    CREATE TABLE messages (
        session INTEGER NOT NULL REFERENCES sessions, sequence INTEGER NOT NULL, json TEXT NOT NULL,
        created_at INTEGER NOT NULL, PRIMARY KEY (session, sequence)) STRICT, WITHOUT ROWID;
    CREATE VIRTUAL TABLE search USING fts5 (text, content='');
    CREATE TABLE events (
        number INTEGER PRIMARY KEY AUTOINCREMENT, organization TEXT NOT NULL, session TEXT NOT NULL, type TEXT NOT NULL,
        created_at INTEGER NOT NULL) STRICT;
"""

path, port, key = sys.argv[1], int(sys.argv[2]), sys.argv[3]
database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
database.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;" + SCHEMA)
database.execute("INSERT INTO keys VALUES (?, 'org_1')", (hashlib.sha256(key.encode()).digest(),))
app = FastAPI()


@app.post("/api/sessions")
async def create(request: Request):
    digest = hashlib.sha256(request.headers.get("x-api-key", "").encode()).digest()
    organization = database.execute("SELECT organization FROM keys WHERE digest = ?", (digest,)).fetchone()
    if organization is None:
        return Response(status_code=401)
    text = orjson.loads(await request.body())["initialMessage"]
    now, session = time.time_ns() // 1_000_000, f"ses_{uuid.uuid4().hex}"
    title, line = text.split(".")[0][:60], orjson.dumps({"type": "user", "message": {"role": "user", "content": text}})
    database.execute("BEGIN IMMEDIATE")
    number = database.execute(
        "INSERT INTO sessions VALUES (NULL, ?, ?, ?, ?, 'active', 1, ?, ?)",
        (session, organization[0], title, text[:200], now, now)).lastrowid
    database.execute("INSERT INTO messages VALUES (?, 1, ?, ?)", (number, line.decode(), now))
    database.execute("INSERT INTO search (rowid, text) VALUES (?, ?)", (number, text))
    for kind in "session.created", "message.appended":
        database.execute("INSERT INTO events VALUES (NULL, ?, ?, ?, ?)", (organization[0], session, kind, now))
    database.execute("COMMIT")
    answer = {"id": session, "title": title, "status": "active", "messageCount": 1, "createdAt": now, "updatedAt": now}
    return Response(orjson.dumps(answer), 201, media_type="application/json")


uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning", access_log=False)
