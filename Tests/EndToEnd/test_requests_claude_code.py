"""What the real Claude Code asks people in the sandbox, and what it does with their answers."""

import json
import time

from claude_code import text, tool
from stand_in_model import StandInModel
from test_runs import RunTestCase
from test_runs_claude_code import settings


def ask(identifier, *questions):
    asked = [
        {
            "question": question, "header": "Choice", "multiSelect": False,
            "options": [{"label": "Red", "description": "Like fire"}, {"label": "Blue", "description": "Like water"}],
        }
        for question in questions
    ]  # fmt: skip
    return tool(identifier, "AskUserQuestion", questions=asked)


class AskingTestCase(RunTestCase):
    agent = "claude"
    further = {}

    @classmethod
    def setUpClass(cls):
        cls.model = StandInModel([text("Nothing was asked.")])
        cls.addClassCleanup(cls.model.close)
        cls.settings = {**settings(cls.model), **cls.further}
        super().setUpClass()

    def work(self, message, *turns, **fields):
        self.model.begin(turns)
        body = {"organizationId": self.organization, "initialMessage": message, **fields}
        return self.send("/api/sessions", repoUrl="https://github.com/acme/web-app", **body)["session"]["id"]

    def requests(self, session):
        return self.get(f"/api/sessions/{session}/requests")["requests"]

    def pending(self, session, count=1):
        """Waits until so many requests are open, and returns them."""
        end = time.monotonic() + 90
        while time.monotonic() < end:
            found = [it for it in self.requests(session) if it["state"] == "pending"]
            if len(found) == count:
                return found
            time.sleep(0.1)
        self.fail(f"waited in vain for {count} requests: {self.requests(session)}, {self.show(session)}")

    def answer(self, session, request, **answer):
        return self.send(f"/api/sessions/{session}/requests/{request['id']}/answer", **answer)

    def finished(self, session, words):
        self.until(session, lambda it: words in self.texts(it) or it["status"] == "failed")
        shown = self.ended(session)
        self.assertEqual(shown["status"], "completed", shown.get("error"))
        self.assertNotIn("waitingFor", shown)
        return json.dumps(self.model.asked["messages"])


class AskingInOneProcess(AskingTestCase):
    def test_a_question_is_answered(self):
        session = self.work("Paint it", ask("toolu_1", "Which colour?"), text("It is blue."))
        [request] = self.pending(session)
        shown = self.show(session)
        self.assertEqual((shown["status"], shown["run"]["stage"]), ("active", "waiting"))
        self.assertEqual((shown["waitingFor"]["id"], shown["waitingFor"]["kind"]), (request["id"], "question"))
        answered = self.answer(session, request, answers={"Which colour?": "Blue"})
        self.assertEqual(answered["request"]["state"], "answered")
        asked = self.finished(session, "It is blue.")
        self.assertIn("Which colour?", asked)
        self.assertIn("Blue", asked.split("tool_result")[-1])

    def test_own_words_and_several_questions(self):
        session = self.work("Paint it", ask("toolu_1", "Which colour?", "Which frame?"), text("Done."))
        [request] = self.pending(session)
        refused = self.answer(session, request, answers={"Which colour?": "A mild mauve"})
        self.assertEqual(refused["status"], 400)
        self.assertIn("Which frame?", refused["detail"])
        self.answer(session, request, answers={"Which colour?": "A mild mauve", "Which frame?": "Red"})
        self.assertIn("A mild mauve", self.finished(session, "Done."))

    def test_several_are_open_at_once(self):
        both = {"content": ask("toolu_1", "Which colour?")["content"] + ask("toolu_2", "Which size?")["content"]}
        session = self.work("Paint it", both, text("Both are known."))
        first, second = self.pending(session, 2)
        for request, answer in [(second, "Red"), (first, "Blue")]:
            question = request["input"]["questions"][0]["question"]
            self.answer(session, request, answers={question: answer})
        self.finished(session, "Both are known.")

    def test_a_permission_is_denied_and_another_given(self):
        write = "echo no > denied.txt"
        session = self.work(
            "Write",
            tool("toolu_1", "Bash", command=write, description="Write"),
            tool("toolu_2", "Bash", command="echo yes > allowed.txt", description="Write"),
            text("One of two."),
            mode="ask",
        )
        [request] = self.pending(session)
        self.assertEqual((request["kind"], request["tool"], request["input"]["command"]), ("permission", "Bash", write))
        self.answer(session, request, decision="deny", message="Not that file")
        [request] = self.pending(session)
        self.assertEqual(request["input"]["command"], "echo yes > allowed.txt")
        self.answer(session, request, decision="allow")
        self.assertIn("Not that file", self.finished(session, "One of two."))
        self.assertIn("allowed.txt", self.patch(session))
        self.assertNotIn("denied.txt", self.patch(session))

    def test_a_plan_is_revised_and_carried_out_without_more_questions(self):
        session = self.work(
            "Write a file",
            tool("toolu_1", "ExitPlanMode", plan="# First\n\nWrite it."),
            tool("toolu_2", "ExitPlanMode", plan="# Second\n\nWrite it twice."),
            tool("toolu_3", "Bash", command="echo twice > file.txt", description="Write"),
            text("As planned."),
            mode="plan",
        )
        [request] = self.pending(session)
        self.assertEqual(request["kind"], "plan")
        self.answer(session, request, decision="revise", message="Write it twice, please")
        [request] = [it for it in self.pending(session) if it["id"] != request["id"]]
        self.assertEqual(self.show(session)["mode"], "plan")
        self.answer(session, request, decision="approve")
        self.assertIn("Write it twice, please", self.finished(session, "As planned."))
        self.assertIn("twice", self.patch(session))
        self.assertNotIn("mode", self.show(session), "it is auto again")

    def test_a_message_interrupts_a_tool(self):
        session = self.work(
            "Wait", tool("toolu_1", "Bash", command="sleep 1000", description="Wait"), text("Something else then.")
        )
        self.until(session, lambda it: "sleep 1000" in json.dumps(it["messages"]))
        self.send(f"/api/sessions/{session}/messages", content="Do something else", now=True)
        self.assertIn("Do something else", self.finished(session, "Something else then."))
        # The process may have ended with the turn that was interrupted; then another took the message.
        self.assertEqual({it["outcome"] for it in self.show(session)["run"]["attempts"]}, {"completed"})

    def test_a_question_outlives_a_killed_server(self):
        session = self.work("Paint it", ask("toolu_1", "Which colour?"), text("It is red."))
        [request] = self.pending(session)
        self.kill()
        type(self).start()
        [again] = self.pending(session)
        self.assertEqual(again["id"], request["id"])
        self.answer(session, again, answers={"Which colour?": "Red"})
        asked = self.finished(session, "It is red.")
        self.assertEqual(len(self.requests(session)), 1)
        self.assertEqual(asked.count("> Which colour?"), 1)


class AskingWithoutPatience(AskingTestCase):
    further = {"LODESTONE_AGENT_PATIENCE_MINUTES": "0"}

    def test_an_answer_resumes_the_agent(self):
        session = self.work("Paint it", ask("toolu_1", "Which colour?"), text("It is red."))
        self.until(session, lambda it: [at["outcome"] for at in it["run"].get("attempts", [])] == ["waiting"])
        [request] = self.pending(session)
        self.assertEqual((self.show(session)["status"], self.show(session)["run"]["stage"]), ("active", "waiting"))
        self.answer(session, request, answers={"Which colour?": "Red"})
        asked = self.finished(session, "It is red.")
        self.assertEqual(asked.count("> Which colour?"), 1)
        self.assertEqual(asked.count("Paint it"), 1)
        agents = {it["session_id"] for it in self.show(session)["messages"] if "session_id" in it}
        self.assertEqual(len(agents), 1, "it began another conversation")
