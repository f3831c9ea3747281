"""The arms of a study do not add up to the number of people in it.

Arms may overlap (in a crossover trial each person is in both), and people may leave before they are counted: where the
study says so in its design_note, population or arms, nothing is found.

Bad:
    studies:
      roe-2020:
        title: Trial of Roe
        design: rct
        n: 75
        arms: [{label: examplin, n: 38}, {label: placebo, n: 39}]

Good:
    studies:
      roe-2020:
        title: Trial of Roe
        design: rct
        n: 75
        arms: [{label: examplin, n: 38}, {label: placebo, n: 37}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.walk import own_wordings
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry
from generator.model.evidence import Study

RULE = Rule(
    code="STA008",
    name="arms-against-total",
    severity=Severity.WARNING,
    summary="The arms of a study do not add up to its number of people.",
    why="Percentages and risks are worked out from these numbers.",
    cure="Correct the numbers, or say in design_note: why they differ (arms overlap, or people left the study).",
    basis=("consort-2010",),
    judges=True,
)
SCOPE = Scope.ENTRY

_EXPLAINED = re.compile(
    r"overlap|cross-?over|crossed over|more than one|both (?:arms|groups|treatments)|withdr|dropp?ed|drop-?out|"
    r"exclu|analy[sz]ed|left the|lost to|missing|not randomi[sz]ed|other (?:arms?|groups?)|only the arms|"
    r"did not (?:start|get|receive|complete)|eligible|screened|evaluable",
    re.IGNORECASE,
)


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every study with counted arms that make another number."""
    for study_id, study in getattr(entry, "studies", {}).items():
        counts = [arm.n for arm in study.arms if isinstance(arm.n, int)]
        if not isinstance(study.n, int) or len(counts) < 2 or len(counts) < len(study.arms):
            continue
        if sum(counts) != study.n and not _is_explained(study):
            parts = " and ".join((", ".join(map(str, counts[:-1])), str(counts[-1])))
            message = f"the arms have {parts} people, {sum(counts)} together, and the study has {study.n}"
            yield context.finding(RULE, entry.id, ("studies", study_id, "n"), message)


def _is_explained(study: Study) -> bool:
    texts = [text for _, _, text in own_wordings(study)]
    return any(_EXPLAINED.search(text) for text in (*texts, *(arm.label for arm in study.arms)))
