"""The real Claude Code on a runner, against a model that only the runner's network has."""

import os
import unittest

import claude_code
import isolated_network
from claude_code import text, tool
from runner_case import RunnerTestCase
from stand_in_model import StandInModel
from test_runs_claude_code import loopback_name

KEY = "sk-ant-test-of-a-runner"


@unittest.skipIf(isolated_network.missing(), isolated_network.missing())
@unittest.skipUnless(loopback_name(), "this machine's name isn't on loopback")
class ClaudeCodeOnRunners(RunnerTestCase):
    agent = "claude"

    @classmethod
    def setUpClass(cls):
        cls.model = StandInModel([text("Nothing was asked.")], loopback_name())
        cls.addClassCleanup(cls.model.close)
        cls.settings = {
            **RunnerTestCase.settings,
            "PATH": f"{claude_code.program().parent}:{os.environ['PATH']}",
            "LODESTONE_AGENT_HOSTS": cls.model.address.removeprefix("http://"),
        }
        super().setUpClass()

    def setUp(self):
        super().setUp()
        variables = {
            "ANTHROPIC_BASE_URL": self.model.address,
            "ANTHROPIC_API_KEY": KEY,
            "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC": "1",
        }
        options = [option for name in variables for option in ("--agent-variable", name)]
        self.start_runner(
            "--agent", str(claude_code.program()), *options, environment=variables,
            services=[self.model.server.server_address[1]])  # fmt: skip

    def test_it_works_and_remembers(self):
        self.model.begin([
            tool("toolu_1", "Bash", command="echo hello > greeting.txt; env", description="Write"),
            text("The greeting is in greeting.txt."),
        ])  # fmt: skip
        session = self.create("Add a greeting")
        shown = self.ended(session, seconds=240)
        self.assertEqual(shown["status"], "completed", shown.get("error"))
        self.assertEqual(shown["lastMessagePreview"], "The greeting is in greeting.txt.")
        self.assertIn("+hello", self.patch(session))
        self.assertIn("ANTHROPIC_BASE_URL", str(shown["messages"]))
        self.assertNotIn(KEY, str(shown["messages"]))

        self.model.begin([
            tool("toolu_2", "Bash", command="cat greeting.txt > copy.txt", description="Copy"),
            text("There are two now."),
        ])  # fmt: skip
        self.say(session, "Copy it")
        shown = self.until(session, lambda it: "There are two now." in self.texts(it), seconds=240)
        shown = self.ended(session, seconds=240)
        self.assertEqual(shown["status"], "completed", shown.get("error"))
        self.assertIn("copy.txt", self.patch(session))
        self.assertIn("Add a greeting", str(self.model.asked["messages"]))
