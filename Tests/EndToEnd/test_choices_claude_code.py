"""What people choose and say meanwhile, with the real Claude Code in the sandbox."""

import pathlib

from claude_code import text, tool
from test_requests_claude_code import AskingTestCase


class Choices(AskingTestCase):
    def test_another_model_and_effort_answer_the_next_message(self):
        session = self.work(
            "Wait", tool("toolu_1", "Bash", command="until test -e go; do sleep 0.1; done", description="Wait"),
            text("Waited."), text("Thought about it."),
            model="claude-opus-4-6", effort="low",
        )  # fmt: skip
        self.until(session, lambda it: it["messageCount"] > 1)
        self.assertEqual((self.model.asked["model"], self.effort()), ("claude-opus-4-6", "low"))
        self.send(f"/api/sessions/{session}/messages", content="Think", model="claude-sonnet-4-6", effort="max")
        self.go(session)
        self.finished(session, "Thought about it.")
        self.assertEqual((self.model.asked["model"], self.effort()), ("claude-sonnet-4-6", "max"))

    def go(self, session):
        pathlib.Path(f"{self.data}/runs/{session}/workspace/go").touch()

    def effort(self):
        return self.model.asked["output_config"]["effort"]

    def test_what_may_stand_after_a_slash_is_told(self):
        session = self.work(
            "Write", tool("toolu_1", "Write", file_path=".claude/commands/sweep.md", content="Sweep the floor"),
            text("Written."), text("Swept."),
        )  # fmt: skip
        self.finished(session, "Written.")
        self.send(f"/api/sessions/{session}/messages", content="/sweep")
        asked = self.finished(session, "Swept.")
        self.assertIn("Sweep the floor", asked)
        for path in [
            f"/api/sessions/{session}/commands",
            f"/api/commands?organizationId={self.organization}&repoUrl=https://github.com/acme/web-app",
        ]:
            names = [it["name"] for it in self.get(path)["commands"]]
            self.assertIn("sweep", names)
            self.assertIn("compact", names)

    def test_what_is_taken_back_is_not_said(self):
        session = self.work(
            "Wait", tool("toolu_1", "Bash", command="until test -e go; do sleep 0.1; done", description="Wait"),
            text("Waited."), text("Heard."),
        )  # fmt: skip
        self.until(session, lambda it: it["messageCount"] > 1)
        for words in ("Sing a song", "Paint a walrus"):
            self.send(f"/api/sessions/{session}/messages", content=words)
        song, walrus = [it["sequence"] for it in self.show(session)["run"]["queued"]]
        taken = self.shell(
            f"curl -s -X DELETE -b '{self.data}/cookies' -H 'Content-Type: application/json' "
            f"'{self.address}/api/sessions/{session}/messages/{song}'"
        )
        self.assertEqual(taken["content"], "Sing a song")
        self.go(session)
        asked = self.finished(session, "Heard.")
        self.assertIn("Paint a walrus", asked)
        self.assertNotIn("Sing a song", asked)
        self.assertNotIn("queued", self.show(session)["run"])
