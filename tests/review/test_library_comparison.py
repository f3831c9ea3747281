"""Two states of a site: each fact once with every page that it reaches, the rules, the notes, what cannot be told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from generator.compiler.inline_markdown import parse_inline
from generator.compiler.site import compile_bodies
from generator.model.change import ChangeClass
from generator.model.entries.entry import Change
from generator.model.vocabulary import Vocabulary
from generator.pages.inline import Run, Text, plain_text
from generator.review.reports.change_counts import counts_in_words
from generator.review.reports.report_words import need_words
from generator.review.site.change_note import change_note, note_yaml
from generator.review.site.changed_fact import ChangedFact, FactKind, LibraryComparison
from generator.review.site.compared import Compared
from generator.review.site.library_comparison import compare_libraries
from generator.review.site.verdict import exit_code
from generator.sources.strict_yaml import read_yaml
from tests.diagnostics.hostile import TEXTS
from tests.review.pair_fixture import DAY, made_side

State = dict[str, Any]
_DOSE = {"drug": "examplin", "purpose": "recommended", "amount": "50 mg", "every": "1 d"}
_OTHER_DOSE = _DOSE | {"amount": "60 mg"}
_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"


def _with_dose(dose: Mapping[str, Any], **more: Any) -> State:
    return {"doses": {"usual": dose}, **more}


def compare(before: State, after: State) -> LibraryComparison:
    return compare_libraries(made_side("main", before), made_side("proposal", after))


def _sentences(found: LibraryComparison) -> list[str]:
    return [fact.sentence for fact in found.facts]


def _of_kind(found: LibraryComparison, kind: FactKind) -> list[ChangedFact]:
    return [fact for fact in found.facts if fact.kind is kind]


def _levels(found: LibraryComparison) -> dict[str, ChangeClass]:
    return {fact.sentence: fact.level for fact in found.facts}


# --- facts and the pages that they reach


def _site(pages: int, country: str) -> State:
    quoting = {f"page-{number:02}": _with_dose(_DOSE) for number in range(pages)}
    return {**quoting, "examplin": {"brands": [{"name": "Exemplar", "country": country}]}}


def test_a_change_in_a_drug_is_told_once_with_all_fifty_pages_that_quote_it() -> None:
    found = compare(_site(50, "US"), _site(50, "DE"))
    (fact,) = found.facts
    assert (fact.owner, fact.sentence) == ("examplin", "Examplin, brand “Exemplar”: country US → DE")
    assert [page.entry for page in fact.pages] == ["examplin"]
    assert [page.entry for page in fact.reaches] == [f"page-{number:02}" for number in range(50)]
    assert len(found.changed_pages) == 51
    assert found.facts_of("page-07", "clinician") == (fact,)


def test_a_fact_of_two_editions_is_one_line_that_names_both() -> None:
    def state(strength: str) -> State:
        wording = {"clinician": "Consider it.", "patient": "It may help."}
        recommendation = {"id": "try", "direction": "for", "certainty": "low", "wording": wording}
        return {
            "question": {
                "audiences": ["clinician", "patient"],
                "recommendations": [{**recommendation, "strength": strength}],
            }
        }

    (fact,) = compare(state("conditional"), state("strong")).facts
    assert [page.audience for page in fact.pages] == ["clinician", "patient"]


def test_the_gravest_come_first_whatever_they_are_about() -> None:
    old, older = ([{"wording": text}] for text in ("It is old.", "It is very old."))
    rules = {"version": "2", "people": "1"}
    before = {"question": _with_dose(_DOSE, limitations=old), "policy": {"version": "1"}}
    after = {"question": _with_dose(_OTHER_DOSE, limitations=older), "policy": rules}
    levels = [fact.level for fact in compare(before, after).facts]
    assert levels == sorted(levels, key=lambda level: level.rank)
    assert levels.count(ChangeClass.CRITICAL) == 2


def test_a_comparison_does_not_depend_on_the_order_of_entries() -> None:
    before, after = _site(5, "US"), _site(5, "DE")
    assert compare(before, after) == compare(dict(reversed(before.items())), dict(reversed(after.items())))


def test_a_number_that_stands_in_no_dose_any_more_is_told_of_the_edition_that_still_has_it() -> None:
    def state(dose: Mapping[str, Any]) -> State:
        wording = {"clinician": "Sleep.", "patient": "At 50 mg you may sleep."}
        harm = {"id": "sleep", "drug": "examplin", "wording": wording}
        return {"question": _with_dose(dose, audiences=["clinician", "patient"], harms=[harm])}

    (told,) = [fact.sentence for fact in _of_kind(compare(state(_DOSE), state(_OTHER_DOSE)), FactKind.APART)]
    assert told == (
        "Editions apart, harm “sleep”: “50 mg”, which they had in common, is still in “Patients”, no longer in any dose"
    )


# --- what cannot be compared


def _unread(**fields: Any) -> Compared:
    side = made_side("proposal", {"question": _with_dose(_DOSE)})
    return replace(side, library=replace(side.library, **fields))


@pytest.mark.parametrize(
    ("file", "state"),
    [
        ("editorial-policy.yml", {"policy": {"version": "2", "people": "1"}}),
        ("reviewers.yml", {"reviewers": {"version": "1", "reviewers": []}}),
        ("redirects.yml", {"redirects": {"older": "question"}}),
        ("pages/about.md", {"prose": {"About": "It is not for care."}}),
    ],
)
def test_of_a_file_that_cannot_be_read_nothing_else_is_said(file: str, state: State) -> None:
    failure = f"content/{file}:4:1: the form is wrong"
    head = replace(made_side("proposal", {}), failures=(failure,))
    found = compare_libraries(made_side("main", state), head)
    assert _sentences(found) == [f"NOT COMPARED: {failure} (proposal)"]


def test_an_entry_that_is_gone_is_one_line_for_all_its_editions() -> None:
    second = {"audiences": ["clinician", "patient"], "limitations": [{"wording": "It is new."}]}
    found = compare({"second": second}, {})
    assert _sentences(found) == [
        "Gone: “Does examplin help?” (Clinicians, Patients), without redirect or notice"
    ]
    assert counts_in_words(found) == "1 critical on 2 pages; 2 pages gone or moved"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (
            {"unreadable": frozenset({"question"})},
            "NOT COMPARED: the entry “question” cannot be read (proposal)",
        ),
        (
            {"unreadable": frozenset({"somebody"})},
            "NOT COMPARED: the entry “somebody” cannot be read (proposal)",
        ),
        (
            {"unreadable_works": frozenset({"roe-2020"})},
            "NOT COMPARED: the work “roe-2020” cannot be read (proposal)",
        ),
        ({"has_bibliography": False}, "NOT COMPARED: the bibliography cannot be read (proposal)"),
    ],
)
def test_what_one_side_cannot_read_is_not_compared(fields: dict[str, Any], told: str) -> None:
    base, head = made_side("main", {"question": _with_dose(_DOSE)}), _unread(**fields)
    for sides in ((base, head), (head, base), (head, head)):
        found = compare_libraries(*sides)
        said = [re.sub("(main|proposal) and ", "", sentence) for sentence in _sentences(found)]
        assert told in said
        assert exit_code(found) == 2
        assert all(fact.level is ChangeClass.CRITICAL for fact in found.not_compared)


def test_files_that_could_not_be_read_are_told_by_their_side() -> None:
    side = made_side("main", {})
    found = compare_libraries(replace(side, failures=("content/editorial-policy.yml is no YAML",)), side)
    assert _sentences(found) == ["NOT COMPARED: content/editorial-policy.yml is no YAML (main)"]


def test_of_a_drug_that_cannot_be_read_nothing_else_is_told_but_where_it_is_quoted() -> None:
    base = made_side("main", {"question": _with_dose(_DOSE)})
    library = replace(base.library, drugs={}, unreadable=frozenset({"examplin"}))
    head = Compared("proposal", library, compile_bodies(library, base.context), base.context)
    (fact,) = [fact for fact in compare_libraries(base, head).facts if fact.owner == "examplin"]
    assert fact.kind is FactKind.NOT_COMPARED
    assert [page.entry for page in fact.all_pages] == ["examplin", "question"]


def test_an_entry_that_cannot_be_read_is_not_gone() -> None:
    base = made_side("main", {"second": {}})
    left = {"question": base.library.summaries["question"]}
    library = replace(base.library, summaries=left, unreadable=frozenset({"second"}))
    head = Compared("proposal", library, compile_bodies(library, base.context), base.context)
    told = _sentences(compare_libraries(base, head))
    assert told == ["NOT COMPARED: the entry “second” cannot be read (proposal)"]


# --- words that are others though no fact is


def _reworded(side: Compared, **words: str) -> Compared:
    others = {key.replace("_", "-"): text for key, text in words.items()}
    context = replace(side.context, words={**side.context.words, **others})
    return Compared(side.name, side.library, compile_bodies(side.library, context), context)


def test_words_of_the_generator_are_told_once_for_all_pages() -> None:
    harms = {"harms": [{"id": "rash", "drug": "examplin", "wording": "Rash."}]}
    side = made_side("main", {"question": harms, "second": harms})
    cause, fact = compare_libraries(side, _reworded(side, section_harms="Not for children")).facts
    assert (cause.kind, fact.kind, fact.level) == (FactKind.RULES, FactKind.WORDING, ChangeClass.CRITICAL)
    assert cause.sentence == "Words of the site, “section-harms”: “[Harms → Not for children]”"
    assert fact.sentence == "Readers get other words although no fact changed: “[Harms → Not for children]”"
    assert [page.entry for page in fact.reaches] == ["question", "second"]


def test_words_by_which_a_draft_would_read_approved_are_critical() -> None:
    side = made_side("main", {"question": {}})
    found = compare_libraries(side, _reworded(side, state_draft="Approved", search_title="Look for"))
    assert _levels(found) == {
        "Words of the site, “state-draft”: “[Draft → Approved]”": ChangeClass.CRITICAL,
        "Words of the site, “search-title”: “[Search → Look for]”": ChangeClass.MAJOR,
    }
    assert exit_code(found) == 1


def test_another_language_is_told_once_and_no_word_of_it() -> None:
    side = made_side("main", {})
    words = {key: f"{text} x" for key, text in side.context.words.items()}
    head = replace(side, context=replace(side.context, language="de", words=words))
    assert [fact.level for fact in _of_kind(compare_libraries(side, head), FactKind.RULES)] == [
        ChangeClass.CRITICAL
    ]


def test_templates_and_settings_that_are_others_are_named() -> None:
    side = made_side("main", {})
    base = replace(
        side, shaping={"mkdocs.yml": "1", "site_templates/a.html.j2": "1", "site_templates/b": "1"}
    )
    head = replace(side, shaping={"mkdocs.yml": "2", "site_templates/b": "1"})
    (fact,) = compare_libraries(base, head).facts
    assert fact.level is ChangeClass.MAJOR
    assert fact.sentence.endswith("look at a preview: mkdocs.yml, site_templates/a.html.j2")


def test_another_digest_of_the_same_words_is_not_compared() -> None:
    side = made_side("main", {})
    bodies = {key: replace(body, words_digest="other") for key, body in side.bodies.items()}
    found = compare_libraries(side, replace(side, bodies=bodies))
    assert [fact.kind for fact in found.facts] == [FactKind.NOT_COMPARED]
    assert len(found.facts[0].reaches) == len(bodies)


# --- the rules of the site


def _rules(change: Any) -> dict[str, ChangeClass]:
    side = made_side("main", {"question": {"authors": ["ada-example"], "changes": [_note("A note.")]}})
    after = replace(side, library=change(side.library))
    found = compare_libraries(side, after)
    assert {fact.kind for fact in found.facts} <= {FactKind.RULES}
    return _levels(found)


def _note(text: str, kind: str = "major") -> dict[str, str]:
    return {"date": "2026-11-20", "kind": kind, "note": text}


def _entry(library: Any, **fields: Any) -> Any:
    entry = library.summaries["question"].model_copy(update=fields)
    return replace(library, summaries={"question": entry})


def test_an_author_who_is_no_longer_named_could_approve() -> None:
    told = _rules(lambda library: _entry(library, authors=()))
    said = "ada-example is no longer named as an author of “question”, and may so approve it"
    assert told == {said: ChangeClass.MAJOR}


def test_a_change_note_that_is_gone_is_told() -> None:
    told = _rules(lambda library: _entry(library, changes=()))
    assert told == {
        "The change note of 2026-11-20 in “question” is gone or another: A note.": ChangeClass.MAJOR
    }


def test_a_printed_name_that_is_another_is_told() -> None:
    def renamed(library: Any) -> Any:
        ada = library.people["ada-example"].model_copy(update={"credentials": "MD"})
        return replace(library, people={"ada-example": ada})

    assert _rules(renamed) == {"ada-example, credentials: none → MD": ChangeClass.MINOR}


def test_lists_of_the_site_are_counted() -> None:
    rows = ({"written": "EXP", "write": "examplin"},)
    vocabulary = Vocabulary.model_validate(
        {"source": "x", "version": "1", "licence": "own", "retrieved": "not-stated", "rows": rows}
    )
    told = _rules(lambda library: replace(library, vocabulary={"house": vocabulary}))
    assert told == {"The list “house” of this site: 1 added, 0 removed": ChangeClass.MINOR}


_V1 = {"version": "1"}
_V2 = {"version": "2"}
_NOBODY = {"version": "1", "reviewers": []}
_WAIVER = {
    "rule": "DOS002",
    "entry": "question",
    "reason": "Asked.",
    "owner": "ada-example",
    "until": "2027-01-31",
}


@pytest.mark.parametrize(
    ("before", "after", "sentence", "level"),
    [
        (
            {"policy": _V2},
            {"policy": _V1 | {"people": "3"}},
            "its version is lower than before: 2 → 1",
            "critical",
        ),
        ({"policy": _V1}, {"policy": _V2 | {"people": "3"}}, "More people must approve: 2 → 3", "minor"),
        ({"policy": _V1 | {"approval": "recorded"}}, {"policy": _V2}, "recorded → signed", "minor"),
        (
            {"policy": _V1},
            {"policy": _V2 | {"review_every": "24 mo"}},
            "every 12 mo → every 24 mo",
            "major",
        ),
        (
            {"policy": _V1},
            {"policy": _V2 | {"review_every": "6 mo"}},
            "every 12 mo → every 6 mo",
            "minor",
        ),
        ({"policy": _V1}, {"policy": _V2 | {"changed_entry": "keep"}}, "pending → keep", "major"),
        (
            {"policy": _V1},
            {"policy": _V2 | {"suspend_roles": ["clinical"]}},
            "any reviewer → clinical",
            "major",
        ),
        ({"reviewers": _NOBODY}, {}, "no list of reviewers any more", "critical"),
        ({}, {"reviewers": _NOBODY}, "There is a list of reviewers now", "major"),
        ({"redirects": {"old": "question"}}, {}, "The retired id “old” no longer leads anywhere", "major"),
        (
            {"redirects": {"old": "question"}},
            {"redirects": {"old": "new"}, "new": {}},
            "question → new",
            "major",
        ),
        ({}, {"redirects": {"old": "question"}}, "The retired id “old” now leads to “question”", "minor"),
        ({"waivers": [_WAIVER]}, {}, "No longer let stand: DOS002 in “question”", "minor"),
    ],
)
def test_rules_that_changed(before: State, after: State, sentence: str, level: str) -> None:
    told = {text: found for text, found in _levels(compare(before, after)).items() if sentence in text}
    assert list(told.values()) == [ChangeClass(level)]


@pytest.mark.parametrize(
    ("before", "after", "sentence", "level"),
    [
        ({}, {"until": "2027-01-01"}, "always → until 2027-01-01", "major"),
        ({}, {"revoked": "yes"}, "always → revoked", "major"),
        ({"revoked": "yes"}, {}, "revoked → always", "critical"),
        (None, {}, "ada-example may sign with another key: …", "major"),
        ({}, None, "Gone: the key …", "major"),
    ],
)
def test_keys_of_reviewers(before: State | None, after: State | None, sentence: str, level: str) -> None:
    def state(version: str, key: State | None) -> State:
        keys = [] if key is None else [{"key": _KEY, **key}]
        reviewer = {"person": "ada-example", "roles": ["clinical"], "keys": keys}
        return {"reviewers": {"version": version, "reviewers": [reviewer]}}

    ((text, found),) = _levels(compare(state("1", before), state("2", after))).items()
    assert sentence in text and found is ChangeClass(level)


def test_a_site_that_publishes_what_nobody_approved_says_so() -> None:
    side = made_side("main", {})
    found = compare_libraries(side, replace(side, context=replace(side.context, publishes_all=True)))
    assert _levels(found) == {"The site now publishes what nobody approved, marked so": ChangeClass.CRITICAL}


# --- decisions


def _decision(**fields: Any) -> State:
    decided = {"kind": "decision", "decision": "approve", "by": "ada-example", "at": "2026-11-20T10:00:00Z"}
    return {**decided, "covers": [{"entry": "question"}], **fields}


def test_decisions_that_were_added_are_listed_with_the_printed_name() -> None:
    found = compare(
        {}, {"one": _decision(role="clinical"), "two": _decision(at="2026-11-19T10:00:00Z", by="nobody")}
    )
    assert [(one.id, one.by, one.role, one.at, one.entries) for one in found.decisions] == [
        ("two", "nobody", "", "2026-11-19 10:00 UTC", ("question",)),
        ("one", "Ada Example", "clinical", "2026-11-20 10:00 UTC", ("question",)),
    ]


def test_a_decision_that_is_gone_or_edited_is_critical() -> None:
    told = _levels(compare({"one": _decision()}, {}))
    assert told == {"The decision “one” is gone from the record": ChangeClass.CRITICAL}
    told = _levels(compare({"one": _decision()}, {"one": _decision(reason="Another.")}))
    assert told == {"The decision “one” was edited: a record is never changed": ChangeClass.CRITICAL}


def test_a_page_that_is_gone_after_a_withdrawal_is_gone_with_notice() -> None:
    withdrawn = _decision(decision="withdraw", covers=[{"entry": "second"}])
    told = _levels(compare({"second": {}, "one": withdrawn}, {"one": withdrawn}))
    said = "Gone: “Does examplin help?” (Clinicians); its withdrawal is on record"
    assert told == {said: ChangeClass.MAJOR}


# --- what it needs


def test_what_the_policy_asks_for_is_told_by_editions_that_need_the_same() -> None:
    found = compare({"question": _with_dose(_DOSE)}, {"question": _with_dose(_OTHER_DOSE), "second": {}})
    assert [(need_words(one), [page.entry for page in one.pages]) for one in found.needs] == [
        ("2 people, among them somebody in the role pharmacy", ["question"]),
        ("2 people", ["second"]),
    ]


def test_a_change_cannot_lower_what_it_takes_to_accept_it() -> None:
    weaker = {"version": "2", "people": "1", "requirements": []}
    found = compare({"question": _with_dose(_DOSE)}, {"question": _with_dose(_OTHER_DOSE), "policy": weaker})
    (need,) = found.needs
    assert (need.people, need.roles) == (2, (("pharmacy",),))


def test_a_page_that_is_gone_needs_no_approval() -> None:
    assert compare({"second": {}}, {}).needs == ()


# --- notes for readers


def _noted(*notes: State) -> LibraryComparison:
    old = _note("An old note.")
    before = {"question": _with_dose(_DOSE, changes=[old])}
    return compare(before, {"question": _with_dose(_OTHER_DOSE, changes=[old, *notes])})


def test_a_critical_change_without_a_new_note_gets_one_to_begin_with() -> None:
    (missing,) = _noted().notes
    assert (missing.entries, missing.level) == (("question",), ChangeClass.CRITICAL)
    assert missing.note == "Examplin, amount: 50 → 60 mg daily (+20 %)."
    assert missing.yaml == (
        "changes:\n"
        "  - date: 2026-11-21\n"
        "    kind: major\n"
        '    note: "Examplin, amount: 50 → 60 mg daily (+20 %)."\n'
    )


def test_a_new_major_note_is_enough_and_a_minor_one_is_not() -> None:
    assert _noted(_note("The dose was raised.")).notes == ()
    assert len(_noted(_note("The dose was raised.", "minor")).notes) == 1


def test_a_change_of_a_drug_is_noted_in_the_drug_and_not_on_each_page() -> None:
    (missing,) = compare(_site(3, "US"), _site(3, "DE")).notes
    assert missing.entries == ("examplin",)


def test_a_change_of_a_work_is_noted_by_those_who_cite_it() -> None:
    def state(doi: str, notes: list[State]) -> State:
        work = {"title": "Examplin", "year": "2020", "type": "trial", "doi": doi}
        cites = {"limitations": [{"wording": "It is old.", "cites": ["roe-2020"]}]}
        return {"works": {"roe-2020": work}, "question": cites, "second": {**cites, "changes": notes}}

    (missing,) = compare(
        state("10.1000/1", []), state("10.1000/2", [_note("The reference was corrected.")])
    ).notes
    assert missing.entries == ("question",)


def test_minor_changes_new_pages_and_rules_need_no_note() -> None:
    before = {"question": {"limitations": [{"wording": "It is old", "cites": ["roe-2020"]}]}}
    after = {
        "question": {"limitations": [{"wording": "It is old.", "cites": ["roe-2020", "doe-2021"]}]},
        "second": {},
    }
    found = compare(before, {**after, "policy": {"version": "2", "people": "1"}})
    assert found.notes == ()
    assert {fact.level for fact in found.facts} == {
        ChangeClass.CRITICAL,
        ChangeClass.MINOR,
        ChangeClass.EDITORIAL,
    }


def test_a_note_is_one_sentence_of_few_changes() -> None:
    assert change_note(["One.", "Two", "Two"]) == "One; Two."
    many = change_note([f"Change {number}" for number in range(1, 6)])
    assert many == "Change 1; Change 2; Change 3; and 2 more changes."
    assert len(change_note(["word " * 500])) < 400


def _no_mark(mark: str) -> Run:
    raise AssertionError(f"{mark} was read as a mark")


def _no_link(address: str, children: Run) -> Run:
    raise AssertionError(f"{address} was read as a link")


def _written(note: str) -> Change:
    """The note as reading the entry gives it."""
    document = read_yaml(note_yaml(DAY, note).encode(), "note.yml")
    assert document.findings == ()
    root: Any = document.root
    (made,) = root["changes"]
    return Change.model_validate(made)


@given(TEXTS)
def test_a_note_is_yaml_and_says_nothing_but_the_changes(text: str) -> None:
    note = change_note([f"Examplin: {text}"])
    made = _written(note)
    assert (made.date, made.kind) == (DAY, "major")
    shown = plain_text(parse_inline(made.note, _no_mark, _no_link))
    assert shown == " ".join(note.translate(str.maketrans("[]{}", "()()")).split())


def test_the_words_of_a_note_stay_words() -> None:
    note = change_note(["Examplin *now* [@roe-2020] {dose:x} [x](https://example.org) <b>"])
    run = parse_inline(_written(note).note, _no_mark, _no_link)
    assert run == (Text("Examplin *now* (@roe-2020) (dose:x) (x)(https://example.org) <b>."),)


def test_every_fact_has_a_sentence_and_a_place() -> None:
    before = _site(3, "US") | {"question": _with_dose(_DOSE)}
    after = _site(3, "DE") | {"question": _with_dose(_OTHER_DOSE)}
    facts: tuple[ChangedFact, ...] = compare(before, after).facts
    assert all(fact.sentence and fact.all_pages for fact in facts)
