"""Open pages beside a busy agent: the share of one core that the service spends on keeping them up to date."""

import asyncio
import gzip
import http.client
import json
import re
import time

from strangers import LINES, create
from table import bound

LINES_PER_SECOND = 20
# As the pages' scripts: events gather for a moment, and a list waits a second between two requests.
GATHERING, LIST_PAUSE = 0.1, 1.0


class Page:
    """A page that a browser has open: it listens to events and fetches the parts that changed."""

    def __init__(self, service, path):
        self.service, self.path, self.is_list = service, path, path.endswith("/sessions")
        self.connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=60)
        self.fetches, self.has_changed = 0, asyncio.Event()

    async def open(self):
        page = await asyncio.to_thread(self._get, self.path)
        self.events = re.search(r'data-events="([^"]+)"', page).group(1).replace("&amp;", "&")
        self.position = re.search(r'data-position="([^"]+)"', page).group(1)
        self.last = self._newest(page)
        self.tasks = [asyncio.create_task(work) for work in (self._listen(), self._renew())]

    async def close(self):
        """Ends the page, and fails if one of its requests failed."""
        for task in self.tasks:
            task.cancel()
        for result in await asyncio.gather(*self.tasks, return_exceptions=True):
            if not isinstance(result, asyncio.CancelledError):
                raise result
        self.connection.close()

    async def _listen(self):
        reader, writer = await asyncio.open_connection("127.0.0.1", self.service.port)
        writer.write(
            f"GET {self.events}&after={self.position} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {self.service.cookie}\r\n"
            "Accept: text/event-stream\r\n\r\n".encode())
        assert b" 200 " in await reader.readline()
        while line := await reader.readline():
            if line.startswith(b"event: "):
                self.has_changed.set()
        raise ConnectionError("the event stream ended")

    async def _renew(self):
        while True:
            await self.has_changed.wait()
            await asyncio.sleep(GATHERING)
            self.has_changed.clear()
            path = self.path if self.is_list else f"{self.path}/transcript?after={self.last}"
            page = await asyncio.to_thread(self._get, path)
            self.last = max(self.last, self._newest(page))
            self.fetches += 1
            if self.is_list:
                await asyncio.sleep(LIST_PAUSE - GATHERING)

    def _get(self, path):
        self.connection.request("GET", path, headers={
            "Cookie": self.service.cookie, "Accept": "text/html", "Accept-Encoding": "gzip"})
        answer = self.connection.getresponse()
        body = answer.read()
        assert answer.status == 200, (answer.status, path)
        return (gzip.decompress(body) if answer.headers["Content-Encoding"] == "gzip" else body).decode()

    @staticmethod
    def _newest(page):
        return max(map(int, re.findall(r'id="m(\d+)"', page)), default=0)


def pages(service, count, seconds):
    """What lists and session pages cost beyond the same agent without anybody who looks."""
    session = create(service, "Fix all tests")
    alone = asyncio.run(_share(service, session, [], seconds))[0]
    home = f"/organizations/{service.organization}/sessions"
    for name, path in ("list", home), ("session page", f"{home}/{session}"):
        share, fetches = asyncio.run(_share(service, session, [path] * count, seconds))
        yield bound(
            f"{count} open {name}s beside an agent that writes {LINES_PER_SECOND} lines a second", "–", share - alone, 10,
            "% of a core", f"{fetches / seconds:.0f} fetches a second; the agent alone {alone:.1f} %")


async def _share(service, session, paths, seconds):
    """The service's share of one core in percent, and the number of fetches."""
    opened = [Page(service, path) for path in paths]
    for page in opened:
        await page.open()
    agent = asyncio.create_task(_agent(service, session))
    await asyncio.sleep(2)
    start, before = time.monotonic(), service.processor_seconds()
    fetches = sum(page.fetches for page in opened)
    await asyncio.sleep(seconds)
    share = 100 * (service.processor_seconds() - before) / (time.monotonic() - start)
    fetches = sum(page.fetches for page in opened) - fetches
    agent.cancel()
    for page in opened:
        await page.close()
    return share, fetches


async def _agent(service, session):
    """Appends lines, evenly."""
    line = {"type": "assistant", "message": {"content": [{"type": "text", "text": "I look at the *next* file. " * 8}]}}
    begin = time.monotonic()
    number = 0
    while True:
        status, _, answer = await asyncio.to_thread(
            service.request, "POST", f"/api/sessions/{session}/messages", json.dumps(line), {"x-api-key": service.key, **LINES})
        assert status == 201, answer
        number += 1
        await asyncio.sleep(max(0, begin + number / LINES_PER_SECOND - time.monotonic()))

