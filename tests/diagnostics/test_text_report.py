"""What a person reads: grouped, with the line and a caret below the right sign."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Finding, Place, Rule, Severity, Waived
from generator.diagnostics.caret import caret_lines
from generator.diagnostics.text_report import text_report

_RULE = Rule("DOS902", "dose-of-a-test", Severity.ERROR, "S.", "A reader would give too much.", "Write it.")
_LINES = {"content/a.yml": ["dose:", "  amount: 2 mg/kg", "\tweit 重量: x  # ##[error]"]}


def _line(place: Place) -> str | None:
    lines = _LINES.get(place.file, [])
    return lines[place.line - 1] if place.line <= len(lines) else None


def _finding(file: str, line: int, column: int, message: str = "no maximum", **more: Any) -> Finding:
    return _RULE.finding(message, Place(file, line, column), **more)


def test_findings_stand_below_their_file_with_place_line_reason_and_cure() -> None:
    found = [
        _finding("content/a.yml", 2, 11, pointer=("dose", "amount")),
        _finding("content/a.yml", 3, 7, "second"),
        _finding("content/b.yml", 0, 0, "whole file"),
        replace(
            _finding("content/b.yml", 1, 1, "let stand"), waived=Waived("Asked.", "jane-roe", "2027-01-31")
        ),
    ]
    assert text_report(found, source_line=_line) == (
        "content/a.yml: 2 errors\n"
        "\n"
        "at dose.amount\n"
        "content/a.yml:2:11: error DOS902 no maximum\n"
        "       2 |   amount: 2 mg/kg\n"
        "         |           ^\n"
        "    why:  A reader would give too much.\n"
        "    cure: Write it.\n"
        "\n"
        "content/a.yml:3:7: error DOS902 second\n"
        "       3 |     weit 重量: x  # # #[error]\n"
        "         |          ^\n"
        "    cure: Write it.\n"
        "\n"
        "content/b.yml: 1 error\n"
        "\n"
        "content/b.yml: error DOS902 whole file\n"
        "    cure: Write it.\n"
        "\n"
        "Waived: 1\n"
        "\n"
        "content/b.yml:1:1: error DOS902 let stand\n"
        "    waived: Asked.\n"
        "    owner:  jane-roe, until 2027-01-31\n"
        "\n"
    )


def test_a_lone_finding_stands_without_a_heading() -> None:
    lines = text_report([_finding("content/schema-version", 0, 0)]).splitlines()
    assert lines[0] == "content/schema-version: error DOS902 no maximum"


def test_many_findings_are_summed_up_with_the_places_of_errors() -> None:
    warning = replace(_RULE, code="DOS903", name="a-warning", severity=Severity.WARNING)
    note = replace(_RULE, code="DOS904", name="a-note", severity=Severity.NOTE)
    found = [warning.finding("w", Place("content/a.yml", line, 1)) for line in range(1, 13)]
    found += [note.finding("n", Place("content/b.yml", 1, 1))]
    few = text_report([*found, _finding("::c.yml", 9, 1)])
    assert "In all" not in few
    errors = [_finding("content/z.yml", line, 2) for line in range(1, 8)]
    waived = replace(errors[0], waived=Waived("Asked.", "jane-roe", "2027-01-31"))
    told = text_report([*found, _finding("::c.yml", 9, 1), *errors, waived])
    assert told.endswith(
        "In all, the worst first:\n"
        "\n"
        "     8 errors   DOS902 dose-of-a-test\n"
        "                ./::c.yml:9:1\n"
        "                content/z.yml:1:2\n"
        "                content/z.yml:2:2\n"
        "                content/z.yml:3:2\n"
        "                content/z.yml:4:2\n"
        "                and 3 more\n"
        "    12 warnings DOS903 a-warning\n"
        "     1 note     DOS904 a-note\n"
        "\n"
    )


def test_on_a_terminal_a_long_message_stands_below_its_place() -> None:
    lines = text_report([_finding("content/a.yml", 2, 1, "word " * 20)], width=60).splitlines()
    assert lines[0] == "content/a.yml:2:1: error DOS902"
    assert lines[1].startswith("    word word")
    assert max(map(len, lines)) <= 60


def test_sentences_are_wrapped_below_their_beginning() -> None:
    found = [_finding("content/c.yml", 0, 0, cure="word " * 30)]
    lines = text_report(found, width=60).splitlines()
    assert max(map(len, lines)) <= 60
    assert [line[:10] for line in lines if "word" in line][1:] == ["          "] * 2


@pytest.mark.parametrize(
    ("line", "column", "shown", "caret"),
    [
        ("a: 2 mg", 4, "a: 2 mg", "   ^"),
        ("", 1, "", "^"),
        ("ab", 9, "ab", "  ^"),
        ("\ta", 2, "    a", "    ^"),
        ("重量: 2", 5, "重量: 2", "      ^"),
        ("e\u0301x", 3, "e\u0301x", " ^"),
        ("a\u202eb", 3, "a\\u202eb", "       ^"),
        ("a\x1b[31mb", 7, "a\\x1b[31mb", "         ^"),
    ],
)
def test_the_caret_stands_below_its_sign(line: str, column: int, shown: str, caret: str) -> None:
    assert caret_lines(line, column, 80) == (shown, caret)


def test_a_long_line_is_cut_around_the_caret() -> None:
    line = "x" * 500_000 + "HERE" + "y" * 500_000
    shown, caret = caret_lines(line, 500_001, 60)
    assert len(shown) <= 60
    assert shown[0] == shown[-1] == "…"
    assert shown[len(caret) - 1 :].startswith("HERE")


@given(st.text(max_size=200), st.integers(-2, 250), st.integers(20, 120))
def test_a_cut_line_fits_and_the_caret_points_at_the_sign(line: str, column: int, width: int) -> None:
    shown, caret = caret_lines(line, column, width)
    cells = [
        0 if unicodedata.category(sign) in ("Mn", "Me") else 1 + (unicodedata.east_asian_width(sign) in "WF")
        for sign in shown
    ]
    assert sum(cells) <= width or len(line) <= 2
    assert all(sign.isprintable() for sign in shown)
    assert set(caret[:-1]) <= {" "} and caret[-1] == "^"
    if 1 <= column <= len(line) and line.isascii() and line.isprintable() and "##" not in line:
        assert shown[len(caret) - 1] == line[column - 1]
