"""Measures what the service costs, each against what the machine can do, and prints one table.

With --quick the data are smaller and the rounds shorter: good for a look, not for a claim.
"""

import argparse
import asyncio
import datetime
import threading
import time

import machine
import reading
import strangers
import streams
import table
import watching
import writing
from load import wrk
from service import PASSWORD, Service


HOW = """
Each ratio is of measurements that alternate within one run: a round of warm-up, then five that count, their median and half
their spread.

- Constant body: `/openapi.json`, about as long as the answers it is compared with, from the same process. Requests a second are
  wrk's, one thread and 8 connections; times of single requests are of `pairs`, one connection, of which every second request
  is the change that the read has to show.
- sqlite3_step: `bare read` steps through the rows that the answer is made of and takes every column, warm.
- One-row commits: `bare write`, a row of 512 bytes a transaction, WAL, synchronous=FULL, on the same file system.
- Creates come by cookie, appends by key and to one session, from 64 or 256 connections of wrk; each is answered when on disk.
- Titles: six prompts of 60 to 430 characters, in English, German and Japanese; of each the cheapest of 400 rounds.
- Growth: the same requests to two servers in turns, one with 1,000 sessions, one with many.
- Memory is VmRSS; of the whole list its highest while curl reads as fast as it can, and at 20 MB/s.
- Strangers: the longest of all requests made meanwhile, one at a time; the flood comes from 127.0.0.1 and the person from
  127.0.0.2; memory is the highest VmRSS.
- Open pages do as their scripts do, beside an agent that appends by key; the service's time of user and system, without the
  same agent's alone.
- Streams: an event is timed from the request that causes it to its arrival at each of all streams.
"""


def sign_ins(service, count):
    """How long reading takes while many people sign in at once."""
    def sign_in():
        service.request("POST", "/api/auth/sign-in", {"email": "bea@example.com", "password": PASSWORD})

    threads = [threading.Thread(target=sign_in) for _ in range(count)]
    for thread in threads:
        thread.start()
    p99 = wrk(service.port, "/api/sessions", {"x-api-key": service.key}, 8, 3).p99
    for thread in threads:
        thread.join()
    return table.bound(f"list of 100 while {count} sign in: p99", "–", p99, 50, "ms")


def titles():
    """What the title and the preview of a usual prompt cost together."""
    mean, dearest = map(float, machine.run([machine.ROOT / ".build" / "release" / "measure-titles"]).split())
    return table.bound("title and preview of a usual prompt", "–", mean, 20, "µs", f"the dearest of 6: {dearest:.1f} µs")


def measure(options):
    rounds, seconds, count = (5, 1, 500) if options.quick else (5, 3, 2000)
    large_size, whole_size = (50_000, 10_000) if options.quick else (1_000_000, 100_000)
    yield titles()
    with Service("hundred", 100) as service:
        time.sleep(1)
        yield table.bound("memory when idle", "–", service.status("VmRSS") / 1024, 60, "MiB")
        yield reading.same_list(service, rounds, seconds)
        yield reading.changed_list(service, rounds, count)
        yield reading.one_session(service, rounds, count)
        yield reading.changes_page(service, 15, 5000, 2 * rounds)
        yield sign_ins(service, 20 if options.quick else 200)
    with Service("writing", 1000) as service:
        yield from writing.create(service, rounds, seconds)
        yield from writing.append(service, rounds, seconds)
        memory, times = asyncio.run(streams.measure(service, 200 if options.quick else 1000, 5))
        yield table.bound("an idle event stream", "–", memory, 30, "KiB")
        yield table.bound("an event to all streams: p99", "–", sorted(times)[int(len(times) * 0.99)], 100, "ms")
        yield from watching.pages(service, 20, rounds * seconds)
    with Service("strangers", 1000) as service:
        yield from strangers.searches(service, 8, rounds * seconds)
        yield strangers.overload(service, 1000, 8)
        yield strangers.sign_ins(service, 600)
        yield from strangers.clients(service)
    with Service(f"whole-{whole_size}", whole_size, is_kept=True) as service:
        yield from reading.whole_list(service, whole_size)
    with Service("small", 1000) as small, Service(f"large-{large_size}", large_size, is_kept=True) as large:
        yield table.bound(f"start with {large_size:,} sessions to the first answer", "–", large.start_seconds * 1000, 300, "ms")
        yield from reading.growth(small, large, rounds, count // 4)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    machine.compile_tools()
    start = time.monotonic()
    print(f"{datetime.date.today()}, {machine.describe()}{', quick' if options.quick else ''}\n", flush=True)
    rows = []
    for row in measure(options):
        rows.append(row)
        print(f"… {' | '.join(row.cells[:3])}", flush=True)
    print()
    table.show(rows)
    print(HOW)
    missed = sum(not row.is_reached for row in rows)
    print(f"{len(rows) - missed} of {len(rows)} reached, in {time.monotonic() - start:.0f} s.")


if __name__ == "__main__":
    main()
