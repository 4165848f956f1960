"""Sessions that the real Claude Code works on in the sandbox, against a model on loopback."""

import json
import os
import shutil
import socket
import unittest

import claude_code
from browser import Browser
from claude_code import text, tool
from dashboard import DashboardTestCase
from stand_in_model import StandInModel
from test_runs import RunTestCase


def settings(model):
    """A server's, whose agents are Claude Code and sign in with a model of the test's own."""
    return {
        "PATH": f"{claude_code.program().parent}:{os.environ['PATH']}",
        "ANTHROPIC_BASE_URL": model.address,
        "ANTHROPIC_API_KEY": "sk-ant-test-of-lodestone",
        "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC": "1",
        "LODESTONE_AGENT_VARIABLES": "ANTHROPIC_BASE_URL,ANTHROPIC_API_KEY,CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC",
    }


def shell(identifier, command):
    return tool(identifier, "Bash", command=command, description="Work")


class ClaudeCodeTestCase(RunTestCase):
    """A service whose agent is Claude Code, and a model that plays the turns of a test."""

    agent = "claude"

    @classmethod
    def setUpClass(cls):
        cls.model = StandInModel([text("Nothing was asked.")])
        cls.addClassCleanup(cls.model.close)
        cls.settings = {**settings(cls.model), "LODESTONE_AGENT_MAX_TURNS": "5"}
        super().setUpClass()

    def work(self, message, *turns):
        self.model.begin(turns)
        return self.create(message)

    def worked(self, message, *turns):
        """Works to the end, and returns the session, completed."""
        shown = self.ended(self.work(message, *turns))
        self.assertEqual(shown["status"], "completed", shown.get("error"))
        return shown


class ClaudeCodeInTheSandbox(ClaudeCodeTestCase):
    def test_tools_tasks_and_a_commit(self):
        session = self.work(
            "Add a greeting",
            tool("toolu_1", "TaskCreate", subject="Write the file", description="With a greeting"),
            tool("toolu_2", "Bash", command="echo hello > greeting.txt; git add .; git commit -qm Greet", description="W"),
            tool("toolu_3", "TaskUpdate", taskId="1", status="completed"),
            text("The greeting is in greeting.txt."),
        )
        shown = self.ended(session)
        self.assertEqual(shown["status"], "completed", shown.get("error"))
        self.assertEqual(shown["tasks"], [{"id": "1", "title": "Write the file", "status": "completed"}])
        self.assertEqual(shown["lastMessagePreview"], "The greeting is in greeting.txt.")
        self.assertEqual(shown["run"]["changes"], {"files": 1, "addedLines": 1, "removedLines": 0})
        self.assertIn("+hello", self.patch(session))
        self.assertGreater(shown["run"]["costUsd"], 0)
        self.assertGreater(shown["run"]["outputTokens"], 0)

    def test_a_failing_tool_fails_nothing_else(self):
        session = self.work(
            "Try it", tool("toolu_1", "Bash", command="exit 3", description="Fail"), text("It didn't work.")
        )
        shown = self.ended(session)
        self.assertEqual(shown["status"], "completed", shown.get("error"))
        self.assertIn("It didn't work.", self.texts(shown))

    def test_a_refusing_model_fails_the_session_with_its_reason(self):
        refusal = {"status": 400, "error": "invalid_request_error", "message": "Your credit balance is too low"}
        shown = self.ended(self.work("Try it", refusal))
        self.assertEqual(shown["status"], "failed")
        self.assertIn("redit balance is too low", shown["error"])

    def test_too_many_turns_fail_the_session(self):
        shown = self.ended(self.work("Go round", tool("toolu_1", "Bash", command="true", description="Nothing")))
        self.assertEqual((shown["status"], shown["error"]), ("failed", "Reached maximum number of turns (5)"))

    def test_a_follow_up_waits_for_the_answer_before_it(self):
        wait = tool("toolu_1", "Bash", command="sleep 3", description="Wait")
        session = self.work("First", wait, text("The first answer."), text("The second answer."))
        self.say(session, "Second")
        self.until(session, lambda it: "The second answer." in self.texts(it))
        shown = self.ended(session)
        self.assertEqual(shown["status"], "completed", shown.get("error"))
        self.assertEqual(len([it for it in shown["messages"] if it["type"] == "result"]), 2)

    def test_an_ended_session_is_resumed(self):
        session = self.work("First", text("The first answer."), text("The second answer."))
        first = self.ended(session)
        self.assertEqual(first["status"], "completed", first.get("error"))
        self.say(session, "Second")
        self.until(session, lambda it: "The second answer." in self.texts(it))
        shown = self.ended(session)
        self.assertEqual(shown["status"], "completed", shown.get("error"))
        agents = {it["session_id"] for it in shown["messages"] if "session_id" in it}
        self.assertEqual(len(agents), 1, "it began another conversation")

    def test_a_session_is_resumed_after_its_workspace_was_removed(self):
        write = tool("toolu_1", "Bash", command="echo zebra > animal.txt", description="Write")
        session = self.work("Write it down", write, text("It is a zebra."), text("It was a zebra."))
        first = self.ended(session)
        self.assertEqual(first["status"], "completed", first.get("error"))
        shutil.rmtree(os.path.join(self.data, "runs", session))
        self.say(session, "Which animal was it?")
        self.until(session, lambda it: "It was a zebra." in self.texts(it))
        shown = self.ended(session)
        self.assertEqual(shown["status"], "completed", shown.get("error"))
        agents = {it["session_id"] for it in shown["messages"] if "session_id" in it}
        self.assertEqual(len(agents), 1, "it began another conversation")
        asked = json.dumps(self.model.asked["messages"])
        self.assertIn("It is a zebra.", asked)
        self.assertEqual(asked.count("Write it down"), 1)
        self.assertNotIn("only this summary of it", asked)
        self.assertIn("+zebra", self.patch(session))

    def test_a_failed_session_is_tried_again(self):
        refusal = {"status": 400, "error": "invalid_request_error", "message": "Your credit balance is too low"}
        session = self.work("Count to three", refusal)
        self.assertEqual(self.ended(session)["status"], "failed")
        self.model.begin([text("One, two, three.")])
        self.send(f"/api/sessions/{session}/retry")
        shown = self.until(session, lambda it: len(it["run"].get("attempts", [])) == 2)
        self.assertEqual(shown["status"], "completed", shown.get("error"))
        self.assertIn("One, two, three.", self.texts(shown))
        marks = [(it["number"], it["cause"], it["outcome"]) for it in shown["run"]["attempts"]]
        self.assertEqual(marks, [(1, "message", "failed"), (2, "retry", "completed")])
        self.assertEqual(json.dumps(self.model.asked["messages"]).count("Count to three"), 1)

    def test_it_shows_that_the_model_is_called_again(self):
        overloaded = {"status": 529, "error": "overloaded_error", "message": "Overloaded"}
        session = self.work("Go", *[overloaded] * 4, text("At last."))
        shown = self.until(session, lambda it: "apiRetry" in it.get("run", {}) or it["status"] != "active")
        self.assertGreaterEqual(shown["run"]["apiRetry"]["limit"], shown["run"]["apiRetry"]["attempt"])
        shown = self.ended(session)
        self.assertEqual(shown["status"], "completed", shown.get("error"))
        self.assertNotIn("apiRetry", shown["run"])

    def test_a_stop_ends_it(self):
        session = self.work("Wait", tool("toolu_1", "Bash", command="sleep 1000", description="Wait"))
        self.until(session, lambda it: any("sleep 1000" in str(message) for message in it["messages"]))
        self.send(f"/api/sessions/{session}/stop")
        shown = self.ended(session)
        self.assertEqual((shown["status"], shown["error"]), ("failed", "Stopped by Ada Example."))
        self.model.begin([text("I go on.")])
        self.say(session, "Go on")
        shown = self.until(session, lambda it: "I go on." in self.texts(it))
        self.assertEqual(self.ended(session)["status"], "completed")

    def test_it_sees_neither_the_data_directory_nor_the_servers_environment(self):
        command = f"ls {self.data}; tr '\\0' '\\n' < /proc/1/environ; env"
        session = self.work("Look around", tool("toolu_1", "Bash", command=command, description="Look"), text("Done."))
        shown = self.ended(session)
        output = str(shown["messages"])
        self.assertIn("No such file or directory", output)
        self.assertNotIn("lodestone.sqlite", output)
        self.assertNotIn("sk-ant-test-of-lodestone", output)
        self.assertNotIn("LODESTONE_DATA", output)


def loopback_name():
    """Another name of this machine than localhost, for which programs ask their proxy; None where there is none."""
    name = socket.gethostname()
    try:
        return name if socket.gethostbyname(name).startswith("127.") else None
    except OSError:
        return None


@unittest.skipUnless(loopback_name(), "this machine's name isn't on loopback")
class ClaudeCodeThroughTheProxy(RunTestCase):
    """The model has a name, so that Claude Code reaches it through the sandbox's proxy, and what it runs does so too."""

    agent = "claude"

    @classmethod
    def setUpClass(cls):
        cls.model = StandInModel([text("Nothing was asked.")], loopback_name())
        cls.addClassCleanup(cls.model.close)
        cls.settings = settings(cls.model)
        super().setUpClass()

    def test_it_works_and_reaches_nothing_else(self):
        command = "curl -s -o /dev/null -w 'answered %{http_code}' http://refused.example/ > answer.txt"
        self.model.begin([tool("toolu_1", "Bash", command=command, description="Ask"), text("It is refused.")])
        session = self.create("Ask refused.example")
        shown = self.ended(session)
        self.assertEqual(shown["status"], "completed", shown.get("error"))
        self.assertIn("It is refused.", self.texts(shown))
        self.assertIn("+answered 403", self.patch(session))
        shown = self.until(session, lambda it: it["run"].get("refusedHosts"), seconds=30)
        refused = {(it["host"], it["port"], it["reason"]) for it in shown["run"]["refusedHosts"]}
        self.assertEqual(refused, {("refused.example", 80, "not-allowed")})
        self.allow_on_the_page(session)
        self.assertNotIn("refusedHosts", self.show(session)["run"])

    def allow_on_the_page(self, session):
        browser = Browser(self.address)
        self.addCleanup(browser.quit)
        browser.sign_in(DashboardTestCase.cookie_in(f"{self.data}/cookies"))
        window = browser.window(f"/organizations/{self.organization}/sessions/{session}")
        window.wait_for("refused.example", ".refused")
        window.click("Allow refused.example")
        window.wait_for_no("refused.example", ".session-side")
        self.assertEqual(browser.errors(), [])
