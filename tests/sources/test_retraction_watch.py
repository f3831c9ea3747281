"""Reading a snapshot of the Retraction Watch data. The rows are invented; their form is that of Crossref's file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.outside_facts import Retraction
from generator.sources.retraction_watch import RetractionsRefused, read_retractions

HEADER = (
    "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,"
    "RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,"
    "Reason,Paywalled,Notes\n"
)


def _row(
    doi: str = "10.1000/trial.1",
    pmid: str = "0",
    nature: str = "Retraction",
    day: str = "2/19/2024 0:00",
    reason: str = "+Error in Data;+Unreliable Results;",
    notice: str = "10.1000/Notice.1",
) -> str:
    return (
        '1,"A trial, of ""examplin""",(HSC) Medicine;,Example University,Journal of Examples,Example Press,Nowhere,'
        f"Jane Roe;John Doe,,Research Article;,{day},{notice},0,3/4/2009 0:00,{doi},{pmid},{nature},{reason},No,\n"
    )


def _file(folder: Path, text: str | bytes, name: str = "retraction_watch.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_row_is_found_by_its_numbers(tmp_path: Path) -> None:
    found = read_retractions(_file(tmp_path, HEADER + _row("10.1000/TRIAL.1", "12345678")))
    notice = Retraction(
        "retraction", date(2024, 2, 19), ("Error in Data", "Unreliable Results"), "10.1000/notice.1"
    )
    assert found.by_doi == {"10.1000/trial.1": (notice,)}
    assert found.by_pmid == {"12345678": (notice,)}
    assert found.name == "retraction_watch.csv"


def test_numbers_that_are_not_known_are_no_numbers(tmp_path: Path) -> None:
    rows = _row("unavailable", "0") + _row("Unavailable", "") + _row("", "777") + _row("10.1000/a", "0")
    found = read_retractions(_file(tmp_path, HEADER + rows))
    assert set(found.by_doi) == {"10.1000/a"}
    assert set(found.by_pmid) == {"777"}


def test_the_four_natures_and_no_other(tmp_path: Path) -> None:
    natures = [
        "Retraction",
        "Expression of concern",
        "Expression of Concern",
        "Correction",
        "Reinstatement",
        "Other",
    ]
    rows = "".join(_row(f"10.1000/{number}", nature=nature) for number, nature in enumerate(natures))
    found = read_retractions(_file(tmp_path, HEADER + rows))
    assert [notices[0].nature for notices in found.by_doi.values()] == [
        "retraction",
        "expression-of-concern",
        "expression-of-concern",
        "correction",
        "reinstatement",
    ]


def test_notices_of_a_work_stand_by_day(tmp_path: Path) -> None:
    rows = _row(nature="Reinstatement", day="12/1/2020 0:00") + _row(day="5/6/2019 0:00") + _row(day="soon")
    found = read_retractions(_file(tmp_path, HEADER + rows + rows))
    days = [(notice.nature, notice.day) for notice in found.by_doi["10.1000/trial.1"]]
    assert days == [
        ("retraction", None),
        ("retraction", date(2019, 5, 6)),
        ("reinstatement", date(2020, 12, 1)),
    ]


@pytest.mark.parametrize(
    ("name", "dated"),
    [
        ("retraction-watch-2026-11-20.csv", date(2026, 11, 20)),
        ("2026-13-45.csv", date(2024, 2, 19)),
        ("retraction_watch.csv", date(2024, 2, 19)),
    ],
)
def test_dated_by_its_name_or_its_newest_notice(tmp_path: Path, name: str, dated: date) -> None:
    rows = _row(day="1/1/2001 0:00") + _row() + _row(nature="Other", day="1/1/2025 0:00")
    assert read_retractions(_file(tmp_path, HEADER + rows, name)).dated == dated


def test_odd_files_are_read(tmp_path: Path) -> None:
    marked = b"\xef\xbb\xbf" + HEADER.replace("Notes", "Notes,").encode()
    rows = (
        f"{_row()}1,short,row\n\n".encode() + b"2,caf\xe9 \x00,,,,,,,,,bad,,,,10.1000/b,,Retraction,,,,,,\n"
    )
    found = read_retractions(_file(tmp_path, marked + rows))
    assert set(found.by_doi) == {"10.1000/trial.1", "10.1000/b"}
    assert found.by_doi["10.1000/b"] == (Retraction("retraction", None),)


def test_a_field_that_is_too_long_costs_its_row_only(tmp_path: Path) -> None:
    rows = _row("10.1000/a") + _row("10.1000/b", reason="x" * 200_000) + _row("10.1000/c")
    assert set(read_retractions(_file(tmp_path, HEADER + rows)).by_doi) == {"10.1000/a", "10.1000/c"}


@pytest.mark.parametrize("lost", ['1,"never closed, of examplin\n', '1,"closed far below,,,\n'])
def test_an_open_quotation_mark_costs_its_row_only(tmp_path: Path, lost: str) -> None:
    """The mark would swallow all rows up to the next one, and their retractions would not be known."""
    dois = [f"10.1000/{number}" for number in range(3_000)]
    rows = [_row(doi) for doi in dois]
    plain = [row.replace('"A trial, of ""examplin"""', "A trial") for row in rows]
    text = HEADER + "".join((*plain[:1_500], lost, *plain[1_500:2_900], *rows[2_900:]))
    assert set(read_retractions(_file(tmp_path, text)).by_doi) == set(dois)


def test_a_line_break_within_quotation_marks_is_no_new_row(tmp_path: Path) -> None:
    rows = _row("10.1000/a").replace("A trial, of", "A trial,\nof") + _row("10.1000/b")
    assert set(read_retractions(_file(tmp_path, HEADER + rows)).by_doi) == {"10.1000/a", "10.1000/b"}


def test_columns_in_another_order_and_short_rows(tmp_path: Path) -> None:
    text = "RetractionNature,OriginalPaperDOI,RetractionDate,OriginalPaperPubMedID\n"
    rows = "Retraction\nRetraction,10.1000/a\nRetraction,https://www.doi.org/10.1000/B,2/19/2024,7\n"
    found = read_retractions(_file(tmp_path, text + rows))
    assert set(found.by_doi) == {"10.1000/a", "10.1000/b"}
    assert set(found.by_pmid) == {"7"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no column RetractionDate"),
        ("<!doctype html><title>Sign in</title>", "is not the Retraction Watch CSV"),
        (HEADER.replace("RetractionNature", "Nature") + _row(), "no column RetractionNature"),
        (HEADER.replace(",", ";"), "is not the Retraction Watch CSV"),
        (HEADER, "holds no retraction"),
    ],
)
def test_what_is_no_list_of_retractions_is_refused(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(RetractionsRefused, match=words):
        read_retractions(_file(tmp_path, text))


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere.csv"):
        with pytest.raises(RetractionsRefused, match="cannot be read"):
            read_retractions(path)


@given(st.binary(max_size=300), st.booleans())
def test_no_bytes_raise_anything_else(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, headed: bool
) -> None:
    path = tmp_path_factory.mktemp("csv") / "x.csv"
    path.write_bytes(HEADER.encode() * headed + data)
    try:
        read_retractions(path)
    except RetractionsRefused as refused:
        assert str(refused).startswith("x.csv")
