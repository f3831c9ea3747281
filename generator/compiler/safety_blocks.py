"""Monitoring, harms, contraindications, red flags and pitfalls as blocks."""

from __future__ import annotations

from typing import Any

from generator.compiler.algorithm_steps import step_numbers
from generator.compiler.dose_rows import omissions
from generator.compiler.scribe import Scribe
from generator.diagnostics import pointer_text
from generator.model.entries.drug import Drug
from generator.model.entries.medication import Medication
from generator.model.entries.summary import Summary
from generator.model.safety import Harm, Monitoring
from generator.model.text import Wording
from generator.pages.blocks import (
    Block,
    Bullets,
    Fact,
    HarmItem,
    Harms,
    PitfallItem,
    Pitfalls,
    RedFlags,
    Table,
    TableRow,
)
from generator.pages.inline import Inline, Missing, Text, Words, words


def monitoring_table(scribe: Scribe, items: tuple[Monitoring, ...], caption: str) -> tuple[Block, ...]:
    """A table of what is watched. A column that no row fills is left out; what the source omits, the caption names."""
    if not items:
        return ()
    optional = ("when", "threshold", "action")
    filled = [name for name in optional if any(isinstance(getattr(item, name), Wording) for item in items)]
    omitted = [name for name in optional if name not in filled and any(getattr(item, name) for item in items)]
    columns = ["watched-for", "test", *filled]
    rows = tuple(_monitoring_row(scribe, item, columns) for item in items)
    headers = tuple(scribe.context.word(f"column-{name}") for name in columns)
    return (Table(_caption(scribe, caption, omitted), headers, rows),)


def _caption(scribe: Scribe, caption: str, omitted: list[str]) -> str:
    said = scribe.context.word(caption)
    if not omitted:
        return said
    names = ", ".join(scribe.context.word(f"column-{name}").lower() for name in omitted)
    return f"{said}. {scribe.context.word('omitted')}: {names}."


def harms(scribe: Scribe, entry: Summary | Medication | Drug) -> tuple[Block, ...]:
    """Harms, boxed ones apart."""
    in_order = sorted(entry.harms, key=lambda item: not item.boxed)
    items = [made for item in in_order if (made := _harm(scribe, item)) is not None]
    if not items:
        return ()
    return (Harms(tuple(i for i in items if i.is_boxed), tuple(i for i in items if not i.is_boxed)),)


def pitfalls(scribe: Scribe, entry: Summary) -> tuple[Block, ...]:
    """Common mistakes, each with the step that it guards."""
    numbers = step_numbers(entry.algorithm)
    items = []
    for item in entry.pitfalls:
        said = scribe.say(item.wording, item.origin, item.cites)
        if said is not None:
            number = numbers.get(item.guards or "", "")
            anchor = f"step-{item.guards}" if number else ""
            items.append(PitfallItem(f"pitfall-{item.id}", said, number, anchor, said.pointer))
    return (Pitfalls(tuple(items)),) if items else ()


def red_flags(scribe: Scribe, entry: Summary) -> tuple[Block, ...]:
    """What sends a patient to urgent care."""
    said = _said(scribe, entry.red_flags)
    return (RedFlags(said),) if said else ()


def drug_statements(scribe: Scribe, items: tuple[Any, ...]) -> tuple[Block, ...]:
    """Contraindications, interactions, pregnancy: "Drug: what to know"."""
    made = []
    for item in items:
        said = scribe.say(item.wording, item.origin, item.cites)
        if said is not None:
            made.append(Words((*_prefix(scribe, item), *said.run), said.audience, said.entry, said.pointer))
    return (Bullets(tuple(made)),) if made else ()


def _prefix(scribe: Scribe, item: Any) -> tuple[Inline, ...]:
    if not item.drug:
        return ()
    other = getattr(item, "other", None)
    return (*scribe.drug_links((item.drug,)), Text(f" + {other}: " if other else ": "))


def _said(scribe: Scribe, items: tuple[Any, ...]) -> tuple[Words, ...]:
    said = (scribe.say(item.wording, item.origin, item.cites) for item in items)
    return tuple(one for one in said if one is not None)


def _monitoring_row(scribe: Scribe, item: Monitoring, columns: list[str]) -> TableRow:
    return TableRow(
        tuple(_monitoring_cell(scribe, item, name) for name in columns), pointer_text(item.origin)
    )


def _monitoring_cell(scribe: Scribe, item: Monitoring, column: str) -> Words:
    if column == "watched-for":
        drugs = (item.drug,) if item.drug else (item.drugs or ())
        return (
            scribe.words(scribe.drug_links(drugs), item.origin)
            if drugs
            else words(scribe.context.word("all-treatments"))
        )
    if column == "test":
        return _test_cell(scribe, item)
    value = getattr(item, column)
    if isinstance(value, Wording):
        return scribe.say(value, item.origin) or words("")
    return scribe.words((Missing(scribe.context.word("none-stated")),), item.origin)


def _test_cell(scribe: Scribe, item: Monitoring) -> Words:
    test = scribe.say(item.test, item.origin)
    assert test is not None, "monitoring without a test is not part of the edition"
    why = scribe.say(item.wording, item.origin)
    run = (*test.run, Text(". "), *why.run) if why else test.run
    return scribe.words(run, item.origin, item.cites)


def _harm(scribe: Scribe, item: Harm) -> HarmItem | None:
    said = scribe.say(item.wording, item.origin, item.cites)
    if said is None:
        return None
    drugs = (item.drug,) if item.drug else (item.drugs or ())
    return HarmItem(
        anchor=f"harm-{item.id}",
        drugs=scribe.words(scribe.drug_links(drugs), item.origin) if drugs else None,
        words=said,
        facts=tuple(_harm_facts(scribe, item)),
        is_boxed=item.boxed,
        pointer=said.pointer,
    )


def _harm_facts(scribe: Scribe, item: Harm) -> list[Fact]:
    values = {"severity": item.severity, "frequency": item.frequency}
    facts = [
        Fact(scribe.context.word(label), scribe.words((Text(value),), item.origin))
        for label, value in values.items()
        if value is not None and value != "not-stated"
    ]
    return [*facts, *omissions(scribe, [label for label, value in values.items() if value == "not-stated"])]
