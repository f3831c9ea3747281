"""How grave it is that one text became another, word by word."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from generator.model.change import ChangeClass
from generator.review.text.drug_words import is_drug_word
from generator.review.text.opposites import has_opposites
from generator.review.text.text_tokens import Token, WordKind, tokens


def text_weight(before: str, after: str, drug_words: Collection[str] = frozenset()) -> ChangeClass:
    """The class of a change of words.

    Editorial for spelling variants, punctuation, letter case and function words alone; critical where a number, unit,
    drug, negation, comparator, modal or time is another or stands elsewhere; major for every other word.
    ``drug_words`` are words of names of drugs, in small letters.
    """
    if unicodedata.normalize("NFC", before) == unicodedata.normalize("NFC", after):
        return ChangeClass.NONE
    old, new = tokens(before), tokens(after)
    gone, come = changed_words(old, new)
    carrying = [token for token in (*gone, *come) if token.kind is not WordKind.FUNCTION]
    if not carrying:
        return ChangeClass.MAJOR if _refers_to_others(gone, come) else ChangeClass.EDITORIAL
    if any(_is_grave(token, drug_words) for token in carrying) or has_opposites(_keys(gone), _keys(come)):
        return ChangeClass.CRITICAL
    if _joined(old, drug_words) != _joined(new, drug_words):
        return ChangeClass.CRITICAL
    moved = set(_keys(gone)) & set(_keys(come))
    passes_grave = moved and _places(old, moved, drug_words) != _places(new, moved, drug_words)
    return ChangeClass.CRITICAL if passes_grave else ChangeClass.MAJOR


def changed_words(old: Sequence[Token], new: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """The words that are gone and those that have come; one that moved is both."""
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    matcher = SequenceMatcher(None, _keys(old), _keys(new), autojunk=max(len(old), len(new)) > _LONG)
    gone: list[Token] = []
    come: list[Token] = []
    for tag, *span in matcher.get_opcodes():
        if tag != "equal":
            gone += old[span[0] : span[1]]
            come += new[span[2] : span[3]]
    return gone, come


_LONG = 1_000


def _alike(old: Sequence[Token], new: Sequence[Token]) -> int:
    """With how many equal words both begin."""
    pairs = zip(old, new, strict=False)
    return next(
        (at for at, (one, other) in enumerate(pairs) if one.key != other.key), min(len(old), len(new))
    )


def _keys(words: Iterable[Token]) -> list[str]:
    return [token.key for token in words]


def _is_grave(token: Token, drug_words: Collection[str]) -> bool:
    return token.kind.is_grave or is_drug_word(token.key, drug_words)


def _refers_to_others(gone: Iterable[Token], come: Iterable[Token]) -> bool:
    """Whether one thing became several: “stop it” and “stop them” stop not the same."""
    sides = [{_NUMBER_OF[key] for key in _keys(words) if key in _NUMBER_OF} for words in (gone, come)]
    return bool(sides[0] and sides[1] and sides[0] != sides[1])


_NUMBER_OF = {"it": 1, "its": 1, "they": 2, "them": 2, "their": 2}


def _joined(words: Sequence[Token], drugs: Collection[str]) -> list[str]:
    """How drugs and amounts are joined: one “or” the other is half of one “and” the other."""
    told = [token for token in words if token.kind is not WordKind.FUNCTION]
    triples = zip(told, told[1:], told[2:], strict=False)
    return [
        middle.key
        for first, middle, last in triples
        if middle.key in ("and", "or") and _is_grave(first, drugs) and _is_grave(last, drugs)
    ]


def _places(words: Sequence[Token], moved: Collection[str], drug_words: Collection[str]) -> Counter[object]:
    """Where words stand among those that decide: "A, not B" and "B, not A" have the same words."""
    return Counter(_placed(words, moved, drug_words))


def _placed(words: Sequence[Token], moved: Collection[str], drugs: Collection[str]) -> Iterator[object]:
    passed = 0
    for token in words:
        if token.key in moved:
            yield token.key, passed
        passed += _is_grave(token, drugs)
