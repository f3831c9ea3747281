"""Words that are nearly the name of a drug, and words that have the ending of one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.checks.context import CheckContext
from generator.checks.once import once
from generator.checks.views.drugs.drug_names import drug_names
from generator.checks.views.drugs.listed_drugs import cells

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 7
_SHORTEST_SLIP = 8
"""Below so many letters, one letter more or less makes another word too often."""
_HEAD = 3
_ALIKE = (
    ("ph", "f"),
    ("th", "t"),
    ("y", "i"),
    ("k", "c"),
    ("oe", "e"),
    ("ae", "e"),
    ("ss", "s"),
    ("ll", "l"),
)


class DrugSpelling:
    """Tells which name was probably meant by a word. Every word is looked at once, however often it occurs."""

    def __init__(self, names: Iterable[str], known: Iterable[str], listed: Iterable[str]) -> None:
        """Take the names that can be meant, all that the library knows, and names of drugs that lists have."""
        self._known = {word.casefold() for name in known for word in _WORD.findall(name)}
        self._listed = {word.casefold() for name in listed for word in _WORD.findall(name)}
        self._sounds: dict[str, str] = {}
        self._shortened: dict[str, str] = {}
        for name in sorted(names):
            plain = name.casefold()
            if len(plain) >= _SHORTEST and plain.isalpha():
                self._sounds.setdefault(_sound(plain), name)
                for short in _without_one(plain):
                    self._shortened.setdefault(short, name)
        self._meant: dict[str, str | None] = {}

    def is_known(self, word: str) -> bool:
        """Whether the library has the word, in the singular or the plural."""
        return _has(self._known, word.casefold())

    def meant(self, word: str) -> str | None:
        """The name that the word nearly is; nothing where it is a name itself or near none."""
        plain = word.casefold()
        if plain not in self._meant:
            self._meant[plain] = self._nearest(plain)
        return self._meant[plain]

    def _nearest(self, word: str) -> str | None:
        if (
            len(word) < _SHORTEST
            or word.endswith("ing")
            or _has(self._known, word)
            or _has(self._listed, word)
        ):
            return None
        name = self._sounds.get(_sound(word))
        if name is None and len(word) >= _SHORTEST_SLIP:
            shortened = (self._shortened.get(short) for short in (word, *_without_one(word)))
            near = (one for one in shortened if one is not None and _is_one_slip(word, one.casefold()))
            name = next(near, None)
        return name if name is not None and _sound(name.casefold())[:_HEAD] == _sound(word)[:_HEAD] else None


def _has(words: set[str], word: str) -> bool:
    return word in words or word.removesuffix("s") in words or f"{word}s" in words


def words_of(text: str) -> Iterator[str]:
    """The words of a text that consist of letters."""
    return (found[0] for found in _WORD.finditer(text) if found[0].isalpha())


def drug_spelling(context: CheckContext) -> DrugSpelling:
    """The spelling of the drugs of the library; what lists of drugs or works' titles have is right, too."""
    return once(context, _spelling)


def _spelling(context: CheckContext) -> DrugSpelling:
    library = context.library
    names = list(drug_names(library))
    meant = [name.written for name in names if name.kind != "brand"]
    firsts = [
        words[0] for words in map(str.split, meant) if len(words) > 1 and len(words[0]) > _SHORTEST_SLIP
    ]
    known = [name.written for name in names]
    known += [alike.name for drug in library.drugs.values() for alike in drug.look_alikes]
    known += [work.title for work in library.works.values() if work.title]
    for condition in library.conditions.values():
        known += [condition.name, *condition.synonyms]
    return DrugSpelling([*meant, *firsts], known, _listed(context))


def _listed(context: CheckContext) -> Iterator[str]:
    """Names of drugs that lists of facts have."""
    columns = {
        "brands": ("brand", "drug", "names"), "look-alikes": ("name", "other"), "defining-terms": ("drugs",),
    }  # fmt: skip
    for name, wanted in columns.items():
        for row in context.facts(name).rows:
            for column in wanted:
                yield from cells(row, column)


@lru_cache(maxsize=100_000)
def _sound(word: str) -> str:
    """The same for spellings that sound alike: azathioprin and azathioprine."""
    plain = word.removesuffix("e")
    for written, meant in _ALIKE:
        plain = plain.replace(written, meant)
    return re.sub(r"(.)\1", r"\1", plain)


def _without_one(word: str) -> Iterator[str]:
    return (word[:index] + word[index + 1 :] for index in range(len(word)))


def _is_one_slip(one: str, other: str) -> bool:
    """Whether one letter is missing, added, wrong, or changes places with its neighbour."""
    if abs(len(one) - len(other)) == 1:
        short, long = sorted((one, other), key=len)
        return short in set(_without_one(long))
    if len(one) != len(other):
        return False
    differing = [index for index in range(len(one)) if one[index] != other[index]]
    if len(differing) == 1:
        return True
    is_swap = len(differing) == 2 and differing[1] == differing[0] + 1
    return is_swap and one[differing[0]] == other[differing[1]] and one[differing[1]] == other[differing[0]]
