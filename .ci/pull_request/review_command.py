"""The command ``.ci/review``."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from shutil import which

from pull_request.report_text import report_of, summary_of
from pull_request.review_facts import COMMENT
from pull_request.review_steps import ReviewSteps

SECONDS = 420
"""For one step. All of them together must end before the job is stopped, or nothing is left to be posted."""


class Impossible(Exception):
    """The review cannot begin; the message says what to do."""


def main(arguments: Sequence[str]) -> int:
    """Review the proposal. Gives the worst exit code of all steps."""
    if len(arguments) != 3:
        return _end("Usage: .ci/review BASE HEAD OUT")
    environment = dict(os.environ)
    try:
        base, head = _commit(arguments[0]), _commit(arguments[1])
        _demand_checked_out(head)
        seconds = float(environment.get("REVIEW_SECONDS") or SECONDS)
        steps = ReviewSteps(_program(environment), base, head, _new_folder(Path(arguments[2])), seconds)
        reported_head = _commit(environment.get("HEAD_SHA") or head)
        number = int(environment.get("PULL_REQUEST") or 0)
    except (Impossible, OSError, ValueError) as reason:
        return _end(f"review: {reason}")
    facts = steps.run(number, reported_head)
    report = report_of(facts, steps.out)
    post = steps.out / "post"
    post.mkdir()
    (post / COMMENT).write_text(report, encoding="utf-8")
    (post / "review.json").write_text(facts.to_json(), encoding="utf-8")
    summary = summary_of(facts, report)
    if environment.get("GITHUB_STEP_SUMMARY"):
        with Path(environment["GITHUB_STEP_SUMMARY"]).open("a", encoding="utf-8") as file:
            file.write(summary)
    print(summary.split("\n", 1)[0])
    return facts.exit_code


def _commit(name: str) -> str:
    found = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if found.returncode:
        raise Impossible(f"git knows no commit {name}: fetch the whole history (git fetch --unshallow)")
    return found.stdout.strip()


def _demand_checked_out(head: str) -> None:
    """The check and the preview read the files that lie here."""
    if _commit("HEAD") != head:
        raise Impossible(f"check {head[:12]} out first: another commit lies here")
    if _git("diff", "--quiet", "HEAD", "--", ".").returncode:
        raise Impossible("the files here are not those of the commit: commit them first")


def _git(*arguments: str) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(["git", *arguments], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise Impossible("git is missing: install it first") from None


def _program(environment: Mapping[str, str]) -> str:
    here = Path(".venv/bin/clinsum").absolute()
    named = environment.get("CLINSUM") or (str(here) if here.exists() else "clinsum")
    found = which(named)
    if found is None:
        raise Impossible(f"{named} is missing: install Clinical Summaries, or name the program in CLINSUM")
    return found


def _new_folder(out: Path) -> Path:
    if out.exists() and any(out.iterdir()):
        raise Impossible(f"{out} is not empty: name a new folder")
    (out / "report").mkdir(parents=True)
    return out.absolute()


def _end(text: str) -> int:
    print(text, file=sys.stderr)
    return 2
