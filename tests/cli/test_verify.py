"""`clinsum verify`: what was looked at, what was found, and the comparison with a base in a real repository."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.git_project import NEEDS_GIT, commit, git
from tests.review.signed_record import SignedRecord, signed_record
from tests.ssh_keys import NEEDS_SSH, public_key

pytestmark = [*NEEDS_SSH, *NEEDS_GIT]
LAST = "example-question/lift-by-ben"


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> SignedRecord:
    """A record in a repository, whole. Words are rendered here, so that its digests of words fit nothing."""
    project = signed_record(tmp_path_factory.mktemp("clean") / "project")
    commit(project.folder)
    return project


@pytest.fixture
def project(clean: SignedRecord, tmp_path: Path) -> SignedRecord:
    """A clone to tamper with."""
    return clean.copy(tmp_path / "project")


def verify(project: SignedRecord, *words: str) -> Result:
    config = str(project.folder / "mkdocs.yml")
    return CliRunner().invoke(main, ["verify", "--config", config, "--today", "2026-12-01", *words])


def test_a_whole_record_is_counted(project: SignedRecord) -> None:
    result = verify(project)
    assert result.exit_code == 0, result.output
    assert result.output.splitlines() == [
        "looked at 20 decisions, 19 signatures, 5 stored contents, the chains of 4 entries",
        "clinsum verify: no findings",
    ]


def test_with_a_base_it_says_with_which(project: SignedRecord) -> None:
    project.decide("start-review", "example-drug", "ben-sample", "2026-11-30T09:00:00Z", "ben")
    result = verify(project, "--base", "HEAD")
    assert result.exit_code == 0, result.output
    head = git(project.folder, "rev-parse", "HEAD").decode()[:10]
    assert f"compared with {head}: 1 decision new" in result.output


def test_an_edited_record_is_an_error_at_its_file(project: SignedRecord) -> None:
    name = project.names["example-question/approve-by-ada"]
    project.edit(f"decisions/{name}.yml", "references-read", "dose-checked")
    result = verify(project)
    assert result.exit_code == 1
    assert "REC002" in result.output and "REC011" in result.output
    assert f"content/decisions/{name}.yml" in result.output
    found = json.loads(verify(project, "--format", "json").stdout)
    assert {one["code"] for one in found} == {"REC002", "REC011"}


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_every_report_can_be_made(project: SignedRecord, form: str, tmp_path: Path) -> None:
    project.remove(project.names["example-question/reaffirm"])
    out = tmp_path / "report"
    assert verify(project, "--format", form, "--output", str(out)).exit_code == 1
    assert "REC001" in out.read_text(encoding="utf-8")


def test_only_the_base_knows_that_the_newest_is_gone(project: SignedRecord) -> None:
    project.remove(project.names[LAST])
    assert verify(project).exit_code == 0
    result = verify(project, "--base", "HEAD")
    assert result.exit_code == 1
    assert "REC023" in result.output
    assert "bring the proposal up to date with the base" in " ".join(result.output.split())


def test_who_may_approve_is_read_from_the_base(project: SignedRecord) -> None:
    old = "roles: [clinical, lay]\n    keys:"
    project.edit("reviewers.yml", old, f"{old}\n      - key: {public_key('stranger')}")
    project.edit("reviewers.yml", "version: 3", "version: 4")
    project.decide("start-review", "example-drug", "ben-sample", "2026-11-30T09:00:00Z", "stranger")
    assert verify(project).exit_code == 0
    result = verify(project, "--base", "HEAD")
    assert result.exit_code == 1
    assert "nobody has in content/reviewers.yml of the base" in " ".join(result.output.split())


def test_the_base_is_read_where_its_own_configuration_says(project: SignedRecord) -> None:
    """Who moves the content away and writes a record anew deceives nobody."""
    config = project.folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    project.path("").rename(project.folder / "texts")
    config.write_text(
        text.replace("- clinsum:\n", "- clinsum:\n      content: texts\n").replace(
            "docs_dir: content/pages", "docs_dir: texts/pages"
        ),
        encoding="utf-8",
    )
    (project.folder / "texts" / "decisions" / f"{project.names[LAST]}.yml").unlink()
    result = verify(project, "--base", "HEAD")
    assert result.exit_code == 1, result.output
    assert "REC023" in result.output


@pytest.mark.parametrize(
    ("what", "words"),
    [("content/decisions", "cannot be read"), ("mkdocs.yml", "has no mkdocs.yml")],
)
def test_a_base_that_cannot_be_read_is_never_taken_for_whole(
    project: SignedRecord, what: str, words: str
) -> None:
    path = project.folder / what
    kept = path.read_bytes() if path.is_file() else b""
    if path.is_dir():
        broken = path / "2026-02-01-cleo-fiction-submit-example-question.yml"
        kept, path = broken.read_bytes(), broken
        path.write_text("kind: decision\nby: [\n", encoding="utf-8")
    else:
        path.unlink()
    commit(project.folder)
    path.write_bytes(kept)
    result = verify(project, "--base", "HEAD")
    assert result.exit_code == 2
    assert words in " ".join(result.output.split())


def test_an_unknown_revision_ends_with_2_and_what_to_do(project: SignedRecord) -> None:
    result = verify(project, "--base", "nowhere")
    assert result.exit_code == 2
    assert "nowhere" in result.output
    assert "git fetch" in result.output


def test_without_ssh_keygen_it_cannot_be_done(project: SignedRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    result = verify(project)
    assert result.exit_code == 2
    assert "SSH001" in result.output
    assert "ssh-keygen is not installed" in " ".join(result.output.split())


def test_the_record_is_never_waived(project: SignedRecord) -> None:
    project.remove(project.names["example-question/reaffirm"])
    entry = project.names["example-question/suspend"]
    waivers = "".join(
        f"  - {{rule: {rule}, entry: {entry}, reason: It is fine., owner: ada-example, until: 2027-01-01}}\n"
        for rule in ("REC001", "DEC001")
    )
    project.write("waivers.yml", f"waivers:\n{waivers}")
    result = verify(project)
    assert result.exit_code == 1
    assert "REC001" in result.output


def test_each_rule_is_explained() -> None:
    for code in ("REC001", "REC028", "SSH001"):
        assert CliRunner().invoke(main, ["explain", code]).exit_code == 0
