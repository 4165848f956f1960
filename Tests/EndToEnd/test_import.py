"""What the real Claude Code leaves behind is imported through the running server, and its API shows it."""

import json
import os
import pathlib
import subprocess
import tempfile

from claude_code import run, text, tool
from service import BINARY, ServiceTestCase

# A red square.
PICTURE = (
    "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAF0lEQVR4nGP4z8BAEiJN9aiGUQ1DSgMAkPn/Afnh+ngAAAAASUVORK5CYII="
)


class Import(ServiceTestCase):
    def lodestone(self, *arguments, data=None):
        return subprocess.run(
            [BINARY, *arguments, "--data", data or self.data], capture_output=True, text=True, timeout=60
        )

    def take(self, *files):
        """Imports files as Ada's, and reads the summary."""
        result = self.lodestone("import", *map(str, files), "--author", "ada@example.com", "--json")
        self.assertEqual(result.stderr, "")
        self.assertEqual(result.returncode, 0)
        return json.loads(result.stdout)

    def session(self, title):
        sessions = self.get("/api/sessions")["sessions"]
        found = [session for session in sessions if session["title"] == title]
        self.assertEqual(len(found), 1, f"sessions named {title} among {[session['title'] for session in sessions]}")
        return self.get(f"/api/sessions/{found[0]['id']}")["session"]

    def test_a_conversation_comes_in_once_and_goes_on(self):
        home = pathlib.Path(tempfile.mkdtemp(dir=self.directory))
        turns = [
            tool("toolu_1", "TaskCreate", subject="Write the file", description="With a greeting"),
            tool("toolu_2", "TaskUpdate", taskId="1", status="completed"),
            tool("toolu_3", "Bash", command="echo hello > greeting.txt", description="Write"),
            text("I wrote the greeting. It is in greeting.txt."),
        ]
        output = home / "output.jsonl"
        output.write_bytes(run(home, "Please add a greeting to the project.", turns))
        projects = home / ".claude" / "projects"

        self.assertEqual(self.take(projects)["newSessions"], 1)
        session = self.session("Add greeting to project")
        self.assertEqual(session["status"], "completed")
        self.assertEqual(session["model"], "claude-opus-4-6")
        self.assertEqual(session["author"]["name"], "Ada Example")
        self.assertEqual(session["tasks"], [{"id": "1", "title": "Write the file", "status": "completed"}])
        self.assertEqual(session["firstMessagePreview"], "Please add a greeting to the project.")
        self.assertEqual(session["lastMessagePreview"], "I wrote the greeting. It is in greeting.txt.")
        self.assertEqual(session["messageCount"], len(session["messages"]))
        self.assertGreaterEqual(self.get("/api/sessions")["stats"]["humansPromptingNow"], 1)

        again = self.take(projects)
        self.assertEqual((again["newSessions"], again["skippedSessions"], again["lines"]), (0, 1, 0))

        identifier = json.loads(output.read_text().splitlines()[0])["session_id"]
        run(home, "Make it louder", [text("It is louder now.")], "--resume", identifier)
        self.assertEqual(self.take(projects)["updatedSessions"], 1)
        grown = self.session("Add greeting to project")
        self.assertEqual(grown["id"], session["id"])
        self.assertEqual(grown["lastMessagePreview"], "It is louder now.")

        # Of the output only what the transcript doesn't have is new: the lines that begin and end the run.
        lines = self.take(output)["lines"]
        self.assertLess(lines, len(output.read_text().splitlines()))
        self.assertEqual(self.take(output)["lines"], 0)

    def test_a_conversation_is_shown_as_it_was_had(self):
        home = pathlib.Path(tempfile.mkdtemp(dir=self.directory))
        commands = home / ".claude" / "commands"
        commands.mkdir(parents=True)
        (commands / "review.md").write_text("Review this: $ARGUMENTS\n")
        hook = {"hooks": [{"type": "command", "command": "echo hookwords"}]}
        settings = {"hooks": {"UserPromptSubmit": [hook], "SessionStart": [hook]}}
        (home / ".claude" / "settings.json").write_text(json.dumps(settings))
        turns = [
            tool("toolu_1", "Agent", description="Look", prompt="Look around", subagent_type="general-purpose"),
            text("I looked around."),
            text("The payment code is fine."),
            text("The payment code is fine."),
        ]
        output = run(home, "/review the payment code, zebracross", turns)
        identifier = json.loads(output.splitlines()[0])["session_id"]
        picture = {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": PICTURE}}
        self.talk(home, [[picture]], [text("A red square.")], "--resume", identifier)
        run(home, "Another way", [text("As you like.")], "--resume", identifier, "--fork-session")
        run(home, "/compact keep the zebra", [text("<summary>All of it</summary>")], "--resume", identifier)
        self.take(home / ".claude" / "projects")

        sessions = [
            self.get(f"/api/sessions/{session['id']}")["session"]
            for session in self.get("/api/sessions?q=zebracross")["sessions"]
        ]
        # The conversation, and what forked from it.
        self.assertEqual(len(sessions), 2)
        for session in sessions:
            self.assertEqual(session["title"], "/review payment code, zebracross")
            self.assertEqual(session["firstMessagePreview"], "/review the payment code, zebracross")
            self.assertEqual(session["status"], "completed")
            lines = json.dumps(session["messages"])
            self.assertIn("A red square.", lines)
            self.assertNotIn("hookwords", lines)
            messages = self.get(f"/api/sessions/{session['id']}/messages?limit=200")["messages"]
            said = [message["message"]["content"] for message in messages if message.get("author")]
            self.assertIn("zebracross", said[0])
            self.assertEqual(said[1][0]["type"], "image")
            # And either what was to be kept or the other way.
            self.assertEqual(len(said), 3, said)

    def test_a_plan_comes_in_as_the_agents_and_its_reminders_as_nobodys(self):
        home = pathlib.Path(tempfile.mkdtemp(dir=self.directory))
        turns = [tool("toolu_1", "ExitPlanMode", plan="# Wombat plan\n\nDig twice."), text("I wait for your word.")]
        output = run(home, "Please plan the new burrow.", turns, "--permission-mode", "plan")
        identifier = json.loads(output.splitlines()[0])["session_id"]
        run(home, "Go on then", [text("I dug twice.")], "--resume", identifier)
        self.take(home / ".claude" / "projects")
        session = self.session("Plan new burrow")
        messages = self.get(f"/api/sessions/{session['id']}/messages?limit=200")["messages"]
        said = [message["message"]["content"] for message in messages if message.get("author")]
        self.assertEqual(said, ["Please plan the new burrow.", "Go on then"])
        calls = [part for message in messages for part in self.parts(message) if part.get("name") == "ExitPlanMode"]
        self.assertEqual([call["input"]["plan"] for call in calls], ["# Wombat plan\n\nDig twice."])
        self.assertEqual(session["lastMessagePreview"], "I dug twice.")

    @staticmethod
    def parts(message):
        content = (message.get("message") or {}).get("content")
        return content if isinstance(content, list) else []

    def talk(self, home, messages, turns, *options):
        """Has a conversation in which each message may have more than text."""
        lines = [json.dumps({"type": "user", "message": {"role": "user", "content": content}}) for content in messages]
        return run(home, None, turns, "--input-format", "stream-json", *options, lines="\n".join(lines) + "\n")

    def test_a_failed_run_is_failed(self):
        home = pathlib.Path(tempfile.mkdtemp(dir=self.directory))
        refusal = {"status": 400, "error": "invalid_request_error", "message": "Your credit balance is too low"}
        output = home / "output.jsonl"
        output.write_bytes(run(home, "Fix the login", [refusal]))
        self.take(home / ".claude" / "projects", output)
        session = self.session("Fix login")
        self.assertEqual(session["status"], "failed")
        self.assertIn("redit balance is too low", session["error"])

    def test_everything_moves_to_another_server(self):
        self.create_session()
        first, second = (os.path.join(self.directory, name) for name in ["first.ndjson", "second.ndjson"])
        elsewhere = os.path.join(self.directory, "elsewhere")
        self.assertEqual(self.lodestone("export", "--output", first).returncode, 0)
        moved = self.lodestone("import", first, data=elsewhere)
        self.assertEqual(moved.returncode, 0, moved.stderr)
        self.lodestone("export", "--output", second, data=elsewhere)
        self.assertEqual(pathlib.Path(first).read_bytes(), pathlib.Path(second).read_bytes())

    def test_what_is_not_taken_is_named(self):
        broken = pathlib.Path(self.directory) / "broken.jsonl"
        broken.write_text('{"type":"user","sessionId":"s","message":{"content":"Hi"}}\n{broken\n')
        result = self.lodestone("import", str(broken), "--author", "ada@example.com")
        self.assertEqual(result.returncode, 1)
        self.assertEqual(result.stderr, f"{broken}:2: is not valid JSON\n")
        self.assertIn("1 sessions added", result.stdout)
