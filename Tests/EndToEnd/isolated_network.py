"""Runs a command in a network namespace of its own, from which a single service of this machine can be reached.

    isolated_network.py SOCKET PORT COMMAND…: what connects to 127.0.0.1:PORT in the namespace gets to the Unix socket.
"""

import asyncio
import fcntl
import os
import socket
import struct
import sys
import threading

# ioctl(2), netdevice(7)
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 1


def command(path, port, arguments):
    """The command line that runs other arguments in a namespace."""
    # Root needs no user namespace; another user keeps its number in one.
    users = [] if os.geteuid() == 0 else ["--user", "--map-current-user", "--keep-caps"]
    return ["unshare", *users, "--net", sys.executable, __file__, path, str(port), *map(str, arguments)]


async def copy(reader, writer):
    try:
        while piece := await reader.read(65536):
            writer.write(piece)
            await writer.drain()
        writer.write_eof()
    except OSError:
        writer.close()


def joining(connect, note=lambda writer: None):
    """Joins each connection with one that `connect` opens; `note` gets each connection."""
    # The event loop keeps no task alive.
    tasks = set()

    async def join(reader, writer):
        task = asyncio.current_task()
        tasks.add(task)
        task.add_done_callback(tasks.discard)
        try:
            other_reader, other_writer = await connect()
        except OSError:
            return writer.close()
        note(writer)
        await asyncio.gather(copy(reader, other_writer), copy(other_reader, writer))
        writer.close()
        other_writer.close()

    return join


class Door:
    """The side outside: passes connections to a Unix socket on to a port of this machine, while it is open."""

    def __init__(self, path, port):
        self.path, self.port = path, port
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self.loop.run_forever, daemon=True).start()
        self.connections = []
        join = joining(lambda: asyncio.open_connection("127.0.0.1", self.port), self.connections.append)
        self.server = self.run(asyncio.start_unix_server(join, self.path))

    def run(self, work):
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(timeout=30)

    def drop(self):
        """Ends all connections; new ones are accepted."""

        async def drop():
            for connection in self.connections:
                connection.transport.abort()
            self.connections.clear()

        self.run(drop())

    def shut(self):
        """Ends all connections; new ones are refused."""

        async def shut():
            self.server.close()

        self.run(shut())
        self.drop()
        os.unlink(self.path)


def raise_loopback():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        request = struct.pack("16sh14x", b"lo", 0)
        flags = struct.unpack("16sh14x", fcntl.ioctl(any_socket, SIOCGIFFLAGS, request))[1]
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", flags | IFF_UP))


async def main(path, port, *arguments):
    raise_loopback()
    join = joining(lambda: asyncio.open_unix_connection(path))
    await asyncio.start_server(join, "127.0.0.1", int(port))
    process = await asyncio.create_subprocess_exec(*arguments)
    asyncio.get_running_loop().add_signal_handler(15, process.terminate)
    # At once, whatever connections are open.
    os._exit(await process.wait())


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
