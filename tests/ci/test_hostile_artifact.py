"""An artifact is a stranger's: whatever is wrong with it, NOT COMPARED is posted, and nothing else of it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.ci.posted import HEAD, NUMBER, Post, critical_facts, facts, pull

SECRET = "the-secret-of-the-runner"


def _refused(post: Post) -> str:
    """The one comment, after a run that must refuse the artifact."""
    run = post.run()
    assert run.returncode == 1, run.stdout + run.stderr
    assert "NOT COMPARED" in run.stderr and "Traceback" not in run.stderr
    assert SECRET not in run.stdout + run.stderr + "".join(post.github.bodies)
    (check,) = post.github.checks
    assert (check["head_sha"], check["conclusion"]) == (HEAD, "failure")
    assert check["output"]["title"] == "NOT COMPARED"
    (comment,) = post.github.on(NUMBER)
    assert "## Clinical review: NOT COMPARED" in comment
    assert [one["issue"] for one in post.github.comments] == [NUMBER]
    return comment


WRONG_FIELDS: dict[str, dict[str, Any]] = {
    "another commit": {"head": "9" * 40},
    "another pull request": {"pull_request": 8},
    "no pull request": {"pull_request": 0},
    "a negative number": {"pull_request": -7},
    "a number in words": {"pull_request": "7"},
    "a number that is true": {"pull_request": True},
    "a fraction": {"pull_request": 7.0},
    "a huge number": {"pull_request": 10**30},
    "no number": {"pull_request": None},
    "another version": {"schema": "clinsum-review-2"},
    "a file elsewhere": {"comment": "../../secret.txt"},
    "an absolute path": {"comment": "/etc/passwd"},
    "another name": {"comment": "comment.md\n::error ::"},
    "a list of names": {"comment": ["comment.md"]},
    "a short commit": {"base": "2222222"},
    "a branch": {"base": "main"},
    "a commit in capitals": {"base": "A" * 40},
    "a field too many": {"approved": True},
    "a wrong worst code": {"exit_code": 1},
    "a code out of range": {"exit_codes": {**facts()["exit_codes"], "check": 3}, "exit_code": 3},
    "a step too few": {"exit_codes": {"check": 0}},
    "a step too many": {"exit_codes": {**facts()["exit_codes"], "publish": 0}},
    "steps in a list": {"exit_codes": [0, 0, 0, 0]},
    "a count too few": {"changes": {"critical": 0}},
    "a negative count": {"changes": {**facts()["changes"], "critical": -1}},
    "clean without counts": {"changes": None},
    "clean with criticals": {"changes": {**facts()["changes"], "critical": 1}},
    "clean with changes that nobody is told of": {"changes": {**facts()["changes"], "missing_notes": 1}},
    "clean, but not compared": {"changes": {**facts()["changes"], "not_compared": 1}},
    "checked without counts": {"findings": None},
    "clean with errors": {"findings": {**facts()["findings"], "errors": 1}},
}


@pytest.mark.parametrize("changes", WRONG_FIELDS.values(), ids=WRONG_FIELDS.keys())
def test_a_wrong_field(post: Post, changes: dict[str, Any]) -> None:
    post.github.pulls = [pull()]
    (post.folder / "secret.txt").write_text(SECRET, encoding="utf-8")
    post.leave(facts(**changes), "Approved by everybody.")
    assert "Approved by everybody" not in _refused(post)


@pytest.mark.parametrize("name", sorted(facts()))
def test_a_missing_field(post: Post, name: str) -> None:
    post.leave({key: value for key, value in facts().items() if key != name})
    _refused(post)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "approved",
        "[]",
        "null",
        "7",
        "{" * 10,
        "[" * 60_000,
        json.dumps(facts())[:-1],
        json.dumps(facts())[:-1] + ', "pull_request": 7}',
        json.dumps(facts()).replace('"pull_request": 7', '"pull_request": NaN'),
        json.dumps(facts()).replace('"pull_request": 7', f'"pull_request": {"7" * 5_000}'),
        json.dumps(facts()) + " " * 70_000,
    ],
    ids=range(12),
)
def test_what_is_not_the_json_that_it_should_be(post: Post, text: str) -> None:
    post.leave(text)
    _refused(post)


@pytest.mark.parametrize("name", ["review.json", "comment.md"])
def test_a_file_that_is_missing(post: Post, name: str) -> None:
    post.leave(facts())
    (post.artifact / name).unlink()
    _refused(post)


def test_no_artifact_at_all(post: Post) -> None:
    assert "There is no report" in _refused(post)


def _link(file: Path, secret: Path) -> None:
    file.symlink_to(secret)


def _link_to_us(file: Path, secret: Path) -> None:
    secret.write_text(json.dumps(facts()), encoding="utf-8")
    file.symlink_to(secret)


def _pipe(file: Path, _: Path) -> None:
    os.mkfifo(file)


def _folder(file: Path, _: Path) -> None:
    file.mkdir()


def _device(file: Path, _: Path) -> None:
    file.symlink_to("/dev/zero")


@pytest.mark.parametrize("make", [_link, _link_to_us, _pipe, _folder, _device])
@pytest.mark.parametrize("name", ["review.json", "comment.md"])
def test_what_is_no_plain_file(post: Post, name: str, make: Callable[[Path, Path], None]) -> None:
    secret = post.folder / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    post.leave(facts())
    (post.artifact / name).unlink()
    make(post.artifact / name, secret)
    _refused(post)


@pytest.mark.parametrize(
    "comment",
    [b"\xff\xfe", "a surrogate \ud800", "x" * 60_000, "é" * 60_000, b"x" * 1_000_000],
    ids=["not-utf-8", "surrogate", "too-long", "too-long-in-bytes", "a-megabyte"],
)
def test_a_comment_that_cannot_be_one(post: Post, comment: str | bytes) -> None:
    post.leave(facts(), comment)
    _refused(post)


def test_a_refusal_replaces_what_an_earlier_commit_was_told(post: Post) -> None:
    post.leave(facts())
    post.run()
    post.github.checks.clear()
    post.leave("")
    assert "no critical change" not in _refused(post)


def test_the_pull_request_of_somebody_else_is_left_alone(post: Post) -> None:
    other = pull(8, sha="8" * 40, repository={"id": 44, "owner": {"login": "ben-sample"}})
    post.github.pulls = [pull(), other]
    post.leave({**critical_facts(), "pull_request": 8})
    _refused(post)
    assert post.github.on(8) == []


def test_a_run_whose_fork_is_gone_still_has_its_check(post: Post) -> None:
    run = post.run(head_repository=None)
    assert run.returncode == 1
    assert [check["output"]["title"] for check in post.github.checks] == ["NOT COMPARED"]
    assert post.github.comments == []
