"""A decision is written so that it is read as exactly what was signed."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.model.decision_digest import decision_digest
from generator.model.entries.decision import Decision
from generator.sources.decision_text import decision_text
from generator.sources.parse_entry import parse_entry
from generator.sources.strict_yaml import read_yaml
from tests.review.signed_record import decision_of

DIGEST = f"clinsum-1:{'ab' * 32}"
SAID: dict[str, Any] = {
    "kind": "decision",
    "decision": "approve",
    "by": "ada-example",
    "at": "2026-06-15T12:00:00Z",
    "covers": [
        {
            "entry": "question",
            "editions": [
                {"audience": "clinician", "digest": DIGEST, "words": f"clinsum-words-1:{'cd' * 32}"}
            ],
            "previous": {
                "at": f"clinsum-decision-1:{'ef' * 32}",
                "2026-01-01-x": f"clinsum-decision-1:{'0' * 64}",
            },
        },
        {"entry": "examplin", "doses": ["usual", "null"], "everywhere": "yes"},
    ],
    "criteria": ["dose-checked", "on"],
    "recused": "no",
    "signature": "-----BEGIN SSH SIGNATURE-----\nU1NI\nAAAA\n-----END SSH SIGNATURE-----",
}
_VISIBLE = st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp", "Zs"))
_WORDS = st.lists(st.text(_VISIBLE, min_size=1, max_size=12), min_size=1, max_size=6).map(" ".join)


def read_again(decision: Decision) -> Decision:
    document = read_yaml(decision_text(decision).encode(), f"content/decisions/{decision.id}.yml")
    assert document.findings == ()
    made, findings = parse_entry(document, "decisions")
    assert findings == [] and isinstance(made, Decision)
    return made


def test_everything_that_can_be_said_is_read_again() -> None:
    decision = decision_of("one", SAID)
    assert decision_digest(read_again(decision)) == decision_digest(decision)


def test_it_reads_as_a_person_would_write_it() -> None:
    lines = decision_text(decision_of("one", SAID)).splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../../schema/decision.schema.json"
    assert lines[2:7] == [
        "kind: decision",
        "decision: approve",
        "by: ada-example",
        "at: 2026-06-15T12:00:00Z",
        "covers:",
    ]
    assert f"        digest: {DIGEST}" in lines
    assert lines[-5] == "signature: |-"


@given(_WORDS, st.lists(_WORDS, min_size=1, max_size=3), st.booleans())
def test_any_words_are_read_again(reason: str, interests: list[str], two_lines: bool) -> None:
    text = f"{reason}\n{reason}" if two_lines else reason
    decision = decision_of(
        "one", {**SAID, "reason": text, "interests": interests, "role": reason[:50].strip()}
    )
    assert decision_digest(read_again(decision)) == decision_digest(decision)
