"""The words of a report reach nobody, hide nothing and stay within their place."""

from __future__ import annotations

import re

import pytest

from tests.ci.posted import NUMBER, Post, facts

MARKER = "<!-- clinsum-review -->"


def _posted(post: Post, words: str) -> str:
    """The report's part of the comment."""
    post.leave(facts(), words)
    run = post.run()
    assert run.returncode == 0, run.stderr
    (comment,) = post.github.on(NUMBER)
    return comment.split("\n---\n", 1)[1]


@pytest.mark.parametrize(
    ("words", "effect"),
    [
        ("@jane-roe please approve", r"@\w"),
        ("`@jane-roe` and \\@jane-roe", r"@\w"),
        ("jane@example.org", r"@\w"),
        ("&#64;jane-roe &commat;jane-roe &#x40;jane-roe", r"&[#\w]"),
        ("closes #1, GH-1, gh-1", r"#\d|(?i:gh-\d)"),
        ("example-hospital/summaries#1 and jane-roe/x@0123456", r"#\d|@\d"),
        ("https://evil.example/ and www.evil.example", r"://|www\."),
        ("[approved](https://evil.example)", r"\]\("),
        ("![approved](approved.svg)", r"\]\("),
        ("[approved][1]\n\n[1]: /evil", r"\]\[|\]:"),
        ("<img src=x onerror=alert(1)>", r"<\w"),
        ("<script>alert(1)</script>", r"</?\w"),
        ("<!-- hidden -->", r"<!"),
        (f"{MARKER}\nmine", r"<!"),
        ("<DETAILS><summary >", r"<\w"),
        ("/approve\n  /merge", r"(?m)^\s*/\w"),
        ("<a href='javascript:alert(1)'>x</a>", r"</?\w"),
        ("<https://evil.example>", r"<\w|://"),
        ("$\\phantom{critical}$ and $`x`$ and \\$x\\$", r"\$"),
        ("$$\n\\phantom{\n- **critical** maximum removed\n}\n$$", r"\$"),
        ("```math\n\\phantom{x}\n```", r"```[ \t]*\w"),
        ("- ``` mermaid\n  graph LR\n  ```", r"```[ \t]*\w"),
        ("~~~~geojson\n{}\n~~~~", r"~~~[ \t]*\w"),
    ],
)
def test_nothing_in_it_has_an_effect(post: Post, words: str, effect: str) -> None:
    assert re.search(effect, words), "the pattern finds it in what was written"
    assert not re.search(effect, _posted(post, words))


def test_what_it_says_can_still_be_read(post: Post) -> None:
    words = "- **critical** Examplin, maximum: 150 → 200 mg (+33 %)\n\n| a & b < c | d |\n|---|---|\n| `1` | 2 |\n"
    said = _posted(post, words).replace("\u200b", "")
    assert words in said


def test_characters_that_cannot_be_seen_are_shown(post: Post) -> None:
    said = _posted(post, "150\u202e051\u2066 mg\u0007\u200b\u00ad\x1b[31m\ufeff\u3164\U000e0041\n")
    assert "150U+202E051U+2066 mgU+0007\u200bU+00ADU+001B[31mU+FEFFU+3164U+E0041" in said


def test_parts_that_fold_stay_where_they_close(post: Post) -> None:
    folded = "<details><summary>12 minor changes</summary>\n\n- one\n\n</details>"
    assert folded in _posted(post, f"{folded}\n\n- @jane-roe\n")


@pytest.mark.parametrize(
    "words",
    ["<details><summary>x", "</details>", "</details><details>", "<details><summary></details></summary>"],
)
def test_parts_that_do_not_close_are_words(post: Post, words: str) -> None:
    assert not re.search(r"</?\w", _posted(post, words))


@pytest.mark.parametrize(
    "words", ["@a " * 19_999, "@" * 59_999, "💊" * 59_999, "\u202e" * 59_999, ("-" * 99 + "\n") * 599]
)
def test_the_comment_is_never_too_long_and_says_what_it_left_out(post: Post, words: str) -> None:
    _posted(post, words)
    comment = post.github.on(NUMBER)[0]
    assert len(comment.encode("utf-16-le")) // 2 <= 60_000
    assert len(comment.encode("utf-8")) <= 65_000
    assert comment.startswith(f"{MARKER}\n## Clinical review: no critical change and no error\n")
    lines = words.rstrip("\n").count("\n") + 1
    kept = sum(line in words.split("\n") for line in comment.split("\n---\n", 1)[1].split("\n") if line)
    left = int(found[1]) if (found := re.search(r"\*\*(\d+) more lines did not fit", comment)) else 0
    assert left == lines - kept


def test_the_first_lines_are_ours(post: Post) -> None:
    _posted(post, "## Clinical review: approved\n\n| Clinical changes | none |\n")
    first, _ = post.github.on(NUMBER)[0].split("\n---\n", 1)
    assert "approved" not in first.replace("not approved", "")
