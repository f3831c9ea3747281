"""A drug that is taken once weekly stands with a daily dose, or without a word on how often.

Treatment of cancer, where it is given on single days, is left aside.

Bad:
    doses:
      examplin: {drug: methotrexate, purpose: recommended, route: oral, amount: 10 mg, every: 1 d}

Good:
    doses:
      examplin: {drug: methotrexate, purpose: recommended, route: oral, amount: 10 mg, times: 1, every: 1 wk}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.doses.dose_likeness import routes_of
from generator.checks.views.doses.dose_parts import parts_of
from generator.checks.views.doses.high_alert_rows import high_alert_rows
from generator.checks.views.doses.titrations import doses_reached
from generator.diagnostics import Finding, Rule, Severity
from generator.model.dose import Administration, Dose, Repeat, Variant
from generator.model.entries.entry import Entry
from generator.model.high_alert import is_weekly
from generator.model.units import parse_unit

RULE = Rule(
    code="DOS020",
    name="weekly-drug-not-weekly",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="A drug that is taken once weekly stands with a dose that is not weekly.",
    why="Taken every day, a weekly dose has killed.",
    cure="Write times: 1 and every: 1 wk, or what the source says; if it is for cancer, name that as the indication.",
    basis=("imsn-weekly-methotrexate", "ismp-best-practices-for-hospitals"),
)
SCOPE = Scope.ENTRY

_OF_WARDS = frozenset({"intravenous", "intrathecal", "intra-arterial", "intravitreal", "intralesional"})
_CANCER = re.compile(
    r"leuka?em|lymphom|sarcoma|carcinom|cancer|tumou?r|malignan|myelom|neoplas|ectopic|trophoblast|mycosis|histiocyt|miscarriage|abortion",
    re.I,
)


_WEEK = parse_unit("wk").factor


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find doses that are advised, of a listed weekly drug, and not given weekly."""
    for dose_id, dose in getattr(entry, "doses", {}).items():
        how_often = _how_often(dose_id, dose)
        if not how_often or _is_left_aside(context, entry, dose):
            continue
        for drug, row in high_alert_rows(context, dose):
            if row.get("weekly") == "yes":
                message = f"{drug.name} is taken once weekly, and the dose “{dose_id}” {how_often}"
                yield context.finding(RULE, entry.id, ("doses", dose_id), message)


def _is_left_aside(context: CheckContext, entry: Entry, dose: Dose) -> bool:
    """What a trial gave, single doses, doses of wards, and the treatment of cancer."""
    if dose.purpose not in ("recommended", "usual") or dose.count is not None or routes_of(dose) & _OF_WARDS:
        return True
    condition = context.library.conditions.get(getattr(entry, "condition", ""))
    names = (dose.indication or "", *((condition.name, *condition.synonyms) if condition is not None else ()))
    return any(map(_CANCER.search, names))


def _how_often(dose_id: str, dose: Dose) -> str:
    """What is not weekly of the dose, if anything; a weekday or a limit of a week beside "every day" heals nothing."""
    for part in parts_of(dose_id, dose):
        daily = _daily(part.given)
        if daily:
            days = ", and on " + " and ".join(part.given.days) if part.given.days else ""
            return daily + days
    return "" if is_weekly(dose) else "does not say how often it is given"


def _daily(given: Administration) -> str:
    """In what it is given more often than weekly; courses and single days that come again weekly are not."""
    if given.count is not None or given.cycle is not None or isinstance(given.repeat, Repeat):
        return ""
    interval = given.every or given.per
    if interval is not None and interval.unit.dimension == (("time", 1),) and interval.exact[1] < _WEEK:
        return f"is given every {interval.written}"
    titration = given.titration if isinstance(given, (Dose, Variant)) else None
    amounts = (
        [given.amount, *(amount for _, amount in doses_reached(titration))] if titration else [given.amount]
    )
    daily = (one for one in amounts if one is not None and one.unit.code.endswith("/d"))
    return next((f"goes to {one.written}, an amount of a day" for one in daily), "")
