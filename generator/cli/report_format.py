"""Writing a report in the form that was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import text_of

if TYPE_CHECKING:
    from generator.diagnostics import Finding

FORMATS = ("text", "json", "sarif", "github")
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="For a person (text), another program (json), code scanning (sarif), or a workflow of GitHub (github).",
)
output_option = click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, writable=True),
    help="Write the report to this file.",
)


@dataclass(frozen=True)
class Report:
    """All that a report tells. ``notices`` say what else the reader has to know of the run."""

    project: Path
    findings: Sequence[Finding]
    exit_code: int
    notices: tuple[str, ...] = ()


def written_report(report: Report, form: str, *, in_colour: bool) -> str:
    """The report in one of the formats; each has the same findings."""
    from generator.diagnostics.github_report import github_report
    from generator.diagnostics.json_report import json_report

    if form == "json":
        return json_report(report.findings)
    if form == "github":
        return github_report(report.findings, _folder(report.project))
    if form == "sarif":
        return _sarif(report)
    return text_of(report.findings, report.project, in_colour=in_colour)


def _sarif(report: Report) -> str:
    from generator import __version__
    from generator.diagnostics.sarif_report import SarifRun, sarif_report
    from generator.sources.fix_places import FixPlaces
    from generator.sources.source_lines import SourceLines

    run = SarifRun(__version__, report.exit_code, report.notices, _folder(report.project), _home_page())
    project = report.project
    return sarif_report(report.findings, run, FixPlaces(project), SourceLines(project))


def _home_page() -> str:
    """The first address that the installed package names for itself; empty if it names none."""
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        named = metadata("clinical-summaries").get_all("Project-URL") or [""]
    except PackageNotFoundError:
        return ""
    return str(named[0]).partition(",")[2].strip()


def _folder(project: Path) -> str:
    """The project's folder from here, where a workflow runs; empty if it is here, or not below."""
    here, top = Path.cwd().resolve(), project.resolve()
    return f"{top.relative_to(here).as_posix()}/" if top != here and top.is_relative_to(here) else ""
