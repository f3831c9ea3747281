"""A finding that quotes words of a text stands at these words, wherever in the text they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Finding, Place, Pointer, Rule, Severity
from generator.diagnostics.identity import identified
from generator.sources.word_places import at_their_words

_RULE = Rule("WRD901", "made-up", Severity.WARNING, "Made up.", "Why.", "Cure.")
_FILE = "content/a.yml"


def _placed(folder: Path, text: str, message: str, pointer: Pointer = ("a",)) -> Finding:
    (folder / "content").mkdir(exist_ok=True)
    (folder / _FILE).write_bytes(text.encode())
    (found,) = at_their_words(
        folder, [_RULE.finding(message, Place(_FILE, 1, 4), entry="x", pointer=pointer)]
    )
    return found


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: one take 5mg more\n", 1, 13),
        ('a: "one \u00e9 take 5mg more"\n', 1, 16),
        ("a: >-\n  one two\n  take 5mg more\n", 3, 8),
        ("a: |\n  5mg is\n  5mg\n", 2, 3),
        ("a: 15mg, and 5mg # 5mg\n", 1, 14),
        ("a: one\n  take\n  5mg\n", 3, 3),
    ],
)
def test_the_place_is_that_of_the_first_of_the_words(
    tmp_path: Path, text: str, line: int, column: int
) -> None:
    assert _placed(tmp_path, text, "“5mg” stands in “the text”").place == Place(_FILE, line, column)


def test_words_that_a_line_break_divides_are_found(tmp_path: Path) -> None:
    found = _placed(tmp_path, "a: >-\n  in the\n  the text\n", "“the the” has a word twice")
    assert found.place == Place(_FILE, 2, 6)


@pytest.mark.parametrize(
    "text",
    [
        "a: nothing of it  # 5mg\nb: 5mg\n",
        "a: [5mg]\n",
        'a: "5\\x6dg"\n',
        "a: 5mg\na: 5mg\n",
        "b: 5mg\n",
        "a: [\n",
    ],
)
def test_what_is_not_found_stays_at_the_beginning(tmp_path: Path, text: str) -> None:
    assert _placed(tmp_path, text, "“5mg” stands in the text").place == Place(_FILE, 1, 4)


def test_the_order_is_that_of_the_places_and_the_identity_stays(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / _FILE).write_text("a: one two three\n", encoding="utf-8")
    at_once = [
        _RULE.finding(f"“{word}” is a word", Place(_FILE, 1, 4), pointer=("a",)) for word in ("three", "one")
    ]
    placed = at_their_words(tmp_path, [*at_once, _RULE.finding("“x”", Place("b.bib", 3, 1))])
    assert [str(one.place) for one in placed] == ["b.bib:3:1", "content/a.yml:1:4", "content/a.yml:1:12"]
    identities = {identity for _, identity in identified(at_once)}
    assert identities < {identity for _, identity in identified(placed)}
