"""Doses as rows of a table: the dose, its route, its maximum, its course total, and what bounds it."""

from __future__ import annotations

from dataclasses import replace

from generator.compiler.dosing.written_dose import WrittenDose
from generator.compiler.scribe import Scribe
from generator.compiler.suspended_doses import tells_a_number
from generator.model.dose import Dose
from generator.pages.blocks import DoseRow, DoseTable, Fact
from generator.pages.inline import Inline, Missing, Text, Words, words


def dose_table(scribe: Scribe, dose_ids: tuple[str, ...], caption: str) -> DoseTable | None:
    """The doses with these ids that the edition has; None where it has none of them."""
    rows = [
        dose_row(scribe, dose_id, scribe.doses[dose_id]) for dose_id in dose_ids if dose_id in scribe.doses
    ]
    return DoseTable(caption, tuple(rows)) if rows else None


def dose_row(scribe: Scribe, dose_id: str, dose: Dose) -> DoseRow:
    """One dose. What the source omits is said at its place; a suspended dose keeps its place and nothing else."""
    if notice := scribe.suspension(dose_id, dose):
        return _suspended_row(scribe, dose_id, dose, scribe.words(notice, dose.origin))
    written = scribe.written(dose)
    total = written.total
    return DoseRow(
        anchor=f"dose-{dose_id}",
        label=_label(scribe, dose),
        purpose=dose.purpose,
        purpose_words=_purpose(scribe, dose),
        dose=_lines(scribe, dose, written),
        route=scribe.words(written.route, dose.origin),
        maximum=scribe.words(written.maximum, dose.origin),
        course_total=scribe.words(total, dose.origin) if total else None,
        alerts=tuple(_alerts(scribe, dose)),
        differences=tuple(_differences(scribe, dose)),
        facts=tuple(_facts(scribe, dose)),
        sentence=_sentence(scribe, dose),
        pointer=scribe.words((), dose.origin).pointer,
    )


def _suspended_row(scribe: Scribe, dose_id: str, dose: Dose, notice: Words) -> DoseRow:
    """The row of a suspended dose: which one it is, and the notice. Names of regimens can tell amounts."""
    shown = dose.model_copy(
        update={name: None for name in ("label", "indication") if tells_a_number(getattr(dose, name))}
    )
    return DoseRow(
        anchor=f"dose-{dose_id}",
        label=_label(scribe, shown),
        purpose=dose.purpose,
        purpose_words=_purpose(scribe, shown),
        dose=(notice,),
        route=words(""),
        maximum=words(""),
        course_total=None,
        alerts=(),
        differences=(),
        facts=(),
        sentence=notice if scribe.audience.doses_as == "sentences" else None,
        pointer=notice.pointer,
        is_suspended=True,
    )


def _lines(scribe: Scribe, dose: Dose, written: WrittenDose) -> tuple[Words, ...]:
    """The lines, each with its own works, and with those of the whole dose behind the last; none beside a sentence."""
    if scribe.audience.doses_as == "sentences":
        return ()
    lines = written.lines
    own = (*written.cites_of_lines, *(None for _ in lines))
    *above, last = (scribe.words(line, dose.origin, cites) for line, cites in zip(lines, own, strict=False))
    return (*above, replace(last, run=(*last.run, *scribe.words((), dose.origin, dose.cites).run)))


def _sentence(scribe: Scribe, dose: Dose) -> Words | None:
    if scribe.audience.doses_as != "sentences":
        return None
    written = scribe.written(dose)
    works = [scribe.words((), dose.origin, cites).run for cites in (*written.cites_of_lines, dose.cites)]
    return scribe.words((*written.opening, *(node for run in works for node in run)), dose.origin)


def _label(scribe: Scribe, dose: Dose) -> Words:
    run: list[Inline] = list(scribe.drug_links(dose.drugs, f" {scribe.context.word('or')} "))
    if dose.label:
        run.append(Text(f": {dose.label}"))
    return scribe.words(tuple(run), dose.origin)


def _purpose(scribe: Scribe, dose: Dose) -> str:
    said = scribe.context.word(f"purpose-{dose.purpose}")
    if dose.indication == "not-stated":
        return f"{said} ({scribe.context.word('indication-not-stated')})"
    return f"{said} ({dose.indication})" if dose.indication else said


def _facts(scribe: Scribe, dose: Dose) -> list[Fact]:
    """What bounds the dose; at the end, in one line, what the source omits of it."""
    written = scribe.written(dose)
    facts = [
        Fact(fact.label, scribe.words(fact.run, (*dose.origin, *fact.field), fact.cites))
        for fact in written.facts
        if fact.field[:1] != ("never",)
    ]
    return [*facts, *_omitted(scribe, written.omitted)]


def _omitted(scribe: Scribe, names: list[str]) -> list[Fact]:
    if not names:
        return []
    return [Fact(scribe.context.word("omitted"), scribe.words((Missing(", ".join(names)),)))]


def _differences(scribe: Scribe, dose: Dose) -> list[Words]:
    said = [
        scribe.say(wording, (*dose.origin, "differs_from", other))
        for other, wording in sorted((dose.differs_from or {}).items())
        # A difference from a suspended dose would tell that one, too.
        if not scribe.is_suspended(other)
    ]
    return [words for words in said if words is not None]


def _alerts(scribe: Scribe, dose: Dose) -> list[Words]:
    """The sourced words that must stand with a dose: what must never be done, and those of a high-alert drug."""
    never = [
        scribe.words(fact.run, (*dose.origin, *fact.field), fact.cites)
        for fact in scribe.written(dose).facts
        if fact.field[:1] == ("never",)
    ]
    return [*never, *(scribe.alert(alert) for alert in scribe.alerts(dose))]
