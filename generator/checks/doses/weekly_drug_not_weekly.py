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
from generator.checks.views.doses.high_alert_rows import high_alert_rows
from generator.diagnostics import Finding, Rule, Severity
from generator.model.dose import Dose
from generator.model.entries.entry import Entry
from generator.model.high_alert import is_weekly

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
    r"leuka?em|lymphom|sarcoma|carcinom|cancer|tumou?r|malignan|myelom|neoplas|ectopic|miscarriage|abortion",
    re.I,
)


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find doses that are advised, of a listed weekly drug, and not given weekly."""
    for dose_id, dose in getattr(entry, "doses", {}).items():
        if _is_left_aside(context, entry, dose) or is_weekly(dose):
            continue
        for drug, row in high_alert_rows(context, dose):
            if row.get("weekly") == "yes":
                message = f"{drug.name} is taken once weekly, and the dose “{dose_id}” {_how_often(dose)}"
                yield context.finding(RULE, entry.id, ("doses", dose_id), message)


def _is_left_aside(context: CheckContext, entry: Entry, dose: Dose) -> bool:
    """What a trial gave, single doses, doses of wards, and the treatment of cancer."""
    if dose.purpose not in ("recommended", "usual") or dose.count is not None or routes_of(dose) & _OF_WARDS:
        return True
    condition = context.library.conditions.get(getattr(entry, "condition", ""))
    names = (dose.indication or "", *((condition.name, *condition.synonyms) if condition is not None else ()))
    return any(map(_CANCER.search, names))


def _how_often(dose: Dose) -> str:
    interval = dose.every or dose.per
    if interval is None:
        return "does not say how often it is given"
    return f"is given every {interval.written}"
