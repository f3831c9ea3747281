"""Running `.ci/review` as its workflow does, on a real repository with a base and a proposal."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.git_project import commit
from tests.site_project import SiteProject, starter

SCRIPTS = Path(__file__).resolve().parents[2] / ".ci"
PROGRAM = Path(sys.executable).parent / "clinsum"


@dataclass(frozen=True)
class Review:
    """How a review ended, and what it left."""

    run: subprocess.CompletedProcess[str]
    out: Path

    @property
    def facts(self) -> dict[str, Any]:
        """`review.json`."""
        return dict(json.loads((self.out / "post" / "review.json").read_text(encoding="utf-8")))

    @property
    def comment(self) -> str:
        """The words for the comment."""
        return (self.out / "post" / "comment.md").read_text(encoding="utf-8")

    @property
    def report(self) -> Path:
        """All files to look at."""
        return self.out / "report"


def base_project(folder: Path) -> tuple[SiteProject, str]:
    """The starter site in a repository of its own, committed as what is published."""
    project = starter(folder)
    project.edit("mkdocs.yml", "search: true", "search: false")  # it takes as long as all the rest
    return project, commit(folder, "What is published")


def call(
    name: str, project: SiteProject, *arguments: str, more: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """A script of the workflows in the folder of a project, with no variable of a workflow but those given."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "CLINSUM"))}
    environment = {**kept, "CLINSUM": str(PROGRAM), "GIT_CONFIG_NOSYSTEM": "1", **(more or {})}
    command = [str(SCRIPTS / name), *arguments]
    return subprocess.run(
        command, cwd=project.folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )


def review(project: SiteProject, base: str, head: str, **more: str) -> Review:
    """Review what lies in the project's folder against a commit."""
    out = project.folder.parent / "out"
    shutil.rmtree(out, ignore_errors=True)
    return Review(call("review", project, base, head, str(out), more=more), out)
