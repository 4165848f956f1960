"""What durable writing costs, against a bare loop of one-row transactions."""

import json

from load import wrk
from machine import WORK, Sample, fresh_directory, run
from table import bound, ratio

PROMPT = "Add input validation to the signup form. Email should be validated, password needs 8+ chars. Number @."
LINE = '{"type":"assistant","message":{"role":"assistant","content":[{"type":"text","text":"I will look at it. @"}]}}'


def create(service, rounds, seconds):
    body = json.dumps({"organizationId": service.organization, "initialMessage": PROMPT})
    headers = {"Cookie": service.cookie, "Content-Type": "application/json"}
    yield _against_commits(
        "create a session, 64 connections", service, "/api/sessions", headers, body, 2, rounds, seconds)
    p99 = Sample(
        wrk(service.port, "/api/sessions", headers, 256, seconds, body, "POST").p99 for _ in range(rounds)).median
    yield bound("create a session, 256 connections: p99", "–", p99, 50, "ms")


def append(service, rounds, seconds):
    session = json.loads(service.get("/api/sessions?limit=1"))["sessions"][0]["id"]
    headers = {"x-api-key": service.key, "Content-Type": "application/x-ndjson"}
    path = f"/api/sessions/{session}/messages"
    yield _against_commits("append one agent message, 64 connections", service, path, headers, LINE, 3, rounds, seconds)


def _against_commits(work, service, path, headers, body, limit, rounds, seconds):
    directory = fresh_directory("commits")
    values, rates, bases = [], [], []
    for number in range(rounds + 1):
        base = float(run([WORK / "bare", "write", directory / "bare.sqlite", str(seconds)]))
        rate = wrk(service.port, path, headers, 64, seconds, body, "POST").rate
        if number:
            values.append(rate / base)
            rates.append(rate)
            bases.append(base)
    figures = f"{Sample(rates).median:.0f}/s; {Sample(bases).median:.0f} commits/s"
    return ratio(work, "bare loop of one-row commits", Sample(values), limit, figures, True)
