"""``clinsum dose``: one dose in words, as FHIR, and from FHIR."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.console import options_of, project_option
from generator.cli.content_version import stop_at_other_version

if TYPE_CHECKING:
    from generator.cli.shown_doses import ShownDoses
    from generator.configuration import Options
    from generator.diagnostics import Finding
    from generator.model.dose import Dose
    from generator.model.entries.entry import Entry
    from generator.model.library import Library

_LARGEST = 1024 * 1024


@click.command(
    short_help="Show a dose in words or as FHIR, or read FHIR.",
    epilog="Examples:\n\n  clinsum dose my-question\n\n  clinsum dose my-question#examplin\n\n"
    "  clinsum dose my-question#examplin --fhir > examplin.json\n\n"
    "  clinsum dose --from-fhir examplin.json\n\n"
    "  clinsum dose --from-fhir - --drug examplin --purpose recommended < dosage.json",
)
@click.argument("dose", metavar="[ENTRY | ENTRY#DOSE]", required=False)
@project_option
@click.option("--fhir", is_flag=True, help="Print the dose as a JSON array of FHIR R5 Dosage.")
@click.option(
    "--from-fhir",
    "source",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE|-",
    help="Read FHIR R5 Dosage (a JSON array, or one object) and print the YAML to paste under doses:.",
)
@click.option("--drug", help="The drug's id, where the Dosage does not say it.")
@click.option(
    "--purpose",
    type=click.Choice(["recommended", "studied", "prior-treatment", "usual"]),
    help="Why the dose stands in the entry, where the Dosage does not say it.",
)
@click.option("--id", "name", help="The id that the dose gets [default: its drug].")
def dose(
    dose: str | None,
    config: Path,
    fhir: bool,
    source: Path | None,
    drug: str | None,
    purpose: str | None,
    name: str | None,
) -> None:
    """Show a dose in words or as FHIR, or turn FHIR into a dose.

    ENTRY lists the doses of an entry. ENTRY#DOSE prints one dose in the words of every writing profile. Where the
    file of a drug cannot be read, its warnings cannot be shown: that is said, and FHIR then has no text.

    Exit codes: 0 done, 2 it could not be done.
    """
    if source is not None:
        _refuse_id(name)
        if dose is not None or fhir:
            raise click.UsageError("--from-fhir reads a file: leave out ENTRY#DOSE and --fhir")
        click.echo(_yaml_of(source, drug, purpose, name), nl=False)
        return
    if dose is None:
        raise click.UsageError("name an entry (ENTRY) or a dose (ENTRY#DOSE), or give --from-fhir FILE")
    if drug or purpose or name:
        raise click.UsageError("--drug, --purpose and --id go with --from-fhir")
    options = options_of(config)
    stop_at_other_version(options)
    entry_id, is_dose, dose_id = dose.strip().partition("#")
    shown = _shown(options, entry_id)
    if not is_dose and fhir:
        raise click.UsageError(f"name the dose: {', '.join(f'{entry_id}#{one}' for one in shown.doses)}")
    if not is_dose:
        click.echo(shown.list(), nl=False)
    elif fhir:
        _print_fhir(shown, _dose(shown, dose_id))
    else:
        click.echo(shown.words(_dose(shown, dose_id)), nl=False)


def _print_fhir(shown: ShownDoses, dose: Dose) -> None:
    """The text of the Dosage would be read as a whole: it is left out where a warning is missing in it."""
    for gap in shown.gaps(dose):
        click.echo(f"warning: {gap}. The FHIR output therefore has no text.", err=True)
    click.echo(shown.json(dose), nl=False)


def _refuse_id(name: str | None) -> None:
    import re

    from generator.model.text import ID_PATTERN

    if name is not None and not re.match(ID_PATTERN, name):
        raise click.UsageError("--id: an id has small letters, digits and single hyphens")


def _shown(options: Options, entry_id: str) -> ShownDoses:
    from generator.cli.shown_doses import ShownDoses
    from generator.sources.load import load_library

    project = options.project
    content = options.content.relative_to(project).as_posix()
    bibliography = options.bibliography.relative_to(project).as_posix()
    library, findings = load_library(project, content, bibliography)
    return ShownDoses(options, library, tuple(findings), _entry(library, findings, entry_id))


def _entry(library: Library, findings: list[Finding], entry_id: str) -> Entry:
    from generator.cli.broken_file import broken_file
    from generator.diagnostics.text_report import visible

    found = library.entry(entry_id)
    if found is not None and hasattr(found, "doses"):
        return found
    if place := broken_file(library, findings, entry_id):
        where = visible(str(place))
        raise click.UsageError(f"{entry_id} has errors and could not be read ({where}): run clinsum check")
    having = [entry.id for entry in library.editioned()]
    if found is not None:
        raise click.UsageError(f"{entry_id} is no entry with doses: summaries and medication pages have them")
    raise _unknown(f"there is no entry “{entry_id}”", entry_id, having, "The entries with doses are")


def _dose(shown: ShownDoses, dose_id: str) -> Dose:
    doses = shown.doses
    if dose_id not in doses:
        problem = f"{shown.entry.id} has no dose “{dose_id}”"
        raise _unknown(problem, dose_id, list(doses), "Its doses are")
    return doses[dose_id]


def _unknown(problem: str, written: str, names: list[str], listing: str) -> click.UsageError:
    """Say what was probably meant, else what there is."""
    from generator.checks.near_names import NearNames
    from generator.diagnostics.text_report import visible

    meant = NearNames((name, name) for name in names).did_you_mean(written)
    known = f"{listing} {', '.join(names)}." if names else "There are none."
    return click.UsageError(f"{visible(problem)}. {meant or known}")


def _yaml_of(source: Path, drug: str | None, purpose: str | None, name: str | None) -> str:
    from generator.diagnostics.text_report import visible
    from generator.exchange.dosage_error import DosageError
    from generator.exchange.dose_yaml import dose_yaml
    from generator.exchange.fhir_dosage import dose_of
    from generator.exchange.json_text import from_json

    try:
        read = from_json(_text_of(source))
        dosages = [read] if isinstance(read, dict) else read
        made = dose_of(dosages, drug=drug, purpose=purpose)
    except DosageError as error:
        problems = "\n".join(f"  {visible(str(problem))}" for problem in error.problems)
        raise click.UsageError(f"this cannot become a dose:\n{problems}") from error
    texts = tuple(f"The Dosage's text: {visible(' '.join(text.split()))}" for text in _texts(dosages))
    return dose_yaml(made, name or made.drugs[0], texts)


def _texts(dosages: list[dict[str, Any]]) -> list[str]:
    return [text for one in dosages if isinstance(text := one.get("text"), str)]


def _text_of(source: Path) -> str:
    """The text of a file or of the standard input. Raises usage errors."""
    try:
        with click.open_file(str(source), "rb") as file:
            data: bytes = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise click.UsageError(f"{source} is larger than {_LARGEST:,} bytes")
        return data.decode("utf-8")
    except OSError as error:
        raise click.UsageError(f"{source} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{source} is not UTF-8 text") from error
