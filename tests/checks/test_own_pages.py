"""Which works are pages of a publisher itself, and circles of such pages in large libraries."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from generator.checks.citations import own_pages_in_a_circle
from generator.checks.context import CheckContext
from generator.checks.views.works.own_pages import Publishers
from generator.model.entries.summary import Summary
from generator.model.library import Library
from generator.model.work import Work

_CONTEXT = CheckContext(Library(), {}, date(2026, 11, 21))


@pytest.mark.parametrize(
    ("publisher", "body", "is_same"),
    [
        ("Dr.Example", "Dr. Example Medical Advisory Board", True),
        ("Dr.Example Medical Advisory Board", "DR EXAMPLE", True),
        ("Example Press", "Example Press", True),
        ("Example Press", "Example Society", False),
        ("Example Press", "Pressing Matters", False),
        ("European Society of Examples", "European Society of Neurology", False),
        ("AAN", "AAN Guideline Panel", False),  # too short to be told from the beginning of another name
        ("not-stated", "not-stated", False),
        (None, "Example Press", False),
        ("Example Press", None, False),
        ("®", "®", False),
    ],
)
def test_names_of_publishers(publisher: str | None, body: str | None, is_same: bool) -> None:
    work = Work(key="x", issuing_body=body)
    assert Publishers(_CONTEXT, [publisher], []).published(work) is is_same


@pytest.mark.parametrize(
    ("source", "address", "is_same"),
    [
        ("https://www.example.org/a", "http://EXAMPLE.org:8080/b?c#d", True),
        ("https://example.org", "https://example.org", True),
        ("https://example.org/a", "https://guides.example.org/a", False),
        ("https://www.ncbi.nlm.nih.gov/books/1", "https://www.ncbi.nlm.nih.gov/books/2", False),
        ("https://doi.org/10.1000/1", "https://doi.org/10.1000/2", False),
        ("not-stated", "not-stated", False),
        ("https://[", "https://[", True),
        (None, None, False),
    ],
)
def test_hosts_of_publishers(source: str | None, address: str | None, is_same: bool) -> None:
    assert Publishers(_CONTEXT, [], [source]).published(Work(key="x", url=address)) is is_same


def test_what_has_a_number_is_a_publication() -> None:
    for number in ({"doi": "10.1000/1"}, {"pmid": "1"}, {"isbn": "9780000000002"}):
        work = Work(key="x", issuing_body="Example Press", **number)
        assert not Publishers(_CONTEXT, ["Example Press"], []).published(work)


def _circles(pages: dict[str, list[str]]) -> list[str]:
    """The messages about entries that cite the pages of others."""
    works = {f"page-of-{one}": Work(key=f"page-of-{one}", entry=one) for one in pages}
    summaries = {
        entry_id: Summary.model_validate(
            {
                "id": entry_id,
                "kind": "summary",
                "question": "What next?",
                "condition": "examplitis",
                "audiences": ["clinician"],
                "overview": [{"wording": "So.", "cites": [f"page-of-{one}" for one in cited]}],
            }
        )
        for entry_id, cited in pages.items()
    }
    context = CheckContext(Library(summaries=summaries, works=works), {}, date(2026, 11, 21))
    return [finding.message for finding in own_pages_in_a_circle.check(context)]


def test_each_circle_is_told_once_by_its_shortest_way() -> None:
    found = _circles(
        {"a": ["b", "c"], "b": ["c"], "c": ["a"], "d": ["a", "e"], "e": ["d"], "f": ["a", "g"], "g": []}
    )
    assert found == [
        "entries cite each other in a circle: “a” cites “c”, which cites “a”",
        "entries cite each other in a circle: “d” cites “e”, which cites “d”",
    ]


def test_long_chains_and_one_long_circle() -> None:
    names = [f"e{number:04}" for number in range(2000)]
    chain = {one: [other] for one, other in pairwise(names)} | {names[-1]: []}
    assert _circles(chain) == []
    assert len(_circles(chain | {names[-1]: [names[1000]]})) == 1
