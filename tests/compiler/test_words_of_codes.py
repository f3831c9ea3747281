"""Every code that an entry may hold has its words: without them a page would print the code."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest

from generator.compiler.decision_rows import _SCALES
from generator.model import evidence_to_decision as decision
from generator.model.check_times import CheckEvent, Threshold
from generator.model.entries.medication import LicenceStatement
from generator.model.evidence import Design, RiskOfBias, Study
from generator.model.field import Part
from generator.model.figure import EvidenceFigure, SingleValue
from generator.model.recommendation import Direction, LowerDomain, RaiseDomain, Situation
from generator.model.safety import Contraindication, Frequency, Harm, InteractionOfDrug, Pregnancy, RedFlag
from tests.compiler.english import english


def _codes(annotation: Any) -> set[str]:
    """The strings of every Literal below an annotation, ``not-stated`` left out: it has its own words."""
    if isinstance(annotation, str):
        return {annotation} - {"not-stated"}
    return {code for below in get_args(annotation) for code in _codes(below)}


def _of(part: type[Part], field: str) -> set[str]:
    return _codes(part.model_fields[field].annotation) | {
        code for meta in part.model_fields[field].metadata for code in _codes(meta)
    }


_CASES = {
    "situation": _codes(Situation),
    "domain": _codes(LowerDomain) | _codes(RaiseDomain),
    "position": _codes(Direction),
    "frequency": _codes(Frequency),
    "reversibility": _of(Harm, "reversibility"),
    "check": _codes(CheckEvent),
    "threshold": _of(Threshold, "change"),
    "threshold-times": _of(Threshold, "relative_to"),
    "threshold-of": _of(Threshold, "relative_to"),
    "threshold-from": _of(Threshold, "relative_to"),
    "degree": _of(Contraindication, "degree"),
    "interaction": _of(InteractionOfDrug, "severity"),
    "interaction-evidence": _of(InteractionOfDrug, "evidence"),
    "about": _of(Pregnancy, "about"),
    "who": _of(Pregnancy, "who"),
    "trimester": _of(Pregnancy, "trimesters"),
    "advice": _of(Pregnancy, "advice"),
    "urgency": _of(RedFlag, "urgency"),
    "design": _codes(Design),
    "blinding": _of(Study, "blinding"),
    "bias": _of(RiskOfBias, "judgement"),
    "measure": _of(SingleValue, "measure") - {"other"},
    "licence": _of(LicenceStatement, "status"),
    "judgement-agreement": _codes(decision.Agreement),
    "judgement-size": _codes(decision.Size),
    "judgement-trust": _codes(decision.Trust),
    "judgement-values": _codes(decision.Agreeing),
    "judgement-favour": _codes(decision.Favour) | _codes(decision.Effectiveness),
    "judgement-cost": _codes(decision.Cost),
    "judgement-equity": _codes(decision.Equity),
    "criterion": {name.replace("_", "-") for name in decision.EvidenceToDecision.model_fields},
}


@pytest.mark.parametrize("prefix", _CASES)
def test_every_code_has_words(prefix: str) -> None:
    codes = _CASES[prefix]
    assert codes
    assert not {code for code in codes if f"{prefix}-{code}" not in english()}


def test_every_kind_of_figure_has_words_and_every_criterion_a_scale() -> None:
    kinds = {name for name in EvidenceFigure.model_fields if name.endswith(("_ratio", "_difference"))}
    assert len(kinds) == 7
    assert kinds <= english().keys()
    assert _SCALES.keys() == decision.EvidenceToDecision.model_fields.keys()


def test_words_of_lay_readers_stand_in_for_words_that_there_are() -> None:
    plain = {key.removeprefix("plain-") for key in english() if key.startswith("plain-")}
    assert plain <= english().keys()


def test_slots_of_templates_are_those_of_the_plain_words() -> None:
    words = english()
    for key in (key for key in words if key.startswith("plain-")):
        slots = re.compile(r"\{[a-z]+\}")
        assert set(slots.findall(words[key])) <= set(slots.findall(words[key.removeprefix("plain-")])), key
