"""Event streams, many at once: what one costs, and how long an event takes to reach all."""

import asyncio
import json
import time


async def open_stream(port, key):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET /api/events HTTP/1.1\r\nHost: 127.0.0.1\r\nx-api-key: {key}\r\n\r\n".encode())
    await reader.readuntil(b"\r\n\r\n")
    return reader, writer


async def arrival(reader, mark):
    """When the event with the mark has arrived."""
    text = b""
    while mark not in text:
        text = text[-200:] + await reader.read(65536)
    return time.monotonic()


async def measure(service, count, rounds):
    """Memory a stream in KiB, and all times in milliseconds from the request that causes an event to its arrival."""
    session = json.loads(service.get("/api/sessions?limit=1"))["sessions"][0]["id"]
    before = service.status("VmRSS")
    streams = []
    for _ in range(count):
        streams.append(await open_stream(service.port, service.key))
    await asyncio.sleep(1)
    memory = (service.status("VmRSS") - before) / count
    times = []
    for number in range(rounds):
        mark = f"delivery {number:06}".encode()
        arrivals = [asyncio.create_task(arrival(reader, mark)) for reader, _ in streams]
        await asyncio.sleep(0)
        start = time.monotonic()
        edit = {"title": mark.decode()}
        await asyncio.to_thread(
            service.request, "PATCH", f"/api/sessions/{session}", edit, {"x-api-key": service.key})
        times += [(moment - start) * 1000 for moment in await asyncio.gather(*arrivals)]
    for _, writer in streams:
        writer.close()
    return memory, times
