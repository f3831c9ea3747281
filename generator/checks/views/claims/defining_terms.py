"""Terms that define drugs, where a sentence says them of its subject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.checks.context import CheckContext
from generator.checks.once import once
from generator.checks.views.drugs.listed_drugs import cells
from generator.checks.views.text.names_in_text import FoundName, NamesInText, drugs_in_text
from generator.checks.views.text.text_words import text_words

Row = Mapping[str, Any]

_ADJECTIVES = r"(?:(?!(?:with|of|to|for|and|or|not|alternative|add|switch)\b)[\w-]+,?\s){0,3}"
_VERB = (
    r"(?:is|was|being|works as|acts as|is used as|is called|is described as|is classed as|which is|that is)"
)
_RELATED = r"(?:chemically |closely |structurally )*(?:derived from|related to|a derivative of|belongs to)"
_OF_NAMED = re.compile(
    rf"(?:\s\([^()]*\))?,?\s{_VERB}\s(?:an?|the)\s{_ADJECTIVES}|(?:\s\([^()]*\))?,?\s(?:is\s|was\s)?{_RELATED}\s(?:the\s)?",
    re.I,
)
"""What stands between a drug and a term that is said of it: "is a strong"."""
_BESIDE_NAMED = re.compile(rf"(?:\s\([^()]*\))?(?:,\s|\s\()(?:an?|the)\s{_ADJECTIVES}", re.I)
_OF_TEXT = re.compile(
    rf"(?:it|this|this (?:drug|agent|medicine)|the drug)\s{_VERB}\s(?:an?|the)\s{_ADJECTIVES}"
    rf"|(?:(?:it|this|this (?:drug|agent|medicine)|the drug)\s)?(?:is\s|was\s)?{_RELATED}\s(?:the\s)?",
    re.I,
)
"""What stands before a term that is said of the drug of a text: "It is a strong"."""
_ALONE = re.compile(rf"(?:an?|the)\s{_ADJECTIVES}", re.I)
_SET_OFF = re.compile(r"\s?[,.;)]|\s(?:that|which|with|used|given)\b|\Z", re.I)
"""What follows a term that stands beside its subject: "A calcineurin inhibitor, it …"."""
_DENIED = re.compile(
    r"\b(?:not|no|nor|neither|never|unlike|wrongly|rather than|instead of|than|confused|mistaken)\b|n[’']t\b",
    re.I,
)
_FURTHER = re.compile(r"[-‐‑]|\s+(?:sparing|free|naive|resistant)\b")


def may_define(context: CheckContext, text: str) -> bool:
    """Whether a text has the first word of a term at all."""
    return bool(once(context, _first_words) & text_words(text))


def defined_in(context: CheckContext, sentence: str) -> Iterator[tuple[Row, FoundName | None]]:
    """Each row of the list whose term the sentence says of a subject: of a drug that it names, or of its text's."""
    finder, rows = once(context, _finder)
    if _DENIED.search(sentence):
        return
    for term in finder.found(sentence):
        names = [name for name in drugs_in_text(context).found(sentence) if name.end <= term.start]
        subject = names[-1] if names else None
        if not _FURTHER.match(sentence, term.end) and _is_said(sentence, subject, term):
            for number in sorted(term.ids):
                yield rows[int(number)], subject


def class_defined_by(context: CheckContext, name: str) -> Iterator[Row]:
    """Each row of the list whose term is the whole of a name of a class, in the singular or plural."""
    finder, rows = once(context, _finder)
    plain = _plain(" ".join(name.split()))
    for term in finder.found(plain):
        if (term.start, term.end) == (0, len(plain)):
            yield from (rows[int(number)] for number in sorted(term.ids))


def _is_said(sentence: str, subject: FoundName | None, term: FoundName) -> bool:
    """Whether the words before and behind the term make it one of the subject."""
    start = subject.end if subject is not None else 0
    said, beside = (_OF_NAMED, _BESIDE_NAMED) if subject is not None else (_OF_TEXT, _ALONE)
    if said.fullmatch(sentence, start, term.start):
        return True
    is_beside = beside.fullmatch(sentence, start, term.start) is not None
    return is_beside and _SET_OFF.match(sentence, term.end) is not None


_WORD = re.compile(r"[^\W_]+")


def _finder(context: CheckContext) -> tuple[NamesInText, tuple[Row, ...]]:
    listed = context.facts("defining-terms").rows
    rows = tuple(row for row in listed if isinstance(row["term"], str) and cells(row, "drugs"))
    terms = [(_plain(row["term"]), str(number)) for number, row in enumerate(rows)]
    return NamesInText([*terms, *((f"{term}s", number) for term, number in terms)]), rows


def _first_words(context: CheckContext) -> frozenset[str]:
    _, rows = once(context, _finder)
    return frozenset(word.casefold() for row in rows for word in _WORD.findall(row["term"])[:1])


def _plain(term: str) -> str:
    """In small letters: with a capital initial a name is found with one only."""
    return term[:1].lower() + term[1:]
