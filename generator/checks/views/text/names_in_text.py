"""Names of drugs and conditions in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.checks.context import CheckContext
from generator.checks.once import once
from generator.checks.views.drugs.drug_names import drug_names

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name in a text, from ``start`` to before ``end``, and the ids of all that bear it."""

    written: str
    ids: frozenset[str]
    start: int
    end: int


class NamesInText:
    """Finds names of several words, the longest first. A name with a capital initial is found with one only."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Take names, each with the id of what bears it."""
        self._ids: dict[tuple[str, ...], set[str]] = {}
        self._longest: dict[str, int] = {}
        self._capital: dict[tuple[str, ...], bool] = {}
        for written, bearer in names:
            words = tuple(_WORD.findall(written))
            if not words or len(written) < _SHORTEST:
                continue
            key = tuple(word.casefold() for word in words)
            self._ids.setdefault(key, set()).add(bearer)
            self._capital[key] = self._capital.get(key, True) and words[0][0].isupper()
            self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    def found(self, text: str) -> Iterator[FoundName]:
        """Every name in the text, from left to right; none lies within another."""
        words = list(_WORD.finditer(text))
        folded = [word[0].casefold() for word in words]
        past = 0
        for index, word in enumerate(folded):
            if index >= past and word in self._longest:
                key = self._key_at(words, folded, index)
                if key:
                    past = index + len(key)
                    start, end = words[index].start(), words[past - 1].end()
                    yield FoundName(text[start:end], frozenset(self._ids[key]), start, end)

    def _key_at(self, words: list[re.Match[str]], folded: list[str], index: int) -> tuple[str, ...]:
        """The longest name that begins there, as its words; empty where none does."""
        for length in range(min(self._longest[folded[index]], len(words) - index), 0, -1):
            key = tuple(folded[index : index + length])
            if key in self._ids and (not self._capital[key] or words[index][0][0].isupper()):
                return key
        return ()


_SHORTEST = 3
"""Shorter names (MS, Ig) stand for too many things."""


def drugs_in_text(context: CheckContext) -> NamesInText:
    """The finder of all names of drugs: generic names, synonyms and brands."""
    return once(context, _drugs)


def learnt_names_in_text(context: CheckContext) -> NamesInText:
    """The finder of names that a patient has to learn anyway: of drugs and of conditions."""
    return once(context, _drugs_and_conditions)


def _drugs(context: CheckContext) -> NamesInText:
    return NamesInText(_drug_names(context))


def _drugs_and_conditions(context: CheckContext) -> NamesInText:
    conditions = context.library.conditions.values()
    names = ((_in_any_case(name), one.id) for one in conditions for name in (one.name, *one.synonyms))
    return NamesInText((*_drug_names(context), *names))


def _drug_names(context: CheckContext) -> Iterator[tuple[str, str]]:
    for name in drug_names(context.library):
        yield (name.written if name.kind == "brand" else _in_any_case(name.written)), name.drug


def _in_any_case(name: str) -> str:
    """The name with a small initial, unless it is an abbreviation: a sentence may begin with it."""
    return name if sum(letter.isupper() for letter in name) > 1 else name.casefold()
