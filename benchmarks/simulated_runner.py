"""A runner as a server sees it: it claims runs, takes and returns files, prints lines, asks for orders and acknowledges them.
There is no agent behind it, and it speaks HTTP with little effort, so that a machine has a thousand of them beside the server."""

import asyncio
import base64
import json
import random
import time

# About what lines of Claude Code take; tools' results are longer, once in a while much longer.
TEXT = "I read the next file and compare what it does with what its callers expect of it. " * 6
RESULT = "    return [line.strip() for line in text.splitlines() if line.strip()]\n" * 20


class Refused(Exception):
    """The server answered with an error."""

    def __init__(self, status, body):
        super().__init__(f"{status}: {body[:300]!r}")
        self.status = status


class Connection(asyncio.Protocol):
    """One connection, one request at a time."""

    def __init__(self):
        self.transport, self.answer = None, None
        self.buffer = bytearray()

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.buffer += data
        end = self.buffer.find(b"\r\n\r\n")
        if end < 0 or self.answer is None:
            return
        head = bytes(self.buffer[:end]).lower()
        body = self._body(head, end + 4)
        if body is not None:
            self.buffer.clear()
            answer, self.answer = self.answer, None
            if not answer.done():
                answer.set_result((int(head[9:12]), body))

    def _body(self, head, start):
        """The body, or `None` until it is complete."""
        if b"transfer-encoding: chunked" in head:
            if not self.buffer.endswith(b"0\r\n\r\n"):
                return None
            body = bytearray()
            while True:
                end = self.buffer.find(b"\r\n", start)
                if end < 0:
                    return None
                size = int(self.buffer[start:end], 16)
                if size == 0:
                    return bytes(body)
                if end + 2 + size > len(self.buffer):
                    return None
                body += self.buffer[end + 2:end + 2 + size]
                start = end + 4 + size
        place = head.find(b"content-length: ")
        size = int(head[place + 16:].split(b"\r\n", 1)[0]) if place >= 0 else 0
        return bytes(self.buffer[start:start + size]) if len(self.buffer) >= start + size else None

    def connection_lost(self, error):
        self.transport = None
        if self.answer and not self.answer.done():
            self.answer.set_exception(error or ConnectionError("the server closed the connection"))

    def send(self, request):
        self.answer = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        return self.answer


class Runner:
    """Works on one run after the other."""

    def __init__(self, port, token, version, pace, turn_lines, may_print):
        self.port, self.pace, self.turn_lines, self.may_print = port, pace, turn_lines, may_print
        self.head = f"Host: 127.0.0.1\r\nAuthorization: Bearer {token}\r\nUser-Agent: Lodestone-Runner/{version}\r\n"
        self.version = version
        self.connections = []
        self.session = None
        self.is_working = asyncio.Event()

    async def request(self, method, path, body=b"", kind="application/json"):
        for attempt in range(100):
            connection = next((it for it in self.connections if it.answer is None and it.transport), None)
            if connection is None:
                loop = asyncio.get_running_loop()
                _, connection = await loop.create_connection(Connection, "127.0.0.1", self.port)
                self.connections = [it for it in self.connections if it.transport] + [connection]
            head = f"{method} /api/runner/{path} HTTP/1.1\r\n{self.head}"
            if body or method in ("POST", "PUT"):
                head += f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
            try:
                status, answer = await connection.send(f"{head}\r\n".encode() + body)
            except ConnectionError:
                continue
            if status in (429, 503):
                await asyncio.sleep(0.2 * 2 ** min(attempt, 5))
                continue
            if status >= 300:
                raise Refused(status, answer)
            return answer
        raise ConnectionError("the server could not be reached")

    async def post(self, path, value):
        return await self.request("POST", path, json.dumps(value).encode())

    def hang_up(self):
        """As when the machine fails."""
        for connection in self.connections:
            if connection.transport:
                connection.transport.abort()

    async def work(self):
        """Works until cancelled."""
        claim = {"protocol": 1, "version": self.version, "labels": []}
        while True:
            assignment = json.loads(await self.post("claim", claim)).get("assignment")
            if assignment is None:
                continue
            self.session = assignment["session"]
            try:
                await self.follow(assignment["lease"])
            except Refused as refusal:
                if refusal.status != 409:
                    raise
            self.session = None
            self.is_working.clear()

    async def follow(self, lease):
        place, last, process = f"leases/{lease}", 0, None
        files, prints = {}, None
        try:
            while True:
                answer = json.loads(await self.request("GET", f"{place}/orders?after={last}"))
                if answer["isOver"]:
                    return
                for order in answer["orders"]:
                    last = order["number"]
                    (action, value), = order["action"].items()
                    if action == "start":
                        process = Process(self, place, value["_0"]["process"])
                        for name in "workspace", "home", "attachments":
                            files[name] = await self.take(f"{place}/files/{name}")
                        prints = asyncio.create_task(process.run())
                    elif action == "input":
                        process.say(base64.b64decode(value["_0"]))
                    elif action == "checkpoint":
                        await self.give_back(place, files)
                        await self.request("POST", f"{place}/checkpoints/{value['_0']}")
                    elif action in ("finishInput", "stop", "kill", "interrupt") and prints and not process.is_over:
                        process.is_over = True
                        prints.cancel()
                        await self.give_back(place, files)
                        ending = {"code": 0, "errors": "", "isGivenBack": False}
                        await self.post(f"{place}/processes/{process.number}/ending", ending)
                    elif action == "end":
                        return
        finally:
            if prints:
                prints.cancel()

    async def take(self, path):
        try:
            return await self.request("GET", path)
        except Refused as refusal:
            if refusal.status != 404:
                raise
            return None

    async def give_back(self, place, files):
        for name in "workspace", "home":
            await self.request("PUT", f"{place}/files/{name}", files[name], "application/gzip")


class Process:
    """What the agent prints: for each message a number of lines, and an answer."""

    def __init__(self, runner, place, number):
        self.runner, self.place, self.number = runner, place, number
        self.messages = asyncio.Queue()
        self.offset, self.count, self.is_over = 0, 0, False

    def say(self, line):
        if json.loads(line.split(b"\n")[0]).get("type") == "user":
            self.messages.put_nowait(line)

    async def run(self):
        await self.print({"type": "system", "subtype": "init", "model": "simulated", "tools": [], "cwd": "/workspace"})
        while True:
            await self.messages.get()
            self.runner.is_working.set()
            for _ in range(self.runner.turn_lines()):
                await asyncio.sleep(random.expovariate(self.runner.pace))
                await self.runner.may_print.wait()
                await self.print(self.line())
            result = {"type": "result", "subtype": "success", "is_error": False, "result": "Done.", "num_turns": 1}
            await self.print(result)

    def line(self):
        """The agent's lines in turn, with the time at which they are sent."""
        self.count += 1
        mark, number = f"@{time.monotonic():.6f}@", f"call_{self.number}_{self.count // 3}"
        match self.count % 3:
            case 1:
                content, role = [{"type": "text", "text": mark + TEXT}], "assistant"
            case 2:
                use = {"type": "tool_use", "id": number, "name": "Read", "input": {"file_path": f"/workspace/{mark}.py"}}
                content, role = [use], "assistant"
            case _:
                content, role = [{"type": "tool_result", "tool_use_id": number, "content": mark + RESULT}], "user"
        return {"type": role, "message": {"id": f"msg_{self.count}", "role": role, "content": content}}

    async def print(self, line):
        bytes = json.dumps({"session_id": "simulated", **line}).encode() + b"\n"
        path = f"{self.place}/processes/{self.number}/output?offset={self.offset}"
        answer = json.loads(await self.runner.request("POST", path, bytes, "application/octet-stream"))
        assert answer["next"] == self.offset + len(bytes), answer
        self.offset = answer["next"]
        if answer["waitMilliseconds"]:
            await asyncio.sleep(answer["waitMilliseconds"] / 1000)
