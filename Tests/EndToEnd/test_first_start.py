"""What a new user sees: scripts/run, its curl lines, a restart."""

import json
import os
import signal
import stat
import subprocess

from service import BINARY, ServiceTestCase, run_script


class FirstStart(ServiceTestCase):
    @classmethod
    def set_up(cls):
        """Leaves it to scripts/run."""

    @classmethod
    def start(cls):
        cls.process, cls.welcome = run_script(cls.environment())

    @classmethod
    def kill(cls):
        children = subprocess.run(["pgrep", "-P", str(cls.process.pid), "lodestone"], capture_output=True, text=True)
        os.kill(int(children.stdout), signal.SIGKILL)
        cls.process.wait(timeout=30)
        cls.process.stdout.close()

    def test_the_printed_lines_work_when_pasted(self):
        signed_in = self.shell(self.curl_lines[0])
        self.assertEqual(signed_in["user"]["email"], "ada@example.com")

        created = self.shell(self.curl_lines[1])["session"]
        self.assertEqual(created["title"], "Add input validation to signup form")
        self.assertEqual(created["metadata"], {"repository": "acme/web-app"})

        listed = self.shell(self.curl_lines[2])
        self.assertIn(created, listed["sessions"])
        self.assertGreaterEqual(listed["stats"]["humansPromptingNow"], 1)

    def test_a_restart_keeps_everything(self):
        created = self.create_session()
        welcome = self.welcome
        self.stop()
        self.start()
        self.assertIn(created, self.shell(self.curl_lines[2])["sessions"])
        self.assertEqual(self.welcome.split("\n\n")[1:-1], welcome.split("\n\n")[1:-1])

    def test_secrets_are_for_the_operator_only(self):
        for name in ["welcome.txt", "lodestone.sqlite", "admin.sock", "lock"]:
            mode = stat.S_IMODE(os.stat(os.path.join(self.data, name)).st_mode)
            self.assertEqual(mode & 0o077, 0, f"{name} has mode {mode:o}")

    def test_an_empty_server_prints_a_link_that_sets_it_up(self):
        address, token = self.start_empty().split("/setup#")
        body = {"token": token, "organization": "Acme", "name": "Alice", "email": "alice@example.com"}
        claim = json.dumps(body | {"password": "correct horse battery 9"})
        curl = f"curl -s -H 'Content-Type: application/json' -d '{claim}' {address}/api/setup"
        self.assertEqual(self.shell(curl)["organizations"][0]["name"], "Acme")
        self.assertEqual(self.shell(curl)["status"], 409)

    def test_a_second_server_is_refused_and_a_command_is_not(self):
        serve = subprocess.run(
            [BINARY, "serve", "--data", self.data, "--port", "0", "--allow-root"], capture_output=True, text=True
        )
        self.assertNotEqual(serve.returncode, 0)
        self.assertIn("in use by another Lodestone", serve.stderr)
        users = subprocess.run(
            [BINARY, "user", "list", "--data", self.data], capture_output=True, text=True, check=True
        )
        self.assertIn("ada@example.com", users.stdout)

    def test_what_was_answered_survives_a_kill(self):
        self.create_session()
        answered = []
        for round in range(3):
            for _ in range(20):
                answered.append(self.shell(self.curl_lines[1])["session"]["id"])
            self.kill()
            self.start()
        listed = {session["id"] for session in self.shell(self.curl_lines[2])["sessions"]}
        self.assertLessEqual(set(answered), listed)
