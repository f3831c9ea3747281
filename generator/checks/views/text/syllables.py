"""How many syllables an English word has, by rules of spelling and a list of exceptions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from generator.checks.facts import packaged_facts

_NONE: Mapping[str, int] = MappingProxyType({})
_PIECES = re.compile(r"[a-z]+(?:[’'][a-z]+)?", re.IGNORECASE)
_INITIALS = re.compile(r"[A-Z]{2,}s?")
_GROUPS = re.compile(r"[aeiouy]+")
_ONE_MORE = re.compile(
    r"i(?:et|enc|ent)(?<!tient)(?<!tienc)(?<!cient)(?<!cienc)"  # quiet, science, nutrient; not patient
    r"|(?<=[a-z][^aeioucgt])ie(?=r$|rs$|st$)"  # earlier, earliest
    r"|(?<![cgtx])io(?=us)|(?<![cgtsx])io(?!us)|(?<=[aeiou])sio(?=l)"  # various, period; not nation
    r"|iu(?!s$)|(?<=[^aeiou])ius$"  # sodium, radius
    r"|(?<![ctg])ia(?!ge)|(?<=[ct])iat"  # trial, diagnosis, associate; not special, marriage
    r"|(?<=[aeiou]y)[aeiou](?!d$)|[aeiou]yed(?=.)"  # player, beyond; not stayed
    r"|(?<=[^aeiou])[aeiouy]ing(?=s?$)|(?<=[eo])eing$"  # being, going, trying
    r"|(?<![qg])ua(?!de)|(?<!q)uen|uou(?=s)"  # usual, fluent, continuous
    r"|(?<![gp])eo(?!us$)|eum|ao|(?<=[aeiouy][^aeiouy])ea$|(?<=[^aeiouy][^aeiouy])oea$|(?<=rrh)ea$"  # video, area
    r"|^(?:un)?creat(?!u)|^reac(?!h)|^reass|^coop|^preex"
    r"|sms?$|thm$"  # spasm, rhythm
    r"|(?<=[dst])n[’']t$"  # didn’t
)
_SILENT = re.compile(
    r"(?<=[aeiouy])[^aeiouy]+?e$(?<!le)|(?<=[aeiouy]l)e$|(?<=[^aeiouy]y)le$"  # time, whole
    r"|(?<=[^aeiouydt])ed$(?<![^aeiouyl]led)"  # caused; not treated, handled
    r"|(?<=[^aeiouysxzcg])es$(?<!ches)(?<!shes)(?<![^aeiouyl]les)"  # times; not doses, tables
    r"|(?<=[aeiouy][^aeiouyl])e(?=(?:ly|less|ments?|ful|fully|ness|thing|times?|where|body|how|ones?|lines?|days?)$)"
    r"|(?<=[lnr][cgsv])e(?=(?:ly|less|ments?|ful|fully|ness)$)"  # largely, involvement
)


def syllables(word: str, added: Mapping[str, int] = _NONE) -> int:
    """The number of syllables, at least 1. Parts that a hyphen joins count together, initials by their letters.

    ``added`` holds the words, in small letters, that a project has counted itself.
    """
    if not added:
        return _of_word(word)
    pieces = _PIECES.findall(word)
    return max(1, sum(_listed(_base(piece), added) or _of_piece(piece) for piece in pieces))


@lru_cache(maxsize=20_000)
def _of_word(word: str) -> int:
    return max(1, sum(map(_of_piece, _PIECES.findall(word))))


def _of_piece(piece: str) -> int:
    if _INITIALS.fullmatch(piece):
        return sum(3 if letter == "W" else 1 for letter in piece if letter.isupper())
    base = _base(piece)
    known = _listed(base, _exceptions())
    if known is not None:
        return known
    count = len(_GROUPS.findall(base)) + len(_ONE_MORE.findall(base)) - len(_SILENT.findall(base))
    return max(1, count)


def _base(piece: str) -> str:
    return piece.lower().replace("’", "'").removesuffix("'s")


def _listed(word: str, counted: Mapping[str, int]) -> int | None:
    return counted.get(word) or (counted.get(word[:-1]) if word.endswith("s") else None)


@cache
def _exceptions() -> dict[str, int]:
    return {row["word"]: int(row["syllables"]) for row in packaged_facts("syllables").rows}
