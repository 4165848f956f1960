"""The demo agent on runners: what becomes of sessions, also without their runner, and what a runner says."""

import json
import os
import subprocess
import time
import unittest

import isolated_network
from runner_case import RunnerTestCase


@unittest.skipIf(isolated_network.missing(), isolated_network.missing())
class OnRunners(RunnerTestCase):
    agent = "demo"

    def test_a_session_is_worked_on(self):
        self.start_runner()
        session = self.create("Write a poem about the sea.")
        shown = self.ended(session)
        self.assertEqual(shown["status"], "completed")
        self.assertIn("NOTES.md", self.patch(session))
        self.say(session, "And one about the mountains.")
        shown = self.until(
            session, lambda it: it["run"]["stage"] == "ended" and "mountains" in self.patch(session))
        self.assertEqual(shown["status"], "completed")

    def test_a_runner_for_one_run_ends_after_it(self):
        process, _ = self.start_runner("--once", "--idle-timeout", "60")
        session = self.create("Write a poem about the wind.")
        self.assertEqual(self.ended(session)["status"], "completed")
        self.assertEqual(process.wait(timeout=60), 0)

    def test_a_session_survives_its_runner(self):
        lost, door = self.start_runner()
        session = self.create("Write a poem about the rain.")
        self.until(session, lambda it: it["state"] == "working" and it["messageCount"] > 1, seconds=180)
        # As when the network or the machine fails.
        door.shut()
        self.start_runner()
        shown = self.ended(session, seconds=240)
        self.assertEqual(shown["status"], "completed")
        attempts = [attempt["outcome"] for attempt in shown["run"]["attempts"]]
        self.assertEqual(attempts[0], "interrupted")
        # The one that was cut off drops the run when its lease is over, and still ends when it is told to.
        end = time.monotonic() + 180
        while os.listdir(lost.runs) and time.monotonic() < end:
            time.sleep(0.2)
        self.assertEqual(os.listdir(lost.runs), [])
        lost.terminate()
        self.assertEqual(lost.wait(timeout=60), 0)

    def test_a_scheduler_learns_how_many_runners_are_needed(self):
        def queue(token, query=""):
            command = ["curl", "-s", "-H", f"Authorization: Bearer {token}", f"{self.address}/api/runner/queue{query}"]
            return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

        session = self.create("Write a poem about waiting.")
        self.eventually(lambda: queue(self.token) == {"queued": 1, "underWay": 0, "needed": 1})
        self.assertEqual(queue(self.token, "?labels=gpu")["status"], 403)
        self.assertEqual(queue(self.key)["status"], 401)
        self.start_runner()
        self.eventually(lambda: queue(self.token) == {"queued": 0, "underWay": 1, "needed": 1})
        self.ended(session)
        self.eventually(lambda: queue(self.token)["needed"] == 0)

    def test_a_wrong_token_is_said_clearly(self):
        self.token = "lsr_wrong"
        process, _ = self.start_runner()
        self.assertNotEqual(process.wait(timeout=60), 0)
