"""An error stops a build before anything is published; the old site stays byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pipeline import BuildStopped
from tests.site_project import SiteProject

_SUMMARY = "content/summaries/example-question.yml"


@pytest.fixture
def old_site(project: SiteProject) -> dict[str, bytes]:
    """What stood in the published folder before."""
    project.build()
    return project.published()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("maximum: {per_day: 2 mg}", "maximun: {per_day: 2 mg}", "SCH001"),
        ("amount: 1 to 2 mg", "amount: 1 to 2", "SCH003"),
        ("doses: [example-dose]\n    statements", "doses: [exampel-dose]\n    statements", "REF002"),
        ("kind: summary", "kind: summary\nkind: summary", "SRC002"),
        ("condition: example-condition", "condition: [", "SRC001"),
    ],
)
def test_an_error_in_an_entry_leaves_the_old_site(
    project: SiteProject, old_site: dict[str, bytes], old: str, new: str, code: str
) -> None:
    project.edit(_SUMMARY, old, new)
    with pytest.raises(BuildStopped) as stopped:
        project.build()
    errors = [finding for finding in stopped.value.findings if finding.severity == "error"]
    own = [finding for finding in errors if finding.place.file == _SUMMARY]
    assert {finding.code for finding in own} == {code}
    assert all(finding.place.line for finding in own)
    # What only follows from it says so.
    assert all("errors of its own" in finding.message for finding in errors if finding not in own)
    assert project.published() == old_site
    assert not [path for path in project.folder.iterdir() if path.name.startswith(".site")]


def test_an_engine_that_fails_leaves_the_old_site(project: SiteProject, old_site: dict[str, bytes]) -> None:
    project.edit("mkdocs.yml", "  - About: about.md", "  - About: gone.md")
    with pytest.raises(BuildStopped) as stopped:
        project.build()
    assert {finding.code[:6] for finding in stopped.value.findings} == {"ENGINE"}
    assert project.published() == old_site


def test_a_theme_that_lost_a_slot_leaves_the_old_site(
    project: SiteProject, old_site: dict[str, bytes]
) -> None:
    project.write("site_templates/theme/main.html", '{% extends "base.html" %}\n')
    with pytest.raises(BuildStopped) as stopped:
        project.build()
    assert {finding.code[:5] for finding in stopped.value.findings} == {"FRAME"}
    assert project.published() == old_site


def test_a_folder_that_holds_something_else_is_never_replaced(project: SiteProject) -> None:
    precious = project.write("site/thesis.txt", "years of work")
    with pytest.raises(BuildStopped) as stopped:
        project.build()
    assert {finding.code[:3] for finding in stopped.value.findings} == {"PUB"}
    assert precious.read_text(encoding="utf-8") == "years of work"


def test_a_picture_reached_by_a_link_out_of_the_project_is_not_published(
    project: SiteProject, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"SECRET")
    (project.folder / "content" / "images").mkdir()
    (project.folder / "content" / "images" / "a.png").symlink_to(secret)
    with pytest.raises(BuildStopped):
        project.build()
    assert not project.site.exists()
