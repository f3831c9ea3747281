"""The run that a review comes from, as GitHub itself tells it. This, and nothing in the artifact, is believed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pull_request.github_api import GithubApi


@dataclass(frozen=True)
class WorkflowRun:
    """The commit that was reviewed, where it was pushed to, and the page of the run."""

    head_sha: str
    head_branch: str
    head_owner: str
    head_repository: int
    page: str

    def open_pull_requests(self, api: GithubApi) -> list[int]:
        """The numbers of the open pull requests that propose exactly this commit, from this repository and branch."""
        found = api.pages("pulls", state="open", head=f"{self.head_owner}:{self.head_branch}")
        return [int(one["number"]) for one in found if self._proposes(one["head"])]

    def _proposes(self, head: Any) -> bool:
        # The repository of a fork can be gone while its pull request is still open.
        repository = (head.get("repo") or {}).get("id")
        return head["sha"] == self.head_sha and repository == self.head_repository


def run_of(event: Path) -> WorkflowRun:
    """Read the file of a ``workflow_run`` event. Raises ValueError where it is the event of something else."""
    data = json.loads(event.read_text(encoding="utf-8"))
    run = data.get("workflow_run")
    if not run or run.get("event") != "pull_request":
        raise ValueError("this is no event of a workflow run that a pull request started")
    repository = run.get("head_repository") or {}
    return WorkflowRun(
        head_sha=run["head_sha"],
        head_branch=run.get("head_branch") or "",
        head_owner=(repository.get("owner") or {}).get("login", ""),
        head_repository=repository.get("id", 0),
        page=run["html_url"],
    )
