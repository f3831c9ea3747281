"""Facts from outside the content that a person gives to a run: retracted works, the history in git."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.model.outside_facts import GitHistory, Retractions

retractions_option = click.option(
    "--retractions",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A snapshot of the Retraction Watch data (CSV), to find cited works that were retracted.",
)


def retractions_of(file: Path | None) -> Retractions | None:
    """The snapshot, if there is one. Ends the command with a usage error where it cannot be trusted."""
    if file is None:
        return None
    from generator.sources.retraction_watch import RetractionsRefused, read_retractions

    try:
        return read_retractions(file)
    except RetractionsRefused as refused:
        raise click.UsageError(str(refused)) from refused


def retractions_words(retractions: Retractions | None) -> str:
    """``retractions as of 2026-11-21`` for the closing lines; empty without a snapshot."""
    if retractions is None:
        return ""
    from generator.diagnostics.text_report import visible

    day = retractions.dated.isoformat() if retractions.dated else f"an unknown day ({retractions.name})"
    return f"retractions as of {visible(day)}"


def history_words(history: GitHistory | None) -> str:
    """That dates were not compared, where git does not read the repository that is there; else empty."""
    if history is None or not history.is_refused:
        return ""
    return (
        "git does not read the repository of this folder, so dates were not compared with its history; "
        "git status says why, --no-git leaves it out"
    )
