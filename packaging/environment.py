#!/usr/bin/env python3
"""Prints an environment file for lodestone.service with every setting of docs/configuration.md as a comment."""

import pathlib
import re
import textwrap

DOCUMENT = pathlib.Path(__file__).resolve().parent.parent / "docs/configuration.md"
# The unit sets the data directory and the user.
LEFT_OUT = {"LODESTONE_DATA", "LODESTONE_ALLOW_ROOT"}
HEADER = """\
# Settings of the Lodestone service. All are comments: remove the "#" in front of a variable to set it, and restart the
# service with `systemctl restart lodestone`. Only root needs to be able to read this file.
#
# The data directory is /var/lib/lodestone; commands find it with --data:
#
#   sudo -u lodestone lodestone user list --data /var/lib/lodestone
"""
CREDENTIALS = """\
# == What Claude Code signs in with

# one of: the key of an account of the API, or what `claude setup-token` prints
#ANTHROPIC_API_KEY=
#CLAUDE_CODE_OAUTH_TOKEN=

# another address of the API
#ANTHROPIC_BASE_URL=
"""


def plain(text):
    """The text of a Markdown cell, without marks and the addresses of links."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("`", "").strip()


def setting(variable, default, meaning):
    lines = textwrap.wrap(f"{plain(meaning)} (default: {plain(default)})", 116)
    value = re.fullmatch(r"`([^`]*)`", default)
    return "\n".join([*(f"# {line}" for line in lines), f"#{variable}={value[1] if value else ''}"])


def main():
    parts = [HEADER]
    for section in re.split(r"^## ", DOCUMENT.read_text(), flags=re.MULTILINE)[1:]:
        title = section.splitlines()[0]
        settings = []
        for row in re.findall(r"^\| .*LODESTONE_.* \|$", section, re.MULTILINE):
            cells = [cell.strip() for cell in row.strip("|").split(" | ")]
            variable = cells[1].strip("`")
            if variable not in LEFT_OUT:
                settings.append(setting(variable, cells[-2], cells[-1].rstrip("|")))
        if settings:
            parts.append("\n\n".join([f"# == {title}", *settings]) + "\n")
        if title == "Agents":
            parts.append(CREDENTIALS)
    print("\n".join(parts), end="")


main()
