"""A dose is called high-dose or low-dose, and its number says otherwise.

Bad:
    doses:
      examplin: {drug: prednisone, label: High-dose, purpose: recommended, amount: 20 mg, every: 1 d}

Good:
    doses:
      examplin: {drug: prednisone, label: High-dose, purpose: recommended, amount: 60 mg, every: 1 d}
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.claims.dose_qualifiers import CalledDose, Word, called_doses
from generator.checks.views.doses.daily_amounts import IN_WORDS, Span, Sum, amount_in
from generator.checks.views.doses.dose_likeness import routes_of
from generator.diagnostics import Finding, Rule, Severity
from generator.model.dose import Dose
from generator.model.quantity import Quantity

RULE = Rule(
    code="DOS021",
    name="qualifier-against-number",
    severity=Severity.WARNING,
    summary="A dose is called high or low, and its number says otherwise.",
    why="One reader follows the word and another the number, and they give different doses.",
    cure="Find out which of the two is meant; if the source leaves it open, keep the number and say so.",
    basis=("glucocorticoid-dose-words-2002",),
    judges=True,
)
SCOPE = Scope.LIBRARY


def check(context: CheckContext) -> Iterator[Finding]:
    """Find doses whose word a definition, a usual limit or another dose of the drug contradicts."""
    called = [one for entry in context.library.editioned() for one in called_doses(context, entry)]
    others = _furthest(context, {(one.entry, one.dose_id) for one in called})
    for one in called:
        reason = (
            _against_definition(context, one) or _against_limit(context, one) or _against_others(one, others)
        )
        if reason:
            message = f"“{one.dose_id}” is called {one.word}-dose, and {reason}"
            yield context.finding(RULE, one.entry, one.pointer, message)


def _against_definition(context: CheckContext, one: CalledDose) -> str:
    """A published definition of the word, for the drugs that have one."""
    given = amount_in(one.dose, "day")
    drugs = [context.library.drugs[drug].name for drug in one.dose.drugs if drug in context.library.drugs]
    for row in context.facts("dose-words").rows if given is not None else ():
        listed = (row["drug"],) if isinstance(row["drug"], str) else row["drug"]
        bound = _quantity(row["more_than"]) if row["word"] == one.word and set(drugs) & set(listed) else None
        if bound is not None and given is not None and _is_at_most(given, bound):
            return f"it is {given.written} a day; the word stands for more than {bound.written} a day"
    return ""


def _quantity(text: object) -> Quantity | None:
    try:
        return Quantity.parse(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _is_at_most(given: Sum, bound: Quantity) -> bool:
    return given.comparable_with(bound) and given.exact[1] <= bound.exact[1]


def _against_limit(context: CheckContext, one: CalledDose) -> str:
    """A high dose is no less than half of a usual limit; one for a route is compared with that route only."""
    for drug_id in one.dose.drugs if one.word == "high" else ():
        drug = context.library.drugs.get(drug_id)
        for limit in drug.usual_limits if drug is not None else ():
            given = amount_in(one.dose, limit.per)
            is_of_route = limit.route is None or limit.route.casefold() in routes_of(one.dose)
            if given is None or not is_of_route or not given.comparable_with(limit.maximum):
                continue
            if 2 * given.exact[1] < limit.maximum.exact[0]:
                span = IN_WORDS[limit.per]
                return f"it is {given.written} {span}, less than half of the usual limit of {limit.maximum.written}"
    return ""


_Key = tuple[str, frozenset[str], Span, Any, Word]
"""Drug, routes, span, kind of unit, and the word that the furthest dose would have."""
_Others = Mapping[_Key, tuple[Sum, str, str]]


def _furthest(context: CheckContext, called: Collection[tuple[str, str]]) -> _Others:
    """Of doses without a word the highest and the lowest for each drug, route and kind of unit: dose and entry."""
    found: dict[_Key, tuple[Sum, str, str]] = {}
    for entry in context.library.editioned():
        for dose_id, dose in entry.doses.items():
            for key, amount in _keys(dose) if (entry.id, dose_id) not in called else ():
                known = found.get(key)
                if known is None or _goes_further(key[-1], known[0], amount):
                    found[key] = amount, dose_id, entry.id
    return found


def _keys(dose: Dose) -> Iterator[tuple[_Key, Sum]]:
    amounts = [(span, amount) for span in _SPANS if (amount := amount_in(dose, span)) is not None]
    for span, amount in amounts[:1]:
        for drug in dose.drugs:
            for word in _WORDS:
                yield (drug, routes_of(dose), span, amount.unit.dimension, word), amount


def _against_others(one: CalledDose, others: _Others) -> str:
    """Another dose of the drug by the same route goes further, and is not called so."""
    for key, own in _keys(one.dose):
        other = others.get(key) if key[-1] == one.word else None
        if other is not None and _goes_further(one.word, own, other[0]):
            place = f"“{other[1]}”" if other[2] == one.entry else f"“{other[1]}” of “{other[2]}”"
            return (
                f"it is {own.written} {IN_WORDS[key[2]]}; {place} is {other[0].written} and is not called so"
            )
    return ""


def _goes_further(word: Word, own: Sum, other: Sum) -> bool:
    return other.exact[0] > own.exact[1] if word == "high" else other.exact[1] < own.exact[0]


_SPANS: tuple[Span, ...] = ("day", "dose")
_WORDS: tuple[Word, ...] = ("high", "low")
