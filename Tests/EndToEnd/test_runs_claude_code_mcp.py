"""Which MCP servers the real Claude Code starts."""

import hashlib
import json
import os
import pathlib
import subprocess

from claude_code import text
from test_runs_claude_code import ClaudeCodeTestCase, shell

# Each leaves a file, and speaks no MCP: that it was started is enough.
REPOSITORYS = {"mcpServers": {"its": {"command": "sh", "args": ["-c", "echo x > repositorys.txt"]}}}
OURS = {"ours": {"command": "sh", "args": ["-c", 'printf %s "$0" | sha256sum > ours.txt', "${secret:TOKEN}"]}}


class ClaudeCodeAndServers(ClaudeCodeTestCase):
    repository = "https://github.com/acme/with-servers"

    def setUp(self):
        super().setUp()
        self.make_repository()

    def make_repository(self):
        path = pathlib.Path(self.data, "repositories", "acme", "with-servers")
        if path.exists():
            return
        work = pathlib.Path(self.directory, "with-servers")
        work.mkdir()
        (work / ".mcp.json").write_text(json.dumps(REPOSITORYS))
        git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.com", "-C", str(work)]
        for command in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-qm", "Start"]):
            subprocess.run(git + command, check=True)
        subprocess.run(["git", "clone", "-q", "--bare", str(work), str(path)], check=True)

    def set(self, method, path, **body):
        """Changes something as the owner."""
        command = [
            "curl", "-sSf", "-X", method, "-b", os.path.join(self.data, "cookies"), "-H", "Content-Type: application/json",
            "--data-binary", json.dumps(body), self.address + path,
        ]  # fmt: skip
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    def files(self, **environment):
        """What the servers left that were started in a session with an environment."""
        place = f"/api/organizations/{self.organization}/environments"
        made = self.send(place, name=self._testMethodName[:100], **environment)["environment"]["id"]
        self.set("PUT", f"{place}/{made}/secrets/TOKEN", value="open sesame")
        self.set("PATCH", f"{place}/{made}", mcpServers=OURS)
        self.model.begin([shell("toolu_1", "for i in 1 2 3 4 5 6; do [ -s ours.txt ] || sleep 1; done"), text("Done.")])
        body = {"organizationId": self.organization, "initialMessage": "Go", "repoUrl": self.repository}
        session = self.send("/api/sessions", environmentId=made, **body)["session"]["id"]
        shown = self.ended(session)
        self.assertEqual(shown["status"], "completed", shown.get("error"))
        self.assertNotIn("open sesame", str(shown))
        return self.patch(session)

    def test_its_environments_are_started_and_its_repositorys_are_not(self):
        patch = self.files()
        self.assertIn(hashlib.sha256(b"open sesame").hexdigest(), patch)
        self.assertNotIn("repositorys.txt", patch)

    def test_its_repositorys_are_started_where_that_is_allowed(self):
        patch = self.files(repositoryMcp="allow")
        self.assertIn(hashlib.sha256(b"open sesame").hexdigest(), patch)
        self.assertIn("repositorys.txt", patch)
