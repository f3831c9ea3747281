"""A dose exceeds a usual limit that the drug's own entry gives.

A dose by body weight is compared by its maximum only: no weight is ever guessed.

Bad:
    # content/drugs/examplin.yml has a usual limit of 40 mg a day.
    doses:
      examplin: {drug: examplin, purpose: recommended, amount: 50 mg, every: 1 d}

Good:
    # content/drugs/examplin.yml has a usual limit of 40 mg a day.
    doses:
      examplin: {drug: examplin, purpose: recommended, amount: 40 mg, every: 1 d}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.doses.daily_amounts import IN_WORDS, SPANS, Span, Sum, aimed_at, amount_in, as_sum
from generator.checks.views.doses.dose_likeness import normal, routes_of
from generator.checks.views.doses.dose_parts import GivenPart, parts_of
from generator.diagnostics import Finding, Rule, Severity
from generator.model.dose import Dose
from generator.model.entries.drug import UsualLimit
from generator.model.entries.entry import Entry
from generator.model.quantity import Quantity

RULE = Rule(
    code="DOS014",
    name="dose-over-usual-limit",
    severity=Severity.WARNING,
    summary="A dose exceeds a usual limit of the drug.",
    why="Either a number is wrong, or the dose is unusually high and the reader is not told so.",
    cure="Compare the dose with its source; if it is meant, say in its remark that it is above the usual limit.",
    basis=("fda-dosage-and-administration-2023",),
)
SCOPE = Scope.ENTRY

_ADVICE = ("recommended", "usual")
_ABOVE = re.compile(
    r"\b(?:above|beyond|exceeds?|exceeding|higher than|more than|over) (?:[a-z]+ ){0,2}(?:usual|limit)", re.I
)


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find doses that are advised, or are usual, above a limit of their drug. What a trial gave is no advice."""
    for dose_id, dose in getattr(entry, "doses", {}).items():
        if dose.purpose not in _ADVICE or _says_so(dose):
            continue
        for drug, limit in _limits(context, dose):
            for part in parts_of(dose_id, dose):
                over = _over(part, limit)
                if over is not None:
                    which = part.words or f"the dose “{dose_id}”"
                    message = (
                        f"{which} comes to {over[1].written} {IN_WORDS[over[0]]}, and the usual limit of “{drug}” "
                        f"is {limit.maximum.written} {IN_WORDS[limit.per]}"
                    )
                    yield context.finding(RULE, entry.id, part.pointer, message)


def _says_so(dose: Dose) -> bool:
    return dose.remark is not None and any(map(_ABOVE.search, dose.remark.by_audience.values()))


def _limits(context: CheckContext, dose: Dose) -> Iterator[tuple[str, UsualLimit]]:
    """The limits that hold for the dose's route. A limit of a route holds for no dose without one."""
    routes = routes_of(dose)
    for drug_id in dose.drugs:
        drug = context.library.drugs.get(drug_id)
        for limit in drug.usual_limits if drug is not None else ():
            if limit.route is None or _route(limit.route) in routes:
                yield drug_id, limit


def _route(words: str) -> str:
    return _ROUTES.get(normal(words), normal(words))


_ROUTES = {
    "by mouth": "oral",
    "iv": "intravenous",
    "im": "intramuscular",
    "sc": "subcutaneous",
    "subcut": "subcutaneous",
}


def _over(part: GivenPart, limit: UsualLimit) -> tuple[Span, Sum] | None:
    spans = SPANS[: SPANS.index(limit.per) + 1]
    caps = [one for span in spans for one in _caps(part, span)]
    if any(one.comparable_with(limit.maximum) and not _exceeds(one, limit) for one in caps):
        return None
    amounts = [
        (span, given) for span in spans for given in (amount_in(part.given, span), aimed_at(part.given, span))
    ]
    known = [(span, given) for span, given in amounts if given is not None]
    if not any(given.comparable_with(limit.maximum) for _, given in known):
        # By body weight: nothing is known but its own maximum, which holds for the heaviest.
        known = [(limit.per, one) for one in _caps(part, limit.per)]
    return next((one for one in known if _exceeds(one[1], limit)), None)


def _caps(part: GivenPart, span: Span) -> list[Sum]:
    caps: tuple[Quantity, ...] = part.maximum.caps(f"per_{span}") if part.maximum is not None else ()
    return [as_sum(cap) for cap in caps]


def _exceeds(given: Sum, limit: UsualLimit) -> bool:
    return given.comparable_with(limit.maximum) and given.exact[1] > limit.maximum.exact[1]
