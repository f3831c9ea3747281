"""A dose for some patients is out of proportion to that of the others.

A heavier child gets less than a lighter one, or eight times as much; failing kidneys get four times the full dose.

Bad:
    bands:
      - {for: {weight: 10 to 19 kg}, amount: 160 mg}
      - {for: {weight: 20 to 39 kg}, amount: 32 mg}

Good:
    bands:
      - {for: {weight: 10 to 19 kg}, amount: 160 mg}
      - {for: {weight: 20 to 39 kg}, amount: 320 mg}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.doses.bands import MEASURES, bands_of
from generator.checks.views.doses.daily_amounts import IN_WORDS, Span, Sum, amount_in
from generator.checks.views.doses.dose_parts import GivenPart, parts_of
from generator.diagnostics import Finding, Pointer, Rule, Severity
from generator.model.dose import Administration, Dose, Variant
from generator.model.entries.entry import Entry
from generator.model.quantity import Quantity

RULE = Rule(
    code="DOS023",
    name="variant-out-of-proportion",
    severity=Severity.WARNING,
    summary="A dose for some patients is out of proportion to that of the others.",
    why="A decimal point or a unit has slipped here, and children and patients with failing kidneys bear it least.",
    cure="Compare both amounts with the source; if they are meant, say in a remark that it is higher or lower here.",
    basis=("paediatric-medication-errors-2003",),
    judges=True,
)
SCOPE = Scope.ENTRY

_GROWING = frozenset({MEASURES["weight"], MEASURES["body_surface"]})
_JUMP = 8
"""From one band to the next; amounts that double or treble are common."""
_MORE = 4
"""Of a drug that failing kidneys ask more of, such as a diuretic, the dose is doubled or trebled."""
_MEANT = re.compile(
    r"\b(?:higher|lower|larger|smaller|more|less|greater|as much|raised|increased?|reduced)\b", re.I
)
_SPANS: tuple[Span, ...] = ("day", "dose")


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find amounts that fall or jump from band to band, and multiples of the dose for kidney or liver failure."""
    for dose_id, dose in getattr(entry, "doses", {}).items():
        parts = {part.pointer: part for part in parts_of(dose_id, dose)}
        for pointer, message in (*_of_bands(dose_id, dose, parts), *_of_organs(dose_id, dose, parts)):
            if not _is_meant(parts[pointer].given):
                yield context.finding(RULE, entry.id, pointer, message)


def _is_meant(given: Administration) -> bool:
    remark = given.remark if isinstance(given, Variant) else None
    return remark is not None and any(map(_MEANT.search, remark.by_audience.values()))


_Parts = dict[Pointer, GivenPart]


def _of_bands(dose_id: str, dose: Dose, parts: _Parts) -> Iterator[tuple[Pointer, str]]:
    for row in bands_of(dose_id, dose):
        placed = [
            parts[band.pointer[:4]] for band in row if band.measure in _GROWING and band.pointer[2] == "bands"
        ]
        for lighter, heavier in pairwise(placed):
            for span, (low, high) in _both(lighter, heavier):
                falls = not _is_by_body(low) and high.exact[1] < low.exact[0]
                if falls or high.exact[0] >= _JUMP * low.exact[1] > 0:
                    yield heavier.pointer, f"{_said(heavier, high, span)}, and {_said(lighter, low, span)}"
                break


def _of_organs(dose_id: str, dose: Dose, parts: _Parts) -> Iterator[tuple[Pointer, str]]:
    for part in parts.values():
        variant = part.given
        if not isinstance(variant, Variant) or part.pointer[2] == "bands":
            continue
        whole = _whole(dose_id, dose, variant, parts)
        if isinstance(variant.fraction, Quantity) and variant.fraction.low >= _MORE * 100:
            yield part.pointer, f"{part.words} is {variant.fraction.written} of the dose “{dose_id}”"
        for span, (full, given) in _both(whole, part) if whole is not None else ():
            if given.exact[0] >= _MORE * full.exact[1] > 0:
                yield part.pointer, f"{_said(part, given, span)}, and the full dose to {full.written}"
            break


def _whole(dose_id: str, dose: Dose, variant: Variant, parts: _Parts) -> GivenPart | None:
    """The dose, or the step of it, that a variant changes."""
    for index, step in enumerate(dose.steps or ()):
        if step.label is not None and step.label == variant.step:
            return parts["doses", dose_id, "steps", index]
    return None if dose.steps else parts["doses", dose_id]


def _both(one: GivenPart, other: GivenPart) -> Iterator[tuple[Span, tuple[Sum, Sum]]]:
    """The amounts of both in a day, or at once, where both are known and of one kind."""
    for span in _SPANS:
        low, high = amount_in(one.given, span), amount_in(other.given, span)
        if low is not None and high is not None and low.comparable_with(high):
            yield span, (low, high)


def _is_by_body(amount: Sum) -> bool:
    """So much per kg may fall as the weight rises."""
    return amount.unit.per("body weight") or amount.unit.per("body surface")


def _said(part: GivenPart, amount: Sum, span: Span) -> str:
    return f"{part.words} comes to {amount.written} {IN_WORDS[span]}"
