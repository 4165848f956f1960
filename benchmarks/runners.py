"""Agents on a thousand runners: how long a line takes from its runner to an open page, and what one server carries."""

import asyncio
import multiprocessing
import random
import re
import time

from machine import fresh_directory, run
from service import Service
from simulated_runner import Runner
from table import bound

# Lines a second of a busy agent, and how many it prints for a message: about ten minutes of work.
PACE, TURN = 2, 1200
# How many pages are open, each of another session.
PAGES = 100
# In each measured window: agents that are given another message, and runners that vanish.
FOLLOW_UPS, LOSSES = 0.02, 0.01
LIMIT = 500
MARK = re.compile(rb"@(\d+\.\d{6})@")


def measure(options):
    """Adds agents step by step, for as long as lines arrive in time."""
    settings = {"LODESTONE_AGENT": "demo", "LODESTONE_AGENT_CONCURRENCY": "0"}
    settings["LODESTONE_REPOSITORY_HOSTS"] = f"github.com={_repository()}"
    steps, seconds = ([100], 10) if options.quick else ([100, 200, 300, 400, 500, 750, 1000, 1500, 2000], 20)
    with Service("runners", 1000, settings=settings) as service:
        with Pages(service) as pages:
            yield from asyncio.run(_steps(service, pages, steps, seconds))


def _repository():
    """A small repository that the server clones."""
    root = fresh_directory("runners-repositories")
    place = root / "acme" / "web-app"
    place.mkdir(parents=True)
    for number in range(50):
        (place / f"file{number}.py").write_text(f"print({number})\n" * 40)
    git = ["git", "-C", place, "-c", "user.name=Bea", "-c", "user.email=bea@example.com"]
    run([*git, "init", "--quiet", "--initial-branch", "main"])
    run([*git, "add", "."])
    run([*git, "commit", "--quiet", "--message", "Start"])
    return root


async def _steps(service, pages, steps, seconds):
    fleet, carried = Fleet(service), None
    try:
        for count in steps:
            cost = await fleet.grow(count)
            pages.open([runner.session for runner in fleet.runners])
            window = await fleet.window(pages, seconds)
            print(f"  {count} agents: {window}; {cost * 1000:.0f} ms of processor for each run's start", flush=True)
            if window.p99 >= LIMIT and carried:
                break
            carried, start = window, cost
    finally:
        await fleet.stop()
    work = f"lines of {carried.count:,} agents on runners to {PAGES} open pages: p99"
    return [
        bound(work, "–", carried.p99, LIMIT, "ms", str(carried)),
        bound("the start of a run on a runner: the server's processor time", "–", start * 1000, 1000, "ms"),
    ]


class Fleet:
    """The runners, and the sessions that they work on."""

    def __init__(self, service):
        self.service = service
        command = [service.lodestone, "runner-token", "create", "--data", service.data, "--name", "bench"]
        self.token = run(command).strip()
        self.version = run([service.lodestone, "--version"]).split()[0]
        self.runners = {}
        self.may_print = asyncio.Event()

    def add_runner(self):
        lines = lambda: TURN + random.randrange(TURN)
        runner = Runner(self.service.port, self.token, self.version, PACE, lines, self.may_print)
        self.runners[runner] = asyncio.create_task(runner.work())
        return runner

    async def grow(self, count):
        """Adds runs and runners, a few at a time, while no agent prints; returns the processor seconds that each start takes."""
        self.may_print.clear()
        before, added = self.service.processor_seconds(), count - len(self.runners)
        while len(self.runners) < count:
            runners = [self.add_runner() for _ in range(min(8, count - len(self.runners)))]
            await asyncio.gather(*(asyncio.to_thread(self.create) for _ in runners))
            await asyncio.wait_for(asyncio.gather(*(it.is_working.wait() for it in runners)), 300)
        return (self.service.processor_seconds() - before) / added

    def create(self):
        body = {"organizationId": self.service.organization, "initialMessage": "Find out why the tests are slow",
                "repoUrl": "https://github.com/acme/web-app"}
        status, _, answer = self.service.request("POST", "/api/sessions", body, {"Cookie": self.service.cookie})
        assert status == 201, answer

    async def window(self, pages, seconds):
        self.may_print.set()
        # Pages that were just opened first get what is already there.
        await asyncio.sleep(3)
        pages.times()
        before, begin = self.service.processor_seconds(), time.monotonic()
        count = len(self.runners)
        disturbances = asyncio.create_task(self.disturb(seconds))
        await asyncio.sleep(seconds)
        passed = time.monotonic() - begin
        processor = (self.service.processor_seconds() - before) / passed
        await disturbances
        return Window(pages.times(), processor, self.service.status("VmRSS") / 1024, count)

    async def disturb(self, seconds):
        """Follow-ups and losses, evenly. A runner that is lost is replaced by another, which gets its run in half a minute."""
        for _ in range(count := max(1, int(len(self.runners) * LOSSES))):
            lost = random.choice([it for it in self.runners if it.session])
            self.runners.pop(lost).cancel()
            lost.hang_up()
            self.add_runner()
            for _ in range(int(FOLLOW_UPS / LOSSES)):
                session = random.choice([it.session for it in self.runners if it.session])
                path = f"/api/sessions/{session}/messages?organizationId={self.service.organization}"
                message = {"content": "Look at the database, too."}
                status, _, answer = await asyncio.to_thread(
                    self.service.request, "POST", path, message, {"Cookie": self.service.cookie})
                assert status == 201, answer
            await asyncio.sleep(seconds / count)

    async def stop(self):
        failures = [task.exception() for task in self.runners.values() if task.done() and not task.cancelled()]
        for runner, task in self.runners.items():
            task.cancel()
            runner.hang_up()
        for failure in failures:
            raise failure


class Window:
    """What was seen in a stretch of time."""

    def __init__(self, times, processor, memory, count):
        times.sort()
        self.p50, self.p99 = (times[int(len(times) * part)] * 1000 for part in (0.5, 0.99))
        self.processor, self.memory, self.count, self.lines = processor, memory, count, len(times)

    def __str__(self):
        return (f"p50 {self.p50:.0f} ms, p99 {self.p99:.0f} ms of {self.lines} lines; {self.processor * 100:.0f} % of a core, "
                f"{self.memory:.0f} MiB")


class Pages:
    """Open event streams of sessions, in a process of their own, so that the runners don't delay them."""

    def __init__(self, service):
        self.port, self.key = service.port, service.key
        self.pipe, end = multiprocessing.Pipe()
        self.process = multiprocessing.Process(target=lambda: asyncio.run(self._listen(end)), daemon=True)
        self.opened = set()

    def __enter__(self):
        self.process.start()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.join()

    def open(self, sessions):
        new = [session for session in sessions if session and session not in self.opened][:PAGES - len(self.opened)]
        self.opened.update(new)
        self.pipe.send(new)
        self.pipe.recv()

    def times(self):
        """How long each line took since the last question, in seconds."""
        self.pipe.send(None)
        return self.pipe.recv()

    async def _listen(self, pipe):
        times, tasks = [], []

        async def listen(session):
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port, limit=1 << 24)
            writer.write(
                f"GET /api/sessions/{session}/events HTTP/1.1\r\nHost: 127.0.0.1\r\nx-api-key: {self.key}\r\n\r\n".encode())
            is_message = False
            while line := await reader.readline():
                if line.startswith(b"event: "):
                    is_message = line == b"event: message.appended\n"
                elif is_message and line.startswith(b"data: ") and (mark := MARK.search(line)):
                    times.append(time.monotonic() - float(mark.group(1)))

        while True:
            question = await asyncio.to_thread(pipe.recv)
            if question is None:
                pipe.send(times)
                times.clear()
            else:
                tasks += [asyncio.create_task(listen(session)) for session in question]
                pipe.send(None)


if __name__ == "__main__":
    import argparse

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    for row in measure(parser.parse_args()):
        print(" | ".join(row.cells))
