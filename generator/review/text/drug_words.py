"""Words that name a drug: those of the drugs that an edition quotes, and those with the ending of a generic name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

from generator.checks.facts import packaged_facts
from generator.review.text.text_tokens import WordKind, tokens

_SHORTEST_NAME = 6


def drug_words(*closures: Mapping[str, Any]) -> frozenset[str]:
    """Every word of the names, synonyms and brands of the drugs in some closures, as `is_drug_word` reads them."""
    names = (name for closure in closures for drug in _drugs(closure) for name in _names(drug))
    found = (token for name in names for token in tokens(name))
    return frozenset(token.key.lower() for token in found if token.kind is not WordKind.FUNCTION)


def is_drug_word(word: str, known: Collection[str]) -> bool:
    """Whether a word is one of those, or has the ending of an international nonproprietary name."""
    low = word.lower()
    return low in known or (
        len(low) >= _SHORTEST_NAME and low.endswith(_endings()) and low not in _exceptions()
    )


def _drugs(closure: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    quotes = closure.get("quotes")
    quoted = quotes if isinstance(quotes, Mapping) else {}
    candidates = [part for name, part in quoted.items() if str(name).startswith("drug:")]
    content = closure.get("content")
    if isinstance(content, Mapping) and content.get("kind") == "drug":
        candidates.append(content)
    return (part for part in candidates if isinstance(part, Mapping))


def _names(drug: Mapping[str, Any]) -> Iterator[str]:
    tall_man = drug.get("tall_man")
    spellings = list(tall_man.values()) if isinstance(tall_man, Mapping) else []
    several = (drug.get("synonyms"), drug.get("brands"), [drug.get("name")], spellings[:2])
    for one in (one for listed in several if isinstance(listed, list) for one in listed):
        name = one.get("name") if isinstance(one, Mapping) else one
        if isinstance(name, str):
            yield name


@cache
def _endings() -> tuple[str, ...]:
    return tuple(str(row["stem"]).lower() for row in packaged_facts("inn-stems").rows)


@cache
def _exceptions() -> frozenset[str]:
    rows = packaged_facts("inn-stems").rows
    cells = (row.get("exceptions", ()) for row in rows)
    return frozenset(word.lower() for cell in cells for word in ((cell,) if isinstance(cell, str) else cell))
