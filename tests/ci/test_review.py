"""`.ci/review` on real repositories: what a proposal changes is told, and so is what could not be found out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ci.posted import NUMBER, Post, pull
from tests.ci.reviewed import PROGRAM, Review, base_project, call, review
from tests.git_project import NEEDS_GIT, commit, git
from tests.site_project import SiteProject

pytestmark = NEEDS_GIT
CALLED = "review"
SUMMARY = "content/summaries/example-question.yml"
MAXIMUM = ("maximum: {per_day: 2 mg}", "maximum: {per_day: 20 mg}")


@pytest.fixture(scope="module")
def raised(tmp_path_factory: pytest.TempPathFactory) -> Review:
    """A proposal that makes a maximum ten times as high."""
    project, base = base_project(tmp_path_factory.mktemp("raised") / "site")
    project.edit(SUMMARY, *MAXIMUM)
    head = commit(project.folder, "A typing error")
    page = project.folder.parent / "page.md"
    return review(project, base, head, PULL_REQUEST=str(NUMBER), GITHUB_STEP_SUMMARY=str(page))


def test_a_critical_change_is_in_the_exit_code_the_summary_and_the_comment(raised: Review) -> None:
    assert raised.run.returncode == 1, raised.run.stderr + raised.comment
    assert raised.facts["exit_codes"] == {"check": 0, "verify": 0, "compare": 1, "preview": 0}
    assert raised.facts["changes"]["critical"] >= 1
    assert "2 → 20 mg" in raised.comment
    page = (raised.out.parent / "page.md").read_text(encoding="utf-8")
    assert page.startswith("## Clinical review: ") and "critical change" in page.split("\n", 1)[0]
    assert "2 → 20 mg" in page
    assert raised.run.stdout.startswith("## Clinical review: ") and "critical change" in raised.run.stdout


def test_all_that_there_is_to_look_at_is_kept(raised: Review) -> None:
    assert json.loads((raised.report / "findings.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (raised.report / "pack" / "index.html").is_file()
    assert "2 → 20 mg" in (raised.report / "changes.md").read_text(encoding="utf-8")
    page = (raised.report / "preview" / "summaries" / "example-question" / "index.html").read_text("utf-8")
    assert "PREVIEW" in page and "noindex" in page
    assert sorted(file.name for file in (raised.out / "post").iterdir()) == ["comment.md", "review.json"]


def test_what_one_job_writes_the_other_one_takes(raised: Review, post: Post) -> None:
    facts = raised.facts
    post.github.pulls = [pull(sha=facts["head"])]
    post.leave(facts, raised.comment)
    run = post.run(head_sha=facts["head"])
    assert run.returncode == 0, run.stderr
    (comment,) = post.github.on(NUMBER)
    assert "2 → 20 mg" in comment
    assert "critical change" in post.github.checks[0]["output"]["title"]


def _without_preview(project: SiteProject) -> str:
    """The program, but for the one step that is slow and not asked about: `raised` builds the preview."""
    return _failing(project, "build", "exit 0", f'exec "{PROGRAM}" "$@"')


def test_a_proposal_that_changes_no_content_is_clean(tmp_path: Path) -> None:
    project, base = base_project(tmp_path / "site")
    project.write("README.md", "About this site.\n")
    done = review(project, base, commit(project.folder))
    assert done.run.returncode == 0, done.run.stderr + done.comment
    assert done.facts["exit_code"] == 0
    assert set(done.facts["changes"].values()) == {0}
    assert done.facts["pull_request"] == 0
    assert "no critical change and no error" in done.run.stdout


def test_what_main_would_become_is_compared_with_main(tmp_path: Path) -> None:
    """A branch that began before the newest change of `main` neither undoes it nor is blamed for it."""
    project, base = base_project(tmp_path / "site")
    git(project.folder, "switch", "--quiet", "--create", "proposal")
    project.write("README.md", "About this site.\n")
    proposed = commit(project.folder)
    git(project.folder, "switch", "--quiet", "main")
    project.edit(SUMMARY, *MAXIMUM)
    commit(project.folder)
    git(project.folder, "merge", "--quiet", "--no-edit", "proposal")
    done = review(project, "HEAD^1", "HEAD", HEAD_SHA=proposed, CLINSUM=_without_preview(project))
    assert done.run.returncode == 0, done.run.stderr + done.comment
    assert done.facts["head"] == proposed and done.facts["base"] != base


def test_an_entry_that_cannot_be_read_is_not_compared(tmp_path: Path) -> None:
    project, base = base_project(tmp_path / "site")
    project.write(SUMMARY, "kind: summary\n\tquestion: [\n")
    done = review(project, base, commit(project.folder), CLINSUM=_without_preview(project))
    assert done.run.returncode == 2
    assert done.facts["exit_codes"]["compare"] == 2 and done.facts["exit_codes"]["check"] == 1
    assert "NOT COMPARED" in done.run.stdout and "NOT COMPARED" in done.comment
    assert "no critical change" not in done.run.stdout + done.comment


def test_a_record_that_was_edited_does_not_hold(tmp_path: Path) -> None:
    project, _ = base_project(tmp_path / "site")
    project.add_people("rae")
    decision = project.decide("submit", "example-question", "rae", "2026-11-01T10:00:00Z")
    base = commit(project.folder)
    decision.write_text(
        decision.read_text("utf-8").replace("2026-11-01T10", "2026-11-01T11"), encoding="utf-8"
    )
    done = review(project, base, commit(project.folder), CLINSUM=_without_preview(project))
    assert done.facts["exit_codes"]["verify"] == 1
    assert "the record of decisions does not hold" in done.run.stdout
    assert "### Record of decisions" in done.comment and decision.stem in done.comment


def _failing(project: SiteProject, step: str, how: str, others: str) -> str:
    """In place of the program: one command that ends in this way, and the others in that."""
    script = f'#!/bin/sh\nif [ "$1" = {step} ]; then {how or ":"}; fi\n{others}\n'
    file = project.folder.parent / "failing-clinsum"
    file.write_text(script, encoding="utf-8")
    file.chmod(0o755)
    return str(file)


@pytest.mark.parametrize(
    "how",
    [
        "exit 0",
        "exit 1",
        "exit 3",
        "kill -9 $$",
        'echo "Traceback (most recent call last)" >&2; exit 1',
        'while [ $# -gt 0 ]; do [ "$1" = --output ] && echo "{}" > "$2"; shift; done; exit 0',
        'while [ $# -gt 0 ]; do [ "$1" = --output ] && echo "no clinical change" > "$2"; shift; done; exit 0',
        "exec sleep 60",
    ],
    ids=["silent", "errors", "odd-code", "killed", "crash", "empty-json", "no-json", "endless"],
)
def test_a_comparison_that_fails_never_reads_as_clean(tmp_path: Path, how: str) -> None:
    project, base = base_project(tmp_path / "site")
    head = commit(project.folder)
    failing = _failing(project, "compare", how, "exit 0")
    done = review(project, base, head, CLINSUM=failing, REVIEW_SECONDS="1" if "sleep" in how else "")
    assert done.run.returncode == 2
    assert done.facts["exit_codes"]["compare"] == 2
    assert "NOT COMPARED" in done.run.stdout and done.comment.startswith("**NOT COMPARED.**")


def test_steps_that_crash_could_not_be_done_and_stop_no_other(tmp_path: Path) -> None:
    project, base = base_project(tmp_path / "site")
    head = commit(project.folder)
    crash = 'echo "Traceback (most recent call last):" >&2; exit 1'
    compares = f'[ "$1" = compare ] && exec "{PROGRAM}" "$@"; {crash}'
    done = review(project, base, head, CLINSUM=_failing(project, "none", "", compares))
    assert done.run.returncode == 2
    assert done.facts["exit_codes"] == {"check": 2, "verify": 2, "compare": 0, "preview": 2}
    assert done.comment.count("Traceback") == 2, "without a check, nothing is said of the preview"


def test_a_check_that_never_ends_leaves_something_to_be_posted(tmp_path: Path) -> None:
    """In a workflow it is called once more, for the marks beside the changed lines."""
    project, base = base_project(tmp_path / "site")
    head = commit(project.folder)
    endless = _failing(project, "check", "exec sleep 60", "exit 1")
    done = review(project, base, head, CLINSUM=endless, REVIEW_SECONDS="1", GITHUB_ACTIONS="true")
    assert done.run.returncode == 2 and "Traceback" not in done.run.stderr
    assert done.facts["exit_codes"]["check"] == 2
    assert "the content could not be checked" in done.run.stdout


def test_a_long_comparison_is_cut_at_a_line_and_counted(tmp_path: Path, raised: Review) -> None:
    project, base = base_project(tmp_path / "site")
    head = commit(project.folder)
    lines = 'i=0; while [ $i -lt 2000 ]; do echo "- one line of fifty characters or a few more: $i"; i=$((i+1)); done'
    how = f'case "$*" in *markdown*) for last; do :; done; ({lines}) > "$last"; exit 0;; esac'
    # What the program wrote for another review stands in for writing it once more.
    written = f'cp "{raised.report}/${{2##*/}}" "$2"'
    others = f'while [ $# -gt 0 ]; do [ "$1" = --output ] && {written}; shift; done; exit 0'
    done = review(project, base, head, CLINSUM=_failing(project, "compare", how, others))
    assert len(done.comment) < 60_000
    kept = done.comment.count("- one line of fifty characters")
    assert f"**{2_000 - kept} more lines are in the files of the run.**" in done.comment


def _refused(project: SiteProject, *arguments: str, **more: str) -> str:
    run = call("review", project, *arguments, more=more)
    assert run.returncode == 2
    assert "Traceback" not in run.stderr
    return run.stderr


def test_it_says_why_it_cannot_begin(tmp_path: Path) -> None:
    project, base = base_project(tmp_path / "site")
    head = commit(project.folder)
    out = str(tmp_path / "out")
    assert _refused(project) == "Usage: .ci/review BASE HEAD OUT\n"
    assert "git knows no commit 0123" in _refused(project, "0123", head, out)
    assert "git knows no commit --upload-pack" in _refused(project, "--upload-pack=x", head, out)
    assert "check " in _refused(project, head, base, out) and "out first" in _refused(
        project, head, base, out
    )
    assert "nowhere is missing" in _refused(project, base, head, out, CLINSUM="nowhere")
    assert "could not convert" in _refused(project, base, head, str(tmp_path / "s"), REVIEW_SECONDS="long")
    assert "invalid literal" in _refused(project, base, head, str(tmp_path / "a"), PULL_REQUEST="seven")
    assert "git knows no commit" in _refused(project, base, head, str(tmp_path / "b"), HEAD_SHA="9" * 40)
    project.write("notes/kept.txt", "kept")
    assert "is not empty" in _refused(project, base, head, "notes")
    project.edit(SUMMARY, *MAXIMUM)
    assert "commit them first" in _refused(project, base, head, str(tmp_path / "c"))
