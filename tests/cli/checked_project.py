"""Running ``clinsum check`` on a small project, and a few mistakes for it to find. All is fictional."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli import main
from tests.site_project import SiteProject, starter

DAY = ["--today", "2026-12-01"]
SUMMARY = "content/summaries/example-question.yml"
DRUG = "content/drugs/example-drug.yml"


def small_project(folder: Path) -> SiteProject:
    """The starter site without search."""
    project = starter(folder)
    project.edit("mkdocs.yml", "search: true", "search: false")
    return project


def check(project: SiteProject, *arguments: str | Path) -> Result:
    """``clinsum check`` with the project's configuration."""
    configuration = str(project.path("mkdocs.yml"))
    return CliRunner().invoke(main, ["check", "--config", configuration, *DAY, *map(str, arguments)])
