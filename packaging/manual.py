#!/usr/bin/env python3
"""Turns the output of `lodestone --experimental-dump-help` into a page for man(1), in the language mdoc(7)."""

import json
import os
import re
import sys
import time

REFERENCES = """\
.Sh FILES
.Bl -tag -width Ds
.It Pa /etc/lodestone/lodestone.env
The service's settings, each as a comment with its meaning and default.
.It Pa /var/lib/lodestone
The service's data.
.El
.Sh EXIT STATUS
0 on success, 64 for a wrong command line, 1 otherwise.
.Sh SEE ALSO
.Xr systemctl 1 ,
.Xr bwrap 1 ,
.Xr git 1
.Pp
The documents in
.Pa /usr/share/doc/lodestone .
"""


def escaped(text):
    """Text that mdoc prints as it is."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "\\(ga").replace("'", "\\(aq")
    return re.sub(r"^\.", r"\\&.", text)


def paragraphs(text):
    """Lines of mdoc for a text with blank lines between paragraphs, and examples that are indented."""
    lines = []
    for block in text.strip("\n").split("\n\n"):
        if block.startswith("  "):
            lines += [".Bd -literal -offset indent", *(escaped(line[2:]) for line in block.split("\n")), ".Ed"]
        else:
            lines += [".Pp", *(escaped(line.strip()) for line in block.split("\n"))]
    return lines


def name_of(argument):
    return {"long": "--", "short": "-"}[argument["kind"]] + argument["name"]


def tag(argument):
    value = f"\\fI{escaped(argument['valueName'])}\\fR"
    if argument["kind"] == "positional":
        return value + (" ..." if argument["isRepeating"] else "")
    names = ", ".join(f"\\fB{escaped(name_of(name))}\\fR" for name in argument["names"])
    return names if argument["kind"] == "flag" else f"{names} {value}"


def synopsis(arguments):
    words = []
    for argument in arguments:
        word = tag(argument)
        words.append(f"[{word}]" if argument["isOptional"] else word)
    return " ".join(words)


def shown(items):
    return [item for item in items or [] if item.get("shouldDisplay", True)]


def command(path, description):
    """A command's section, and after it those of its subcommands."""
    own = [argument for argument in shown(description.get("arguments")) if argument["valueName"] not in ("help", "version")]
    subcommands = [item for item in shown(description.get("subcommands")) if item["commandName"] != "help"]
    name = " ".join([*path, description["commandName"]])
    lines = []
    if path and not subcommands:
        lines += [f".Ss {escaped(name)}", *paragraphs(description.get("abstract", ""))[1:], ".Pp"]
        lines += [f"\\fB{escaped(name)}\\fR {synopsis(own)}"]
        lines += paragraphs(description["discussion"]) if description.get("discussion") else []
        if own:
            lines.append(".Bl -tag -width Ds")
            for argument in own:
                lines += [f".It {tag(argument)}", escaped(argument.get("abstract", ""))]
            lines.append(".El")
    for item in subcommands:
        lines += command([*path, description["commandName"]], item)
    return lines


def main():
    root = json.load(sys.stdin)["command"]
    date = time.strftime("%B %-d, %Y", time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"])))
    lines = [f".Dd {date}", ".Dt LODESTONE 1", ".Os Lodestone", ".Sh NAME", ".Nm lodestone"]
    lines += [f".Nd {escaped(root['abstract'].rstrip('.'))}", ".Sh SYNOPSIS", ".Nm", ".Ar command", ".Op Ar options"]
    lines += [".Sh DESCRIPTION", *paragraphs(root["discussion"])[1:], ".Sh COMMANDS", *command([], root)]
    print("\n".join(lines) + "\n" + REFERENCES, end="")


main()
