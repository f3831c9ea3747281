"""The walk-through of reviews is walked: every command of the page is typed, and everything that it promises comes.

With ``--rewrite-golden`` the page gets what is printed now, wherever that is not what it says.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.docs.console_page import Block, Command, blocks, commands, edited, first_missing, is_like, time_of
from tests.docs.seen_text import seen_lines
from tests.docs.shell import Shell

pytestmark = [
    pytest.mark.git,
    pytest.mark.ssh,
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
    pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed"),
    pytest.mark.skipif(not Path("/bin/bash").exists(), reason="there is no /bin/bash"),
]
_FIRST_DAY = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)


def test_what_the_walk_through_says_is_what_happens(
    repository: Path, tmp_path: Path, rewrite_golden: bool
) -> None:
    page = repository / "docs" / "walk-through.md"
    walk = _Walk(Shell(tmp_path / "home", _FIRST_DAY), page.name, rewrites=rewrite_golden)
    text = page.read_text(encoding="utf-8")
    try:
        for block in blocks(text):
            walk.do(block)
    finally:
        if walk.printed:
            page.write_text(walk.rewritten(text), encoding="utf-8")
    assert walk.commands_run > 20, "the page has lost its commands"


@dataclass
class _Walk:
    shell: Shell
    page: str
    rewrites: bool
    commands_run: int = 0
    printed: list[tuple[Command, str]] = field(default_factory=list)

    def do(self, block: Block) -> None:
        file = self.shell.folder / block.file
        where = f"{self.page}:{block.line}"
        if block.kind == "clock":
            assert time_of(block) >= self.shell.clock, f"{where}: the clock goes back"
            self.shell.clock = time_of(block)
        elif block.kind == "console":
            self._console(block)
        elif block.kind == "yaml":
            file.write_text(block.body, encoding="utf-8")
        elif block.kind == "diff":
            file.write_text(edited(file.read_text(encoding="utf-8"), block.body), encoding="utf-8")
        else:
            seen = seen_lines(file.read_text(encoding="utf-8"))
            missing = first_missing(tuple(block.body.splitlines()), seen)
            assert missing is None, f"{where}: not to be seen on {block.file}: {missing}\n\n" + "\n".join(
                seen
            )

    def _console(self, block: Block) -> None:
        typed = list(commands(block))
        for command, then in zip(typed, [*typed[1:], None], strict=True):
            self._command(command, is_asked=then is not None and then.typed == "echo $?")

    def _command(self, command: Command, *, is_asked: bool) -> None:
        printed, code = self.shell.run(command.typed)
        self.commands_run += 1
        where = f"{self.page}:{command.line}: {command.typed}"
        assert code == 0 or is_asked, f"{where}\nended with {code}:\n{printed}"
        if not is_like(command.printed, printed):
            said = "\n".join(command.printed)
            assert self.rewrites, f"{where}\nprints:\n{printed}\nand not:\n{said}"
            self.printed.append((command, printed))

    def rewritten(self, text: str) -> str:
        """The page with what was printed."""
        lines = text.split("\n")
        for command, printed in reversed(self.printed):
            start = command.line - 1 + len(command.typed.split("\n"))
            lines[start : start + len(command.printed)] = [
                line.rstrip() for line in printed.rstrip().splitlines()
            ]
        return "\n".join(lines)
