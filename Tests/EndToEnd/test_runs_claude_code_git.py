"""Whatever state the real Claude Code leaves git in, and whenever it is interrupted, its work is kept."""

import subprocess

from claude_code import text, tool
from test_runs_claude_code import ClaudeCodeTestCase, shell


class ClaudeCodeAndGit(ClaudeCodeTestCase):
    def results(self, shown):
        """What tools answered, as one text."""
        return str([it for it in shown["messages"] if it["type"] == "user"])

    def test_work_in_a_worktree_of_its_own(self):
        shown = self.worked(
            "Try it in a worktree",
            tool("toolu_1", "EnterWorktree", name="trial"),
            shell("toolu_2", "pwd; echo otter > animal.txt; git add .; git commit -qm Otter; echo oak > tree.txt"),
            text("It is in the worktree."),
        )
        self.assertIn(".claude/worktrees/trial", self.results(shown))
        self.assert_kept(shown, "otter", "oak")

    def test_a_sub_agent_in_a_worktree(self):
        task = {"description": "Write", "prompt": "Write the file", "subagent_type": "general-purpose"}
        shown = self.worked(
            "Have it written",
            tool("toolu_1", "Agent", isolation="worktree", run_in_background=False, **task),
            shell("toolu_2", "pwd; echo heron > bird.txt; git add .; git commit -qm Heron; echo elm > tree.txt"),
            text("The file is written."),
            text("It was written in a worktree."),
        )
        self.assertIn("It was written in a worktree.", self.texts(shown))
        self.assertIn(".claude/worktrees/", self.results(shown))
        self.assert_kept(shown, "heron", "elm")

    def test_a_commit_on_main(self):
        shown = self.worked(
            "Commit it",
            shell("toolu_1", "git switch -q main && echo zebra > animal.txt && git add . && git commit -qm Zebra"),
            text("It is on main."),
        )
        self.assertEqual(shown["run"]["changes"]["files"], 1)
        self.assert_kept(shown, "zebra")
        log = f"git -C {self.data}/runs/{shown['id']}/repository.git log --format=%s {shown['metadata']['branch']}"
        self.assertIn("Zebra", subprocess.run(log.split(), capture_output=True, text=True, check=True).stdout)

    def test_a_stop_in_mid_edit(self):
        session = self.work("Edit it", shell("toolu_1", "echo half > half.txt; git add .; sleep 1000"))
        self.until_file(session, "half.txt")
        self.send(f"/api/sessions/{session}/stop")
        self.assert_kept(self.ended(session), "half")
        self.model.begin([shell("toolu_2", "cat half.txt; echo whole > whole.txt"), text("Now it is whole.")])
        self.say(session, "Go on")
        self.until(session, lambda it: "Now it is whole." in self.texts(it))
        self.assert_kept(self.ended(session), "half", "whole")

    def test_a_killed_server_in_mid_edit(self):
        session = self.work("Edit it", shell("toolu_1", "echo half > half.txt; git add .; sleep 1000"))
        self.until_file(session, "half.txt")
        self.model.begin([shell("toolu_2", "cat half.txt; echo whole > whole.txt"), text("Now it is whole.")])
        self.kill()
        type(self).start()
        self.until(session, lambda it: "Now it is whole." in self.texts(it))
        shown = self.ended(session)
        self.assertEqual(shown["status"], "completed", shown.get("error"))
        self.assert_kept(shown, "half", "whole")
        agents = {it["session_id"] for it in shown["messages"] if "session_id" in it}
        self.assertEqual(len(agents), 1, "it began another conversation")

    def until_file(self, session, name):
        """Waits until the agent has written a file."""
        path = f"{self.data}/runs/{session}/workspace/{name}"
        self.until(session, lambda _: subprocess.run(["test", "-s", path]).returncode == 0)

    def assert_kept(self, shown, *words):
        """Each word is on its branch or, by name, on another that was kept."""
        repository = f"{self.data}/runs/{shown['id']}/repository.git"
        kept = f"git -C {repository} grep -h -e '' $(git -C {repository} for-each-ref --format='%(refname)' refs/heads)"
        lines = subprocess.run(["sh", "-c", kept], capture_output=True, text=True, check=True).stdout.splitlines()
        for word in words:
            self.assertIn(word, lines, f"of {shown['id']}: {shown['run']}")
