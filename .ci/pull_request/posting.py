"""Taking over what an unprivileged review left: one comment and one check for each pull request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pull_request.artifact import read_artifact
from pull_request.comment_text import MARKER, comment_of, refusal_of
from pull_request.github_api import ApiFailed, GithubApi
from pull_request.program_files import program_files
from pull_request.review_facts import RefusedArtifact, ReviewFacts
from pull_request.verdict import NOT_COMPARED, title_of
from pull_request.workflow_run import WorkflowRun

CHECK_NAME = "clinical review"
_TOO_MANY_FILES = "more files than GitHub lists"


@dataclass(frozen=True)
class Posting:
    """One run to take over. ``author`` is the account that our own comments have."""

    api: GithubApi
    run: WorkflowRun
    author: str

    def post(self, folder: Path) -> str:
        """Post what the artifact says. Raises RefusedArtifact, having posted NOT COMPARED, where it cannot be used."""
        try:
            facts, report = read_artifact(folder)
            _demand_commit(facts, self.run)
            # Before it is asked which commit is proposed: these are the files of that commit or of an older one, which
            # is then not posted; never those of a newer one.
            changed = self._program_files(facts.pull_request)
            numbers = self.run.open_pull_requests(self.api)
            _demand_number(facts, numbers)
        except RefusedArtifact as refused:
            self._post_refusal(str(refused))
            raise
        if not numbers:
            return "the pull request has a newer commit or is closed: nothing was posted"
        comment = comment_of(facts, report, self.run.page, changed)
        title = "; ".join([title_of(facts), *_besides(changed, numbers)])
        clean = facts.exit_code == 0 and len(numbers) == 1
        self._check("success" if clean else "failure", title, comment)
        return f"{self._comment(facts.pull_request, comment)}: {title}"

    def _post_refusal(self, reason: str) -> None:
        comment = refusal_of(reason, self.run.page)
        numbers = self.run.open_pull_requests(self.api)
        self._check("failure", NOT_COMPARED, comment)
        for number in numbers:
            self._comment(number, comment)

    def _program_files(self, number: int) -> list[str]:
        try:
            files = [*self.api.pages(f"pulls/{number}/files", most=31)]
        except ApiFailed:
            return [_TOO_MANY_FILES]
        names = {name for file in files for name in (file["filename"], file.get("previous_filename")) if name}
        # GitHub lists 3,000 files and says nothing of the rest.
        return program_files(sorted(names)) + ([_TOO_MANY_FILES] if len(files) >= 3_000 else [])

    def _check(self, conclusion: str, title: str, summary: str) -> None:
        self.api.post(
            "check-runs",
            {
                "name": CHECK_NAME,
                "head_sha": self.run.head_sha,
                "status": "completed",
                "conclusion": conclusion,
                "details_url": self.run.page,
                "output": {"title": title, "summary": summary},
            },
        )

    def _comment(self, number: int, text: str) -> str:
        for comment in self.api.pages(f"issues/{number}/comments"):
            if self._is_ours(comment):
                self.api.patch(f"issues/comments/{int(comment['id'])}", {"body": text})
                return f"the comment of pull request {number} was brought up to date"
        self.api.post(f"issues/{number}/comments", {"body": text})
        return f"pull request {number} has a comment"

    def _is_ours(self, comment: Mapping[str, Any]) -> bool:
        # Anybody can write our marker; only we can write it under our name.
        login = (comment.get("user") or {}).get("login")
        return login == self.author and str(comment.get("body") or "").startswith(MARKER)


def _besides(changed: list[str], numbers: list[int]) -> list[str]:
    program = ["the program is changed too"] if changed else []
    # A check belongs to a commit: the harmless one of two proposals must not speak for the other.
    return [*program, f"{len(numbers)} pull requests propose this commit"] if len(numbers) > 1 else program


def _demand_commit(facts: ReviewFacts, run: WorkflowRun) -> None:
    if facts.head != run.head_sha:
        raise RefusedArtifact("review.json: it is about another commit than the run")


def _demand_number(facts: ReviewFacts, numbers: list[int]) -> None:
    if numbers and facts.pull_request not in numbers:
        raise RefusedArtifact("review.json: it is about another pull request than the run")
