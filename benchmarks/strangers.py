"""What others notice of clients that waste the service's time: searches nobody waits for, more requests than can be
answered, a flood of sign-ins, clients that send or read slowly or not at all."""

import asyncio
import json
import os
import signal
import socket
import threading
import time

from load import wrk
from service import PASSWORD
from table import bound

LINES = {"Content-Type": "application/x-ndjson"}


def searches(service, count, seconds):
    """Clients search for a word that stands 50,000 times in one message and leave after a second, again and again."""
    session = create(service, "Look at the log")
    line = {"type": "assistant", "message": {"content": [{"type": "text", "text": "needle " * 50_000}]}}
    status = service.request("POST", f"/api/sessions/{session}/messages", json.dumps(line), {"x-api-key": service.key, **LINES})[0]
    assert status == 201, status
    is_over = threading.Event()
    threads = [threading.Thread(target=_search_and_leave, args=(service, is_over)) for _ in range(count)]
    for thread in threads:
        thread.start()
    live, lists, creates = [], [], []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        live.append(_milliseconds(lambda: service.get("/livez")))
        lists.append(_milliseconds(lambda: service.get("/api/sessions?limit=20")))
        creates.append(_milliseconds(lambda: create(service, "Meanwhile, do this")))
    is_over.set()
    for thread in threads:
        thread.join()
    work = f"{count} abandoned searches: longest"
    yield bound(f"{work} /livez", "–", max(live), 50, "ms", f"of {len(live)}")
    yield bound(f"{work} list of 20", "–", max(lists), 200, "ms", f"of {len(lists)}")
    yield bound(f"{work} create", "–", max(creates), 200, "ms", f"of {len(creates)}")


def overload(service, connections, seconds):
    """More clients search, each as often as it can, than there may be requests under way."""
    arguments = (service.port, "/api/sessions?limit=50&q=a*", {"x-api-key": service.key}, connections, seconds)
    load = threading.Thread(target=wrk, args=arguments, kwargs={"may_be_refused": True})
    load.start()
    # Until all are connected.
    while len(os.listdir(f"/proc/{service.process.pid}/fd")) < connections:
        time.sleep(0.05)
    live = []
    while load.is_alive():
        live.append(_milliseconds(lambda: service.get("/livez")))
    return bound(f"{connections:,} connections that search: longest /livez", "–", max(live), 50, "ms", f"of {len(live)}")


def sign_ins(service, count):
    """A flood of wrong passwords from one address, and somebody who signs in from another."""
    seconds, statuses = asyncio.run(_flood(service.port, count))
    refused = statuses.count(429)
    return bound(f"{count} sign-ins from one address: one from elsewhere", "–", seconds, 2, "s", f"{refused} were told to wait")


def clients(service):
    """Clients that keep a connection and no more, that send a body slowly, and that ask for 12 MB and don't read it."""
    session = create(service, "A long one")
    line = json.dumps({"type": "assistant", "message": {"content": [{"type": "text", "text": "y" * 1_000_000}]}})
    for _ in range(12):
        service.request("POST", f"/api/sessions/{session}/messages", line, {"x-api-key": service.key, **LINES})
    head = "Host: 127.0.0.1\r\n"
    body = f"POST /api/auth/sign-in HTTP/1.1\r\n{head}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n"
    read = f"GET /api/sessions/{session} HTTP/1.1\r\n{head}x-api-key: {service.key}\r\n\r\n"
    sockets = [_connect(service.port) for _ in range(1100)]
    sockets += [_connect(service.port, body) for _ in range(300)]
    sockets += [_connect(service.port, read, 4096) for _ in range(100)]
    peak = _Peak(service)
    p99 = wrk(service.port, "/api/sessions?limit=20", {"x-api-key": service.key}, 8, 10).p99
    memory = peak.end() / 1024
    start = time.monotonic()
    service.process.send_signal(signal.SIGTERM)
    service.process.wait(timeout=60)
    stop = time.monotonic() - start
    for client in sockets:
        client.close()
    work = "1,100 idle clients, 300 slow bodies, 100 that don't read:"
    yield bound(f"{work} list of 20, p99", "–", p99, 100, "ms")
    yield bound(f"{work} memory", "–", memory, 250, "MiB")
    yield bound(f"{work} stop", "–", stop, 10, "s")


def create(service, text):
    body = {"organizationId": service.organization, "initialMessage": text}
    status, _, answer = service.request("POST", "/api/sessions", body, {"Cookie": service.cookie})
    assert status == 201, answer
    return json.loads(answer)["session"]["id"]


def _search_and_leave(service, is_over):
    request = f"GET /api/sessions?limit=5&q=needle HTTP/1.1\r\nHost: 127.0.0.1\r\nx-api-key: {service.key}\r\n\r\n"
    while not is_over.is_set():
        with _connect(service.port, request):
            is_over.wait(1)


def _milliseconds(work):
    start = time.monotonic()
    work()
    return (time.monotonic() - start) * 1000


async def _flood(port, count):
    wrong = [asyncio.create_task(_sign_in(port, "127.0.0.1", "a wrong password")) for _ in range(count)]
    await asyncio.sleep(0.3)
    start = time.monotonic()
    status = await _sign_in(port, "127.0.0.2", PASSWORD)
    seconds = time.monotonic() - start
    assert status == 200, status
    return seconds, await asyncio.gather(*wrong)


async def _sign_in(port, address, password):
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(address, 0))
    body = json.dumps({"email": "bea@example.com", "password": password})
    writer.write(
        f"POST /api/auth/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n{body}".encode())
    answer = await reader.read()
    writer.close()
    return int(answer.split()[1])


def _connect(port, text="", receive_buffer=None):
    client = socket.socket()
    if receive_buffer:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    client.connect(("127.0.0.1", port))
    client.sendall(text.encode())
    return client


class _Peak:
    """The most memory that the service has, looked at every 20 ms."""

    def __init__(self, service):
        self.service, self.kibibytes, self.is_over = service, 0, threading.Event()
        self.thread = threading.Thread(target=self._watch)
        self.thread.start()

    def _watch(self):
        while not self.is_over.wait(0.02):
            self.kibibytes = max(self.kibibytes, self.service.status("VmRSS"))

    def end(self):
        self.is_over.set()
        self.thread.join()
        return self.kibibytes
