"""What an approval binds: every clinical byte of an edition, and nothing else."""

from __future__ import annotations

import copy
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.model.digest import edition_digest, short_digest
from generator.model.field import Part, digest_fields
from generator.sources.strict_yaml import read_yaml
from tests.model.entries import CLINICIAN, EXAMPLIN, PATIENT, SUMMARY, library

PINNED = {
    "clinician": "clinsum-1:f92da1285203e3e5361dfceb3a671a54d7dfedf1632b8df380bcc4b2469f3a89",
    "patient": "clinsum-1:596cf95bcc1edc04e7f9a9d5e9105ecd1233362ecfbc428c15bc3809bb6b0390",
}
"""Digests of an earlier release. If one changes, every approval of every site is lost: map the schema, do not repin."""


def digest(
    summary: dict[str, Any] | None = None, audience: str = "clinician", **others: dict[str, Any]
) -> str:
    made = library(summary, **others)
    return edition_digest(made, made.summaries["question"], made.audiences[audience])


def changed(path: list[str | int], value: Any) -> dict[str, Any]:
    made = copy.deepcopy(SUMMARY)
    at: Any = made
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return made


@pytest.mark.parametrize("audience", ["clinician", "patient"])
def test_digests_are_those_of_earlier_releases(audience: str) -> None:
    assert digest(audience=audience) == PINNED[audience]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["doses", "examplin-usual", "amount"], "1 to 3 mg/kg"),
        (["doses", "examplin-usual", "maximum"], {"per_day": "200 mg"}),
        (["doses", "examplin-usual", "route"], "not-stated"),
        (["recommendations", 0, "strength"], "strong"),
        (["recommendations", 0, "cites"], "uncited-in-source"),
        (["limitations", 0, "wording"], "Only clinicians read that."),
    ],
)
def test_a_clinical_change_of_what_clinicians_read_changes_the_digest(
    path: list[str | int], value: Any
) -> None:
    assert digest(changed(path, value)) != digest()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["doses", "examplin-usual", "amount"], "1 to 3 mg/kg"),
        (["limitations", 0, "wording"], "Only clinicians read that."),
        (["pitfalls"], [{"id": "haste", "wording": "Haste.", "guards": "first"}]),
    ],
)
def test_a_change_that_an_edition_does_not_use_leaves_its_digest(path: list[str | int], value: Any) -> None:
    assert digest(changed(path, value), "patient") == digest(audience="patient")


@pytest.mark.parametrize(
    "mark", ["{dose:examplin-usual}", "{dose: examplin-usual}", "{dose:\n  examplin-usual }"]
)
def test_a_dose_that_a_text_quotes_is_bound_however_the_quote_is_spaced(mark: str) -> None:
    told = changed(["recommendations", 0, "wording", "patient"], f"Take {mark}.")
    other = copy.deepcopy(told)
    other["doses"]["examplin-usual"]["amount"] = "9 mg/kg"
    assert digest(told, "patient") != digest(other, "patient")


@pytest.mark.parametrize("name", ["changes", "review", "owner", "authors", "source_errors", "audiences"])
def test_the_making_of_an_entry_stands_in_no_digest(name: str) -> None:
    values: dict[str, Any] = {
        "changes": [{"date": "2026-01-01", "kind": "major", "note": "New."}],
        "review": {"every": "6 mo"},
        "owner": "ada",
        "authors": ["ada"],
        "source_errors": [{"claim": "x", "why": "y"}],
        "audiences": ["clinician"],
    }
    assert digest(SUMMARY | {name: values[name]}) == digest()


def test_what_is_quoted_belongs_to_the_digest_but_its_editorial_fields_do_not() -> None:
    assert digest(examplin=EXAMPLIN | {"name": "examplinum"}) != digest()
    assert digest(examplin=EXAMPLIN | {"owner": "ada"}) == digest()


def test_layout_comments_and_key_order_do_not_count() -> None:
    texts = (
        "question: Why?\nkind: summary\ncondition: examplitis\naudiences: [clinician]\n",
        "# a comment\nkind: summary\naudiences:\n  - clinician\ncondition: 'examplitis'\nquestion: >-\n  Why?\n",
    )
    roots = [read_yaml(text.encode(), "x.yml").root for text in texts]
    assert digest(roots[0]) == digest(roots[1])


@st.composite
def rewritten(draw: st.DrawFn) -> bytes:
    """The same summary as another editor, or a formatter, might lay it out."""
    data = _shuffled(draw, SUMMARY)
    text = yaml.safe_dump(
        data,
        allow_unicode=draw(st.booleans()),
        sort_keys=False,
        default_flow_style=draw(st.sampled_from([None, False, True])),
        indent=draw(st.integers(2, 6)),
        width=draw(st.integers(20, 200)),
        default_style=draw(st.sampled_from([None, '"'])),
    )
    if draw(st.booleans()):
        text = f"# a comment\n\n{text}"
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"]))).encode()


def _shuffled(draw: st.DrawFn, value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _shuffled(draw, value[key]) for key in draw(st.permutations(sorted(value)))}
    return [_shuffled(draw, item) for item in value] if isinstance(value, list) else value


@given(data=rewritten())
def test_no_layout_changes_the_digest(data: bytes) -> None:
    document = read_yaml(data, "x.yml")
    assert document.findings == ()
    assert digest(document.root) == PINNED["clinician"]
    assert digest(document.root, "patient") == PINNED["patient"]


def test_unicode_form_does_not_count() -> None:
    texts = [unicodedata.normalize(form, "Überdosis µ é") for form in ("NFC", "NFD")]
    assert texts[0] != texts[1]
    assert len({digest(changed(["limitations", 0, "wording"], text)) for text in texts}) == 1


def test_a_field_that_was_renamed_keeps_the_digest_of_version_1() -> None:
    """The digest that the first release gave the same text, which was called background there."""
    told = SUMMARY | {"overview": [{"wording": "Examplitis is invented.", "cites": ["roe-2020"]}]}
    reader = CLINICIAN | {"sections": ["overview", *CLINICIAN["sections"]]}
    pinned = "clinsum-1:9ef84f5c1e2305e78cf2f892ef2fd431e0d8170b739bb8fa168da31eb63f80d9"
    assert digest(told, clinician=reader) == pinned


def test_no_two_fields_share_a_key_in_the_digest() -> None:
    for part in _kinds_of_part(Part):
        keys = [key for _, key in digest_fields(part)]
        assert len(keys) == len(set(keys)), part


def _kinds_of_part(part: type[Part]) -> Iterator[type[Part]]:
    for kind in part.__subclasses__():
        yield kind
        yield from _kinds_of_part(kind)


def test_readers_are_shown_ten_digits() -> None:
    assert short_digest("clinsum-1:0123456789abcdef") == "0123456789"


def test_the_step_that_a_pitfall_guards_binds_those_who_get_the_algorithm_alone() -> None:
    """Patients get pitfalls here and no algorithm: which step one guards stands nowhere on their page."""
    with_pitfalls = {"patient": PATIENT | {"sections": [*PATIENT["sections"], "pitfalls"]}}
    pitfall = {"id": "haste", "wording": {"clinician": "Haste.", "patient": "Do not hurry."}}

    def made(guards: str, audience: str) -> str:
        summary = changed(["pitfalls"], [pitfall | {"guards": guards}])
        return digest(summary, audience, **with_pitfalls)

    assert made("first", "patient") == made("second", "patient")
    assert made("first", "clinician") != made("second", "clinician")
