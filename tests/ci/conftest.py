"""A GitHub of our own for each test, with one open pull request."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ci.fake_github import FakeGithub, serving
from tests.ci.posted import Post, pull


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Post]:
    """An artifact to be written, and where it is posted to."""
    changed = [{"filename": "content/summaries/example-question.yml"}]
    with serving(FakeGithub(pulls=[pull()], files=changed)) as github:
        yield Post(tmp_path, github)
