"""Services that people build instead, to measure beside: the same work in FastAPI and sqlite3, and PocketBase."""

import contextlib
import http.client
import json
import os
import socket
import subprocess
import sys
import time

from machine import ROOT, WORK, fresh_directory, run

KEY, PASSWORD = "key_for_benchmarks", "a password for benchmarks"


def install():
    """Installs the peers into an environment of their own."""
    environment, requirements = WORK / "peers-environment", ROOT / "benchmarks" / "peers" / "requirements.txt"
    stamp = environment / "installed"
    if not stamp.exists() or stamp.read_text() != requirements.read_text():
        run([sys.executable, "-m", "venv", "--clear", environment])
        run([environment / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements])
        stamp.write_text(requirements.read_text())
    return environment / "bin"


class Peer:
    """A running peer, and the request that creates a record in it."""

    def __init__(self, port, path, headers, body):
        self.port, self.path, self.headers, self.body = port, path, {"Content-Type": "application/json", **headers}, body


@contextlib.contextmanager
def fastapi(prompt):
    port = _free_port()
    command = [install() / "python", ROOT / "benchmarks" / "peers" / "fastapi_peer.py",
               fresh_directory("fastapi") / "peer.sqlite", str(port), KEY]
    with _running(command, port):
        yield Peer(port, "/api/sessions", {"x-api-key": KEY}, json.dumps({"initialMessage": prompt}))


@contextlib.contextmanager
def pocketbase(prompt):
    """PocketBase as it comes, which stores one row and signs the caller in by a token."""
    port, data, program = _free_port(), fresh_directory("pocketbase"), install() / "pocketbase"
    run([program, "superuser", "upsert", "bea@example.com", PASSWORD, "--dir", data])
    with _running([program, "serve", "--http", f"127.0.0.1:{port}", "--dir", data, "--automigrate=false"], port):
        credentials = {"identity": "bea@example.com", "password": PASSWORD}
        token = _post(port, "/api/collections/_superusers/auth-with-password", credentials)["token"]
        fields = [{"name": name, "type": "text"} for name in ("title", "message")]
        _post(port, "/api/collections", {"name": "sessions", "type": "base", "fields": fields}, token)
        body = json.dumps({"title": prompt.split(".")[0], "message": prompt})
        yield Peer(port, "/api/collections/sessions/records", {"Authorization": token}, body)


@contextlib.contextmanager
def _running(command, port):
    log = open(os.devnull, "w")
    process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        for _ in range(300):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.1)
        else:
            raise SystemExit(f"{command[0]} didn't start")
        yield
    finally:
        process.terminate()
        process.wait(timeout=30)
        log.close()


def _post(port, path, body, token=""):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("POST", path, json.dumps(body), {"Content-Type": "application/json", "Authorization": token})
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    if answer.status >= 300:
        raise SystemExit(f"POST {path} answered {answer.status}: {text.decode()}")
    return json.loads(text)


def _free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
