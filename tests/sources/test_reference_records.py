"""References from PubMed, RIS and BibTeX: what is taken over, what is left out and said, what is refused and where.

No work, journal or person here is real.
"""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.sources.cited_work import CitedWork
from generator.sources.references.read_references import References, read_references

NBIB = """\
PMID- 99000001
OWN - NLM
DP  - 2021 Mar 5
TI  - Examplin &amp; otherin in examplitis: a randomised trial of 10<sup>9</sup> invented
      units in <i>vitro</i>.
PG  - 123-9
LID - 10.99999/EXJ.2021.1 [doi]
AID - S0000-0000(21)00001-1 [pii]
AB  - BACKGROUND: nobody wrote this @ home {
      and it goes on.
FAU - van der Roe, Jane Jr
AU  - van der Roe J Jr
CN  - Examplin Study Group
FAU - Müller, Max A
AU  - Müller MA
LA  - eng
PT  - Journal Article
PT  - Randomized Controlled Trial
TA  - Ex J Invent
JT  - Example journal of inventions : official journal of the Academy of Examples
VI  - 12
IP  - 3
PMC - PMC9900001
SO  - Ex J Invent. 2021 Mar 5;12(3):123-9.
"""

RIS = """\
TY  - JOUR
AU  - Müller, Jörg
AU  - Roe, JA
AU  - et al.
T1  - 50% of {patients @ home: the % and the }
JO  - Ex J
JF  - Example Journal
VL  - 3
IS  - 1
SP  - 12
EP  - 19
PY  - 2020/05/12/
DO  - https://doi.org/10.99999/ABC_1.2
UR  - https://example.org/a_b?x={1}
M3  - Systematic Review
LA  - de
AB  - An abstract that goes on
  in a second line - with a hyphen
ER  -
"""


def read(text: str) -> References:
    return read_references(text.encode(), "export.txt")


def works(text: str) -> list[CitedWork]:
    references = read(text)
    assert references.is_usable, references.findings
    return [record.work for record in references.records]


def only(text: str) -> CitedWork:
    (work,) = works(text)
    return work


def found(references: References) -> list[tuple[str, int]]:
    return [(finding.code, finding.place.line) for finding in references.findings]


# --- PubMed


def test_all_of_a_pubmed_record_is_taken_over() -> None:
    references = read(NBIB)
    assert references.findings == ()
    assert references.records[0].work == {
        "bibtex_type": "article",
        "type": "trial",
        "title": "Examplin & otherin in examplitis: a randomised trial of 10⁹ invented units in vitro",
        "authors": [
            {"family": "van der Roe", "given": "Jane", "suffix": "Jr"},
            {"literal": "Examplin Study Group"},
            {"family": "Müller", "given": "Max A."},
        ],
        "journal": "Example journal of inventions",
        "year": "2021",
        "month": "3",
        "volume": "12",
        "number": "3",
        "pages": "123-129",
        "doi": "10.99999/EXJ.2021.1",
        "pmid": "99000001",
        "pmcid": "PMC9900001",
    }


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("AU  - van der Roe J Jr", {"family": "van der Roe", "given": "J.", "suffix": "Jr"}),
        ("AU  - Roe JA", {"family": "Roe", "given": "J. A."}),
        ("FAU - Roe, J-P 3rd", {"family": "Roe", "given": "J.-P.", "suffix": "3rd"}),
        ("FAU - O'Roe, Jean-Luc", {"family": "O'Roe", "given": "Jean-Luc"}),
        ("FAU - Ågren-Łoś, Zoë", {"family": "Ågren-Łoś", "given": "Zoë"}),
    ],
)
def test_names_of_people(written: str, read_as: dict[str, str]) -> None:
    assert only(f"PMID- 1\n{written}\nTI  - x\n")["authors"] == [read_as]


@pytest.mark.parametrize(
    ("types", "kind"),
    [
        (["Randomized Controlled Trial"], "trial"),
        (["Meta-Analysis", "Review"], "systematic-review"),
        (["Systematic Review"], "systematic-review"),
        (["Case Reports"], "case-report"),
        (["Practice Guideline"], "guideline"),
        (["Journal Article"], "not-stated"),
        (["Letter", "Comment"], "not-stated"),
        (["Randomized Controlled Trial", "Case Reports"], "not-stated"),
        ([], "not-stated"),
    ],
)
def test_the_kind_of_evidence_is_that_of_the_record_and_never_guessed(types: list[str], kind: str) -> None:
    lines = "".join(f"PT  - {one}\n" for one in types)
    assert only(f"PMID- 1\nTI  - A systematic review of randomised trials\n{lines}")["type"] == kind


@pytest.mark.parametrize(
    ("pages", "read_as"),
    [
        ("123-9", "123-129"),
        ("1198-204", "1198-1204"),
        ("12-15", "12-15"),
        ("e12-e15", "e12-e15"),
        ("S5-9", "S5-9"),
    ],
)
def test_the_last_page_is_written_in_full_where_it_is_sure(pages: str, read_as: str) -> None:
    assert only(f"PMID- 1\nTI  - x\nPG  - {pages}\n")["pages"] == read_as


def test_many_records_with_a_byte_order_mark_and_windows_line_ends() -> None:
    text = f"\ufeff{NBIB}\n{NBIB.replace('99000001', '99000002')}".replace("\n", "\r\n")
    assert [work["pmid"] for work in works(text)] == ["99000001", "99000002"]
    assert works(text)[0] == works(NBIB)[0]


def test_the_doi_is_found_in_either_field_and_no_other_number_is_taken_for_it() -> None:
    assert only("PMID- 1\nTI  - x\nAID - 10.9999/x [doi]\nAID - 10.9999/y [pii]\n")["doi"] == "10.9999/x"
    assert "doi" not in only("PMID- 1\nTI  - x\nLID - S10.9999/x [pii]\n")


def test_a_missing_year_stays_missing_and_a_season_is_no_month() -> None:
    assert "year" not in only("PMID- 1\nTI  - x\n")
    assert {"year", "month"} & set(only("PMID- 1\nTI  - x\nDP  - 2020 Spring\n")) == {"year"}


def test_a_translated_title_keeps_its_brackets_and_a_missing_one_gives_way_to_the_original() -> None:
    assert only("PMID- 1\nTI  - [Examplin].\nTT  - Beispielin.\nLA  - ger\n")["title"] == "[Examplin]"
    work = only("PMID- 1\nTI  - [Not Available].\nTT  - Beispielin bei Beispielitis.\nLA  - ger\n")
    assert (work["title"], work["language"]) == ("Beispielin bei Beispielitis", "German")


@pytest.mark.parametrize(
    ("title", "read_as"),
    [
        ("Is it?", "Is it?"),
        ("Made in the U.S.A.", "Made in the U.S.A."),
        ("Wait ...", "Wait ..."),
        ("A.", "A"),
    ],
)
def test_only_the_full_stop_of_the_record_is_taken_off_a_title(title: str, read_as: str) -> None:
    assert only(f"PMID- 1\nTI  - {title}\n")["title"] == read_as


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("a &lt; b &#x3b1; &#945; &eacute; &nonsense; R&D", "a < b α α é &nonsense; R&D"),
        ("H<sub>2</sub>O and 10<sup>-9</sup>", "H₂O and 10⁻⁹"),
        ("the 5<sup>th</sup>", "the 5<sup>th</sup>"),
        ("soft&shy;hyphen and zero&#8203;width", "softhyphen and zerowidth"),
        ("a -- b", "a – b"),
    ],
)
def test_entities_and_tags_become_characters_and_lose_no_meaning(written: str, read_as: str) -> None:
    assert only(f"PMID- 1\nTI  - {written}\n")["title"] == read_as


@pytest.mark.parametrize(
    "line",
    ["PT  - Retracted Publication", "RIN - Ex J. 2022;1:1", "PT  - Published Erratum", "PT  - Preprint"],
)
def test_what_pubmed_warns_of_is_said(line: str) -> None:
    assert found(read(f"PMID- 1\nTI  - x\n{line}\n")) == [("ADD012", 3)]


@pytest.mark.parametrize(
    "title", ["RETRACTED: Examplin", "Withdrawn: Examplin", "[Retracted article: Examplin]"]
)
def test_a_title_that_says_that_the_work_was_retracted_is_said(title: str) -> None:
    assert found(read(f"TY  - JOUR\nTI  - {title}\nER  -\n")) == [("ADD012", 1)]
    assert found(read("TY  - JOUR\nTI  - Withdrawn patients\nER  -\n")) == []


# --- RIS


def test_all_of_a_ris_record_is_taken_over() -> None:
    references = read(RIS)
    assert references.findings == ()
    assert references.records[0].work == {
        "bibtex_type": "article",
        "type": "systematic-review",
        "title": "50% of {patients @ home: the % and the }",
        "authors": [{"family": "Müller", "given": "Jörg"}, {"family": "Roe", "given": "J. A."}],
        "et_al": "yes",
        "journal": "Example Journal",
        "year": "2020",
        "month": "5",
        "volume": "3",
        "number": "1",
        "pages": "12-19",
        "doi": "10.99999/ABC_1.2",
        "url": "https://example.org/a_b?x=%7B1%7D",
        "language": "German",
    }


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        (
            "BOOK",
            "PB  - Invented Press\nSN  - 978-0-00-000000-2\nED  - Roe, J",
            ("book", "isbn", "978-0-00-000000-2"),
        ),
        ("CHAP", "T2  - A book\nA2  - Roe, Jane", ("incollection", "booktitle", "A book")),
        ("CPAPER", "T2  - A congress", ("inproceedings", "booktitle", "A congress")),
        ("RPRT", "PB  - A ministry", ("techreport", "publisher", "A ministry")),
        ("ELEC", "UR  - https://example.org/\nY2  - 2024/5/1/", ("online", "accessed", "2024-05-01")),
        ("GEN", "Y1  - 1999", ("misc", "year", "1999")),
        ("JOUR", "SP  - e12\nEP  - e12", ("article", "pages", "e12")),
        ("JOUR", "C7  - 104", ("article", "pages", "104")),
        ("JOUR", "UR  - https://doi.org/10.9999/x", ("article", "doi", "10.9999/x")),
        ("JOUR", "AN  - 99000001\nDB  - PubMed", ("article", "pmid", "99000001")),
        ("JOUR", "C2  - PMC12", ("article", "pmcid", "PMC12")),
    ],
)
def test_types_and_the_fields_that_go_with_them(
    kind: str, lines: str, expected: tuple[str, str, str]
) -> None:
    work = only(f"TY  - {kind}\nTI  - x\n{lines}\nER  - \n")
    bibtex_type, name, value = expected
    assert (work["bibtex_type"], work[name]) == (bibtex_type, value)


def test_a_tag_with_one_space_less_is_still_that_tag() -> None:
    assert only("TY - JOUR\nTI - x\nER -\n")["title"] == "x"


def test_a_number_of_another_database_is_no_pubmed_number() -> None:
    assert "pmid" not in only("TY  - JOUR\nTI  - x\nAN  - 123\nDB  - Invented Index\nER  - \n")


def test_a_group_is_kept_whole_and_what_may_be_a_person_is_said() -> None:
    references = read("TY  - JOUR\nTI  - x\nAU  - Examplin Study Group\nAU  - Jane Roe\nER  - \n")
    assert references.records[0].work["authors"] == [
        {"literal": "Examplin Study Group"},
        {"literal": "Jane Roe"},
    ]
    assert found(references) == [("ADD013", 4)]


def test_what_cannot_be_read_is_left_out_and_said() -> None:
    references = read("TY  - XYZ\nTI  - x\nDO  - soon\nPY  - forthcoming\nUR  - www.example.org\nER  - \n")
    assert references.is_usable
    assert found(references) == [("ADD006", 1), ("ADD006", 3), ("ADD006", 4), ("ADD006", 5)]
    assert references.records[0].work == {"bibtex_type": "misc", "type": "not-stated", "title": "x"}


# --- BibTeX


def test_bibtex_is_read_by_the_reader_of_the_bibliography_and_mended_where_that_is_sure() -> None:
    work = only(
        '@article{any_key, title={An {IVIg} trial \\& more.}, author={Sm{\\"i}th, JA and {Examplin Group} and others},'
        " year=2020, journal={J &amp; Ex}, doi={https://doi.org/10.99999/xyz}, pmid={PMID: 99000007}}"
    )
    assert work == {
        "bibtex_type": "article",
        "type": "not-stated",
        "title": "An IVIg trial & more",
        "authors": [{"family": "Smïth", "given": "J. A."}, {"literal": "Examplin Group"}],
        "et_al": "yes",
        "year": "2020",
        "journal": "J & Ex",
        "doi": "10.99999/xyz",
        "pmid": "99000007",
    }


# --- what is refused

REFUSED = {
    "nothing": ("", [("ADD002", 0)]),
    "only spaces": (" \n\n", [("ADD002", 0)]),
    "typed freely": ("Roe J. Examplin. Ex J. 2020.", [("ADD001", 1)]),
    "EndNote": ("%0 Journal Article\n%T x\n", [("ADD001", 1)]),
    "XML": ("<?xml version='1.0'?><a/>", [("ADD001", 1)]),
    "JSON": ('[{"title": "x"}]', [("ADD001", 1)]),
    "RIS without an end": ("TY  - JOUR\nTI  - x\n", [("ADD004", 1)]),
    "RIS, the first without an end": ("TY  - JOUR\nTI  - x\nTY  - JOUR\nTI  - y\nER  - \n", [("ADD004", 1)]),
    "RIS with a tag far from its hyphen": ("TY  - JOUR\nT1  - x\nAU   - Roe, J\nER  - \n", [("ADD003", 3)]),
    "RIS before its type": ("AU  - Roe, J\nTY  - JOUR\nTI  - x\nER  - \n", [("ADD003", 1)]),
    "RIS without a title": ("TY  - JOUR\nAU  - Roe, J\nER  - \n", [("ADD005", 1)]),
    "PubMed without a title": ("PMID- 1\nAU  - Roe J\n", [("ADD005", 1)]),
    "PubMed with a lost continuation": ("PMID- 1\nTI  - x\nand more\n", [("ADD003", 3)]),
    "BibTeX never closed": ("@article{a, title={x}\n", [("BIB001", 1)]),
    "BibTeX with one key twice": ("@misc{a, title={x}}\n@misc{a, title={y}}\n", [("BIB002", 2)]),
    "BibTeX without a title": ("@misc{a, note={x}}\n", [("BIB019", 1)]),
    "a direction mark": ("PMID- 1\nTI  - x\u202ey\n", [("SRC011", 2)]),
    "a control": ("PMID- 1\nTI  - x\x07y\n", [("SRC014", 2)]),
}


@pytest.mark.parametrize(("text", "expected"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_not_understood_is_refused_with_its_line(text: str, expected: list[tuple[str, int]]) -> None:
    references = read(text)
    assert not references.is_usable
    assert found(references) == expected


def test_more_than_two_thousand_at_once_are_refused() -> None:
    assert found(read("TY  - JOUR\nTI  - x\nER  -\n" * 2_001)) == [("SRC016", 0)]
    assert len(works("TY  - JOUR\nTI  - x\nER  -\n" * 2_000)) == 2_000


def test_another_encoding_is_refused() -> None:
    assert found(read_references("PMID- 1\nTI  - é\n".encode("latin-1"), "x")) == [("SRC010", 2)]


def test_a_text_in_another_format_says_what_it_looks_like() -> None:
    assert "EndNote" in read("%0 Journal Article\n%T x\n").findings[0].message


HOSTILE = {
    "continued": b"PMID- 1\nTI  - x\n" + b"      y\n" * 500_000,
    "tags": b"TY  - JOUR\n" + b"AU  - Roe, J\n" * 100_000 + b"TI  - x\nER  - \n",
    "records": b"TY  - JOUR\nTI  - x\nER  - \n" * 100_000,
    "entities": b"PMID- 1\nTI  - " + b"&amp;" * 500_000,
    "tags in a title": b"PMID- 1\nTI  - " + b"<sup>" * 500_000,
    "commas": b"PMID- 1\nTI  - x\nFAU - " + b"a, " * 500_000,
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_are_done_with_in_seconds(data: bytes) -> None:
    start = time.process_time()
    assert len(read_references(data, "x").findings) < 200
    assert time.process_time() - start < 10


LINES = st.lists(
    st.sampled_from(
        ["TY  - JOUR", "ER  - ", "PMID- 1", "TI  - x", "TI  - ", "T1  -", "AU  - Roe, J", "AU  - , ,", "AU  - et al",
         "FAU - Roe, J Jr", "FAU - ,", "CN  - G", "DP  - ", "DP  - 2020 Mar-Apr", "PY  - //", "SP  - 1", "EP  - 2",
         "DO  - 10.1/x", "AID - 10.9999/x [doi]", "PG  - 1-", "M3  - Review", "UR  - https://", "      y", "", "zz",
         "@misc{a, title={x}}", "@", "{", "BTI - b", "TT  - t", "PT  - Preprint", "LA  - ger", "SN  - 978", "\ufeff"]
    ),
    max_size=12,
)  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_no_text_raises_and_each_record_or_finding_has_its_line(lines: list[str], end: str) -> None:
    references = read(end.join(lines))
    for place in [finding.place for finding in references.findings] + [
        one.place for one in references.records
    ]:
        assert 0 <= place.line <= len(lines)
    assert references.records or references.findings


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    read_references(b"TY  - JOUR\n" + data, "x")
    read_references(b"PMID- 1\n" + data, "x")
