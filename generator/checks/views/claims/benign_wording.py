"""Phrases that make a treatment sound harmless, where a sentence means them so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.once import once
from generator.checks.views.text.text_words import text_words

_HELD_BACK = re.compile(
    r"\b(?:not|no|never|nor|neither|without|hardly|less|poorly|cannot|whether|if|when|once|unless|until|unknown|"
    r"unclear|as long as|provided|claims?|claimed|called|source|said to be|considered)\b|n[’']t\b",
    re.I,
)
_COMPARED = re.compile(
    r"\b(?:than|compared|versus|vs|similar(?:ly)?|equally|but|although|though|however|except|apart from|despite)\b",
    re.I,
)
_NARROWED = r"(?! (?:to|for|in|with|if|when|enough|only|until|during|at|from|as)\b)"


def benign_phrases(context: CheckContext, sentence: str) -> Iterator[re.Match[str]]:
    """Each phrase of the list; none in a denial, under a condition or in a comparison."""
    if _COMPARED.search(sentence):
        return  # a comparison, or a sentence that names the other side itself
    for found in once(context, _phrases).finditer(sentence):
        if not _HELD_BACK.search(sentence, 0, found.start()):
            yield found


def may_be_benign(context: CheckContext, text: str) -> bool:
    """Whether a text has all words of some phrase of the list."""
    words, keyed = text_words(text), once(context, _keyed)
    return any(phrase <= words for word in words & keyed.keys() for phrase in keyed[word])


def graver_terms(context: CheckContext) -> re.Pattern[str]:
    """The terms of harms that stand in boxed warnings."""
    return once(context, _grave)


def _keyed(context: CheckContext) -> dict[str, list[frozenset[str]]]:
    """The words of each phrase, under the longest of them."""
    keyed: dict[str, list[frozenset[str]]] = {}
    for row in context.facts("benign-wording").rows:
        words = text_words(row["phrase"]) if isinstance(row["phrase"], str) else frozenset()
        if words:
            keyed.setdefault(max(words, key=lambda word: (len(word), word)), []).append(words)
    return keyed


def _phrases(context: CheckContext) -> re.Pattern[str]:
    rows = context.facts("benign-wording").rows
    phrases = {row["phrase"] for row in rows if isinstance(row["phrase"], str)}
    return _any_of({phrase: _NARROWED if phrase.endswith("safe") else "" for phrase in phrases})


def _grave(context: CheckContext) -> re.Pattern[str]:
    rows = context.facts("grave-harms").rows
    return _any_of({row["term"]: "" for row in rows if isinstance(row["term"], str)})


def _any_of(phrases: dict[str, str]) -> re.Pattern[str]:
    """A pattern of any of the phrases, the longest first, each with what must follow it."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    patterns = [_pattern(phrase) + phrases[phrase] for phrase in longest_first]
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)" if patterns else r"(?!)", re.I)


def _pattern(phrase: str) -> str:
    return "[-‐‑ ]".join(re.escape(word) for word in re.split(r"[- ]+", phrase))
