"""How grave a change of each field is: no field without a rule, and what can hurt a patient is critical."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from generator.model import evidence, figure, safety, work
from generator.model.algorithm import Branch, Step
from generator.model.change import ChangeClass, Operation
from generator.model.change_rule import RULES, TEXT
from generator.model.check_times import CheckTime, Threshold
from generator.model.dose.administration import Administration, DoseStep
from generator.model.dose.changes import Companion, Group, Never, StopRule, Titration, Variant
from generator.model.dose.dose import Dose
from generator.model.dose.maximum import Maximum, PeriodLimit
from generator.model.dose.taper import Taper
from generator.model.dose.timing import AsNeeded, Cycle, Repeat, TimedAmount
from generator.model.entries.drug import Drug, HighAlert, UsualLimit
from generator.model.entries.summary import Summary
from generator.model.field import Part, change_rule, clinical, clinical_fields, editorial
from generator.model.intervention import Intervention
from generator.model.library import KINDS
from generator.model.recommendation import Option, Position, Recommendation
from generator.model.statement import Statement
from generator.model.text import Wording
from generator.model.work import Work

CRITICAL, MAJOR, MINOR, EDITORIAL = (
    ChangeClass.CRITICAL,
    ChangeClass.MAJOR,
    ChangeClass.MINOR,
    ChangeClass.EDITORIAL,
)
SET, UNSET, INCREASE, DECREASE, REPLACE, REORDER, MOVE = Operation
ANY = (SET, UNSET, INCREASE, DECREASE, REPLACE)
LOSS = (UNSET, REPLACE)


def all_parts() -> Iterator[type[Part]]:
    """Every kind of part of the model; those that a test makes are not of it."""
    assert KINDS, "the kinds bring all parts with them"
    waiting: list[type[Part]] = [Part]
    seen: set[type[Part]] = set()
    while waiting:
        part = waiting.pop()
        if part not in seen:
            seen.add(part)
            waiting += part.__subclasses__()
            if part.__module__.startswith("generator."):
                yield part


def without_a_rule(parts: Iterable[type[Part]]) -> list[str]:
    """The clinical fields for which nobody decided how grave a change is."""
    return sorted(
        f"{part.__name__}.{name}"
        for part in parts
        for name, _ in clinical_fields(part)
        if change_rule(part, name) is None
    )


def test_every_clinical_field_names_a_rule() -> None:
    assert without_a_rule(all_parts()) == []
    assert sum(len(clinical_fields(part)) for part in all_parts()) > 500


def test_a_field_that_nobody_thought_about_is_found() -> None:
    class Forgetful(Part):
        """A part whose author forgot two fields: one is clinical because it is not said to be editorial."""

        said: Wording = clinical("Said.", change=TEXT)
        forgotten: Wording = clinical("Forgotten.")
        bare: Wording
        made: Wording = editorial("About the making.")

    assert without_a_rule([Forgetful]) == ["Forgetful.bare", "Forgetful.forgotten"]


@pytest.mark.parametrize("name", RULES)
def test_a_rule_weighs_every_operation_and_nothing_as_nothing(name: str) -> None:
    rule = RULES[name]
    assert rule.name == name
    assert rule.about
    assert {rule.level(operation) for operation in Operation} <= {CRITICAL, MAJOR, MINOR, EDITORIAL}


@pytest.mark.parametrize("name", RULES)
def test_only_another_order_is_ever_editorial(name: str) -> None:
    editorial_ones = [one for one in Operation if RULES[name].level(one) is EDITORIAL]
    assert editorial_ones in ([], [REORDER])


@pytest.mark.parametrize("name", RULES)
def test_every_rule_is_used(name: str) -> None:
    used = {change_rule(part, field) for part in all_parts() for field, _ in clinical_fields(part)}
    assert RULES[name] in used


@pytest.mark.parametrize("name", RULES)
def test_to_lose_a_fact_is_never_milder_than_to_gain_it(name: str) -> None:
    assert RULES[name].unset.rank <= RULES[name].set.rank


def test_all_free_text_is_weighed_by_its_words() -> None:
    """A spelling in a wording must be able to be editorial. What a study is called is a label, like a work's title."""
    unweighed = [
        f"{part.__name__}.{name}"
        for part in all_parts()
        for name, _ in clinical_fields(part)
        if "Wording" in str(part.model_fields[name].annotation) and not rule_of(part, name).is_text
    ]
    assert unweighed == ["Study.title"]


def test_only_what_is_written_as_text_is_weighed_by_its_words() -> None:
    written = re.compile(r"Wording|Prose|\bstr\b")
    others = [
        f"{part.__name__}.{name}: {form}"
        for part in all_parts()
        for name, _ in clinical_fields(part)
        if rule_of(part, name).is_text and not written.search(form := str(part.model_fields[name].annotation))
    ]
    assert others == []


def rule_of(part: type[Part], name: str) -> Any:
    """The rule of a field, which must have one."""
    rule = change_rule(part, name)
    assert rule is not None, f"{part.__name__}.{name}"
    return rule


def rows(part: type[Part], names: str, operations: Iterable[Operation]) -> list[Any]:
    """A row of the table for each field and operation."""
    return [
        pytest.param(part, name, operation, id=f"{part.__name__}.{name} {operation}")
        for name in names.split()
        for operation in operations
    ]


@pytest.mark.parametrize(
    ("part", "field", "operation"),
    [
        # the dose, its unit and its denominator
        *rows(Administration, "amount amounts rate strength course_total expressed_as weight_basis", ANY),
        *rows(Administration, "round_to per divided_into", ANY),
        *rows(TimedAmount, "amount days when at offset", ANY),
        *rows(DoseStep, "fraction after from_start condition label", ANY),
        *rows(Titration, "start step each target goal of levels direction", ANY),
        *rows(Taper, "by each to condition", ANY),
        *rows(Companion, "drug one_of amount dose role", ANY),
        *rows(Dose, "drug one_of purpose form steps titration companions stop bands", ANY),
        *rows(Dose, "steps", [REORDER, MOVE]),
        *rows(Titration, "levels", [REORDER]),
        *rows(Summary, "doses", ANY),
        # route, interval, duration
        *rows(Dose, "route", ANY),
        *rows(DoseStep, "route", ANY),
        *rows(Variant, "route", ANY),
        *rows(UsualLimit, "route per", ANY),
        *rows(Administration, "method every times days when offset at waking_hours start", ANY),
        *rows(Administration, "minimum_interval as_needed cycle repeat taper", ANY),
        *rows(Administration, "over minimum_over dwell count duration minimum_duration", ANY),
        *rows(Administration, "maximum_duration until divided_over", ANY),
        *rows(AsNeeded, "reason minimum_interval", ANY),
        *rows(Cycle, "length on off days count", ANY),
        *rows(Repeat, "every after condition times", ANY),
        # a maximum removed or raised
        *rows(Administration, "maximum", (*LOSS, INCREASE)),
        *rows(Maximum, "per_dose per_day per_week per_period doses_per_day per_course", (*LOSS, INCREASE)),
        *rows(Maximum, "lifetime per_site body_weight rate concentration", (*LOSS, INCREASE)),
        *rows(PeriodLimit, "amount period", (*LOSS, INCREASE)),
        *rows(PeriodLimit, "period", [DECREASE]),
        *rows(Repeat, "at_most", (*LOSS, INCREASE)),
        *rows(UsualLimit, "maximum", (*LOSS, INCREASE)),
        *rows(Drug, "usual_limits", LOSS),
        # an adjustment loosened
        *rows(Dose, "renal hepatic", LOSS),
        *rows(Variant, "fraction", (SET, *LOSS, INCREASE)),
        *rows(Variant, "change step amount every titration", ANY),
        *rows(StopRule, "condition value action reduce_to until", ANY),
        # population
        *rows(Dose, "population phase indication", ANY),
        *rows(Recommendation, "population phase consider_when", ANY),
        *rows(Option, "phase conditions", ANY),
        *rows(Variant, "group", ANY),
        *rows(Group, "age weight body_surface gestation egfr creatinine_clearance child_pugh", ANY),
        *rows(Group, "dialysis sex measured other", ANY),
        *rows(evidence.EvidenceFigure, "population", ANY),
        # a contraindication, harm, monitoring, red flag or pitfall removed or weakened
        *rows(Summary, "contraindications interactions pregnancy harms red_flags pitfalls", LOSS),
        *rows(Summary, "monitoring baseline_checks", LOSS),
        *rows(Drug, "contraindications interactions pregnancy harms monitoring baseline_checks", LOSS),
        *rows(Drug, "high_alert tall_man look_alikes", LOSS),
        *rows(HighAlert, "applies_to wording", LOSS),
        *rows(Dose, "never", LOSS),
        *rows(Never, "wording", LOSS),
        *rows(Recommendation, "not_when", LOSS),
        *rows(safety.Harm, "boxed severity frequency frequency_category stat", LOSS),
        *rows(safety.Harm, "onset reversibility management wording", LOSS),
        *rows(safety.Harm, "drug drugs drug_class", (SET, *LOSS)),
        *rows(safety.Contraindication, "degree condition drug", (SET, *LOSS)),
        *rows(safety.Contraindication, "wording", LOSS),
        *rows(safety.InteractionOfDrug, "other other_drug severity effect action wording", LOSS),
        *rows(safety.Pregnancy, "about who trimesters advice", (SET, *LOSS)),
        *rows(safety.Pregnancy, "wording", LOSS),
        *rows(safety.RedFlag, "urgency wording action", LOSS),
        *rows(safety.Pitfall, "guards wording", LOSS),
        *rows(safety.Monitoring, "test when schedule threshold thresholds action wording", LOSS),
        *rows(safety.Monitoring, "schedule", [REORDER]),
        *rows(CheckTime, "at after every times duration until", (SET, *LOSS)),
        *rows(CheckTime, "after every", [INCREASE]),
        *rows(CheckTime, "times duration", [DECREASE]),
        *rows(Threshold, "of change value relative_to", ANY),
        *rows(Threshold, "action", LOSS),
        # strength, direction, line
        *rows(Recommendation, "strength direction line certainty bottom_line", ANY),
        *rows(Recommendation, "intervention compared_with", ANY),
        *rows(Option, "line recommendation intervention", ANY),
        *rows(Position, "direction strength certainty", ANY),
        *rows(Intervention, "drug drugs one_of drug_class procedure test no_treatment", ANY),
        *rows(Summary, "recommendations options", (*ANY, MOVE)),
        # a citation under a dose, a limit or a harm
        *rows(Dose, "cites", LOSS),
        *rows(Titration, "cites", LOSS),
        *rows(Variant, "cites", LOSS),
        *rows(UsualLimit, "cites", LOSS),
        *rows(safety.Harm, "cites", LOSS),
        # the algorithm; what the entry is; a number that was found
        *rows(Summary, "algorithm", (*LOSS, REORDER, MOVE)),
        *rows(Step, "wording steps next choose", LOSS),
        *rows(Step, "steps next", [REORDER]),
        *rows(Branch, "condition go", LOSS),
        *rows(Summary, "kind condition", LOSS),
        *rows(figure.Proportion, "events of reported", (*LOSS, INCREASE, DECREASE)),
        *rows(figure.Ratio, "value ci95 p", (*LOSS, INCREASE, DECREASE)),
        *rows(figure.SingleValue, "measure value unit", LOSS),
        *rows(evidence.Outcome, "significant", LOSS),
        *rows(Drug, "name synonyms brands", [REPLACE]),
    ],
)
def test_what_can_hurt_is_critical(part: type[Part], field: str, operation: Operation) -> None:
    assert rule_of(part, field).level(operation) is CRITICAL


@pytest.mark.parametrize(
    ("part", "field", "operation", "level"),
    [
        pytest.param(part, field, operation, level, id=f"{part.__name__}.{field} {operation} {level}")
        for part, field, operation, level in [
            (Administration, "maximum", SET, MAJOR),
            (Maximum, "per_day", SET, MAJOR),
            (Maximum, "per_day", DECREASE, MAJOR),
            (Maximum, "lifetime", DECREASE, MAJOR),
            (UsualLimit, "maximum", DECREASE, MAJOR),
            (Drug, "usual_limits", SET, MAJOR),
            (Variant, "fraction", DECREASE, MAJOR),
            (Summary, "harms", SET, MAJOR),
            (Summary, "harms", REORDER, MINOR),
            (Summary, "harms", MOVE, MAJOR),
            (Summary, "contraindications", SET, MAJOR),
            (Summary, "red_flags", SET, MAJOR),
            (Summary, "pitfalls", SET, MAJOR),
            (Summary, "monitoring", SET, MAJOR),
            (Drug, "high_alert", SET, MAJOR),
            (safety.Harm, "boxed", SET, MAJOR),
            (safety.RedFlag, "urgency", SET, MAJOR),
            (CheckTime, "every", DECREASE, MAJOR),
            (CheckTime, "times", INCREASE, MAJOR),
            (CheckTime, "duration", INCREASE, MAJOR),
            (Dose, "cites", SET, MAJOR),
            (Dose, "cites", REORDER, EDITORIAL),
            (Dose, "companions", REORDER, MINOR),
            (Dose, "remark", SET, MAJOR),
            (Dose, "licence", REPLACE, MAJOR),
            (Statement, "wording", REPLACE, MAJOR),
            (Statement, "cites", SET, MINOR),
            (Statement, "cites", UNSET, MAJOR),
            (Recommendation, "wording", REPLACE, MAJOR),
            (Recommendation, "rationale", UNSET, MAJOR),
            (Summary, "options", REORDER, MAJOR),
            (Summary, "algorithm", SET, MAJOR),
            (Drug, "drug_class", REPLACE, MAJOR),
            (Drug, "brands", UNSET, MAJOR),
            (evidence.Study, "n", REPLACE, MAJOR),
            (evidence.Study, "title", REPLACE, MINOR),
            (figure.Ratio, "p", SET, MAJOR),
            (Work, "title", REPLACE, MINOR),
            (work.Name, "family", REPLACE, MINOR),
            (Work, "doi", REPLACE, MAJOR),
            (Work, "pmid", UNSET, MAJOR),
            (Work, "pmid", SET, MINOR),
            (Work, "unresolved", SET, MAJOR),
        ]
    ],
)
def test_what_protects_or_matters_less_is_milder(
    part: type[Part], field: str, operation: Operation, level: ChangeClass
) -> None:
    assert rule_of(part, field).level(operation) is level


def test_all_of_a_dose_is_about_the_dose() -> None:
    """The policy asks a pharmacist where a dose changed: nothing of an amount or a limit may hide in another topic."""
    parts = (Administration, TimedAmount, Titration, Taper, AsNeeded, Cycle, Repeat, Maximum, PeriodLimit)
    other = {
        f"{part.__name__}.{name}": str(rule_of(part, name).topic)
        for part in parts
        for name, _ in clinical_fields(part)
        if rule_of(part, name).topic != "dose"
    }
    assert other == {"Titration.cites": "citation"}
