"""Litestream replicates the database beside the running server; what it restores has everything answered before its last sync."""

import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.request

from service import ServiceTestCase

LITESTREAM = pathlib.Path(sys.executable).with_name("litestream")
WRITERS = 4


class Litestream(ServiceTestCase):
    def setUp(self):
        self.database = pathlib.Path(self.data, "lodestone.sqlite")
        self.replica = pathlib.Path(self.directory, "replica")
        self.socket = pathlib.Path(self.directory, "litestream.sock")
        self.configuration = pathlib.Path(self.directory, "litestream.yml")
        # Checkpoints come far more often than by default, so that there are many beside the server's own.
        self.configuration.write_text(
            f"""
socket:
  enabled: true
  path: {self.socket}
  permissions: 0600
dbs:
  - path: {self.database}
    monitor-interval: 100ms
    checkpoint-interval: 1s
    min-checkpoint-page-count: 100
    replica:
      type: file
      path: {self.replica}
      sync-interval: 100ms
"""
        )
        self.cookie = None
        self.answered, self.refused, self.longest = {}, [], 0
        self.lock, self.stopped = threading.Lock(), threading.Event()

    def replicate(self):
        self.socket.unlink(missing_ok=True)
        log = open(pathlib.Path(self.directory, "litestream.log"), "ab")
        self.addCleanup(log.close)
        process = subprocess.Popen([LITESTREAM, "replicate", "-config", self.configuration], stdout=log, stderr=log)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        end = time.monotonic() + 30
        while not self.socket.exists() and time.monotonic() < end:
            time.sleep(0.05)
        return process

    def sync(self):
        """Waits until everything that is committed now is in the replica."""
        command = [LITESTREAM, "sync", "-wait", "-socket", self.socket, self.database]
        subprocess.run(command, check=True, capture_output=True, timeout=60)

    def post(self, path, body, **headers):
        request = urllib.request.Request(self.address + path, body.encode(), {"Content-Type": "application/json", **headers})
        started = time.monotonic()
        with urllib.request.urlopen(request, timeout=60) as answer:
            text = answer.read()
        self.longest = max(self.longest, time.monotonic() - started)
        return json.loads(text)

    def write(self, number):
        """Creates sessions and reports lines to them, some of them long, until the server is gone."""
        count = 0
        while not self.stopped.is_set():
            try:
                body = json.dumps({"organizationId": self.organization})
                session = self.post("/api/sessions", body, Cookie=self.cookie)["session"]["id"]
                with self.lock:
                    self.answered[session] = 0
                for length in (10, 2000, 120_000):
                    line = json.dumps({"type": "system", "padding": "x" * length, "step": count})
                    self.post(f"/api/sessions/{session}/messages", line, **{"x-api-key": self.key})
                    with self.lock:
                        self.answered[session] += 1
                count += 1
            except urllib.error.HTTPError as error:
                self.refused.append(f"{error.code} {error.read()[:200]}")
            except OSError:
                return

    def load(self):
        self.shell(self.curl_lines[0])
        jar = pathlib.Path(self.data, "cookies").read_text()
        token = next(line.split("\t")[-1] for line in jar.splitlines() if "\t__session\t" in line)
        self.cookie = f"__session={token}"
        self.organization = self.get("/api/sessions?limit=1") and json.loads(
            subprocess.run(
                ["curl", "-s", "-b", f"{self.data}/cookies", f"{self.address}/api/me"], capture_output=True, check=True
            ).stdout
        )["organizations"][0]["id"]
        threads = [threading.Thread(target=self.write, args=(number,)) for number in range(WRITERS)]
        for thread in threads:
            thread.start()
        return threads

    def restore(self, target):
        command = [LITESTREAM, "restore", "-config", self.configuration, "-o", target, self.database]
        subprocess.run(command, check=True, capture_output=True, timeout=120)

    def test_a_replica_has_what_was_answered_before_its_last_sync(self):
        litestream = self.replicate()
        threads = self.load()
        logs = []
        for _ in range(3):
            time.sleep(2)
            logs.append(os.path.getsize(f"{self.database}-wal"))
        with self.lock:
            known = dict(self.answered)
        self.sync()
        time.sleep(1)
        # Both end as in a power cut.
        litestream.kill()
        self.kill()
        self.stopped.set()
        for thread in threads:
            thread.join()
        self.assertEqual(self.refused, [], "the server refused changes because of Litestream")
        self.assertGreater(len(known), 5)
        # The log begins anew again and again, whoever makes the checkpoints.
        self.assertLess(max(logs), 64 << 20)

        elsewhere = pathlib.Path(self.directory, "restored")
        elsewhere.mkdir(mode=0o700)
        restored = elsewhere / "lodestone.sqlite"
        self.restore(restored)
        restored.chmod(0o600)
        # The key is in no replica: it comes from a backup.
        if pathlib.Path(self.data, "secrets.key").exists():
            shutil.copy(pathlib.Path(self.data, "secrets.key"), elsewhere)
        with sqlite3.connect(f"file:{restored}?mode=ro", uri=True) as database:
            self.assertEqual(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
            self.assertEqual(database.execute("PRAGMA foreign_key_check").fetchall(), [])
            stored = dict(database.execute("SELECT id, last_sequence FROM sessions"))
        database.close()
        missing = {session: count for session, count in known.items() if stored.get(session, -1) < count}
        self.assertEqual(missing, {}, f"of {len(known)} sessions that were answered before the sync")

        # The server goes on where it was killed, and Litestream beside it; and it runs on what was restored.
        self.start()
        self.replicate()
        self.sync()
        self.assertEqual(self.get("/readyz"), {"status": "ok"})
        checked = subprocess.run(
            [pathlib.Path(self.process.args[0]), "check", elsewhere, "--json"], capture_output=True, text=True
        )
        problems = [finding for finding in json.loads(checked.stdout) if finding["level"] == "problem"]
        self.assertEqual(problems, [])
        print(
            f"{len(known)} sessions were answered before the sync; a change took at most {self.longest * 1000:.0f} ms,"
            f" the log had at most {max(logs) >> 10} KiB",
            file=sys.stderr,
        )
