"""The workflows: no linter has a word to say, nothing in them moves by itself, and no proposal gets into a command."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".github" / "workflows"
WORKFLOWS = sorted(FOLDER.glob("*.y*ml"))
NAMES = {"ci", "daily", "deploy", "review", "review-comment"}
SCRIPTS = sorted(path for path in (ROOT / ".ci").iterdir() if path.is_file() and not path.suffix)
_EXPRESSION = re.compile(r"\$\{\{.*?\}\}", re.DOTALL)
_OF_A_STRANGER = re.compile(r"github\.event|github\.head_ref|github\.ref_name|github\.actor")
_PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")
_VERSIONED = re.compile(r"uses: \S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
_OWN = "$/.github/workflows/"


def _read(file: Path) -> dict[str, Any]:
    # BaseLoader: in YAML 1.1 the key `on` is the value true.
    data = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(data, dict)
    return data


def _jobs(file: Path) -> dict[str, dict[str, Any]]:
    return dict(_read(file)["jobs"])


def _steps(file: Path) -> Iterator[dict[str, Any]]:
    for job in _jobs(file).values():
        yield from job.get("steps", [])


def _program(name: str) -> str:
    """A program that the test environment brings. Where somebody works without it, its test is skipped."""
    found = shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    if found is None:
        why = f"{name} is missing: it comes with `make test`"
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail(f"CI=true, and {why}")
        pytest.skip(why)
    return found


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_these_are_the_workflows() -> None:
    assert {file.stem for file in WORKFLOWS} == NAMES


def test_zizmor_finds_nothing() -> None:
    run = _run(_program("zizmor"), "--offline", "--no-progress", "--strict-collection", str(FOLDER))
    assert run.returncode == 0, run.stdout + run.stderr


def test_one_audit_is_ignored_once_and_says_why() -> None:
    ignored = [
        line for file in WORKFLOWS for line in file.read_text().splitlines() if "zizmor: ignore" in line
    ]
    assert len(ignored) == 1
    assert re.search(r"workflow_run: # zizmor: ignore\[dangerous-triggers\] \w+ \w+", ignored[0])


def test_actionlint_finds_nothing() -> None:
    shellcheck = _program("shellcheck")
    run = _run(_program("actionlint"), "-shellcheck", shellcheck, *(str(file) for file in WORKFLOWS))
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("workflow", "said"),
    [
        (
            "on: push\njobs:\n  one:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ githb.sha }}\n",
            "githb",
        ),
        (
            "on: push\njobs:\n  one:\n    runs-on: ubuntu-latest\n    steps:\n      - run: rm -rf $HOME/$X\n",
            "SC2086",
        ),
    ],
)
def test_actionlint_is_one_that_finds_something(tmp_path: Path, workflow: str, said: str) -> None:
    file = tmp_path / "bad.yml"
    file.write_text(workflow, encoding="utf-8")
    run = _run(_program("actionlint"), "-shellcheck", _program("shellcheck"), str(file))
    assert run.returncode == 1
    assert said in run.stdout


def test_shell_scripts_are_clean() -> None:
    shell = [str(file) for file in SCRIPTS if "bash" in file.read_text(encoding="utf-8").split("\n", 1)[0]]
    assert len(shell) >= 2
    run = _run(_program("shellcheck"), *shell)
    assert run.returncode == 0, run.stdout
    assert [name for name in shell if "set -euo pipefail" not in Path(name).read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_every_action_is_pinned_by_its_commit(file: Path) -> None:
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    used = [one["uses"] for one in (*_steps(file), *_jobs(file).values()) if "uses" in one]
    foreign = [name for name in used if not name.startswith(_OWN)]
    assert [name for name in foreign if not _PINNED.fullmatch(name)] == []
    assert len([line for line in lines if _VERSIONED.search(line)]) == len(foreign), "each names its version"
    assert [
        name for name in used if name.startswith(_OWN) and not (FOLDER / name.removeprefix(_OWN)).exists()
    ] == []


def test_one_action_has_one_version() -> None:
    pins = {tuple(step["uses"].split("@")) for file in WORKFLOWS for step in _steps(file) if "uses" in step}
    assert sorted(name for name, _ in pins) == sorted({name for name, _ in pins})


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_rights_are_least(file: Path) -> None:
    workflow = _read(file)
    assert workflow["permissions"] == {"contents": "read"}
    writing = {
        (name, right)
        for name, job in workflow["jobs"].items()
        for right, value in job.get("permissions", {}).items()
        if value != "read"
    }
    assert writing == {
        "review-comment": {("post", "checks"), ("post", "pull-requests")},
        "deploy": {("deploy", "pages"), ("deploy", "id-token")},
        "daily": {("site", "pages"), ("site", "id-token")},
    }.get(file.stem, set())
    assert "secrets" not in workflow["jobs"] and "secrets." not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_nothing_runs_for_ever_or_twice(file: Path) -> None:
    workflow = _read(file)
    assert workflow["concurrency"]["group"]
    # A job that calls a workflow has the limits of the one that it calls.
    own = [job for job in workflow["jobs"].values() if "uses" not in job]
    assert [job for job in own if not 0 < int(job.get("timeout-minutes", 0)) <= 60] == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_no_word_of_a_stranger_gets_into_a_command(file: Path) -> None:
    for step in _steps(file):
        expressions = " ".join(_EXPRESSION.findall(step.get("run", "")))
        assert not _OF_A_STRANGER.search(expressions), step["run"]
        assert "github-script" not in step.get("uses", "")


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_no_checkout_leaves_its_token_behind(file: Path) -> None:
    checkouts = [step for step in _steps(file) if step.get("uses", "").startswith("actions/checkout@")]
    assert [step for step in checkouts if step["with"]["persist-credentials"] != "false"] == []


def test_what_may_write_runs_the_default_branch_alone() -> None:
    file = FOLDER / "review-comment.yml"
    assert set(_read(file)["on"]) == {"workflow_run"}
    checkouts = [step["with"] for step in _steps(file) if "actions/checkout" in step.get("uses", "")]
    assert [one["ref"] for one in checkouts] == ["${{ github.event.repository.default_branch }}"]
    commands = [step["run"] for step in _steps(file) if "run" in step]
    assert commands == ['.ci/post-review "$RUNNER_TEMP/review"']
    text = file.read_text(encoding="utf-8")
    assert "head_sha" not in text and "pip install" not in text and "cache:" not in text


def test_what_runs_the_proposal_may_not_write() -> None:
    for file in WORKFLOWS:
        triggers = _read(file)["on"]
        assert "pull_request_target" not in triggers
        if "pull_request" in triggers:
            assert not [job for job in _jobs(file).values() if "write" in str(job.get("permissions"))]


def test_a_review_that_ended_in_any_way_is_told() -> None:
    """A job that takes too long ends as “cancelled”, one that a proposal switched off as “skipped”."""
    (job,) = _jobs(FOLDER / "review-comment.yml").values()
    said = " ".join(job["if"].split())
    assert said == (
        "github.event.workflow_run.event == 'pull_request' && "
        "github.event.workflow_run.conclusion != 'action_required'"
    )
    fetching = next(step for step in job["steps"] if "download-artifact" in step.get("uses", ""))
    assert fetching["continue-on-error"] == "true"
    assert int(fetching["timeout-minutes"]) <= int(job["timeout-minutes"]) // 2


def test_a_review_ends_by_itself_before_its_job_is_stopped() -> None:
    scripts = ROOT / ".ci" / "pull_request"
    seconds = re.search(
        r"^SECONDS = (\d+)$", (scripts / "review_command.py").read_text("utf-8"), re.MULTILINE
    )
    calls = (scripts / "review_steps.py").read_text("utf-8").count("self._clinsum(") + 1
    minutes = int(_jobs(FOLDER / "review.yml")["review"]["timeout-minutes"])
    assert seconds and calls * int(seconds[1]) <= (minutes - 10) * 60


def _called_scripts() -> set[str]:
    commands = (step.get("run", "") for file in WORKFLOWS for step in _steps(file))
    return {name for command in commands for name in re.findall(r"\.ci/([\w-]+)", command)}


def test_every_script_that_a_workflow_calls_is_there_and_has_tests() -> None:
    called = _called_scripts()
    assert called == {"run", "review", "post-review", "verify-record"}
    assert {file.name for file in SCRIPTS} == called
    assert [file.name for file in SCRIPTS if not os.access(file, os.X_OK)] == []
    tests = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "tests" / "ci").glob("*.py"))
    # `run` is what runs the tests.
    assert [name for name in called - {"run"} if f'"{name}"' not in tests] == []


def test_what_is_compared_is_what_main_would_become() -> None:
    steps = list(_steps(FOLDER / "review.yml"))
    assert [step["run"] for step in steps if "run" in step][
        -1
    ] == '.ci/review HEAD^1 HEAD "$RUNNER_TEMP/review"'
    assert steps[0]["with"]["fetch-depth"] == "0"
    assert "ref" not in steps[0]["with"], "the merge that GitHub proposes"


def test_a_proposal_that_turns_to_another_branch_is_reviewed_anew() -> None:
    review = _read(FOLDER / "review.yml")
    assert set(review["on"]["pull_request"]["types"]) == {"opened", "synchronize", "reopened", "edited"}
    # A job that is skipped would be told as NOT COMPARED, and would stop one that is running.
    assert "if" not in review["jobs"]["review"]


def test_the_example_of_code_owners_names_what_is_there() -> None:
    example = ROOT / ".github" / "CODEOWNERS.example"
    rules = [
        line.split() for line in example.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"
    ]
    assert rules[0][0] == "*"
    not_here = {"/content/reviewers.yml"}  # a site has it as soon as it accepts signatures
    for pattern, *owners in rules:
        assert owners and all(owner.startswith("@example-hospital/") for owner in owners), pattern
        assert pattern in not_here or list(ROOT.glob(pattern.strip("/"))), f"{pattern} names nothing"
    assert not (ROOT / ".github" / "CODEOWNERS").exists(), "the example is nobody's rule"
