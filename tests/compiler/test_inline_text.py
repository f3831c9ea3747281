"""Inline text of entries: marks are read, and everything else stays the words that were written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compiler.inline_markdown import external_link, parse_inline
from generator.pages.inline import (
    Emphasis,
    Inline,
    Link,
    PageLink,
    Run,
    Strong,
    Subscript,
    Superscript,
    Text,
    plain_text,
)

_MARKS = "*_~^\\[]{}"
_WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=_MARKS + "\0"), max_size=200)
_BLOCKS = (
    "> ",
    "- ",
    "+ ",
    "# ",
    "## ",
    "1. ",
    "2025. ",
    "    ",
    "```",
    "---",
    "===",
    "| a | b |",
    "<b>",
    "&lt;",
    ":",
)
_PRIVATE = dict.fromkeys(map(ord, "\ue000\ue001"))


def _parse(text: str) -> Run:
    return parse_inline(text, lambda mark: (Text(f"«{mark}»"),), external_link)


def _nodes(run: Run) -> list[Inline]:
    return [found for node in run for found in (node, *_nodes(getattr(node, "children", ())))]


@given(_WORDS)
def test_text_without_marks_stays_text(text: str) -> None:
    run = _parse(text)
    assert plain_text(run) == " ".join(text.translate(_PRIVATE).split())
    assert all(isinstance(node, Text) for node in run)


@given(st.lists(st.one_of(st.sampled_from(_BLOCKS), _WORDS, st.just("\n"), st.just("\n\n")), max_size=8))
def test_no_block_markdown_is_read_at_any_place(pieces: list[str]) -> None:
    text = "".join(pieces)
    run = _parse(text)
    assert plain_text(run) == " ".join(text.translate(_PRIVATE).split())
    assert all(isinstance(node, Text) for node in run)


@pytest.mark.parametrize(
    "text",
    [
        "> 65 years",
        "- 5 mg",
        "2025.",
        "1. one",
        "# 5",
        "<65 years & >18",
        "5 < 6 and 7 > 3",
        "<script>alert(1)</script>",
        "&amp; stays",
        "https://example.org/ is no link",
        "| a | b |",
        "a * b * c",
        "snake_case_word",
        "2 ^ 3",
        "5*",
        "[no link]",
        "{neither:this}",
    ],
)
def test_signs_of_clinical_text_stay_as_written(text: str) -> None:
    assert _parse(text) == (Text(text),)


def test_emphasis_sub_and_superscript() -> None:
    run = _parse("*in vivo*, **not**, CO~2~, 10^9^/L")
    assert run == (
        Emphasis((Text("in vivo"),)),
        Text(", "),
        Strong((Text("not"),)),
        Text(", CO"),
        Subscript((Text("2"),)),
        Text(", 10"),
        Superscript((Text("9"),)),
        Text("/L"),
    )


def test_an_escape_gives_the_sign_itself() -> None:
    assert _parse(r"CYP2C19 \*2 and \[sic\]") == (Text("CYP2C19 *2 and [sic]"),)


def test_a_link_to_another_host_keeps_its_words() -> None:
    assert _parse("see [the *page*](https://a.example/x?y=1)") == (
        Text("see "),
        Link("https://a.example/x?y=1", (Text("the "), Emphasis((Text("page"),)))),
    )


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//other.example/",
        "/absolute",
        "relative/page",
        "%6aavascript:alert(1)",
        "\tjavascript:alert(1)",
    ],
)
def test_no_other_address_becomes_a_link(address: str) -> None:
    nodes = _nodes(_parse(f"[words]({address})"))
    assert not [node for node in nodes if isinstance(node, (Link, PageLink))]
    assert "words" in plain_text(tuple(nodes))


@given(st.text(max_size=60))
def test_whatever_the_address_is_a_link_leads_to_the_web_or_to_mail(address: str) -> None:
    for node in _nodes(_parse(f"[words]({address})")):
        if isinstance(node, Link):
            assert node.address.startswith(("http://", "https://", "mailto:"))


def test_the_words_of_a_refused_link_stay_even_where_they_are_emphasised() -> None:
    assert plain_text(_parse("[take *no* more](relative/page)")) == "take no more"


@given(st.text(max_size=300))
def test_no_text_at_all_makes_it_fail(text: str) -> None:
    _parse(text)


@given(st.text("*_~^[](){}@:!`<>\\ ab1\n", max_size=40))
def test_no_heap_of_marks_makes_it_fail(text: str) -> None:
    _parse(text)


def test_citations_and_quotes_are_handed_over_whole_and_in_order() -> None:
    seen: list[str] = []

    def read(mark: str) -> Run:
        seen.append(mark)
        return ()

    parse_inline(
        "A [@b; @a]. {dose:x-y} **{stat:z}** [{quantity:5 mg}](https://a.example) [@c].", read, external_link
    )
    assert seen == ["[@b; @a]", "{dose:x-y}", "{stat:z}", "{quantity:5 mg}", "[@c]"]


def test_an_underscore_or_star_inside_a_mark_is_no_emphasis() -> None:
    assert plain_text(_parse("[@a_b] and [@c_d]")) == "«[@a_b]» and «[@c_d]»"


def test_characters_that_are_used_inside_cannot_call_a_mark_from_text() -> None:
    assert plain_text(_parse("\ue0000\ue001 [@a]")) == "0 «[@a]»"


def test_no_quote_comes_together_around_a_private_sign() -> None:
    """What an approval binds is looked up in the text as it is written."""
    assert plain_text(_parse("Take {do\ue000se:usual}.")) == "Take {dose:usual}."


@pytest.mark.parametrize(
    "mark", ["{quantity:10 {unit}}", "{quantity:30 mL/min/{1.73_m2}}", "{dose:x}", "[@a; @b]"]
)
def test_a_mark_is_read_whole_though_its_unit_has_braces(mark: str) -> None:
    seen: list[str] = []

    def read(written: str) -> Run:
        seen.append(written)
        return (Text("…"),)

    assert plain_text(parse_inline(f"Give {mark}, then stop.", read, external_link)) == "Give …, then stop."
    assert seen == [mark]
