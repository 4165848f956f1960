"""Agents as jobs of a Slurm cluster, which deploy/slurm keeps supplied with as many as runs wait."""

import collections
import os
import pathlib
import subprocess
import tempfile
import threading
import time
import unittest

import slurm_cluster
from service import BINARY, ROOT
from test_runs import RunTestCase

SERVICE = ROOT / "deploy" / "slurm" / "lodestone-slurm"
LIMIT, SESSIONS = 4, 40


@unittest.skipIf(slurm_cluster.missing(), slurm_cluster.missing())
class OnSlurm(RunTestCase):
    agent = "demo"
    # The server works on nothing itself.
    settings = {"LODESTONE_AGENT_CONCURRENCY": "0", "LODESTONE_SESSIONS_PER_MINUTE": "1000"}

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.cluster = slurm_cluster.Cluster(cls.port)
        cls.addClassCleanup(cls.cluster.stop)
        programs = tempfile.mkdtemp(dir=cls.directory)
        os.symlink(BINARY, os.path.join(programs, "lodestone"))
        cls.cluster.environment["PATH"] = f"{programs}:{cls.cluster.environment['PATH']}"
        cls.cluster.start()

    def setUp(self):
        super().setUp()
        made = subprocess.run(
            [BINARY, "runner-token", "create", "--name", "Cluster", "--data", self.data],
            text=True, capture_output=True, check=True)  # fmt: skip
        self.token = os.path.join(self.cluster.place, "token")
        pathlib.Path(self.token).write_text(made.stdout)

    def start_service(self, *options, name="lodestone-runner", sbatch=()):
        command = [*self.cluster.inside("head"), SERVICE, "--server", self.cluster.address, "--token-file", self.token]
        command += ["--insecure-http", "--limit", str(LIMIT), "--interval", "0.5", "--idle-timeout", "1"]
        command += ["--job-name", name, *options, "--", f"--output={self.cluster.place}/%x-%j.out", *sbatch]
        log = pathlib.Path(self.cluster.place, f"service-{name}")
        with log.open("ab") as file:
            process = subprocess.Popen(
                list(map(str, command)), env=self.cluster.environment, stdin=subprocess.DEVNULL, stderr=file)
        self.addCleanup(self.end_service, process)
        return process, log

    @staticmethod
    def end_service(process):
        if process.poll() is None:
            process.terminate()
        assert process.wait(timeout=60) == 0

    def test_forty_sessions_within_the_limit(self):
        sessions = [self.create(f"Write a poem about the number {number}.") for number in range(SESSIONS)]
        counts, is_over = [], threading.Event()

        def count():
            while not is_over.wait(0.2):
                counts.append(len(self.cluster.jobs()))

        counter = threading.Thread(target=count)
        counter.start()
        self.addCleanup(is_over.set)
        # As if somebody restarted it in between.
        process, _ = self.start_service()
        time.sleep(2)
        self.end_service(process)
        _, log = self.start_service()
        for session in sessions:
            self.assertEqual(self.ended(session, seconds=300)["status"], "completed")
        self.eventually(lambda: not self.cluster.jobs(), seconds=60)
        is_over.set()
        counter.join()
        self.assertLessEqual(max(counts), LIMIT)
        self.assertGreater(max(counts), 1)
        states = collections.Counter(self.cluster.ended_jobs("lodestone-runner"))
        self.assertEqual(list(states), ["COMPLETED"], log.read_text())
        # Nothing was submitted for nothing, apart from runs that ended meanwhile.
        self.assertLessEqual(states["COMPLETED"], SESSIONS * 3 // 2)

    def test_a_job_that_fails_is_not_submitted_again_at_once(self):
        # Where the program isn't installed.
        self.start_service(name="failing", sbatch=["--export=ALL,PATH=/usr/bin:/bin"])
        session = self.create("Write a poem about patience.")
        self.eventually(lambda: self.cluster.ended_jobs("failing"))
        time.sleep(5)
        self.assertEqual(self.cluster.ended_jobs("failing"), ["FAILED"])
        self.assertEqual(self.cluster.jobs(), [])
        self.send(f"/api/sessions/{session}/stop")

    def test_a_server_that_refuses_gets_no_jobs(self):
        _, log = self.start_service("--label", "gpu", name="refused")
        session = self.create("Write a poem about failure.")
        self.eventually(lambda: "answers with 403" in log.read_text())
        time.sleep(2)
        self.assertEqual(self.cluster.ended_jobs("refused") + self.cluster.jobs(), [])
        self.send(f"/api/sessions/{session}/stop")
