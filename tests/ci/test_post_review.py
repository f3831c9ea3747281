"""`.ci/post-review`: one comment and one check for a pull request, whatever is pushed to it how often."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from tests.ci.fake_github import OUR_NAME
from tests.ci.posted import HEAD, NONE, NUMBER, PAGE, SCRIPT, Post, critical_facts, facts, pull

CALLED = "post-review"
MARKER = "<!-- clinsum-review -->"


def test_a_review_is_one_comment_and_one_check(post: Post) -> None:
    post.leave(facts(), "- Examplin, note: a minor change\n")
    run = post.run()
    assert (run.returncode, run.stderr) == (0, "")
    (comment,) = post.github.on(NUMBER)
    assert comment.startswith(f"{MARKER}\n## Clinical review: no critical change and no error\n")
    assert "| Clinical changes | 1 minor, 2 editorial on 1 page |" in comment
    assert "| Check of the content | 2 warnings, 1 note |" in comment
    assert f"For commit {HEAD[:12]}." in comment and f"({PAGE}#artifacts)" in comment
    assert comment.endswith("\n- Examplin, note: a minor change\n")
    (check,) = post.github.checks
    assert (check["name"], check["head_sha"]) == ("clinical review", HEAD)
    assert (check["status"], check["conclusion"]) == ("completed", "success")
    assert check["output"]["summary"] == comment


def test_everything_that_was_counted_is_said(post: Post) -> None:
    counted = {
        "critical": 2,
        "major": 1,
        "rules": 1,
        "pages": 4,
        "new_pages": 1,
        "gone_pages": 2,
        "missing_notes": 3,
    }
    codes = {**facts()["exit_codes"], "compare": 1}
    post.leave(facts(exit_codes=codes, exit_code=1, changes={**NONE, **counted}))
    post.run()
    assert (
        "| Clinical changes | 2 critical, 1 major on 4 pages; 1 of these in the rules of the site; 1 page new; "
        "2 pages gone or moved; **3 without a public note** |" in post.github.on(NUMBER)[0]
    )


def test_a_critical_change_stands_in_the_title_of_both(post: Post) -> None:
    post.leave(critical_facts(), "- **critical** Examplin: maximum removed (was 150 mg daily)\n")
    assert post.run().returncode == 0, "posting it succeeded; the job that found it has failed"
    (comment,) = post.github.on(NUMBER)
    assert "## Clinical review: 1 critical change\n" in comment
    assert "maximum removed (was 150 mg daily)" in comment
    (check,) = post.github.checks
    assert (check["conclusion"], check["output"]["title"]) == ("failure", "1 critical change")
    assert "maximum removed (was 150 mg daily)" in check["output"]["summary"]


@pytest.mark.parametrize(
    ("codes", "changes", "title"),
    [
        ((0, 0, 2, 0), None, "NOT COMPARED"),
        ((0, 0, 2, 0), {"critical": 3, "not_compared": 1}, "NOT COMPARED, 3 critical changes"),
        ((0, 0, 1, 0), {"major": 1, "missing_notes": 1}, "a change without its public note"),
        ((0, 1, 0, 0), {}, "the record of decisions does not hold"),
        ((0, 2, 0, 0), {}, "the record could not be verified"),
        ((1, 0, 1, 1), {"critical": 1}, "1 critical change, 4 errors"),
        ((0, 0, 0, 1), {}, "no preview"),
    ],
)
def test_whatever_went_wrong_never_reads_clean(
    post: Post, codes: tuple[int, ...], changes: dict[str, int] | None, title: str
) -> None:
    steps = dict(zip(("check", "verify", "compare", "preview"), codes, strict=True))
    counted = None if changes is None else {**NONE, **changes}
    findings = {"errors": 4 * steps["check"], "warnings": 0, "notes": 0}
    post.leave(facts(exit_codes=steps, exit_code=max(codes), changes=counted, findings=findings))
    assert post.run().returncode == 0
    assert post.github.checks[0]["output"]["title"] == title
    assert post.github.checks[0]["conclusion"] == "failure"
    assert post.github.on(NUMBER)[0].startswith(f"{MARKER}\n## Clinical review: {title}\n")


def test_the_next_push_brings_the_same_comment_up_to_date(post: Post) -> None:
    post.leave(critical_facts())
    post.run()
    post.leave(facts())
    assert post.run().returncode == 0
    (comment,) = post.github.on(NUMBER)
    assert "no critical change and no error" in comment
    assert [check["conclusion"] for check in post.github.checks] == ["failure", "success"]


def test_our_comment_is_found_behind_hundreds_and_nobody_elses_is_taken(post: Post) -> None:
    strangers = [
        {"id": number, "issue": NUMBER, "user": {"login": "jane-roe"}, "body": f"{MARKER} mine"}
        for number in range(250)
    ]
    gone = {"id": 251, "issue": NUMBER, "user": None, "body": f"{MARKER} of an account that is gone"}
    ours = {"id": 252, "issue": NUMBER, "user": {"login": OUR_NAME}, "body": f"{MARKER}\nof yesterday"}
    other = {"id": 253, "issue": NUMBER, "user": {"login": OUR_NAME}, "body": f"Of another job. {MARKER}"}
    post.github.comments = [*strangers, gone, other, ours]
    post.leave(facts())
    assert post.run().returncode == 0
    assert len(post.github.comments) == 253
    assert [one["id"] for one in post.github.comments if "Clinical review" in one["body"]] == [252]


def test_another_account_may_be_the_author(post: Post) -> None:
    post.author = "review-of-examples"
    post.leave(facts())
    post.run()
    post.run()
    assert len(post.github.on(NUMBER)) == 2, "what the first run wrote has another name here"


@pytest.mark.parametrize(
    "pulls",
    [
        [],
        [pull(sha="9" * 40)],
        [pull(repository={"id": 34, "owner": {"login": "jane-roe"}})],
        [pull(repository=None)],
    ],
    ids=["closed", "newer-commit", "other-repository", "fork-gone"],
)
def test_without_an_open_pull_request_of_this_commit_nothing_is_posted(
    post: Post, pulls: list[dict[str, Any]]
) -> None:
    post.github.pulls = pulls
    post.leave(facts())
    run = post.run()
    assert run.returncode == 0
    assert "nothing was posted" in run.stdout
    assert (post.github.comments, post.github.checks) == ([], [])


def test_of_two_pull_requests_with_one_commit_the_one_named_is_told(post: Post) -> None:
    post.github.pulls = [pull(6), pull(7)]
    post.leave(facts())
    post.run()
    assert (len(post.github.on(6)), len(post.github.on(7))) == (0, 1)


def test_a_check_of_two_pull_requests_is_not_green_for_one_of_them(post: Post) -> None:
    """A check belongs to a commit. A second proposal of it, to a branch that has it nearly all, would look harmless."""
    post.github.pulls = [pull(6), pull(7)]
    post.leave(facts())
    post.run()
    (check,) = post.github.checks
    assert check["conclusion"] == "failure"
    assert check["output"]["title"].endswith("; 2 pull requests propose this commit")


def test_a_push_while_the_review_is_posted_does_not_lend_it_its_harmless_files(post: Post) -> None:
    """A commit that changes the program is reviewed, and one that does not is pushed before its files are listed."""
    post.github.then["pulls/7/files"] = lambda: post.github.pulls.__setitem__(0, pull(sha="9" * 40))
    post.github.then["pulls"] = lambda: post.github.files.__setitem__(0, {"filename": "content/a.yml"})
    post.github.files = [{"filename": "generator/review/contents/comparison.py"}]
    post.leave(facts())
    run = post.run()
    assert run.returncode == 0, run.stderr
    assert (post.github.comments, post.github.checks) == ([], [])


@pytest.mark.parametrize(
    "changed",
    [
        {"filename": "generator/review/contents/comparison.py"},
        {"filename": "content/summaries/.gitattributes"},
        {"filename": ".ci/pull_request/posting.py"},
        {"filename": ".github/workflows/review.yml"},
        {"filename": "site_templates/page.html"},
        {"filename": "mkdocs.yml"},
        {"filename": "content.py"},
        {"filename": "docs/comparison.md", "previous_filename": "generator/review/contents/comparison.py"},
    ],
    ids=lambda changed: changed["filename"],
)
def test_a_proposal_that_changes_the_program_is_marked(post: Post, changed: dict[str, str]) -> None:
    post.github.files = [{"filename": "content/drugs/example-drug.yml"}, changed]
    post.leave(facts())
    assert post.run().returncode == 0
    assert (
        f"changes the program or its settings (`{changed.get('previous_filename', changed['filename'])}`)"
        in (post.github.on(NUMBER)[0].replace("\u200b", ""))
    )
    assert post.github.checks[0]["output"]["title"].endswith("; the program is changed too")


def test_many_changed_files_are_counted_and_their_names_can_do_nothing(post: Post) -> None:
    post.github.files = [{"filename": f"generator/{number:03}`@jane-roe <b>.py"} for number in range(120)]
    post.leave(facts())
    post.run()
    comment = post.github.on(NUMBER)[0]
    assert "and 117 more)" in comment
    assert "@jane-roe" not in comment and "<b>" not in comment and "0`" not in comment


def test_more_files_than_github_lists_may_hold_anything(post: Post) -> None:
    post.github.files = [{"filename": f"content/{number}.yml"} for number in range(3_000)]
    post.leave(facts())
    post.run()
    assert "more files than GitHub lists" in post.github.on(NUMBER)[0]


@pytest.mark.parametrize("status", [301, 302, 307, 401, 403, 404, 500])
@pytest.mark.parametrize("path", ["pulls", "check-runs", f"issues/{NUMBER}/comments"])
def test_a_github_that_refuses_is_told_and_its_redirects_are_not_followed(
    post: Post, path: str, status: int
) -> None:
    post.github.broken = {path: status}
    post.leave(facts())
    run = post.run()
    assert run.returncode == 2
    assert "GitHub did not take the review" in run.stderr and "Traceback" not in run.stderr
    assert "/elsewhere" not in [asked for _, asked in post.github.received]


def test_a_github_that_does_not_answer_is_told(post: Post) -> None:
    post.github.address = "http://127.0.0.1:9"
    post.leave(facts())
    run = post.run()
    assert run.returncode == 2 and "Traceback" not in run.stderr


def test_the_event_of_something_else_posts_nothing(post: Post) -> None:
    post.leave(facts())
    run = post.run(event="push")
    assert run.returncode == 2 and "not the workflow that posts reviews" in run.stderr
    assert post.github.received == []


@pytest.mark.parametrize("arguments", [[], ["one", "two"]])
def test_it_says_how_to_call_it(arguments: list[str]) -> None:
    run = subprocess.run(
        [sys.executable, str(SCRIPT), *arguments], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (2, "Usage: .ci/post-review FOLDER\n")


def test_without_what_a_workflow_sets_it_does_nothing() -> None:
    command = [sys.executable, str(SCRIPT), "folder"]
    run = subprocess.run(command, env={}, capture_output=True, text=True, check=False)
    assert run.returncode == 2 and "GITHUB_API_URL" in run.stderr and "Traceback" not in run.stderr
