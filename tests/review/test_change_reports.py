"""What a comparison found, for a terminal, a comment and programs: counts first, criticals first, all counted."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.review.reports.change_counts import NOTHING, counts_in_words
from generator.review.reports.json_changes import json_changes
from generator.review.reports.markdown_comment import markdown_comment
from generator.review.reports.report_words import pages_words
from generator.review.reports.text_changes import text_changes
from generator.review.site.changed_fact import ComparedPage, FactKind, LibraryComparison
from generator.review.site.verdict import exit_code
from tests.diagnostics.hostile import TEXTS
from tests.review.made_comparison import OTHER, PAGE, comparison, fact, whole

_LIMIT, _BYTES = 60_000, 65_000


# --- counts


def test_counts_are_told_by_class_and_pages() -> None:
    found = comparison(
        fact(), fact(reaches=(OTHER,)), fact("major"), fact("minor"), new_pages=(OTHER,),
    )  # fmt: skip
    assert counts_in_words(found) == "2 critical, 1 major, 1 minor on 2 pages; 1 page new"


def test_what_was_not_compared_is_counted_apart_and_rules_too() -> None:
    rule = fact(kind=FactKind.RULES, pages=())
    found = comparison(fact(is_compared=False), fact("editorial"), rule)
    assert counts_in_words(found) == "1 NOT COMPARED, 1 editorial on 1 page; rules of the site: 1 critical"


def test_only_a_comparison_without_any_change_reads_clean() -> None:
    assert counts_in_words(comparison()) == NOTHING == "no clinical change"
    for one in (fact("editorial"), fact(is_compared=False), fact("minor", kind=FactKind.RULES, pages=())):
        for text in (
            text_changes(comparison(one)),
            markdown_comment(comparison(one)),
            json_changes(comparison(one)),
        ):
            assert NOTHING not in text


def test_pages_are_counted_where_they_are_not_named() -> None:
    pages = [ComparedPage(f"page-{number}", "clinician", "", "Clinicians") for number in range(1, 13)]
    assert (
        pages_words(pages) == "“page-1” (Clinicians), “page-2” (Clinicians), “page-3” (Clinicians) and 9 more"
    )
    assert (
        pages_words([PAGE, ComparedPage("question", "patient", "", "Patients")])
        == "“Does examplin help?” (Clinicians, Patients)"
    )


def test_two_pages_of_one_title_are_told_apart_by_their_ids() -> None:
    alike = [ComparedPage(name, "clinician", "Does it help?", "Clinicians") for name in ("one", "two")]
    assert pages_words(alike) == "“Does it help?” [one] (Clinicians), “Does it help?” [two] (Clinicians)"


@pytest.mark.parametrize(
    ("facts", "strict", "code"),
    [
        ((), False, 0),
        ((fact("minor"),), True, 0),
        ((fact("major"),), False, 0),
        ((fact("major"),), True, 1),
        ((fact(),), False, 1),
        ((fact(kind=FactKind.RULES),), False, 1),
        ((fact("minor"), fact(is_compared=False)), False, 2),
    ],
)
def test_exit_codes(facts: tuple[Any, ...], strict: bool, code: int) -> None:
    assert exit_code(comparison(*facts), strict=strict) == code


def test_a_missing_note_is_an_exit_code_of_its_own() -> None:
    assert exit_code(comparison(fact("major"), notes=whole().notes)) == 1


# --- terminal


def test_the_whole_for_a_terminal() -> None:
    found = comparison(
        fact(reaches=(OTHER,)), fact("major", "Limitation added: “It is small”"), needs=whole().needs
    )
    assert text_changes(found) == (
        "main → proposal: 1 critical, 1 major on 2 pages\n"
        "\n"
        "CRITICAL (1)\n"
        "  Examplin, maximum: 150 → 200 mg daily (+33 %)\n"
        "      in “Does examplin help?” (Clinicians); reaches 1 more page: “Can examplin help me?” (Patients)\n"
        "\n"
        "MAJOR (1)\n"
        "  Limitation added: “It is small”\n"
        "      in “Does examplin help?” (Clinicians)\n"
        "\n"
        "Before approval, the editorial policy asks for (1)\n"
        "  2 people, among them somebody in the role x and somebody in the role x or x: “x” (x)\n"
    )


def test_a_terminal_gets_everything_in_lines_of_its_width() -> None:
    facts = [fact(sentence=f"Word {number} " * 30) for number in range(40)]
    text = text_changes(comparison(*facts), width=72)
    assert max(map(len, text.splitlines())) <= 72
    assert len(re.findall(r"^ {2}Word", text, re.M)) == 40


def test_roles_colour_the_lines_and_change_no_word() -> None:
    painted = text_changes(whole(), lambda text, role: f"<{role}>{text}</{role}>")
    assert re.sub(r"</?\w+>", "", painted) == text_changes(whole())
    assert "<error>CRITICAL (3)</error>" in painted


@given(TEXTS)
def test_no_text_steers_a_terminal(text: str) -> None:
    for line in text_changes(whole(text)).split("\n"):
        assert line == "" or line.isprintable()
        assert "##[" not in line and "##vso" not in line


# --- comment


def _comment_tokens(text: str) -> list[Token]:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    found = parser.parse(text)
    return [inner for token in found for inner in (token, *(token.children or []))]


_OURS = {
    "heading_open", "heading_close", "paragraph_open", "paragraph_close", "bullet_list_open", "bullet_list_close",
    "list_item_open", "list_item_close", "inline", "text", "strong_open", "strong_close", "fence", "code_inline",
}  # fmt: skip


@given(st.one_of(TEXTS, st.text(st.sampled_from("<>[]()!`*_~|#@:/\\&-+=. \nabw1$^{}\"'"), max_size=30)))
def test_no_text_breaks_out_of_a_comment(text: str) -> None:
    found = whole(text)
    tokens = _comment_tokens(markdown_comment(found))
    assert {token.type for token in tokens} <= _OURS
    assert [token.content for token in tokens if token.type == "code_inline"] == ["changes:"]
    assert sum(token.type == "fence" for token in tokens) == len(found.notes)


@pytest.mark.parametrize(
    "text",
    [
        "@ada-example",
        "a@example.org",
        "#12",
        "GH-12",
        "!7",
        "~bug",
        "www.example.org",
        "http://example.org",
        ":tada:",
        "org/x#1",
    ],
)
def test_nobody_is_mentioned_and_nothing_linked(text: str) -> None:
    shown = "".join(
        token.content for token in _comment_tokens(markdown_comment(whole(text))) if token.type == "text"
    )
    assert text not in shown
    assert text in shown.replace("\u200b", "")


def test_markers_and_tags_stay_text() -> None:
    text = "<!-- clinsum --><img src=x onerror=alert(1)> ```"
    written = markdown_comment(whole(text))
    assert "<" not in written.replace("&lt;", "")
    shown = "".join(token.content for token in _comment_tokens(written) if token.type == "text")
    assert text in shown.replace("\u200b", "")


def _shown_and_counted(text: str, level: str) -> tuple[int, int]:
    """How many lines of a class a comment shows, and how many it says that it leaves out."""
    body = text.partition(f"#### {level.capitalize()} (")[2].partition("\n#### ")[0]
    counted = re.search(rf"\*\*([\d,]+) {level} more did not fit", body)
    left_out = int(counted[1].replace(",", "")) if counted else 0
    return len(re.findall(r"^- (?!\*\*[\d,]+ \w+ more did)", body, re.M)), left_out


@pytest.mark.parametrize("number", [1, 60, 400, 5_000])
@pytest.mark.parametrize("word", ["critical", "µ→“”", "𝔊𝔯𝔞𝔳𝔢", "<&>", "@a|b`"])
def test_a_comment_always_fits_and_counts_what_it_leaves_out(number: int, word: str) -> None:
    facts = [
        fact(level, f"{word} {at} " * 12) for level in ("critical", "major", "minor") for at in range(number)
    ]
    text = markdown_comment(comparison(*facts, needs=whole().needs, notes=whole().notes))
    assert len(text) < _LIMIT and len(text.encode()) < _BYTES
    for level in ("critical", "major", "minor"):
        shown, left_out = _shown_and_counted(text, level)
        assert shown + left_out == number


def test_criticals_get_the_room_of_all_others() -> None:
    facts = [fact(sentence="Examplin " * 8)] * 300 + [fact("minor", "Otherin " * 40)] * 300
    text = markdown_comment(comparison(*facts))
    assert _shown_and_counted(text, "critical") == (300, 0)
    assert 0 < _shown_and_counted(text, "minor")[1] < 300
    assert text.index("#### Critical") < text.index("#### Minor")


def test_criticals_are_never_folded() -> None:
    assert "<details" not in markdown_comment(comparison(*[fact()] * 50))


def test_one_endless_sentence_is_cut_and_said_to_be() -> None:
    text = markdown_comment(
        comparison(fact(sentence="a " * 40_000), fact(sentence="Examplin, route: oral → rectal"))
    )
    assert len(text) < _LIMIT
    assert "a …" in text and "rectal" in text


@pytest.mark.parametrize(
    ("address", "is_linked"),
    [
        ("https://example.org/run/7", True),
        ("javascript:alert(1)", False),
        ("https://example.org/> [x](y", False),
        ("", False),
    ],
)
def test_the_full_report_is_linked_where_it_has_an_address(address: str, is_linked: bool) -> None:
    text = markdown_comment(comparison(fact()), full_report=address)
    links = [token.attrGet("href") for token in _comment_tokens(text) if token.type == "link_open"]
    assert links == ([address] if is_linked else [])


# --- JSON


def test_json_tells_every_fact_with_its_place() -> None:
    told = json.loads(json_changes(comparison(fact(reaches=(OTHER,)))))
    assert told["form"] == 1
    assert told["exit_code"] == 1
    assert told["counts"]["facts"] == {"critical": 1}
    assert told["facts"] == [
        {
            "kind": "content",
            "class": "critical",
            "topic": "dose",
            "operation": "replace",
            "owner": "question",
            "path": ["doses", "usual", "amount"],
            "before": "150 mg",
            "after": "200 mg",
            "sentence": "Examplin, maximum: 150 → 200 mg daily (+33 %)",
            "is_compared": True,
            "pages": [
                {
                    "entry": "question",
                    "audience": "clinician",
                    "title": "Does examplin help?",
                    "label": "Clinicians",
                }
            ],
            "reaches": [
                {
                    "entry": "second",
                    "audience": "patient",
                    "title": "Can examplin help me?",
                    "label": "Patients",
                }
            ],
        }
    ]


@given(TEXTS)
def test_json_is_ascii_and_holds_every_text_as_it_is(text: str) -> None:
    written = json_changes(whole(text))
    assert written.isascii() and "##" not in written
    told = json.loads(written)
    # Two halves of a sign that stand side by side are read as the sign.
    read = json.loads(json.dumps(text))
    assert {one["sentence"] for one in told["facts"]} == {read}
    assert told["base"] == told["head"] == read


def _keys(value: Any) -> set[str]:
    if isinstance(value, list):
        return {key for item in value for key in _keys(item)}
    return set(value) | _keys(list(value.values())) if isinstance(value, dict) else set()


def test_every_field_of_the_json_is_documented(repository: Path) -> None:
    page = (repository / "docs" / "comparing.md").read_text(encoding="utf-8")
    section = page.partition("## For other programs")[2]
    documented = set(re.findall(r"`([a-z_]+)`", section))
    told = json.loads(json_changes(whole()))
    classes, of_decisions = {"critical", "major", "minor"}, {"id", "decision", "by", "role", "at", "entries"}
    assert _keys(told) - documented - classes - of_decisions == set()
    assert all(kind.value in section for kind in FactKind)


def test_every_report_tells_every_critical() -> None:
    sentences = [f"Examplin number {number}, route: oral → rectal" for number in range(30)]
    found: LibraryComparison = comparison(*(fact(sentence=one) for one in sentences))
    for text in (text_changes(found), markdown_comment(found), json.loads(json_changes(found))):
        told = text if isinstance(text, str) else str(text)
        assert [one for one in sentences if one not in told] == []
