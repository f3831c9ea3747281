"""New works in the bibliography: their keys, what is refused as known, and that nothing else is touched."""

from __future__ import annotations

import pytest

from generator.sources.bibtex import SIZE_LIMIT, read_bibliography
from generator.sources.references.add_references import Addition, Wish, add_references
from generator.sources.references.read_references import read_references

OLD = """\
% Works that nobody wrote.

@article{roe-2020,
  title = {Examplin in examplitis},
  year = {2020},
  doi = {10.99999/ABC},
  pmid = {99000001},
}
"""


def ris(*lines: str, author: str = "Roe, Jane", title: str = "Another work", year: str = "2020") -> str:
    named = "".join(f"AU  - {one}\n" for one in [author] if one)
    return f"TY  - JOUR\n{named}TI  - {title}\nPY  - {year}\n{''.join(f'{line}{chr(10)}' for line in lines)}ER  - \n"


def add(text: str, old: str | bytes = OLD, wish: Wish | None = None) -> Addition:
    references = read_references(text.encode(), "export.txt")
    assert references.is_usable, references.findings
    data = old.encode() if isinstance(old, str) else old
    addition = add_references(data, "references.bib", references.records, wish)
    assert addition.data.startswith(data)
    return addition


def keys(addition: Addition) -> list[str]:
    return [one.work.key for one in addition.added]


def codes(addition: Addition) -> list[str]:
    return [finding.code for finding in addition.findings if finding.code != "ADD010"]


# --- keys


@pytest.mark.parametrize(
    ("author", "title", "year", "key"),
    [
        ("Doe, John", "x", "2021", "doe-2021"),
        ("Roe, Jane", "x", "2020", "roe-2020b"),
        ("ROE, J", "x", "2019", "roe-2019"),
        ("van der Roe, Jane, Jr", "x", "2021", "van-der-roe-2021"),
        ("Müller-Größe, Jörg", "x", "2021", "mueller-groesse-2021"),
        ("O'Roe, Zoë", "x", "2021", "oroe-2021"),
        ("Łoś, Ørjan", "x", "2021", "los-2021"),
        (
            "World Organization of Examples and Invented Things",
            "x",
            "2021",
            "world-organization-of-examples-and-2021",
        ),
        ("", "The lumbar examplitis of children", "2021", "lumbar-examplitis-of-children-2021"),
        ("日本, 語", "Examplin", "2021", "examplin-2021"),
        ("Doe, John", "x", "", "doe"),
        ("", "日本語", "", "work"),
    ],
)
def test_keys_are_name_and_year(author: str, title: str, year: str, key: str) -> None:
    assert keys(add(ris(author=author, title=title, year=year))) == [key]


def test_further_works_of_a_name_and_year_get_letters_whatever_capitals_the_taken_key_has() -> None:
    old = OLD.replace("{roe-2020,", "{Roe-2020,")
    text = "".join(ris(title=f"Title {number}") for number in range(27))
    made = keys(add(text, old))
    assert made[:2] == ["roe-2020b", "roe-2020c"]
    assert made[24:] == ["roe-2020z", "roe-2020ba", "roe-2020bb"]


def test_a_key_of_a_work_that_cannot_be_read_is_taken_too() -> None:
    assert keys(add(ris(author="Doe, J"), "@misc{doe-2020 title={x}}\n")) == ["doe-2020b"]


def test_a_given_key_is_taken_as_it_is() -> None:
    assert keys(add(ris(), wish=Wish(key="Examplin:2020.a"))) == ["Examplin:2020.a"]


@pytest.mark.parametrize(
    "key", ["not-stated", "uncited-in-source", "roe-2020", "ROE-2020", "a b", "-a", "a,b", "größe", "{"]
)
def test_a_key_that_is_taken_or_none_is_refused(key: str) -> None:
    addition = add(ris(), wish=Wish(key=key))
    assert codes(addition) == ["ADD009"]
    assert addition.data == OLD.encode()


# --- works that are there already


@pytest.mark.parametrize(
    "line",
    [
        "DO  - 10.99999/abc",
        "DO  - https://doi.org/10.99999/ABC",
        "DO  - HTTP://DX.DOI.ORG/10.99999/Abc",
        "DO  - doi:10.99999/ABC.",
        "UR  - https://doi.org/10.99999%2FABC",
        "N1  - PMID: 99000001",
        "AN  - 99000001\nDB  - PubMed",
        "UR  - https://pubmed.ncbi.nlm.nih.gov/99000001/",
    ],
)
def test_a_known_doi_or_pubmed_number_is_refused_however_it_is_written(line: str) -> None:
    addition = add(ris(line, author="Doe, J"))
    assert codes(addition) == ["ADD007"]
    assert addition.data == OLD.encode()
    (finding,) = [one for one in addition.findings if one.code == "ADD007"]
    assert "`roe-2020` (references.bib:3:10)" in finding.message
    assert "[@roe-2020]" in finding.cure


def test_of_many_none_is_added_unless_the_known_ones_may_be_skipped() -> None:
    text = ris("DO  - 10.99999/abc") + ris(author="Doe, J", title="New")
    assert add(text).added == ()
    skipped = add(text, wish=Wish(skips_duplicates=True))
    assert keys(skipped) == ["doe-2020"]
    assert codes(skipped) == ["ADD007"]
    assert add(ris("DO  - 10.99999/abc"), wish=Wish(skips_duplicates=True)).data == OLD.encode()


def test_one_work_twice_in_the_text_is_refused() -> None:
    addition = add(ris("DO  - 10.99999/new") + ris("DO  - 10.99999/NEW"))
    assert codes(addition) == ["ADD007"]
    assert addition.added == ()


def test_the_same_title_and_year_is_added_and_said() -> None:
    addition = add(ris(title="EXAMPLIN in Examplitis!"))
    assert keys(addition) == ["roe-2020b"]
    assert codes(addition) == ["ADD008"]
    assert codes(add(ris(title="Examplin in examplitis", year="2021"))) == []


# --- the bytes


def test_what_was_there_stays_byte_for_byte_and_an_empty_line_stands_between() -> None:
    data = add(ris(author="Doe, J")).data.decode()
    assert data.removeprefix(OLD).startswith("\n@article{doe-2020,\n  author = {Doe, J.},\n")
    assert data.endswith("\n}\n")


def test_line_ends_are_those_of_the_file() -> None:
    data = add(ris(author="Doe, J"), OLD.replace("\n", "\r\n")).data
    assert data.count(b"\r\n") == data.count(b"\n")


@pytest.mark.parametrize("old", ["", "% a comment", OLD.rstrip("\n"), f"{OLD}\n\n", "\ufeff% a mark\n"])
def test_whatever_the_file_ends_with_the_work_is_read_from_it(old: str) -> None:
    data = add(ris(author="Doe, J"), old).data
    assert "doe-2020" in read_bibliography(data, "references.bib").works
    assert b"\n\n\n\n" not in data


@pytest.mark.parametrize(
    "old", ["@misc{a, title={x\n", "@misc{a, title={x},\n  note = {", "@comment{ not closed\n"]
)
def test_a_work_after_a_broken_one_is_read_all_the_same(old: str) -> None:
    data = add(ris(author="Doe, J"), old).data
    assert "doe-2020" in read_bibliography(data, "references.bib").works


def test_a_bibliography_that_would_grow_too_large_is_left_alone() -> None:
    old = "%" * (SIZE_LIMIT - 50)
    addition = add(ris(author="Doe, J"), old)
    assert codes(addition)[0] == "ADD011"
    assert addition.added == ()
    assert addition.data == old.encode()


def test_findings_that_were_there_do_not_hinder() -> None:
    assert keys(add(ris(author="Doe, J"), "@misc{a, title={x}, foo={y}}\n@misc{b title={x}}\n")) == [
        "doe-2020"
    ]


def test_a_value_that_the_model_does_not_take_is_refused_before_anything_is_written() -> None:
    addition = add(f"@misc{{a, title={{x}}, journal={{{'x' * 600}}}}}")
    assert codes(addition) == ["ADD011"]
    assert "journal" in addition.findings[-1].message


# --- the kind of evidence


def test_the_kind_of_evidence_that_the_editor_gives_counts_and_a_missing_one_is_said() -> None:
    given = add(ris(author="Doe, J"), wish=Wish(evidence="cohort"))
    assert given.added[0].work.type == "cohort"
    assert given.findings == ()
    assert [finding.code for finding in add(ris(author="Doe, J")).findings] == ["ADD010"]
