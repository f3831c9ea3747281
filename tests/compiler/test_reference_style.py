"""References as readers see them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.compiler.reference_style import FormattedReference, ReferenceStyle
from generator.model.work import Work

STYLE = ReferenceStyle()


def person(family: str, given: str) -> dict[str, str]:
    return {"family": family, "given": given}


SMITH, JONES = person("Smith", "John A."), person("Jones", "Ann-Marie")
EIGHT = [SMITH, JONES, person("van der Meché", "F. G. A."), *(person(name, "X.") for name in "DEFGH")]
ARTICLE = {
    "bibtex_type": "article",
    "title": "A trial of IVIg",
    "authors": [SMITH],
    "journal": "Neurology",
    "year": "2006",
    "volume": "66",
    "number": "2",
    "pages": "12-15",
}


def printed(**fields: Any) -> str:
    """The reference as text, italics between asterisks."""
    runs = formatted(**fields).runs
    return "".join(f"*{run.text}*" if run.italic else run.text for run in runs)


def formatted(**fields: Any) -> FormattedReference:
    return STYLE.format(Work.model_validate({"key": "x", **fields}))


REFERENCES: dict[str, tuple[dict[str, Any], str]] = {
    "article": (ARTICLE, "Smith JA. A trial of IVIg. *Neurology*. 2006;66(2):12-15."),
    "six authors": (
        {**ARTICLE, "authors": EIGHT[:6]},
        "Smith JA, Jones AM, van der Meché FGA, D X, E X, F X. A trial of IVIg. *Neurology*. 2006;66(2):12-15.",
    ),
    "eight authors": (
        {**ARTICLE, "authors": EIGHT},
        "Smith JA, Jones AM, van der Meché FGA, et al. A trial of IVIg. *Neurology*. 2006;66(2):12-15.",
    ),
    "and others": (
        {**ARTICLE, "authors": [SMITH], "et_al": "yes"},
        "Smith JA, et al. A trial of IVIg. *Neurology*. 2006;66(2):12-15.",
    ),
    "group": (
        {**ARTICLE, "authors": [{"literal": "European Academy of Neurology"}, {**SMITH, "suffix": "Jr"}]},
        "European Academy of Neurology, Smith JA Jr. A trial of IVIg. *Neurology*. 2006;66(2):12-15.",
    ),
    "no authors": (
        {**ARTICLE, "authors": []},
        "A trial of IVIg. *Neurology*. 2006;66(2):12-15.",
    ),
    "no volume is no claim of anything": (
        {"bibtex_type": "article", "title": "A trial", "journal": "Neurology", "year": "2006"},
        "A trial. *Neurology*. 2006.",
    ),
    "title that asks": (
        {**ARTICLE, "title": "Does IVIg help?"},
        "Smith JA. Does IVIg help? *Neurology*. 2006;66(2):12-15.",
    ),
    "title that ends in a stop": (
        {**ARTICLE, "title": "A trial of IVIg.", "journal": "J. Neurol."},
        "Smith JA. A trial of IVIg. *J Neurol*. 2006;66(2):12-15.",
    ),
    "Cochrane review": (
        {
            **ARTICLE,
            "journal": "Cochrane Database of Systematic Reviews",
            "volume": None,
            "pages": "CD001446",
        },
        "Smith JA. A trial of IVIg. *Cochrane Database of Systematic Reviews*. 2006;(2):CD001446.",
    ),
    "book": (
        {
            "bibtex_type": "book",
            "title": "Use of 5 mg in the nerve.",
            "authors": [SMITH],
            "edition": "3",
            "publisher": "Elsevier",
            "year": "2010",
        },
        "Smith JA. *Use of 5 mg in the nerve.* 3rd ed. Elsevier; 2010.",
    ),
    "edited book": (
        {"bibtex_type": "book", "title": "Nerves", "editors": [SMITH, JONES], "year": "2010"},
        "Smith JA, Jones AM, eds. *Nerves*. 2010.",
    ),
    "chapter": (
        {
            "bibtex_type": "incollection",
            "title": "The chapter",
            "authors": [person("Østergaard", "Søren")],
            "editors": [SMITH],
            "booktitle": "Nerves",
            "publisher": "Elsevier",
            "year": "2010",
            "pages": "3-10",
        },
        "Østergaard S. The chapter. In: Smith JA, ed. *Nerves*. Elsevier; 2010:3-10.",
    ),
    "web page": (
        {
            "bibtex_type": "online",
            "title": "A page",
            "issuing_body": "National Health Service",
            "url": "https://example.org/a",
            "year": "2023",
            "month": "5",
            "accessed": "2024-05-01",
        },
        "A page. National Health Service. May 2023. Accessed May 1, 2024.",
    ),
    "report of its publisher": (
        {
            "bibtex_type": "techreport",
            "title": "Report",
            "issuing_body": "WHO",
            "publisher": "WHO",
            "year": "2010",
        },
        "*Report*. WHO; 2010.",
    ),
    "only an author": (
        {"bibtex_type": "misc", "authors": [SMITH], "unresolved": "no more is said"},
        "Smith JA.",
    ),
    "nothing": ({"bibtex_type": "misc", "unresolved": "the page gives a number only"}, ""),
}


@pytest.mark.parametrize(("fields", "expected"), REFERENCES.values(), ids=REFERENCES.keys())
def test_prints_in_ama_style(fields: dict[str, Any], expected: str) -> None:
    assert printed(**fields) == expected


@pytest.mark.parametrize(
    "title",
    [
        "<script>alert(1)</script> & <b>p</b>",
        '<span class="nocase">IVIg</span> for all',
        "p<0.05 and a>b &amp; more",
        "*x* _y_ `z` [a](b) {c}",
        "5 mg of mTOR inhibitors, p53 and IL-6: the TRIAL",
    ],
)
@pytest.mark.parametrize("kind", ["article", "book", "online"])
def test_titles_stay_the_text_that_they_are(title: str, kind: str) -> None:
    assert title in formatted(bibtex_type=kind, title=title, year="2006").text


def test_content_cannot_forge_italics() -> None:
    forged = formatted(**{**ARTICLE, "title": "a\ue000b\ue001c\ue002."})
    assert [run.text for run in forged.runs if run.italic] == ["Neurology"]
    assert "abc. " in forged.text


def test_links_stand_apart_and_not_in_the_text() -> None:
    links = {
        "doi": "10.1212/01.wnl",
        "pmid": "16434650",
        "pmcid": "PMC12345",
        "url": "https://example.org/x",
    }
    reference = formatted(**ARTICLE, **links)
    assert (reference.doi, reference.pmid, reference.pmcid, reference.url) == tuple(links.values())
    assert not [link for link in links.values() if link in reference.text]
    assert "https:" not in formatted(bibtex_type="online", title="A page", **links).text


def test_the_same_work_gives_the_same_reference_whatever_came_before() -> None:
    before = formatted(**ARTICLE)
    formatted(bibtex_type="book", title="Another", authors=EIGHT)
    assert formatted(**ARTICLE) == before
    assert ReferenceStyle().format(Work.model_validate({"key": "y", **ARTICLE})) == before


TEXTS = st.one_of(
    st.none(),
    st.text(min_size=1, max_size=12),
    st.sampled_from(["5-6", "5, 6", "3rd", "5 Suppl 1", "-1", "٣", "²", "2010/11", "&", "12--", " "]),
)
NAMES = st.lists(
    st.fixed_dictionaries({"family": TEXTS, "given": TEXTS, "suffix": TEXTS, "literal": TEXTS}), max_size=8
)
PARTS = ["title", "year", "month", "journal", "booktitle", "volume", "number", "pages", "edition", "publisher",
         "issuing_body", "url", "accessed"]  # fmt: skip
KINDS = ["article", "book", "incollection", "inproceedings", "techreport", "phdthesis", "online", "misc", "x"]


@settings(deadline=None, max_examples=150)
@given(st.fixed_dictionaries(dict.fromkeys(PARTS, TEXTS)), NAMES, NAMES, st.sampled_from(KINDS))
def test_nothing_that_a_bibliography_can_hold_stops_it(
    parts: dict[str, str | None],
    authors: list[dict[str, str | None]],
    editors: list[dict[str, str | None]],
    kind: str,
) -> None:
    reference = formatted(**parts, authors=authors, editors=editors, bibtex_type=kind)
    assert not any("\ue000" <= character <= "\ue005" for character in reference.text)
