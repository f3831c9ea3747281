"""Findings as an attacker would write the content for, and readers of what each report says of them."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import strategies as st

from generator.diagnostics import Finding, Fix, Place, Rule, Severity, Waived

_EVIL = [
    "\n::error file=a.yml,line=1::b",
    "::add-mask::x",
    "\r\n::stop-commands::x",
    "##[error]x",
    "##vso[task.complete]x",
    "###[x",
    "\x1b[2J\x1b]0;title\x07",
    "\u202e\u2066\u200b",
    "%0A::error::x%25",
    ",line=9:;=",
    "[text](https://example.org)",
    "{0} {unit}",
    "\ud800",
    "\udce9",
    "\x00\x7f\x9b31m",
    "\u2028\u2029\x85",
    "finding: 0123",
    "at ",
    "why: ",
    " ",
]
TEXTS = st.one_of(st.text(max_size=12), st.lists(st.sampled_from(_EVIL), max_size=3).map("".join))
NAMES = TEXTS.filter(lambda text: text.strip() != "")
_RULES = [
    Rule("TST001", "first-test-rule", Severity.ERROR, "A summary.", "A reason with 5 %.", "A cure."),
    Rule("TST002", "second-test-rule", Severity.WARNING, "{x}.", "Why.", "Do it.", judges=True),
    Rule("TST003", "third-test-rule", Severity.NOTE, "S.", "W.", "C."),
]
POINTERS = st.lists(st.one_of(NAMES, st.integers(0, 9)), max_size=3).map(tuple)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    """Any finding."""
    waived = draw(st.none() | st.builds(Waived, NAMES, NAMES, NAMES))
    line = draw(st.integers(0, 3))
    made = draw(st.sampled_from(_RULES)).finding(
        draw(NAMES),
        Place(draw(NAMES), line, draw(st.integers(1, 30)) if line else 0),
        entry=draw(TEXTS),
        pointer=draw(POINTERS),
        cure=draw(TEXTS),
        fix=draw(st.none() | st.builds(Fix, TEXTS, TEXTS)),
    )
    return Finding(
        made.rule,
        made.severity,
        made.message,
        made.place,
        made.entry,
        made.pointer,
        made.cure,
        made.anchor,
        made.fix,
        waived,
    )


_COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def read_command(line: str) -> dict[str, Any]:
    """A workflow command as the runner reads it: its level, its properties, the lines of its message."""
    command = _COMMAND.fullmatch(line)
    assert command is not None, line
    pairs = (pair.split("=", 1) for pair in command[2].split(","))
    properties = {name: _unescaped(value) for name, value in pairs}
    return {"level": command[1], **properties, "lines": _unescaped(command[3]).split("\n")}


def _unescaped(text: str) -> str:
    for written, sign in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(written, sign)
    return text
