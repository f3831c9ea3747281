"""The command ``clinsum``: one function for each subcommand, exit codes 0, 1 and 2."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import __version__

if TYPE_CHECKING:
    from generator.configuration import Options
    from generator.diagnostics import Finding

_EXIT_ERRORS = 1
_EXIT_IMPOSSIBLE = 2
_IMPOSSIBLE = ("CONF", "ENGINE", "FRAME", "PUB")
"""Families of findings that mean: it could not be done, whatever the content is."""
_COLOURS = {"error": "red", "warning": "yellow", "note": "blue", "place": "cyan", "quiet": "bright_black"}


class _Day(click.ParamType[date]):
    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"“{value}” is not a day: write it like 2026-11-21", param, ctx)


_project = click.option(
    "--config",
    "config",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The configuration file of the site; its folder is the project.",
)
_today = click.option(
    "--today", type=_Day(), help="The day of the run, which decides what is overdue [default: today, UTC]."
)
_strict = click.option("--strict", is_flag=True, help="Warnings count as errors.")


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Examples:\n\n  clinsum new site my-site\n\n  clinsum check\n\n  clinsum build",
)
@click.version_option(__version__, prog_name="clinsum")
def main() -> None:
    """Check clinical entries and build a searchable static site from them.

    Exit codes: 0 no error was found, 1 errors were found (with --strict: or warnings), 2 it could not be done.
    """


@main.command(epilog="Examples:\n\n  clinsum check\n\n  clinsum check --format json > findings.json")
@_project
@_today
@_strict
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def check(config: Path, today: date | None, strict: bool, form: str) -> None:
    """Find what is wrong in the content, with its place, the reason and the cure."""
    from generator.diagnostics.json_report import json_report
    from generator.pipeline import context_of_this_run, inspect

    options = _options(config)
    found = inspect(options, context_of_this_run(options, today=today), _say).findings
    if form == "json":
        click.echo(json_report(found), nl=False)
    else:
        _print(found)
        _close(f"clinsum check: {_counts(found)}")
    sys.exit(_exit_code(found, strict))


@main.command(
    epilog="Examples:\n\n  clinsum build\n\n  clinsum build --preview\n\n  clinsum build --engine zensical"
)
@_project
@_today
@_strict
@click.option("--preview", is_flag=True, help="Show everything, marked PREVIEW, in build/preview.")
@click.option("--engine", type=click.Choice(["mkdocs", "zensical"]), help="Which program draws the theme.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the site goes [default: site_dir].",
)
def build(
    config: Path, today: date | None, strict: bool, preview: bool, engine: str | None, output: Path | None
) -> None:
    """Check the content and, if nothing is wrong, publish the site."""
    from dataclasses import replace

    from generator.configuration import Engine
    from generator.diagnostics import Severity
    from generator.pipeline import BuildStopped, context_of_this_run, inspect
    from generator.pipeline import build as build_site

    started = time.monotonic()
    options = _options(config)
    if engine is not None:
        options = replace(options, engine=Engine(engine))
    if preview or output is not None:
        options = replace(options, output=(output or options.project / "build" / "preview").absolute())
    run = context_of_this_run(options, today=today, is_preview=preview)
    if strict:
        found = inspect(options, run).findings
        if any(finding.severity is not Severity.NOTE for finding in found):
            _print(found)
            _close(f"clinsum build: nothing was published, {_counts(found)}")
            sys.exit(_EXIT_ERRORS)
    try:
        result = build_site(options, run, _say)
    except BuildStopped as stopped:
        _print(stopped.findings)
        _close(f"clinsum build: nothing was published, {_counts(stopped.findings)}")
        sys.exit(_exit_code(stopped.findings, strict))
    _close(
        f"clinsum build: {result.entries} entries, {result.pages} pages in {_shown(options.output)}, "
        f"{_counts(result.findings)}, {time.monotonic() - started:.1f} s"
    )
    if result.findings:
        _close("Run clinsum check to read the findings.")


@main.command(epilog="Example:\n\n  clinsum schema --out schema")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default=Path("schema"), show_default=True
)
def schema(out: Path) -> None:
    """Write the JSON Schema of every kind of entry, for completion in editors."""
    from generator.scaffold import write_schemas

    _written(lambda: write_schemas(out))


@main.group(
    epilog="Examples:\n\n  clinsum new site my-site\n\n  clinsum new summary ivig-in-neurosarcoidosis"
)
def new() -> None:
    """Write the first files of a site or of an entry."""


@new.command("site", epilog="Example:\n\n  clinsum new site my-site && cd my-site && clinsum build")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def new_site(folder: Path) -> None:
    """Start a site in an empty folder."""
    from generator.scaffold import write_site

    _written(lambda: write_site(folder), f"Next: cd {folder} && clinsum build")


def _new_entry(kind: str) -> None:
    @new.command(
        kind,
        help=f"Write a commented skeleton of a {kind}.",
        epilog=f"Example:\n\n  clinsum new {kind} my-{kind}",
    )
    @click.argument("id")
    @_project
    def command(id: str, config: Path) -> None:
        from generator.scaffold import write_entry

        options = _options(config)
        _written(lambda: [write_entry(options.content, kind, id)], "Fill it in, then: clinsum check")


for _kind in ("summary", "medication", "drug", "condition"):
    _new_entry(_kind)


def _options(config: Path) -> Options:
    from generator.configuration import read_configuration
    from generator.diagnostics import Severity

    options, findings = read_configuration(config)
    if any(finding.severity is Severity.ERROR for finding in findings):
        _print(findings)
        sys.exit(_EXIT_IMPOSSIBLE)
    return options


def _written(write: Callable[[], Iterable[Path]], then: str = "") -> None:
    from generator.scaffold import ScaffoldRefused

    try:
        for path in write():
            click.echo(f"wrote {_shown(path)}")
    except (ScaffoldRefused, OSError) as refused:
        raise click.UsageError(str(refused)) from refused
    if then:
        click.echo(then)


def _print(findings: Iterable[Finding]) -> None:
    from generator.diagnostics.text_report import text_report

    click.echo(text_report(findings, lambda text, role: click.style(text, fg=_COLOURS.get(role))), nl=False)


def _counts(findings: Iterable[Finding]) -> str:
    from generator.diagnostics.text_report import counts

    return counts(findings)


def _exit_code(findings: Iterable[Finding], strict: bool) -> int:
    from generator.diagnostics import Severity

    found = list(findings)
    if any(f.severity is Severity.ERROR and f.code.startswith(_IMPOSSIBLE) for f in found):
        return _EXIT_IMPOSSIBLE
    stops = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return _EXIT_ERRORS if any(finding.severity in stops for finding in found) else 0


def _say(text: str) -> None:
    """Progress, for people only: a terminal gets one line that is written over."""
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{text} …", nl=False, err=True)


def _close(text: str) -> None:
    if sys.stderr.isatty():
        click.echo("\r\033[K", nl=False, err=True)
    click.echo(text)


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
