"""Whatever dose an editor writes, the rules on doses end in findings and never in a crash."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.checks.context import CheckContext
from generator.checks.registry import Scope, all_checks
from generator.diagnostics import Finding
from generator.model.dose import Dose
from generator.model.entries.drug import Drug
from generator.model.entries.summary import Summary
from generator.model.library import Library
from tests.model.dose_strategy import doses

_RULES = [one for one in all_checks() if one.rule.code.startswith(("DOS", "XRF"))]
_SUMMARY = Summary.model_validate(
    {"kind": "summary", "question": "Which dose?", "condition": "examplitis", "audiences": ["clinician"]}
)
_LIMITS = [
    {"per": span, "maximum": amount, "cites": ["roe-2020"]}
    for span, amount in (("dose", "5 mg"), ("day", "1 mg/kg"), ("week", "2 {tablet}"), ("course", "1 g"))
]


def _drug(drug_id: str) -> Drug:
    data = {"kind": "drug", "name": "methotrexate", "brands": "not-stated", "drug_class": "not-stated"}
    drug = Drug.model_validate({**data, "mechanism": "not-stated", "usual_limits": _LIMITS})
    return drug.model_copy(update={"id": drug_id})


def _found(written: list[Dose]) -> list[Finding]:
    """Each dose stands in an entry of its own, and all of them in one more."""
    named = {f"dose-{index}": dose for index, dose in enumerate(written)}
    entries = {f"entry-{name}": {name: dose} for name, dose in named.items()} | {"all": named}
    summaries = {
        entry: _SUMMARY.model_copy(update={"id": entry, "doses": dict(held)})
        for entry, held in entries.items()
    }
    drugs = {drug: _drug(drug) for dose in written for drug in dose.drugs}
    context = CheckContext(Library(summaries=summaries, drugs=drugs), {}, date(2026, 11, 21))
    found: list[Finding] = []
    for one in _RULES:
        if one.scope is Scope.LIBRARY:
            found += one.run(context)
        else:
            found += [finding for entry in summaries.values() for finding in one.run(context, entry)]
    return found


@given(st.lists(doses(), min_size=1, max_size=3))
def test_no_dose_makes_a_rule_raise(data: list[Any]) -> None:
    made = [Dose.model_validate(one) for one in data]
    same = [
        dose.model_copy(update={"drug": "examplin", "one_of": None, "purpose": "recommended"})
        for dose in made
    ]
    for finding in _found(made) + _found(same):
        assert finding.message
        assert not finding.message.endswith(".")
