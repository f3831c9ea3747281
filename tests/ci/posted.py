"""Running `.ci/post-review` as its workflow does, against a GitHub on this machine."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.ci.fake_github import OUR_NAME, REPOSITORY, TOKEN, FakeGithub

SCRIPT = Path(__file__).resolve().parents[2] / ".ci" / "post-review"
HEAD = "1" * 40
BASE = "2" * 40
NUMBER = 7
PAGE = "https://github.example/example-hospital/summaries/actions/runs/42"
NONE = dict.fromkeys(
    (
        "critical",
        "major",
        "minor",
        "editorial",
        "rules",
        "not_compared",
        "pages",
        "new_pages",
        "gone_pages",
        "missing_notes",
    ),
    0,
)
"""Counts of a comparison that found nothing."""
FORK = {"id": 33, "owner": {"login": "jane-roe"}, "full_name": "jane-roe/summaries"}


def pull(number: int = NUMBER, sha: str = HEAD, repository: dict[str, Any] | None = FORK) -> dict[str, Any]:
    """An open pull request from the fork of a fictional person."""
    head = {"sha": sha, "ref": "a-better-dose", "repo": repository, "user": {"login": "jane-roe"}}
    return {"number": number, "state": "open", "head": head}


def facts(**changes: Any) -> dict[str, Any]:
    """What `review.json` says where nothing was found."""
    return {
        "schema": "clinsum-review-1",
        "pull_request": NUMBER,
        "head": HEAD,
        "base": BASE,
        "exit_codes": {"check": 0, "verify": 0, "compare": 0, "preview": 0},
        "exit_code": 0,
        "findings": {"errors": 0, "warnings": 2, "notes": 1},
        "changes": {**NONE, "minor": 1, "editorial": 2, "pages": 1},
        "comment": "comment.md",
        **changes,
    }


def critical_facts() -> dict[str, Any]:
    """What it says where a maximum was removed."""
    return facts(
        exit_codes={"check": 0, "verify": 0, "compare": 1, "preview": 0},
        exit_code=1,
        changes={**NONE, "critical": 1, "pages": 2},
    )


@dataclass
class Post:
    """A folder of an artifact, and the server that takes what comes of it."""

    folder: Path
    github: FakeGithub
    author: str = OUR_NAME

    @property
    def artifact(self) -> Path:
        """Where the artifact lies."""
        return self.folder / "review"

    def leave(self, said: object, comment: str | bytes = "- a minor change\n") -> None:
        """Write the artifact, as a job that a stranger controls can."""
        self.artifact.mkdir(exist_ok=True)
        text = said if isinstance(said, str) else json.dumps(said)
        (self.artifact / "review.json").write_text(text, encoding="utf-8")
        content = comment if isinstance(comment, bytes) else comment.encode("utf-8", "surrogatepass")
        (self.artifact / "comment.md").write_bytes(content)

    def run(self, **event: Any) -> subprocess.CompletedProcess[str]:
        """The script with nothing but Python's own library: neither site-packages nor the user's variables."""
        run = {
            "event": "pull_request",
            "head_sha": HEAD,
            "head_branch": "a-better-dose",
            "head_repository": FORK,
            "html_url": PAGE,
            "pull_requests": [],
            **event,
        }
        file = self.folder / "event.json"
        file.write_text(json.dumps({"workflow_run": run}), encoding="utf-8")
        environment = {
            "GITHUB_API_URL": self.github.address,
            "GITHUB_EVENT_PATH": str(file),
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_TOKEN": TOKEN,
            "REVIEW_AUTHOR": self.author,
        }
        command = [sys.executable, "-I", "-S", "-B", str(SCRIPT), str(self.artifact)]
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=60, check=False
        )
