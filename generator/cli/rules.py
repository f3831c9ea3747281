"""``clinsum rules``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import report_written

if TYPE_CHECKING:
    from generator.handbook.documented_rule import DocumentedRule

_COLOURS = {"error": "red", "warning": "yellow", "note": "blue"}


@click.command(
    short_help="List the rules.",
    epilog="Examples:\n\n  clinsum rules\n\n  clinsum rules DOS CIT\n\n  clinsum rules --format json",
)
@click.argument("families", metavar="[FAMILY]...", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For a person, or for another program.",
)
@click.option(
    "--pages",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write a page for each family of rules into this folder instead.",
)
@click.option(
    "--fixtures",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Where the fixtures of the rules are, which stand in the pages.",
)
def rules(families: tuple[str, ...], form: str, pages: Path | None, fixtures: Path | None) -> None:
    """List every rule: code, name, severity (in a draft / in approved content), what it looks at, what it finds.

    FAMILY is the beginning of the code, such as DOS. A rule marked with ~ weighs words and may be wrong. What a rule
    finds and how to mend it is told by clinsum explain.
    """
    if pages is not None:
        if fixtures is None or families:
            raise click.UsageError("--pages is written of all rules, and needs --fixtures")
        report_written(lambda: _write_pages(pages, fixtures))
        return
    chosen = _chosen(families)
    if form == "json":
        click.echo(json.dumps([_as_data(one) for one in chosen], indent=2))
    else:
        click.echo("\n".join(_table(chosen)))


def _chosen(families: tuple[str, ...]) -> list[DocumentedRule]:
    from generator.cli.rule_catalogue import rule_catalogue

    every = rule_catalogue().values()
    known = sorted({one.rule.code.rstrip("0123456789") for one in every})
    unknown = [family for family in families if family.upper() not in known]
    if unknown:
        raise click.UsageError(f"there is no family “{unknown[0]}”; the families are {', '.join(known)}")
    wanted = {family.upper() for family in families}
    return [one for one in every if not wanted or one.rule.code.rstrip("0123456789") in wanted]


def _table(rules: list[DocumentedRule]) -> list[str]:
    """Columns as wide as they need to be; the severity is painted after its width is known."""
    rows = [(one.rule.code, one.rule.name, _severities(one), one.looks_at, one) for one in rules]
    widths = [max((len(str(row[column])) for row in rows), default=0) for column in range(4)]
    lines = []
    for code, name, severities, looks_at, one in rows:
        painted = click.style(
            severities.ljust(widths[2]), fg=_COLOURS[severities.split("/")[-1].strip(" ~").strip()]
        )
        cells = (code.ljust(widths[0]), name.ljust(widths[1]), painted, looks_at.ljust(widths[3]))
        lines.append("  ".join((*cells, one.rule.summary)))
    return lines


def _severities(one: DocumentedRule) -> str:
    draft, approved = one.rule.severity, one.rule.at_publish or one.rule.severity
    said = draft.value if draft is approved else f"{draft.value}/{approved.value}"
    return f"{said} ~" if one.rule.judges else said


def _as_data(one: DocumentedRule) -> dict[str, object]:
    rule = one.rule
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "at_publish": (rule.at_publish or rule.severity).value,
        "looks_at": one.looks_at,
        "judges": rule.judges,
        "waivable": one.is_waivable,
        "summary": rule.summary,
        "why": rule.why,
        "cure": rule.cure,
        "basis": list(rule.basis),
        "lists": list(one.lists),
    }


def _write_pages(folder: Path, fixtures: Path) -> list[Path]:
    from generator.cli.rule_catalogue import rule_catalogue
    from generator.handbook.rule_pages import rule_pages

    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(fixtures.glob("*/*.md"))}
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in rule_pages(rule_catalogue().values(), texts).items():
        (folder / name).write_text(text, encoding="utf-8")
        written.append(folder / name)
    return written
