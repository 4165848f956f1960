"""What reading costs: against a constant body, against bare SQLite, and as the data grow."""

import contextlib
import json
import re
import sqlite3
import subprocess
import time

import processor
from load import medians_in_turns, wrk
from machine import WORK, Sample, run
from table import bound, ratio

CONSTANT = "/openapi.json"
TURNS = 10
LIST = """
    SELECT s.id, s.organization_id, s.title, s.status, s.failure, s.model, s.repository_host, s.repository_owner,
        s.repository_name, s.base_branch, s.branch, s.message_count, s.first_message_preview, s.last_message_preview,
        s.created_at, s.updated_at, s.archived_at, u.id, u.name, u.image_url, p.host_number, p.url, p.status, p.merged_at
    FROM sessions s JOIN users u ON u.id = s.author_id LEFT JOIN pull_requests p ON p.number = s.pull_request
    ORDER BY s.created_at DESC, s.id LIMIT 100
"""
SESSION = "SELECT sequence, line, created_at FROM messages WHERE session_number = {} ORDER BY sequence"


def same_list(service, rounds, seconds):
    """A list that didn't change, against a body of the same size that never does."""
    key = {"x-api-key": service.key}
    sizes = [len(service.get(path)) for path in ("/api/sessions", CONSTANT)]
    values, lists, constants = [], [], []
    for number in range(rounds + 1):
        constant = wrk(service.port, CONSTANT, key, 8, seconds).rate
        reached = wrk(service.port, "/api/sessions", key, 8, seconds).rate
        if number:
            values.append(reached / constant)
            lists.append(reached)
            constants.append(constant)
    figures = f"{Sample(lists).median:.0f}/s of {sizes[0]} bytes; {Sample(constants).median:.0f}/s of {sizes[1]} bytes"
    return ratio("list of 100 by key, unchanged", "constant body, requests a second", Sample(values), 0.6, figures, True)


def unchanged_list(service, rounds, seconds):
    """For a client that has the list already."""
    headers = {"x-api-key": service.key}
    headers["If-None-Match"] = service.request("GET", "/api/sessions", headers=headers)[1]["etag"]
    return processor.time_of("list of 100, unchanged", service, "/api/sessions", headers, None, 1.2, rounds, seconds)


def changed_list(service, rounds, count):
    session = json.loads(service.get("/api/sessions?limit=1"))["sessions"][0]["id"]
    edit = _keyed(service, "edit", "PATCH", f"/api/sessions/{session}", '{"title":"Changed for the @@@@@@. time"}')
    read = _keyed(service, "list", "GET", "/api/sessions")
    return _against_rows(
        service, "list of 100, a change before every read", read, edit, LIST, rounds, count)


def one_session(service, rounds, count):
    """A session with 200 messages, together about as long as the constant body; each read follows a change to it."""
    session = json.loads(service.get("/api/sessions?limit=1"))["sessions"][0]["id"]
    line = '{"type":"assistant","message":{"role":"assistant","content":[{"type":"text","text":"%s"}]}}'
    text = "Looked at part %d: the form sends what was typed as it is, and the server checks nothing but its length. "
    lines = "\n".join(line % (text % number * 2).strip() for number in range(195))
    headers = {"x-api-key": service.key, "Content-Type": "application/x-ndjson"}
    service.request("POST", f"/api/sessions/{session}/messages", lines, headers)
    edit = _keyed(service, "edit", "PATCH", f"/api/sessions/{session}", '{"title":"Changed for the @@@@@@. time"}')
    read = _keyed(service, "session", "GET", f"/api/sessions/{session}")
    number = run(["sqlite3", service.data / "lodestone.sqlite", f"SELECT number FROM sessions WHERE id = '{session}'"])
    sql = SESSION.format(number.strip())
    return _against_rows(service, "one session with 200 messages", read, edit, sql, rounds, count)


def _against_rows(service, work, read, edit, sql, rounds, count):
    constant = _keyed(service, "constant", "GET", CONSTANT)
    values, times, bases = [], [], []
    passes = str(count // TURNS)
    for number in range(rounds + 1):
        body, rows, time = medians_in_turns([
            [WORK / "pairs", str(service.port), passes, constant, edit],
            [WORK / "bare", "read", service.data / "lodestone.sqlite", sql, passes],
            [WORK / "pairs", str(service.port), passes, read, edit],
        ], TURNS)
        if number:
            values.append(time / (body + rows))
            times.append(time)
            bases.append((body, rows))
    body, rows = (Sample(part).median for part in zip(*bases))
    figures = f"{Sample(times).median:.0f} µs; constant body {body:.0f} µs, rows {rows:.0f} µs"
    return ratio(work, "constant body + sqlite3_step", Sample(values), 2, figures, False)


def growth(small, large, rounds, count):
    """The same requests on few and on many sessions."""
    for work, path, milliseconds in [
        ("first page of 50", "/api/sessions?limit=50", 0),
        ("the stats", "/api/sessions?limit=1", 0),
        ("search for a rare word", "/api/sessions?q=xylophone&limit=20", 20),
        ("search for a word in every message of the agent", "/api/sessions?q=customer&limit=20", 20),
        ("search for a prefix of two letters", "/api/sessions?q=cu*&limit=20", 20),
        ("search for another organization's common word", "/api/sessions?q=customer&limit=20", 20),
    ]:
        key = "other_key" if "another" in work else "key"
        values, times = [], []
        for number in range(rounds + 1):
            pair = medians_in_turns([
                [WORK / "pairs", str(service.port), str(count // TURNS), _keyed(service, "read", "GET", path, key=key)]
                for service in (small, large)
            ], TURNS)
            if number:
                values.append(pair[1] / pair[0])
                times.append(pair)
        few, many = (Sample(part).median for part in zip(*times))
        if milliseconds and Sample(values).median > 1.3:
            yield bound(f"{work}, large", "the same with 1,000 sessions", many / 1000, milliseconds, "ms", f"{few:.0f} µs")
        else:
            yield ratio(f"{work}, large", "the same with 1,000 sessions", Sample(values), 1.3,
                        f"{many:.0f} µs; {few:.0f} µs", False)


def whole_list(service, sessions):
    """All of a long list, to a client that reads at once and to one that reads slowly."""
    address = f"http://127.0.0.1:{service.port}/api/sessions"
    before = service.status("VmRSS")
    peak = before
    for speed in ([], ["--limit-rate", "20M"]):
        command = ["curl", "-s", "-o", "/dev/null", "-w", "%{time_starttransfer}", "-H", f"x-api-key: {service.key}"]
        process = subprocess.Popen(command + speed + [address], stdout=subprocess.PIPE, text=True)
        while process.poll() is None:
            peak = max(peak, service.status("VmRSS"))
            try:
                process.wait(timeout=0.02)
            except subprocess.TimeoutExpired:
                pass
        first_byte = float(process.stdout.read()) * 1000
        name = "slow client" if speed else "fast client"
        yield bound(f"whole list of {sessions:,}, {name}: first byte", "–", first_byte, 20, "ms")
    yield bound(f"whole list of {sessions:,}: longest read transaction", "–", _longest_read(service), 1, "s at most")
    yield bound(f"whole list of {sessions:,}: memory", "–", (peak - before) / 1024, 20, "MiB more", f"from {before // 1024} MiB")


def _longest_read(service):
    """The bound of the service's own histogram that no read transaction was longer than, in seconds."""
    buckets = re.findall(r'lodestone_database_read_seconds_bucket{le="([^"]+)"} (\d+)', service.get("/metrics").decode())
    return next(float(bound) for bound, count in buckets if count == buckets[-1][1])


def _keyed(service, name, method, path, body="", key="key"):
    headers = {"x-api-key": getattr(service, key)}
    if body:
        headers["Content-Type"] = "application/json"
    return service.raw_request(f"{service.data.name}-{name}", method, path, headers, body)


def changes_page(service, files, lines, rounds):
    """The page of a session's changes, as a browser gets it."""
    session = json.loads(service.get("/api/sessions?limit=1"))["sessions"][0]["id"]
    _store_changes(service, session, files, lines // files)
    path = f"/organizations/{service.organization}/sessions/{session}/changes"
    times = []
    for _ in range(rounds + 2):
        start = time.monotonic()
        status, _, body = service.request("GET", path, headers={"Cookie": service.cookie, "Accept": "text/html"})
        times.append((time.monotonic() - start) * 1000)
        assert status == 200 and body.count(b"<tr") >= files * (lines // files), (status, body.count(b"<tr"))
    return bound(
        f"changes page of {files} files and {lines:,} lines", "–", sorted(times[2:])[rounds // 2], 100, "ms",
        f"the median of {rounds}; {len(body)} bytes")


def _store_changes(service, session, files, lines):
    """As an agent's work would leave them: in each file, a third of the lines changed, in hunks of nine lines."""
    patch, names = "", []
    for number in range(files):
        name = f"src/part{number}.ts"
        patch += f"diff --git a/{name} b/{name}\n--- a/{name}\n+++ b/{name}\n"
        for start in range(1, lines, 9):
            patch += f"@@ -{start * 2},6 +{start * 2},6 @@\n" + '     const kept = check("value", 42); // as it was\n' * 3
            patch += "-    return parse(value, { strict: false })\n" * 3
            patch += "+    return parse(value ?? `${fallback}`, { strict: true })\n" * 3
        names.append({"path": name, "addedLines": lines // 3, "removedLines": lines // 3})
    with contextlib.closing(sqlite3.connect(service.data / "lodestone.sqlite")) as database, database:
        database.execute(
            "INSERT OR REPLACE INTO changes (session_number, file_count, added_lines, removed_lines, files, patch, is_cut,"
            " version) SELECT number, ?, ?, ?, ?, ?, 0, ? FROM sessions WHERE id = ?",
            (files, files * lines // 3, files * lines // 3, json.dumps(names), patch.encode(), "0" * 64, session))
