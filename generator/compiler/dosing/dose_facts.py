"""What bounds or changes a dose, each fact with its label, and what its source omits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.compiler.dosing.changes import companion, patients, stop_label, stop_rule, titration, variant
from generator.compiler.dosing.dose_regimen import DoseRegimen
from generator.compiler.dosing.phrase import clause, joined
from generator.compiler.dosing.writer import Writer
from generator.diagnostics import Pointer
from generator.model.dose import Dose, Licence, Loosely, Variant
from generator.model.dose.inherited import with_interval_of
from generator.model.quantity import Quantity
from generator.model.text import NOT_STATED
from generator.pages.inline import Missing, Run, Text

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_OMITTED = ("repeat", "taper", "renal", "hepatic", "response", "full_effect", "licence")


@dataclass(frozen=True, slots=True)
class DoseFact:
    """Something that bounds or changes a dose. ``field`` is its place below the dose, ``cites`` what it stands on."""

    label: str
    run: Run
    field: Pointer = ()
    cites: Any = None


def dose_facts(writer: Writer, dose: Dose) -> tuple[DoseFact, ...]:
    """What stands beside regimen, route and maximum, in the order of printing."""
    given = DoseRegimen(writer, dose)
    said = [
        *_never(writer, dose),
        *_worded(writer, dose, "label-for-whom", "population"),
        *_plain(writer, dose),
        *_worded(writer, dose, "label-site", "site"),
        *_worded(writer, dose, "label-preparation", "preparation"),
        *(() if given.is_titrated else _titration(writer, dose)),
        *(() if given.is_banded else _variants(writer, dose, "bands", dose.bands, "label-group")),
        *_variants(writer, dose, "renal", dose.renal, "label-renal"),
        *_variants(writer, dose, "hepatic", dose.hepatic, "label-hepatic"),
        *_stop_rules(writer, dose),
        *_companions(writer, dose),
        *_span(writer, dose, "label-response", "response"),
        *_span(writer, dose, "label-full-effect", "full_effect"),
        *_licence(writer, dose),
        *_worded(writer, dose, "label-remark", "remark"),
    ]
    return tuple(fact for fact in said if fact.run)


def omitted_facts(writer: Writer, dose: Dose) -> list[str]:
    """What the source omits and no other place says, in words."""
    return [
        _word(writer, f"omitted-{name.replace('_', '-')}")
        for name in _OMITTED
        if any(getattr(given, name, None) == NOT_STATED for given in dose.administrations)
    ]


def _word(writer: Writer, word: str) -> str:
    return writer.profile.words[word]


def _worded(writer: Writer, dose: Dose, label: str, field: str) -> Iterator[DoseFact]:
    wording = getattr(dose, field)
    if wording is not None:
        said = writer.limit(wording) if field == "population" else writer.say(wording)
        yield DoseFact(_word(writer, label), said, (field,))


def _never(writer: Writer, dose: Dose) -> Iterator[DoseFact]:
    for index, one in enumerate(dose.never):
        said = writer.limit(one.wording)
        yield DoseFact(_word(writer, "label-never"), said, ("never", index), one.cites)


def _plain(writer: Writer, dose: Dose) -> Iterator[DoseFact]:
    if dose.phase != "any":
        phase = _word(writer, f"phase-{dose.phase}")
        yield DoseFact(_word(writer, "label-phase"), (Text(phase),), ("phase",))
    if dose.form:
        yield DoseFact(_word(writer, "label-form"), (Text(dose.form),), ("form",))


def _titration(writer: Writer, dose: Dose) -> Iterator[DoseFact]:
    given = dose.titration
    if given is not None:
        run = titration(writer, given)
        yield DoseFact(_word(writer, "label-titration"), run, ("titration",), given.cites)


def _variants(
    writer: Writer, dose: Dose, field: str, variants: tuple[Variant, ...] | str | None, label: str
) -> Iterator[DoseFact]:
    if isinstance(variants, tuple):
        for index, one in enumerate(variants):
            who = patients(writer, one) or _word(writer, label)
            yield DoseFact(who, variant(writer, with_interval_of(dose, one)), (field, index), one.cites)


def _stop_rules(writer: Writer, dose: Dose) -> Iterator[DoseFact]:
    for index, rule in enumerate(dose.stop):
        yield DoseFact(stop_label(writer, rule), stop_rule(writer, rule), ("stop", index), rule.cites)


def _companions(writer: Writer, dose: Dose) -> Iterator[DoseFact]:
    for index, one in enumerate(dose.companions):
        label = _word(writer, f"label-{one.role}")
        yield DoseFact(label, companion(writer, one), ("companions", index), one.cites)


def _span(writer: Writer, dose: Dose, label: str, field: str) -> Iterator[DoseFact]:
    span = getattr(dose, field)
    if isinstance(span, Quantity):
        yield DoseFact(_word(writer, label), writer.quantity(span), (field,))
    elif isinstance(span, Loosely):
        yield DoseFact(_word(writer, label), clause(writer.say(span.words)), (field,))


def _licence(writer: Writer, dose: Dose) -> Iterator[DoseFact]:
    if isinstance(dose.licence, tuple):
        run = joined([_licensed(writer, one) for one in dose.licence], "; ")
        yield DoseFact(_word(writer, "label-licence"), run, ("licence",))


def _licensed(writer: Writer, one: Licence) -> Run:
    words = _word(writer, one.status)
    if isinstance(one.as_of, str):
        day = _word(writer, "as-of-not-stated").format(country=one.country)
        return (Text(f"{words} "), Missing(day))
    day = _word(writer, "as-of").format(country=one.country, day=_day(one.as_of))
    return (Text(f"{words} {day}"),)


def _day(day: date) -> str:
    """As all pages of the site print a day: ``15 January 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
