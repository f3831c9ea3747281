"""The bibliography: what is read of a work, what is refused, and where."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.sources.bibtex import Bibliography, read_bibliography
from generator.sources.cited_work import CitedWork


def read(text: str) -> Bibliography:
    return read_bibliography(text.encode(), "references.bib")


def work(fields: str) -> CitedWork:
    bibliography = read(f"@article{{x, {fields}}}")
    assert not [finding for finding in bibliography.findings if finding.code != "BIB019"]
    return bibliography.works["x"]


def found(bibliography: Bibliography) -> list[tuple[str, int, int]]:
    return [(finding.code, finding.place.line, finding.place.column) for finding in bibliography.findings]


TRIAL = """% the trial of the second page
@string{neurology = "Neurology"}
@article{dyck2006,
  author       = {Dyck, P. James B. and O'Brien, Peter and {Mayo Clinic Group} and others},
  title        = {{IVIg} in gr{\\"o}{\\ss}ter {DLRPN}: 5\\% of 100},
  journal      = neurology # { Suppl},
  year         = 2006,
  month        = jan,
  volume       = "66",
  number       = {2},
  pages        = {12--15},
  doi          = {10.1212/01.WNL.0000_1},
  pmid         = {16434650},
  evidencetype = {trial},
  url          = {https://example.org/a_b?x=1},
  urldate      = {2024-05-01},
}
"""


def test_reads_all_of_a_work() -> None:
    bibliography = read(TRIAL)
    assert bibliography.findings == ()
    assert bibliography.works == {
        "dyck2006": {
            "key": "dyck2006",
            "bibtex_type": "article",
            "type": "trial",
            "authors": [
                {"family": "Dyck", "given": "P. James B."},
                {"family": "O'Brien", "given": "Peter"},
                {"literal": "Mayo Clinic Group"},
            ],
            "et_al": "yes",
            "title": "IVIg in größter DLRPN: 5% of 100",
            "journal": "Neurology Suppl",
            "year": "2006",
            "month": "1",
            "volume": "66",
            "number": "2",
            "pages": "12-15",
            "doi": "10.1212/01.WNL.0000_1",
            "pmid": "16434650",
            "url": "https://example.org/a_b?x=1",
            "accessed": "2024-05-01",
        }
    }


def test_the_kind_of_evidence_is_never_guessed() -> None:
    assert work("title={A systematic review}")["type"] == "not-stated"


def test_an_unresolved_work_needs_no_title_and_any_other_does() -> None:
    assert read("@misc{x, unresolved={the page gives a surname only}}").findings == ()
    assert found(read("@misc{x, note={a}}")) == [("BIB019", 1, 1)]


TEXTS = {
    r"{\"o}": "ö",
    r"\'e": "é",
    r"\'{e}": "é",
    r"{\'{\i}}": "í",
    r"{\ss}": "ß",
    r"S{\o}ren": "Søren",
    r"S\o ren": "Søren",
    r"Mech{\'e} F": "Meché F",
    r"\c{c}a": "ça",
    r"{\v S}koda": "Škoda",
    r"\H{o}": "ő",
    r"\~n \^a \`a \=a \.z": "ñ â à ā ż",
    r"{IVIg} in {CIDP}": "IVIg in CIDP",
    r"IVIg in CIDP": "IVIg in CIDP",
    r"10\% \& \$5 \#1 a\_b": "10% & $5 #1 a_b",
    r"TNF-$\alpha$-blocker": "TNF-α-blocker",
    r"$\geq$ 65 and $<$ 80 years": "≥ 65 and < 80 years",
    r"US$5 to US$7 {x}": "US$5 to US$7 x",
    r"\emph{in vivo}": "in vivo",
    "two\n   lines": "two lines",
    "a -- b --- c": "a – b — c",
    "<script>alert(1)</script>": "<script>alert(1)</script>",
    r"\textbackslash": "\\",
}


@pytest.mark.parametrize(("written", "read_as"), TEXTS.items())
def test_decodes_accents_and_keeps_the_case(written: str, read_as: str) -> None:
    assert work(f"title={{{written}}}")["title"] == read_as


def test_a_command_that_is_not_understood_stays_and_is_found() -> None:
    bibliography = read("@misc{x,\n  title = {10\\textsuperscript{9} cells},\n}")
    assert found(bibliography) == [("BIB015", 2, 11)]
    assert bibliography.works["x"]["title"] == "10\\textsuperscript9 cells"


NAMES = {
    "Smith, John A.": [{"family": "Smith", "given": "John A."}],
    "John A. Smith": [{"family": "Smith", "given": "John A."}],
    "van der Mech{\\'e}, F. G. A.": [{"family": "van der Meché", "given": "F. G. A."}],
    "F. G. A. van der Mech{\\'e}": [{"family": "van der Meché", "given": "F. G. A."}],
    "Smith, Jr, John": [{"family": "Smith", "given": "John", "suffix": "Jr"}],
    "{\\'A}lvarez, J.~M.": [{"family": "Álvarez", "given": "J. M."}],
    "{Simon and Schuster} and\n  Doe, J": [
        {"literal": "Simon and Schuster"},
        {"family": "Doe", "given": "J"},
    ],
    "{{World Health Organization}}": [{"literal": "World Health Organization"}],
}


@pytest.mark.parametrize(("written", "read_as"), NAMES.items())
def test_splits_names(written: str, read_as: list[dict[str, str]]) -> None:
    assert work(f"title={{x}}, author={{{written}}}")["authors"] == read_as


MONTHS = {"jan": "1", "{December}": "12", "{Sept.}": "9", "{05}": "5", "7": "7"}


@pytest.mark.parametrize(("written", "number"), MONTHS.items())
def test_reads_months(written: str, number: str) -> None:
    assert work(f"title={{x}}, month={written}")["month"] == number


def test_a_date_gives_year_and_month_where_they_are_not_written() -> None:
    read_work = work("title={x}, date={2024-05-31}")
    assert (read_work["year"], read_work["month"]) == ("2024", "5")
    assert work("title={x}, date={2024-05}, year=2023")["year"] == "2023"


FINE = "@misc{fine, title={x}}\n"
REFUSED = {
    "duplicate key": ("@misc{a, title={x}}\n@misc{a, title={y}}\n", [("BIB002", 2, 7)]),
    "duplicate but for case": ("@misc{a, title={x}}\n @misc{A, title={y}}\n", [("BIB002", 2, 8)]),
    "missing comma": ("@misc{a,\n  title = {x}\n  year = {2000}\n}\n", [("BIB003", 3, 3)]),
    "missing comma after a number": ("@misc{a, title={x}, year=2000\n note={y}}\n", [("BIB003", 2, 2)]),
    "two missing commas": (
        '@misc{a, title={x} year="2000" note={y}}\n',
        [("BIB003", 1, 20), ("BIB003", 1, 32)],
    ),
    "text after a value": ("@misc{a, title={x} {y}}\n", [("BIB001", 1, 20)]),
    "brace never closed": ("@misc{a,\n  title = {x,\n  year = {2000},\n}\n" + FINE, [("BIB001", 2, 3)]),
    "last brace never closed": ("@misc{a,\n  title = {x},\n  note = {y\n}\n" + FINE, [("BIB001", 3, 3)]),
    "no comma after the key": ("@misc{a title={x}}\n" + FINE, [("BIB001", 1, 8)]),
    "field without a value": ("@misc{a, title={x}, note, year=2000}\n" + FINE, [("BIB001", 1, 21)]),
    "unknown type": ("@artcle{a, title={x}}\n", [("BIB004", 1, 1)]),
    "bare word": ("@misc{a, title={x}, journal = foo}\n", [("BIB005", 1, 31)]),
    "invalid key": ("@misc{a b, title={x}}\n", [("BIB006", 1, 7)]),
    "no key": ("@misc{, title={x}}\n", [("BIB006", 1, 7)]),
    "repeated field": ("@misc{a, title={x},\n title={y}}\n", [("BIB007", 2, 2)]),
    "same field by another name": ("@misc{a, title={x}, journal={y}, journaltitle={z}}", [("BIB007", 1, 34)]),
    "empty field": ("@misc{a, title={x}, note={ }}\n", [("BIB008", 1, 26)]),
    "address for a DOI": ("@misc{a, title={x}, doi={https://doi.org/10.1000/x}}\n", [("BIB009", 1, 25)]),
    "invalid DOI": ("@misc{a, title={x}, doi={1000/x}}\n", [("BIB009", 1, 25)]),
    "invalid PMID": ("@misc{a, title={x}, pmid={PMID 12}}\n", [("BIB010", 1, 26)]),
    "invalid PMCID": ("@misc{a, title={x}, pmcid={123}}\n", [("BIB010", 1, 27)]),
    "invalid year": ("@misc{a, title={x}, year={20006}}\n", [("BIB011", 1, 26)]),
    "invalid day": ("@misc{a, title={x}, urldate={1.5.2024}}\n", [("BIB011", 1, 29)]),
    "invalid address": ("@misc{a, title={x}, url={javascript:alert(1)}}\n", [("BIB012", 1, 25)]),
    "unknown evidence": ("@misc{a, title={x}, evidencetype={guidelin}}\n", [("BIB013", 1, 34)]),
    "unknown field": ("@misc{a, title={x}, jounal={y}}\n", [("BIB014", 1, 21)]),
    "group as person": ("@misc{a, title={x}, author={Academy of Neurology}}\n", [("BIB017", 1, 28)]),
    "name with too many commas": ("@misc{a, title={x}, author={A, B, C, D}}\n", [("BIB016", 1, 28)]),
    "forgotten at sign": ("misc{a, title={x}}\n" + FINE, [("BIB018", 1, 1)]),
    "one brace too many": ("@misc{a, title={x}},\n  year={2000}\n}\n" + FINE, [("BIB018", 2, 3)]),
    "bidi control": ("@misc{a, title={x\u202ey}}\n", [("SRC011", 1, 18)]),
    "control character": ("@misc{a, title={x\u0007y}}\n", [("SRC014", 1, 18)]),
}


@pytest.mark.parametrize(("text", "expected"), REFUSED.values(), ids=REFUSED.keys())
def test_refuses_at_the_exact_place(text: str, expected: list[tuple[str, int, int]]) -> None:
    bibliography = read(text)
    assert found(bibliography) == expected
    if FINE in text:
        assert "fine" in bibliography.works


@pytest.mark.parametrize(("text", "expected"), REFUSED.values(), ids=REFUSED.keys())
def test_windows_line_ends_change_no_place(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert found(read(text.replace("\n", "\r\n"))) == expected


def test_what_a_missing_comma_swallowed_is_read_all_the_same() -> None:
    bibliography = read("@misc{a,\n title = {x}\n year = {2000}\n doi = {10.1000/y}\n}")
    assert bibliography.works["a"]["title"] == "x"
    assert bibliography.works["a"]["year"] == "2000"
    assert bibliography.place("a", "doi").line == 4


def test_both_places_of_a_duplicate_are_named_and_the_first_is_kept() -> None:
    bibliography = read("@misc{a, title={x}}\n@misc{a, title={y}}\n")
    assert "line 1, column 7" in bibliography.findings[0].message
    assert bibliography.works["a"]["title"] == "x"


def test_broken_works_hide_no_others_and_their_keys_are_known() -> None:
    bibliography = read("@misc{a, title={x}\n@misc{b, title={y}}\n@misc{c title={z}}\n@misc{d, title={w}}")
    assert list(bibliography.works) == ["b", "d"]
    assert bibliography.unreadable == ("a", "c")


def test_what_breaks_a_rule_is_not_kept_unless_it_can_be_mended() -> None:
    works = read(
        "@misc{a, title={x}, doi={10.1/x}, year={soon}, pmid={0}}\n@misc{b, title={x}, doi={doi:10.1000/x}}"
    ).works
    assert set(works["a"]) == {"key", "bibtex_type", "type", "title"}
    assert works["b"]["doi"] == "10.1000/x"


def test_cures_name_what_was_probably_meant() -> None:
    findings = read("@artcle{a, titel={x}, evidencetype={guidelin}, unresolved={y}}").findings
    assert [finding.cure for finding in findings] == [
        "Did you mean `@article`?",
        "Did you mean `title`?",
        "Did you mean `guideline`?",
    ]


def test_comments_are_left_alone() -> None:
    assert read("% a comment, with x = {y\nFree text: see below.\n@comment{x = {y}}\n" + FINE).findings == ()


def test_places_of_works_and_fields() -> None:
    bibliography = read(TRIAL)
    assert str(bibliography.place("dyck2006")) == "references.bib:3:10"
    assert str(bibliography.place("dyck2006", "title")) == "references.bib:5:18"
    assert str(bibliography.place("dyck2006", "authors")) == "references.bib:4:18"
    assert str(bibliography.place("dyck2006", "author")) == "references.bib:4:18"
    assert str(bibliography.place("dyck2006", "accessed")) == "references.bib:16:18"
    assert str(bibliography.place("dyck2006", "publisher")) == "references.bib:3:10"
    assert str(bibliography.place("nobody")) == "references.bib"


def test_refuses_other_encodings_and_large_files() -> None:
    assert found(read_bibliography("@misc{a, title={é}}".encode("latin-1"), "x.bib")) == [("SRC010", 1, 17)]
    assert found(read_bibliography(b"%" * (8 * 1024 * 1024 + 1), "x.bib")) == [("SRC016", 0, 0)]


MEBIBYTE = 1024 * 1024
HOSTILE = {
    "braces": b"@misc{a, title={" + b"{" * MEBIBYTE,
    "balanced braces": b"@misc{a, title={" + b"{" * MEBIBYTE + b"}" * MEBIBYTE + b"}}",
    "blocks": b"@a{" * MEBIBYTE,
    "blocks on lines": b"\n@a{" * 50_000,
    "duplicates": b"@misc{a, title={x}}\n" * 50_000,
    "fields": b"@misc{a, " + b"x={y}," * 200_000 + b"}",
    "names": b"@misc{a, title={x}, author={" + b"A and " * 200_000 + b"B}}",
    "commands": b"@misc{a, title={" + b"\\foo" * 200_000 + b"}}",
    "missing commas": b"@misc{a, title={x}" + b" b={x}" * 200_000 + b"}",
    "stray text": b"x = {\n" * 200_000,
    "spaces": b"@a" + b" " * MEBIBYTE + b"{",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_files_are_done_with_in_seconds(data: bytes) -> None:
    start = time.process_time()
    bibliography = read_bibliography(data, "x.bib")
    assert time.process_time() - start < 10
    assert bibliography.findings
    assert len(bibliography.findings) < 200


BIBTEXISH = st.lists(
    st.sampled_from(
        ["@", "@misc{", "@article{a,", "@string{", "@comment{", "title", "author", "year", "doi", " = ", "=", "{", "}",
         '"', ",", "\n", "\r\n", " ", "#", "x", "jan", "2000", "\\'", "\\", "\\i", "$", "~", " and ", "others", "(",
         ")", "é", "𝒳", "\u202e", "\0", "%", "--", "@misc{b, title={x}}\n"]
    ),
    max_size=50,
).map("".join)  # fmt: skip


def inside(bibliography: Bibliography, text: str) -> bool:
    lines = text.split("\n")
    places = [finding.place for finding in bibliography.findings]
    for key, cited in bibliography.works.items():
        places += [bibliography.place(key), *(bibliography.place(key, name) for name in cited)]
    return all(
        place.line == 0
        or (place.line <= len(lines) and 1 <= place.column <= len(lines[place.line - 1].rstrip("\r")) + 1)
        for place in places
    )


@settings(deadline=None, max_examples=400)
@given(BIBTEXISH)
def test_no_text_raises_and_every_place_lies_in_the_file(text: str) -> None:
    assert inside(read(text), text)


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    read_bibliography(data, "x.bib")


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=30))
def test_plain_titles_come_back_as_written(title: str) -> None:
    assert read(f"@misc{{x, title = {{{title}}}}}").works["x"]["title"] == title
