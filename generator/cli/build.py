"""``clinsum build``."""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

import click

from generator.cli.console import (
    EXIT_ERRORS,
    close_progress,
    counts_of,
    exit_code,
    options_of,
    print_findings,
    project_option,
    say_progress,
    shown_path,
    strict_option,
    today_option,
)
from generator.cli.run_facts import retractions_of, retractions_option, retractions_words


@click.command(
    short_help="Check the content and publish the site.",
    epilog="Examples:\n\n  clinsum build\n\n  clinsum build --preview\n\n  clinsum build --engine zensical",
)
@project_option
@today_option
@strict_option
@click.option("--preview", is_flag=True, help="Show everything, marked PREVIEW, in build/preview.")
@click.option("--engine", type=click.Choice(["mkdocs", "zensical"]), help="Which program draws the theme.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the site goes [default: site_dir].",
)
@retractions_option
@click.option("--no-git", is_flag=True, help="Leave out what git knows of the days of files.")
def build(
    config: Path,
    today: date | None,
    strict: bool,
    preview: bool,
    engine: str | None,
    output: Path | None,
    retractions: Path | None,
    no_git: bool,
) -> None:
    """Check the content and, if nothing is wrong, publish the site.

    Exit codes: 0 the site was published, 1 errors were found (with --strict: or warnings) and nothing was published,
    2 it could not be done.
    """
    from dataclasses import replace

    from generator.configuration import Engine
    from generator.diagnostics import Severity
    from generator.pipeline import BuildStopped, context_of_this_run, history_of, inspect
    from generator.pipeline import build as build_site

    started = time.monotonic()
    options = options_of(config)
    if engine is not None:
        options = replace(options, engine=Engine(engine))
    if preview or output is not None:
        options = replace(options, output=(output or options.project / "build" / "preview").absolute())
    known = retractions_of(retractions)
    run = context_of_this_run(
        options,
        today=today,
        is_preview=preview,
        retractions=known,
        history=None if no_git else history_of(options),
    )
    if strict:
        found = inspect(options, run).findings
        if any(one.severity is not Severity.NOTE and one.waived is None for one in found):
            print_findings(found, options.project)
            close_progress(f"clinsum build: nothing was published, {counts_of(found)}")
            sys.exit(EXIT_ERRORS)
    try:
        result = build_site(options, run, say_progress)
    except BuildStopped as stopped:
        print_findings(stopped.findings, options.project)
        close_progress(f"clinsum build: nothing was published, {counts_of(stopped.findings)}")
        sys.exit(exit_code(stopped.findings, strict))
    close_progress(
        f"clinsum build: {result.entries} entries, {result.pages} pages in {shown_path(options.output)}, "
        f"{counts_of(result.findings)}, {time.monotonic() - started:.1f} s"
    )
    if known is not None:
        close_progress(retractions_words(known))
    if result.findings:
        close_progress("Run clinsum check to read the findings.")
