"""Where sentences end, and where a point only looks like their end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.views.text.sentences import sentences

_PIECES = st.sampled_from(
    [
        "A dose",
        " of .5 mg",
        " (P < .05)",
        ".",
        "?",
        " ",
        "\n\n",
        "e.g.",
        " vs.",
        " et al.",
        "”",
        "(",
        "Dr. Roe",
        "1.5",
    ]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It helps. It is costly.", ("It helps.", "It is costly.")),
        ("Steroids, e.g. Prednisone, vs. Placebo.", ("Steroids, e.g. Prednisone, vs. Placebo.",)),
        (
            "It differed (HR 0.50; P < .05). P = .02 was given.",
            ("It differed (HR 0.50; P < .05).", "P = .02 was given."),
        ),
        ("Between 1.5 and 2.5. Then .5 more.", ("Between 1.5 and 2.5.", "Then .5 more.")),
        (
            "Roe et al. found none. See Roe et al. They searched.",
            ("Roe et al. found none.", "See Roe et al.", "They searched."),
        ),
        ("Does it help? “No.” It does not!", ("Does it help?", "“No.”", "It does not!")),
        ("Ask Dr. Roe. Why not?", ("Ask Dr. Roe.", "Why not?")),
        ("One part\n\nAnother part", ("One part", "Another part")),
        ("The answer is no. Two failed. See no. 5.", ("The answer is no.", "Two failed.", "See no. 5.")),
        ("", ()),
        (" \n ", ()),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: tuple[str, ...]) -> None:
    assert sentences(text) == expected


@given(st.one_of(st.text(), st.lists(_PIECES).map("".join)))
def test_no_word_is_lost(text: str) -> None:
    found = sentences(text)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(sentence.strip() == sentence != "" for sentence in found)
