"""The command ``.ci/post-review``."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from pull_request.github_api import ApiFailed, GithubApi
from pull_request.posting import Posting
from pull_request.review_facts import RefusedArtifact
from pull_request.workflow_run import run_of


def main(arguments: Sequence[str]) -> int:
    """Post the review in the folder that is named. Gives the exit code."""
    if len(arguments) != 1:
        return _end("Usage: .ci/post-review FOLDER", 2)
    try:
        posting = _posting()
    except (KeyError, OSError, ValueError, TypeError) as missing:
        return _end(f"post-review: this is not the workflow that posts reviews: {missing}", 2)
    try:
        return _end(f"post-review: {posting.post(Path(arguments[0]))}", 0)
    except RefusedArtifact as refused:
        return _end(f"post-review: NOT COMPARED: {refused}", 1)
    except (ApiFailed, AttributeError, KeyError, OSError, TypeError, ValueError) as failed:
        return _end(f"post-review: GitHub did not take the review: {failed}", 2)


def _posting() -> Posting:
    environment = os.environ
    api = GithubApi(
        environment["GITHUB_API_URL"], environment["GITHUB_REPOSITORY"], environment["GITHUB_TOKEN"]
    )
    run = run_of(Path(environment["GITHUB_EVENT_PATH"]))
    return Posting(api, run, environment.get("REVIEW_AUTHOR") or "github-actions[bot]")


def _end(text: str, code: int) -> int:
    print(text, file=sys.stderr if code else sys.stdout)
    return code
