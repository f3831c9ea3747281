"""A shell as somebody has it who opens a terminal on a new machine: own home, no configuration, an odd time zone."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

_BASH = "/bin/bash"
_SECONDS = 300
_RUN = 'cd "$(cat "$1")" && (exit "$2"); eval "$3"; code=$?; pwd > "$1"; exit "$code"'
"""The folder of the last command, its exit code for ``$?``, and then what is typed."""


@dataclass
class Shell:
    """Runs commands one after the other. The clock goes on by a minute with each."""

    home: Path
    clock: datetime
    _code: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self.home.mkdir(parents=True)
        self._folder_file.write_text(f"{self.home}\n", encoding="utf-8")

    @property
    def folder(self) -> Path:
        """Where the last command ended."""
        return Path(self._folder_file.read_text(encoding="utf-8").removesuffix("\n"))

    @property
    def _folder_file(self) -> Path:
        return self.home.parent / f"{self.home.name}.folder"

    def run(self, typed: str) -> tuple[str, int]:
        """Everything that a command prints, and its exit code."""
        self.clock += timedelta(minutes=1)
        done = subprocess.run(
            [_BASH, "--norc", "-c", _RUN, "bash", self._folder_file, str(self._code), typed],
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_SECONDS,
            check=False,
        )
        self._code = done.returncode
        return done.stdout.decode("utf-8"), done.returncode

    def _environment(self) -> dict[str, str]:
        now = f"{int(self.clock.timestamp())} +0000"
        programs = (str(Path(sys.executable).parent), os.environ["PATH"])
        return {
            "PATH": os.pathsep.join(programs),
            "HOME": str(self.home),
            "LC_ALL": "C.UTF-8",
            "TZ": "<+1345>-13:45",
            "TERM": "dumb",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_DATE": now,
            "GIT_COMMITTER_DATE": now,
            "SOURCE_DATE_EPOCH": now.partition(" ")[0],
        }
