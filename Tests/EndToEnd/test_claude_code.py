"""The real Claude Code, run offline, with its output piped to a session by curl."""

import tempfile

from claude_code import run, text, tool
from service import ServiceTestCase


class ClaudeCode(ServiceTestCase):
    def pipe(self, session, turns, *options):
        """Runs Claude Code with the model's turns, and its output into the session."""
        curl = [
            "curl", "-sS", "-H", f"x-api-key: {self.key}", "-H", "Content-Type: application/x-ndjson",
            "--data-binary", "@-", f"{self.address}/api/sessions/{session['id']}/messages",
        ]  # fmt: skip
        run(tempfile.mkdtemp(dir=self.directory), "Make the change", turns, *options, pipe_to=curl)
        return self.get(f"/api/sessions/{session['id']}")["session"]

    def test_tools_and_tasks_arrive(self):
        session = self.pipe(
            self.create_session(),
            [
                tool("toolu_1", "TaskCreate", subject="Write the file", description="With a greeting"),
                tool("toolu_2", "TaskUpdate", taskId="1", status="completed"),
                tool("toolu_3", "Bash", command="echo hello > greeting.txt", description="Write"),
                text("I wrote the greeting. It is in greeting.txt."),
            ],
        )
        self.assertEqual(session["status"], "completed")
        self.assertEqual(session["tasks"], [{"id": "1", "title": "Write the file", "status": "completed"}])
        self.assertEqual(session["messageCount"], len(session["messages"]))
        self.assertEqual(session["lastMessagePreview"], "I wrote the greeting. It is in greeting.txt.")
        self.assertEqual({message["type"] for message in session["messages"]}, {"user", "assistant", "result"})

    def test_a_refusing_model_fails_the_session_with_its_reason(self):
        refusal = {"status": 400, "error": "invalid_request_error", "message": "Your credit balance is too low"}
        session = self.pipe(self.create_session(), [refusal])
        self.assertEqual(session["status"], "failed")
        self.assertIn("redit balance is too low", session["error"])

    def test_too_many_turns_fail_the_session(self):
        turn = tool("toolu_1", "Bash", command="true", description="Nothing")
        session = self.pipe(self.create_session(), [turn], "--max-turns", "2")
        self.assertEqual(session["status"], "failed")
        self.assertEqual(session["error"], "Reached maximum number of turns (2)")
