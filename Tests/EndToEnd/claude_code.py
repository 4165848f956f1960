"""Runs the real Claude Code offline, against a model that plays the turns of a test."""

import importlib.util
import os
import pathlib
import subprocess

from stand_in_model import StandInModel


def tool(identifier, name, /, **arguments):
    return {"content": [{"type": "tool_use", "id": identifier, "name": name, "input": arguments}]}


def text(words):
    return {"content": [{"type": "text", "text": words}]}


def program():
    """Where it is."""
    package = importlib.util.find_spec("claude_agent_sdk")
    return pathlib.Path(package.origin).parent / "_bundled" / "claude"


def run(home, prompt, turns, *options, pipe_to=None, lines=None):
    """Runs it with `home` as its home and working directory, and returns its output, or pipes it into a command.

    With `lines` it reads them as stream-json, in place of a prompt.
    """
    model = StandInModel(turns)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "ANTHROPIC_BASE_URL": model.address,
        "ANTHROPIC_API_KEY": "sk-ant-test",
        "IS_SANDBOX": "1",
        "DISABLE_TELEMETRY": "1",
        "DISABLE_AUTOUPDATER": "1",
        "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC": "1",
    }
    command = [
        str(program()), "-p", *([] if prompt is None else [prompt]), "--output-format", "stream-json", "--verbose",
        "--model", "claude-opus-4-6", "--permission-mode", "bypassPermissions", *options,
    ]  # fmt: skip
    try:
        if lines is not None:
            ended = subprocess.run(
                command, env=environment, cwd=home, input=lines.encode(), capture_output=True, timeout=120, check=True
            )
            return ended.stdout
        with subprocess.Popen(
            command, env=environment, cwd=home, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
        ) as agent:
            if pipe_to is None:
                return agent.stdout.read()
            return subprocess.run(pipe_to, stdin=agent.stdout, capture_output=True, check=True, timeout=120).stdout
    finally:
        model.close()
