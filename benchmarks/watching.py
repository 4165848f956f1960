"""Pages that are open while an agent writes: what they cost the service, and how long a line takes to reach them.

Each page does as its script does: it listens to the stream that the page names, and fetches what changed.
"""

import asyncio
import json
import re
import time

from service import Service
from table import bound

VIEWERS = 20
LINES_PER_SECOND = 20
SECONDS = 15
# As in coalesce.js and sessions.js.
COALESCING = 0.1
LIST_PAUSE = 1
LIST_EVENTS = {"session.created", "session.updated", "session.deleted", "run.updated"}
SESSION_EVENTS = {"session.updated", "message.appended", "task.updated", "run.updated"}


def measure(service: Service):
    session = json.loads(service.get("/api/sessions?limit=1"))["sessions"][0]["id"]
    alone = asyncio.run(_Load(service, session).run())
    work = f"{VIEWERS} {{}} while an agent writes {LINES_PER_SECOND} lines a second:"
    lists = asyncio.run(_Load(service, session, f"/organizations/{service.organization}/sessions").run())
    yield bound(f"{work.format('open lists')} one core", "without them", (lists.share - alone.share) * 100, 10, "%",
                f"{alone.share:.1%} without")
    pages = asyncio.run(
        _Load(service, session, f"/organizations/{service.organization}/sessions/{session}").run())
    yield bound(f"{work.format('open pages of its session')} one core", "without them",
                (pages.share - alone.share) * 100, 10, "%", f"{alone.share:.1%} without")
    times = sorted(pages.times)
    yield bound("a line to an open page: p50", "–", times[len(times) // 2], 50, "ms", f"of {len(times)}")
    yield bound("a line to an open page: p99", "–", times[int(len(times) * 0.99)], 150, "ms")


class _Load:
    """An agent that writes, and viewers of one page."""

    def __init__(self, service, session, page=None):
        self.service, self.session, self.page = service, session, page
        self.sent = {}
        self.times = []

    async def run(self):
        viewers = [_Viewer(self, self.page) for _ in range(VIEWERS if self.page else 0)]
        for viewer in viewers:
            await viewer.open()
        await asyncio.sleep(1)
        tasks = [asyncio.create_task(viewer.watch()) for viewer in viewers]
        before, start = _processor_seconds(self.service), time.monotonic()
        await self._write(start)
        self.share = (_processor_seconds(self.service) - before) / (time.monotonic() - start)
        for task in tasks:
            task.cancel()
        for viewer in viewers:
            viewer.close()
        return self

    async def _write(self, start):
        client = _Client(self.service.port)
        for number in range(LINES_PER_SECOND * SECONDS):
            await asyncio.sleep(max(0, start + number / LINES_PER_SECOND - time.monotonic()))
            mark = f"line-{id(self)}-{number}."
            line = {"type": "assistant", "message": {"content": [{"type": "text", "text": f"Look at {mark}"}]}}
            self.sent[mark] = time.monotonic()
            await client.request("POST", f"/api/sessions/{self.session}/messages", json.dumps(line),
                                 {"x-api-key": self.service.key, "Content-Type": "application/x-ndjson"})
        client.close()


class _Viewer:
    def __init__(self, load, page):
        self.load, self.page = load, page
        self.client = _Client(load.service.port)
        self.headers = {"Cookie": load.service.cookie, "Accept": "text/html"}
        self.is_session = page.rsplit("/", 1)[1].startswith("ses")
        self.is_changed = asyncio.Event()
        self.seen = set()

    async def open(self):
        body = await self.client.request("GET", self.page, headers=self.headers)
        events = re.search(r'data-events="([^"]+)"', body)[1].replace("&amp;", "&")
        position = re.search(r'data-position="([^"]+)"', body)[1]
        if self.is_session:
            self.last = re.search(r'data-last="(\d+)"', body)[1]
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.load.service.port)
        separator = "&" if "?" in events else "?"
        self.writer.write(f"GET {events}{separator}after={position} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                          f"Cookie: {self.headers['Cookie']}\r\n\r\n".encode())
        await self.reader.readuntil(b"\r\n\r\n")

    def close(self):
        self.client.close()
        self.writer.close()

    async def watch(self):
        listening = asyncio.create_task(self._listen())
        try:
            fetched = 0
            while True:
                await self.is_changed.wait()
                await asyncio.sleep(COALESCING)
                if not self.is_session:
                    await asyncio.sleep(max(0, fetched + LIST_PAUSE - time.monotonic()))
                fetched = time.monotonic()
                self.is_changed.clear()
                await self._fetch()
        finally:
            listening.cancel()

    async def _listen(self):
        kinds = SESSION_EVENTS if self.is_session else LIST_EVENTS
        while line := await self.reader.readline():
            if line.startswith(b"event: ") and line[7:].strip().decode() in kinds:
                self.is_changed.set()

    async def _fetch(self):
        if not self.is_session:
            await self.client.request("GET", self.page, headers=self.headers)
            return
        body = await self.client.request("GET", f"{self.page}/transcript?after={self.last}", headers=self.headers)
        self.last = re.search(r'data-last="(\d+)"', body)[1]
        now = time.monotonic()
        for mark in re.findall(r"line-\d+-\d+\.", body):
            if mark in self.load.sent and mark not in self.seen:
                self.seen.add(mark)
                self.load.times.append((now - self.load.sent[mark]) * 1000)


class _Client:
    """A connection that is kept."""

    def __init__(self, port):
        self.port, self.writer = port, None

    async def request(self, method, path, body="", headers=None):
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", f"Content-Length: {len(body.encode())}"]
        lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
        self.writer.write(("\r\n".join(lines) + "\r\n\r\n" + body).encode())
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode().lower()
        assert head.split()[1] in ("200", "201"), head
        if "transfer-encoding: chunked" in head:
            return await self._chunks()
        length = re.search(r"content-length: (\d+)", head)
        return (await self.reader.readexactly(int(length[1]))).decode()

    async def _chunks(self):
        body = b""
        while size := int(await self.reader.readline(), 16):
            body += await self.reader.readexactly(size)
            await self.reader.readline()
        await self.reader.readline()
        return body.decode()

    def close(self):
        if self.writer:
            self.writer.close()


def _processor_seconds(service):
    """What the service's process has used of the processors, in seconds."""
    with open(f"/proc/{service.process.pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100
