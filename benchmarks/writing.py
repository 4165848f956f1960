"""What durable writing costs, against other services and a bare loop of one-row transactions."""

import json

import peer_services
import processor
from load import wrk
from machine import WORK, Sample, fresh_directory, run
from peer_services import Peer
from table import ratio

PROMPT = "Add input validation to the signup form. Email should be validated, password needs 8+ chars. Number @."
LINE = '{"type":"assistant","message":{"role":"assistant","content":[{"type":"text","text":"I will look at it. @"}]}}'


def create(service, rounds, seconds):
    body = json.dumps({"organizationId": service.organization, "initialMessage": PROMPT})
    headers = {"Cookie": service.cookie, "Content-Type": "application/json"}
    own = Peer(service.port, "/api/sessions", headers, body)
    with peer_services.fastapi(PROMPT) as fastapi, peer_services.pocketbase(PROMPT) as pocketbase:
        for connections in 32, 256:
            peers = {"FastAPI + sqlite3, the same": (fastapi, 3), "PocketBase, one row": (pocketbase, 4)}
            yield from _against_peers(own, peers, connections, rounds, seconds)
    yield processor.time_of("create a session", service, "/api/sessions", headers, body, 2, rounds, seconds)


def _against_peers(own, peers, connections, rounds, seconds):
    """Creates here and there, in turns."""
    def load(peer):
        return wrk(peer.port, peer.path, peer.headers, connections, seconds, peer.body, "POST")

    loads = [[load(own)] + [load(peer) for peer, _ in peers.values()] for _ in range(rounds + 1)][1:]
    rates = [Sample(row[index].rate for row in loads) for index in range(1 + len(peers))]
    for index, (name, (_, limit)) in enumerate(peers.items(), 1):
        yield ratio(
            f"create a session, {connections} connections", name, Sample(row[0].rate / row[index].rate for row in loads),
            limit, f"{rates[0].median:.0f}/s; {rates[index].median:.0f}/s", True)
    p99, median = (Sample(getattr(row[0], name) for row in loads).median for name in ("p99", "median"))
    yield ratio(
        f"create a session, {connections} connections: p99", "their median",
        Sample(row[0].p99 / row[0].median for row in loads), 2, f"{p99:.1f} ms; {median:.1f} ms", False)


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
