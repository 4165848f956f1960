"""The real Claude Code, run offline, with its output piped to a session by curl."""

import importlib.util
import os
import pathlib
import subprocess
import tempfile

from service import ServiceTestCase
from stand_in_model import StandInModel


def tool(identifier, name, **arguments):
    return {"content": [{"type": "tool_use", "id": identifier, "name": name, "input": arguments}]}


def text(words):
    return {"content": [{"type": "text", "text": words}]}


class ClaudeCode(ServiceTestCase):
    def pipe(self, session, turns, *options):
        """Runs Claude Code with the model's turns, and its output into the session."""
        package = importlib.util.find_spec("claude_agent_sdk")
        program = pathlib.Path(package.origin).parent / "_bundled" / "claude"
        model = StandInModel(turns)
        self.addCleanup(model.close)
        home = tempfile.mkdtemp(dir=self.directory)
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": home,
            "ANTHROPIC_BASE_URL": model.address,
            "ANTHROPIC_API_KEY": "sk-ant-test",
            "IS_SANDBOX": "1",
            "DISABLE_TELEMETRY": "1",
            "DISABLE_AUTOUPDATER": "1",
            "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC": "1",
        }
        claude = [
            str(program), "-p", "Make the change", "--output-format", "stream-json", "--verbose",
            "--model", "claude-opus-4-6", "--permission-mode", "bypassPermissions", *options,
        ]  # fmt: skip
        curl = [
            "curl", "-sS", "-H", f"x-api-key: {self.key}", "-H", "Content-Type: application/x-ndjson",
            "--data-binary", "@-", f"{self.address}/api/sessions/{session['id']}/messages",
        ]  # fmt: skip
        with subprocess.Popen(
            claude, env=environment, cwd=home, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
        ) as agent:
            subprocess.run(curl, stdin=agent.stdout, capture_output=True, check=True, timeout=120)
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
