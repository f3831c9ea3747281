"""A page of documentation whose commands are run: its blocks in order, and what they promise.

A page is Markdown. These fenced blocks do something; the second word after the fence is a file:

- ``console``: a line that begins with ``$`` is a command (``>`` continues it), the lines below are what it prints.
  ``…`` stands for anything within a line, and alone on a line for any number of lines. A command must end well, unless
  the next one is ``echo $?``.
- ``yaml FILE``: the file is written so.
- ``diff FILE``: lines of the file that are taken out (``-``) and put in (``+``); those with a space stand there.
- ``text FILE``: lines that a reader sees on this built page, in this order.

A comment, ``<!-- clock: 2027-03-01T09:00:00Z -->``, sets the clock for what follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

_BLOCK = re.compile(
    r"^```(?P<kind>console|yaml|diff|text) ?(?P<file>\S*)\n(?P<body>.*?)^```$|^<!-- clock: (?P<time>\S+) -->$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Block:
    """What does something, with the line of the page on which its first line stands. ``clock`` has a time as body."""

    kind: str
    file: str
    body: str
    line: int


@dataclass(frozen=True)
class Command:
    """What is typed, and what must be printed then."""

    typed: str
    printed: tuple[str, ...]
    line: int


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a page that do something, in order."""
    for found in _BLOCK.finditer(text):
        line = text.count("\n", 0, found.start()) + 2
        if found["time"]:
            yield Block("clock", "", found["time"], line)
        elif found["kind"] == "console" or found["file"]:
            yield Block(found["kind"], found["file"], found["body"], line)


def time_of(block: Block) -> datetime:
    """The time of a clock."""
    return datetime.fromisoformat(block.body.replace("Z", "+00:00"))


def commands(block: Block) -> Iterator[Command]:
    """The commands of a console block."""
    typed: list[str] = []
    printed: list[str] = []
    start = block.line
    for number, line in enumerate(block.body.splitlines(), block.line):
        if line.startswith("$ "):
            if typed:
                yield Command("\n".join(typed), tuple(printed), start)
            typed, printed, start = [line[2:]], [], number
        elif line.startswith("> ") and typed and not printed:
            typed.append(line[2:])
        else:
            assert typed, f"line {number}: a console block begins with a command"
            printed.append(line)
    if typed:
        yield Command("\n".join(typed), tuple(printed), start)


def is_like(expected: tuple[str, ...], printed: str) -> bool:
    """Whether what was printed is what the page says. Spaces and blank lines at the end do not matter."""
    pattern = "".join(_line_pattern(line) for line in expected)
    got = "".join(f"{line.rstrip()}\n" for line in printed.rstrip().splitlines())
    return re.fullmatch(pattern, got) is not None


def first_missing(expected: tuple[str, ...], lines: list[str]) -> str | None:
    """The first of these lines that does not stand among the others, after the one before it."""
    rest = iter(lines)
    for line in expected:
        pattern = _line_pattern(line)
        if not any(re.fullmatch(pattern, f"{one}\n") for one in rest):
            return line
    return None


def edited(text: str, diff: str) -> str:
    """A text after the edit that a diff shows; what it takes out must stand there once."""
    lines = diff.splitlines()
    assert all(line[:1] in ("+", "-", " ") for line in lines), (
        f"a line of a diff begins with +, - or a space:\n{diff}"
    )
    old = "".join(f"{line[1:]}\n" for line in lines if line[0] != "+")
    new = "".join(f"{line[1:]}\n" for line in lines if line[0] != "-")
    places = [found.start() for found in re.finditer(f"^{re.escape(old)}", text, re.MULTILINE)]
    assert len(places) == 1, f"this stands not once in the file:\n{old}"
    return text[: places[0]] + new + text[places[0] + len(old) :]


def _line_pattern(line: str) -> str:
    if line.strip() == "…":
        return r"(?:.*\n)*"
    return ".*".join(map(re.escape, line.rstrip().split("…"))) + r"\n"
