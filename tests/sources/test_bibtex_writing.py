"""What is written into the bibliography is read from it the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.sources.bibtex import read_bibliography
from generator.sources.cited_work import CitedWork
from generator.sources.references.bibtex_writing import bibtex_text
from generator.sources.references.record_names import PersonName
from generator.sources.references.record_text import plain_text
from generator.sources.source_text import UNWANTED


def read_back(work: CitedWork) -> CitedWork:
    """The work as our reader reads it, between two others that must not be touched."""
    other = "@misc{before, title = {x}}\n"
    text = f"{other}\n{bibtex_text('roe-2020', work)}\n{other.replace('before', 'after')}"
    bibliography = read_bibliography(text.encode(), "references.bib")
    assert bibliography.findings == ()
    assert list(bibliography.works) == ["before", "roe-2020", "after"]
    return bibliography.works["roe-2020"]


def work(**fields: str | list[PersonName]) -> CitedWork:
    return {"key": "roe-2020", "bibtex_type": "article", "type": "not-stated", "title": "Examplin", **fields}


NASTY = [
    "{",
    "}",
    "}{",
    "a {unbalanced brace",
    "\\",
    "a \\{ b",
    "trailing \\",
    "\\emph{x} and \\'e",
    "50% of 10 & #1 more_text",
    "% a comment?",
    "@article{x, title = {y}}",
    "mail me @ home",
    "@",
    "$",
    "US$5 to US$7",
    "US$5_a 10% to US$7 {x}",
    "$\\alpha$",
    "$<$",
    "~ ^ ` ' \" ´",
    'a "quoted" title, year = {1999}',
    "a, b = c # d",
    "Größe: Überdosis für Ärzte",
    "naïve — façade – 10⁹ µg · 𝒳",
    "日本語の題名",
    "<i>not</i> & lt;",
    "a and b and others",
]
"""Titles as somebody might have printed them; nothing of them is real."""


@pytest.mark.parametrize("text", NASTY)
def test_nasty_titles_groups_and_journals_come_back(text: str) -> None:
    written = work(title=text, journal=text, publisher=text, note=text, authors=[{"literal": text}])
    assert read_back(written) == written


@pytest.mark.parametrize("text", NASTY)
def test_nasty_names_come_back(text: str) -> None:
    written = work(
        authors=[{"family": text, "given": text}, {"family": "Roe", "given": "J.", "suffix": text}]
    )
    assert read_back(written) == written


READABLE = st.characters(exclude_categories=["Cs", "Cc", "Cn"]).filter(lambda char: not UNWANTED.match(char))
LATEXISH = st.sampled_from(
    [
        "\\",
        "{",
        "}",
        "$",
        "%",
        "&",
        "#",
        "_",
        "~",
        "^",
        "@",
        '"',
        "'",
        ",",
        "=",
        "and",
        "others",
        "@misc{",
        "a",
        "É",
    ]
)
TEXTS = (
    st.lists(READABLE | LATEXISH | st.just(" "), min_size=1, max_size=30)
    .map("".join)
    .map(plain_text)
    .filter(bool)
)
PEOPLE = st.fixed_dictionaries({"family": TEXTS, "given": TEXTS}, optional={"suffix": TEXTS})
NAMES = st.lists(PEOPLE | st.fixed_dictionaries({"literal": TEXTS}), min_size=1, max_size=4)


@settings(deadline=None, max_examples=400)
@given(TEXTS)
@example("$a$ $b_c$")
def test_any_title_comes_back(text: str) -> None:
    written = work(title=text, journal=text)
    assert read_back(written) == written


@settings(deadline=None, max_examples=300)
@given(NAMES, st.booleans())
@example([{"literal": "$A"}, {"literal": "$"}], False)
def test_any_names_come_back(names: list[PersonName], has_others: bool) -> None:
    written = work(authors=names, editors=names)
    if has_others:
        written["et_al"] = "yes"
    assert read_back(written) == written


def test_it_is_written_as_the_bibliography_is() -> None:
    written = work(
        authors=[{"family": "van der Roe", "given": "Jane", "suffix": "Jr"}, {"literal": "Examplin Group"}],
        et_al="yes",
        title="Examplin in 50% of people",
        journal="Example Journal",
        year="2020",
        doi="10.99999/a_b",
        type="trial",
    )
    assert bibtex_text("roe-2020", written) == (
        "@article{roe-2020,\n"
        "  author = {van der Roe, Jr, Jane and {Examplin Group} and others},\n"
        "  title = {Examplin in 50\\% of people},\n"
        "  journal = {Example Journal},\n"
        "  year = {2020},\n"
        "  doi = {10.99999/a_b},\n"
        "  evidencetype = {trial},\n"
        "}\n"
    )
    assert read_back(written) == written
    assert re.search("not-stated", bibtex_text("x", work())) is None
