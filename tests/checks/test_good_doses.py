"""The doses that show how formularies write are good ones: rules on doses are quiet on them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from generator.checks.context import CheckContext
from generator.checks.registry import Check, Scope, all_checks
from generator.diagnostics import Finding
from generator.model.dose import Dose
from generator.model.entries.summary import Summary
from generator.model.library import Library
from tests.doses.test_doses import CASES, DRUGS

_ASK_FOR_MORE = {"DOS002", "DOS003", "DOS004", "DOS005"}
"""Many of the doses leave out the maximum, the route, works or words for patients, as sources do: they are drafts."""

_TRUE = {("DOS019", "methotrexate-by-mouth-once-weekly")}
"""The folder has doses and no monitoring, so this one is told rightly."""

_RULES = [
    one
    for one in all_checks()
    if one.rule.code.startswith(("DOS", "XRF")) and one.rule.code not in _ASK_FOR_MORE
]


def _context() -> CheckContext:
    """Each field of medicine is an entry with its doses."""
    by_field: dict[str, dict[str, Dose]] = {}
    for case in CASES:
        by_field.setdefault(case.file.stem, {})[case.id] = Dose.model_validate(case.data)
    empty = Summary.model_validate(
        {"kind": "summary", "question": "Which dose?", "condition": "examplitis", "audiences": ["clinician"]}
    )
    entries = {
        field: empty.model_copy(update={"id": field, "condition": f"{field}-illness", "doses": doses})
        for field, doses in by_field.items()
    }
    drugs = {drug: entry.model_copy(update={"id": drug}) for drug, entry in DRUGS.items()}
    return CheckContext(Library(summaries=entries, drugs=drugs), {}, date(2026, 11, 21))


def _found(one: Check, context: CheckContext) -> Iterator[Finding]:
    if one.scope is Scope.LIBRARY:
        yield from one.run(context)
    elif one.scope is Scope.ENTRY:
        for entry in context.library.entries():
            yield from one.run(context, entry)


@pytest.mark.parametrize("one", _RULES, ids=lambda one: one.rule.code)
def test_a_rule_is_quiet_on_good_doses(one: Check) -> None:
    found = [finding for finding in _found(one, _context()) if finding.pointer[0] == "doses"]
    told = {(finding.code, str(finding.pointer[1])): finding.message for finding in found}
    assert {key: message for key, message in told.items() if key not in _TRUE} == {}
