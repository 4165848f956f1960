"""Open pages beside a busy agent: the share of one core that the service spends on keeping them up to date, and how long a
line of the agent takes to reach them."""

import asyncio
import gzip
import http.client
import json
import os
import re
import time

from strangers import LINES, create
from table import bound

LINES_PER_SECOND = 20
# As the list's script: events gather for a moment, and it waits a second between two requests.
GATHERING, LIST_PAUSE = 0.1, 1.0


class Page:
    """A page that a browser has open: a session's gets the parts that changed, a list fetches them after an event."""

    def __init__(self, service, path):
        self.service, self.path, self.is_list = service, path, path.endswith("/sessions")
        self.connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=60)
        self.updates, self.has_changed, self.arrivals = 0, asyncio.Event(), {}

    async def open(self):
        page = await asyncio.to_thread(self._get, self.path)
        self.events = re.search(r'data-events="([^"]+)"', page).group(1).replace("&amp;", "&")
        self.position = re.search(r'data-position="([^"]+)"', page).group(1)
        self.events += f"&after={self.position}" if self.is_list else f"?after={self.position}&shown={newest(page)}"
        self.tasks = [asyncio.create_task(work()) for work in [self._listen, self._renew][: 1 + self.is_list]]

    async def close(self):
        """Ends the page, and fails if one of its requests failed."""
        for task in self.tasks:
            task.cancel()
        for result in await asyncio.gather(*self.tasks, return_exceptions=True):
            if not isinstance(result, asyncio.CancelledError):
                raise result
        self.connection.close()

    async def _listen(self):
        reader, writer = await asyncio.open_connection("127.0.0.1", self.service.port, limit=1 << 24)
        writer.write(
            f"GET {self.events} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {self.service.cookie}\r\n"
            "Accept: text/event-stream\r\n\r\n".encode())
        assert b" 200 " in await reader.readline()
        while line := await reader.readline():
            if line.startswith(b"event: "):
                self.has_changed.set()
            if line.startswith(b'data: {"after":'):
                self.updates += 1
                for number in re.findall(rb"Line (\d+):", line):
                    self.arrivals.setdefault(int(number), time.monotonic())
        raise ConnectionError("the event stream ended")

    async def _renew(self):
        while True:
            await self.has_changed.wait()
            await asyncio.sleep(GATHERING)
            self.has_changed.clear()
            await asyncio.to_thread(self._get, self.path)
            self.updates += 1
            await asyncio.sleep(LIST_PAUSE - GATHERING)

    def _get(self, path):
        self.connection.request("GET", path, headers={
            "Cookie": self.service.cookie, "Accept": "text/html", "Accept-Encoding": "gzip"})
        answer = self.connection.getresponse()
        body = answer.read()
        assert answer.status == 200, (answer.status, path)
        return (gzip.decompress(body) if answer.headers["Content-Encoding"] == "gzip" else body).decode()


def newest(page):
    return int(re.search(r'data-last="(\d+)"', page).group(1))


def pages(service, count, seconds):
    """What lists and session pages cost beyond the same agent without anybody who looks, and how soon a line is there."""
    session = create(service, "Fix all tests")
    alone, _, _ = asyncio.run(_share(service, session, [], seconds))
    home = f"/organizations/{service.organization}/sessions"
    for name, path in ("list", home), ("session page", f"{home}/{session}"):
        share, updates, times = asyncio.run(_share(service, session, [path] * count, seconds))
        yield bound(
            f"{count} open {name}s beside an agent that writes {LINES_PER_SECOND} lines a second", "–", share - alone, 10,
            "% of a core", f"{updates / seconds:.0f} updates a second; the agent alone {alone:.1f} %")
    for percent, limit in (50, 50), (99, 150):
        yield bound(
            f"a line's way from the agent to these session pages: p{percent}", "–",
            1000 * times[len(times) * percent // 100], limit, "ms", f"{len(times)} arrivals")


async def _share(service, session, paths, seconds):
    """The service's share of one core in percent, the number of updates, and how long each line took to each page."""
    opened = [Page(service, path) for path in paths]
    for page in opened:
        await page.open()
    sent = {}
    agent = asyncio.create_task(_agent(service, session, sent))
    await asyncio.sleep(2)
    start, before = time.monotonic(), _processor_seconds(service)
    updates = sum(page.updates for page in opened)
    await asyncio.sleep(seconds)
    share = 100 * (_processor_seconds(service) - before) / (time.monotonic() - start)
    updates = sum(page.updates for page in opened) - updates
    agent.cancel()
    for page in opened:
        await page.close()
    times = sorted(time - sent[number] for page in opened for number, time in page.arrivals.items())
    return share, updates, times


async def _agent(service, session, sent):
    """Appends lines, evenly, and notes when it sent each."""
    begin = time.monotonic()
    number = 0
    while True:
        text = f"Line {number}: " + "I look at the *next* file. " * 8
        line = {"type": "assistant", "message": {"content": [{"type": "text", "text": text}]}}
        sent[number] = time.monotonic()
        status, _, answer = await asyncio.to_thread(
            service.request, "POST", f"/api/sessions/{session}/messages", json.dumps(line), {"x-api-key": service.key, **LINES})
        assert status == 201, answer
        number += 1
        await asyncio.sleep(max(0, begin + number / LINES_PER_SECOND - time.monotonic()))


def _processor_seconds(service):
    with open(f"/proc/{service.process.pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
