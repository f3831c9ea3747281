"""Names of people and groups as RIS and PubMed write them."""

from __future__ import annotations

import re

from generator.sources.references.record_text import plain_text

PersonName = dict[str, str]
"""``{"family", "given", "suffix"}`` (only what is given) of a person, ``{"literal"}`` of a group."""

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "2nd", "3rd", "4th"})
_ET_AL = re.compile(r"(?:et\.?\s*al\.?|(?:and )?others)", re.IGNORECASE)
_COUNTRIES = frozenset({"EU", "NHS", "UK", "UN", "US", "USA", "WHO"})
_AND_OTHERS = re.compile(r"[\s,;]+(?:et\.?\s*al\.?)\s*", re.IGNORECASE)
_INITIALS = re.compile(r"[^\W\d_](?:-?[^\W\d_]){0,3}")


def is_et_al(text: str) -> bool:
    """Whether the line stands for further authors: ``et al.``"""
    return _ET_AL.fullmatch(text.strip(" ,;")) is not None


def without_et_al(text: str) -> str:
    """``Roe, Jane`` of ``Roe, Jane, et al.``"""
    found = _AND_OTHERS.search(text)
    return text[: found.start()] if found is not None and found.end() == len(text) else text


def person_name(text: str) -> PersonName | None:
    """``Roe, Jane A., Jr`` as a person; None where no comma sets the family name apart."""
    parts = [part.strip() for part in plain_text(text).strip(" ,;").split(",")]
    if len(parts) < 2 or not parts[0]:
        return None
    given, suffix = parts[1], ", ".join(parts[2:])
    words = given.split()
    if len(words) > 1 and not suffix and _is_suffix(words[-1]):
        given, suffix = " ".join(words[:-1]), words[-1]
    return _person(parts[0], given, suffix)


def short_name(text: str) -> PersonName | None:
    """``van der Roe JA Jr``, as PubMed shortens names; None where no initials end it."""
    words = plain_text(text).split()
    suffix = words.pop() if len(words) > 2 and _is_suffix(words[-1]) else ""
    if (
        len(words) < 2
        or words[-1] in _COUNTRIES
        or not (words[-1].isupper() and _INITIALS.fullmatch(words[-1]))
    ):
        return None
    return _person(" ".join(words[:-1]), words[-1], suffix)


def whole_name(text: str) -> PersonName:
    """The name of a group, in full."""
    return {"literal": plain_text(text).strip(" ,;")}


def spaced_initials(given: str, family: str) -> str:
    """Initials one by one, with their stops: ``JA`` is Jane Ann, and not a name that begins with J."""
    is_shouted = family.isupper() and len(family) > 1
    return " ".join(_initials(word) if not is_shouted else word for word in given.split())


def _person(family: str, given: str, suffix: str) -> PersonName:
    if not given:
        return {"literal": f"{family} {suffix}".strip()}
    named = {"family": family, "given": spaced_initials(given, family), "suffix": suffix}
    return {part: text for part, text in named.items() if text}


def _is_suffix(word: str) -> bool:
    return word.strip(".").lower() in _SUFFIXES


def _initials(word: str) -> str:
    if not (word.isupper() and _INITIALS.fullmatch(word)):
        return word
    return "-".join(". ".join(group) + "." for group in word.split("-"))
