"""A suspended dose keeps its place on every page and tells nothing of itself. All people and drugs are fictional."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from generator.compiler.context import SiteContext
from generator.compiler.site import compile_bodies, compile_site
from generator.compiler.suspended_bodies import compile_published_bodies
from generator.compiler.suspended_doses import tells_suspended
from generator.diagnostics import Place, Rule, Severity
from generator.model.change import ChangeClass, ClinicalChange, Operation, Topic
from generator.model.entries.decision import Decision
from generator.model.library import Library
from generator.model.state import Digests, EditionState, State
from generator.model.suspension import Suspensions
from generator.pages.blocks import AlgorithmStep, Callout, DoseRow, StudyCard
from generator.pages.site import Page, Site
from tests.compiler.compiled import DAY, blocks_of, page, text_of
from tests.compiler.english import english
from tests.model.dose_strategy import Data, dose_data
from tests.model.entries import CLINICIAN, EXAMPLIN, PATIENT, SUMMARY, entry, library

NOTICE = "This dose is suspended since 21 November 2026 (Ada Example): do not use it"
_QUESTION = "summaries/question/clinician/"
_SAMPLIN = EXAMPLIN | {"name": "samplin", "brands": "not-stated"}
_OTHER_DOSE = {
    "drug": "samplin",
    "purpose": "recommended",
    "route": "oral",
    "amount": "7 mg",
    "every": "1 wk",
    "differs_from": {"stopped": "It is half of the other."},
}


def _decision(reason: str = "") -> Decision:
    data = {
        "kind": "decision",
        "decision": "suspend",
        "by": "ada-example",
        "at": "2026-11-21T09:30:00Z",
        "covers": [{"entry": "question"}],
    }
    made = entry("stop", data | ({"reason": reason} if reason else {}))
    assert isinstance(made, Decision)
    return made


def _library(dose: Data, **others: dict[str, Any]) -> Library:
    """The dose ``question#stopped`` in every place where a page can word a dose."""
    quote = dict.fromkeys(("clinician", "patient"), "Begin with {dose:stopped} and wait.")
    question = copy.deepcopy(SUMMARY) | {
        "regimens_for": ["patient"],
        "doses": {"stopped": dose, "kept": _OTHER_DOSE},
        "options": [
            {
                "id": "both",
                "title": {"clinician": "Both", "patient": "Both"},
                "line": "1",
                "doses": ["stopped", "kept"],
                "statements": [{"wording": quote}],
            }
        ],
        "algorithm": [{"id": "begin", "wording": "Begin.", "doses": ["stopped"]}],
        "studies": {
            "trial": {
                "title": "A trial",
                "design": "rct",
                "doses": ["stopped"],
                "arms": [{"label": "one", "n": "not-stated", "dose": "stopped"}],
            }
        },
    }
    question["recommendations"][0]["wording"] = dict.fromkeys(
        ("clinician", "patient"), "Consider {dose:stopped}."
    )
    elsewhere = copy.deepcopy(SUMMARY) | {
        "question": {"clinician": "As in {dose:question#stopped}?", "patient": "Elsewhere?"},
        "limitations": [{"wording": "Never above {dose:question#stopped}."}],
        "doses": {},
        "options": [],
    }
    classes = [
        {
            "id": "all",
            "title": "All",
            "drugs": [
                {"drug": "samplin", "doses": ["again"], "statements": [{"wording": "See {dose:again}."}]}
            ],
        }
    ]
    medicines = {
        "kind": "medication",
        "title": "Medicines",
        "condition": "examplitis",
        "audiences": ["clinician"],
        "classes": classes,
        "doses": {"again": {**_OTHER_DOSE, "differs_from": {"question#stopped": "It is a third."}}},
    }
    examplin = EXAMPLIN | {"mechanism": [{"wording": "Given as {dose:question#stopped}, it acts."}]}
    people = {"ada_example": {"kind": "person", "name": "Ada Example"}}
    patient = PATIENT | {"doses_as": "sentences", "profile": "nhs-patient"}
    clinician = CLINICIAN | {"sections": [*CLINICIAN["sections"], "classes", "for-whom"]}
    return library(
        question,
        elsewhere=elsewhere,
        medicines=medicines,
        examplin=examplin,
        samplin=_SAMPLIN,
        patient=patient,
        clinician=clinician,
        **{**people, **others},
    )


def _site(one: Library, suspended: Suspensions, **changes: Any) -> Site:
    """The site with digests that tell nothing of the content."""
    context = SiteContext(today=DAY, words=english(), publishes_all=True, is_demonstration=True)
    bodies = compile_bodies(one, replace(context, suspended=suspended))
    state = EditionState(State.UNDER_REVIEW, Digests("clinsum-1:0", "clinsum-words-1:0"))
    settings = {"states": dict.fromkeys(bodies, state), "suspended": suspended, **changes}
    return compile_site(one, bodies, (), replace(context, **settings))


def _stopped(*doses: str, reason: str = "") -> Suspensions:
    return Suspensions(dict.fromkeys(doses or ("question#stopped",), _decision(reason)), {})


def _everywhere(drug: str, reason: str = "") -> Suspensions:
    return Suspensions({}, {drug: _decision(reason)})


DOSE: Data = {
    "drug": "examplin",
    "purpose": "recommended",
    "label": "3 tablets in 24 hours",
    "route": "intravenous",
    "amount": "13 to 17 mg/kg",
    "every": "1 d",
    "maximum": {"per_day": "4321 mg"},
    "cites": ["roe-2020"],
}
_TOLD = ("13", "17", "mg/kg", "4,321", "intravenous", "tablets", "24 hours")


@given(dose_data())
def test_whatever_the_dose_is_the_site_is_the_same(dose: Data) -> None:
    """No number, unit, route or any other word of the dose reaches a page: another dose gives the very same site."""
    named: Data = {"drug": "examplin"} if "drug" in dose else {"one_of": ["examplin", "samplin"]}
    one = {**dose, **named}
    shared: Data = {key: dose[key] for key in ("purpose", "label", "indication") if key in dose}
    other: Data = {**shared, **named, "amount": "1 mg"}
    assert _site(_library(one), _stopped()) == _site(_library(other), _stopped())


def test_nothing_of_the_dose_is_told_and_without_the_suspension_all_of_it_is() -> None:
    one = _library(DOSE)
    for told in _TOLD:
        assert told in text_of(_site(one, Suspensions({}, {})).pages)
        assert told not in text_of(_site(one, _stopped()).pages)


def test_no_difference_tells_it_either() -> None:
    said = text_of(_site(_library(DOSE), _stopped()).pages)
    assert "It is half of the other" not in said
    assert "It is a third" not in said


def test_every_place_keeps_its_anchor_and_says_what_is_the_matter() -> None:
    shown = page(_site(_library(DOSE), _stopped()), _QUESTION)
    rows = {row.anchor: row for row in blocks_of(shown.sections, DoseRow)}
    row = rows["dose-stopped"]
    assert row.is_suspended and text_of(row.dose) == NOTICE and row.label.text == "examplin"
    assert not rows["dose-kept"].is_suspended
    assert rows["dose-kept"].maximum.text
    (step,) = blocks_of(shown.sections, AlgorithmStep)
    assert text_of(step.doses) == f"examplin: {NOTICE}"
    said = text_of(shown)
    assert f"Begin with ({NOTICE}) and wait." in said
    (card,) = blocks_of(shown.sections, StudyCard)
    assert f": ({NOTICE})" in text_of(card.facts)


@pytest.mark.parametrize(
    "path",
    [
        _QUESTION,
        "summaries/elsewhere/clinician/",
        "drugs/examplin/",
        "medications/medicines/clinician/",
        "summaries/question/patient/",
    ],
)
def test_a_page_with_a_suspended_dose_says_so_at_its_top(path: str) -> None:
    shown = page(_site(_library(DOSE), _stopped()), path)
    first = shown.lead[0]
    assert isinstance(first, Callout)
    assert first.tone == "warning"
    assert "A dose of examplin is suspended since 21 November 2026 (Ada Example)" in text_of(first)


def test_patients_are_told_to_ask_and_not_to_stop() -> None:
    shown = page(_site(_library(DOSE), _stopped()), "summaries/question/patient/")
    said = text_of((shown.lead, shown.sections))
    assert "ask your treatment team" in said
    assert "do not use" not in said


def test_other_pages_are_left_alone() -> None:
    before, after = (_site(_library(DOSE), one) for one in (Suspensions({}, {}), _stopped("nowhere#x")))
    assert _but_findings(before) == _but_findings(after)


def _but_findings(site: Site) -> list[Page]:
    return [shown for shown in site.pages if shown.path != "qa/"]


def test_a_drug_that_is_suspended_everywhere_is_so_on_every_page_that_names_it() -> None:
    one = _library(DOSE, prose_drug=_SAMPLIN | {"name": "third", "what_it_is": "It is like examplin."})
    site = _site(one, _everywhere("examplin", reason="A harm was *seen*."))
    wanted = {_QUESTION, "summaries/elsewhere/clinician/", "summaries/question/patient/", "drugs/prose-drug/"}
    for path in wanted:
        said = text_of(page(site, path).lead[0])
        assert "examplin is suspended since 21 November 2026 (Ada Example)" in said, path
    said = text_of(page(site, _QUESTION).lead[0])
    assert "The reason as recorded: A harm was seen." in said
    assert "A dose of" not in said, "it is said once"
    for told in _TOLD:
        assert told not in text_of(site.pages)


def test_a_brand_names_its_drug() -> None:
    one = _library(DOSE, other=_SAMPLIN | {"name": "fourth", "what_it_is": "It is not Exemplar."})
    site = _site(one, _everywhere("examplin"))
    assert "examplin is suspended" in text_of(page(site, "drugs/other/").lead[0])


def test_digests_are_of_the_text_itself() -> None:
    one = _library(DOSE)
    context = SiteContext(today=DAY, words=english())
    own = compile_bodies(one, context)
    stopped = replace(context, suspended=_stopped())
    assert {key: body.words_digest for key, body in compile_bodies(one, stopped).items()} == {
        key: body.words_digest for key, body in own.items()
    }
    published = compile_published_bodies(one, own, stopped)
    assert {key: body.words_digest for key, body in published.items()} == {
        key: body.words_digest for key, body in own.items()
    }
    assert published["question", "clinician"] != own["question", "clinician"]


def test_only_what_is_touched_is_worded_again() -> None:
    one = _library(DOSE)
    context = SiteContext(today=DAY, words=english())
    own = compile_bodies(one, context)
    assert compile_published_bodies(one, own, context) is own
    published = compile_published_bodies(one, own, replace(context, suspended=_stopped()))
    assert published["examplitis", "clinician"] is own["examplitis", "clinician"]
    assert published["samplin", "clinician"] is own["samplin", "clinician"]


def test_a_finding_on_a_suspended_dose_is_told_in_general_words() -> None:
    rule = Rule("DOS999", "x", Severity.WARNING, "A dose is unusual.", "", "")
    finding = rule.finding(
        "4,321 mg is much", Place("x.yml", 1), entry="question", pointer=("doses", "stopped")
    )
    one = _library(DOSE)
    context = SiteContext(today=DAY, words=english(), publishes_all=True, suspended=_stopped())
    bodies = compile_bodies(one, context)
    state = EditionState(State.UNDER_REVIEW, Digests("clinsum-1:0", "clinsum-words-1:0"))
    site = compile_site(one, bodies, (finding,), replace(context, states=dict.fromkeys(bodies, state)))
    assert "4,321" not in text_of(site.pages)
    assert "4,321" not in str([shown.notices for shown in site.pages])


@pytest.mark.parametrize(
    ("path", "within", "is_told"),
    [
        (("doses", "stopped", "amount"), "", True),
        (("doses", "kept", "amount"), "", False),
        (("amount",), "dose:question#stopped", True),
        (("limitations", "0"), "", False),
    ],
)
def test_which_changes_would_tell_it(path: tuple[str, ...], within: str, is_told: bool) -> None:
    one = _library(DOSE)
    change = ClinicalChange(ChangeClass.CRITICAL, Operation.INCREASE, Topic.DOSE, path, within)
    context = SiteContext(today=DAY, words=english(), suspended=_stopped())
    assert tells_suspended(one, context, "question", change) is is_told


def test_while_a_drug_is_suspended_a_dose_that_is_gone_is_not_told() -> None:
    one = _library(DOSE)
    change = ClinicalChange(
        ChangeClass.CRITICAL, Operation.UNSET, Topic.DOSE, ("doses", "gone", "amount"), before="5 mg"
    )
    context = SiteContext(today=DAY, words=english(), suspended=_everywhere("examplin"))
    assert tells_suspended(one, context, "question", change)
    assert not tells_suspended(one, replace(context, suspended=_stopped()), "question", change)


def test_the_doses_of_a_suspended_entry_are_not_told_where_they_are_quoted() -> None:
    one = _library(DOSE)
    digests = Digests("clinsum-1:0", "clinsum-words-1:0")
    reviewed, stopped = (
        EditionState(State.UNDER_REVIEW, digests),
        EditionState(State.SUSPENDED, digests, _decision()),
    )
    keys = compile_bodies(one, SiteContext(today=DAY, words=english()))
    states = {key: stopped if key == ("question", "clinician") else reviewed for key in keys}
    site = _site(one, Suspensions({}, {}), states=states)
    shown = page(site, "summaries/elsewhere/clinician/")
    assert NOTICE in text_of(shown.sections)
    for told in _TOLD[:4]:
        assert told not in text_of(shown)
