"""What quotes an entry that was taken back is told, for the audience whose edition it was."""

from __future__ import annotations

from datetime import date

import pytest

from generator.checks.context import CheckContext
from generator.checks.library.quote_of_withdrawn_entry import check
from generator.model.entries.audience import Audience
from generator.model.entries.summary import Summary
from generator.model.library import Library
from generator.model.state import Digests, EditionState, State
from generator.model.work import Work

_AUDIENCES = ("clinician", "patient")
_NOTICES = (State.WITHDRAWN, State.SUPERSEDED, State.SUSPENDED)


def _audience(name: str) -> Audience:
    data = {
        "kind": "audience",
        "label": name,
        "switch": f"Read this for {name}",
        "profile": "us-ismp" if name == "clinician" else "nhs-patient",
        "sections": ["bottom-line"],
    }
    return Audience.model_validate(data).model_copy(update={"id": name})


def _summary(name: str, wording: object) -> Summary:
    data = {
        "kind": "summary",
        "question": "Does examplin help?",
        "condition": "examplitis",
        "audiences": list(_AUDIENCES),
        "overview": [{"wording": wording}],
        "doses": {"examplin": {"drug": "examplin", "purpose": "recommended", "amount": "5 mg"}},
    }
    return Summary.model_validate(data).model_copy(update={"id": name})


def _told(wording: object, states: dict[tuple[str, str], State]) -> list[str]:
    summaries = {"old": _summary("old", "It was so."), "page": _summary("page", wording)}
    work = Work(key="our-page", entry="old")
    audiences = {name: _audience(name) for name in _AUDIENCES}
    library = Library(summaries=summaries, audiences=audiences, works={work.key: work})
    made = {
        (entry, name): EditionState(states.get((entry, name), State.DRAFT), Digests("", ""))
        for entry in summaries
        for name in _AUDIENCES
    }
    return [finding.message for finding in check(CheckContext(library, made, date(2026, 11, 21)))]


@pytest.mark.parametrize("state", _NOTICES)
def test_a_dose_a_link_and_a_work_of_what_was_taken_back_are_told(state: State) -> None:
    both = {("old", name): state for name in _AUDIENCES}
    assert _told("Give {dose:old#examplin}.", both) == [f"this quotes “old#examplin”, which is {state.value}"]
    assert _told("See [it](entry:old).", both) == [f"this links to “old”, which is {state.value}"]
    cited = f"this cites “our-page”, a page of “old”, which is {state.value}"
    assert _told("It helps [@our-page].", both) == [cited]


def test_only_the_readers_whose_edition_was_taken_back_are_meant() -> None:
    wording = {"clinician": "Give {dose:old#examplin}.", "patient": "See [it](entry:old)."}
    assert _told(wording, {("old", "patient"): State.WITHDRAWN}) == [
        "this links to “old”, which is withdrawn"
    ]


def test_what_holds_is_quoted_freely_and_a_notice_quotes_nothing() -> None:
    assert _told("Give {dose:old#examplin} or {dose:examplin}.", {}) == []
    every = {(entry, name): State.WITHDRAWN for entry in ("old", "page") for name in _AUDIENCES}
    assert _told("Give {dose:old#examplin}.", every) == []
