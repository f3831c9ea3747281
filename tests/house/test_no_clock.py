"""Same input, same bytes: the linter refuses what would bring in the clock, the environment or chance."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FORBIDDEN = [
    "import datetime\n\nTODAY = datetime.date.today()\n",
    "from datetime import UTC, datetime\n\nNOW = datetime.now(tz=UTC)\n",
    "import time\n\nNOW = time.time()\n",
    "import os\n\nHOME = os.environ\n",
    "import os\n\nHOME = os.getenv('HOME')\n",
    "import random\n\nX = random\n",
    "import locale\n\nX = locale\n",
]


def _lint(repository: Path, program: str, as_file: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--stdin-filename", as_file, "-"]
    return subprocess.run(command, cwd=repository, input=program, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("program", FORBIDDEN)
@pytest.mark.parametrize("room", ["model", "sources", "checks", "compiler", "formats", "publish"])
def test_clock_environment_and_chance_are_refused(repository: Path, program: str, room: str) -> None:
    run = _lint(repository, f'"""A module."""\n\n{program}', f"generator/{room}/example.py")
    assert run.returncode == 1
    assert "TID251" in run.stdout


def test_one_place_may_read_them(repository: Path) -> None:
    run = _lint(repository, f'"""A module."""\n\n{FORBIDDEN[4]}', "generator/pipeline/run_context.py")
    assert "TID251" not in run.stdout
