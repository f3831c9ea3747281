"""How a page spells an abbreviation out, and how it tells a reader to say a word."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+")
_FEWEST_WORDS = 2
_MANY_WORDS = 5
_NAMED = r"(?<=[\w),]) ?(?:\(|(?:, )?(?:also |sometimes |often )?(?:or|called|known as|abbreviated as) (?:an? |the )?)"
_LAST_WORD = re.compile(r"(\w+)[”’\"']? ?\Z")
_LONGEST = 60
_SAID = re.compile(r"[A-Za-z]+-[A-Za-z]+")
_SYLLABLES = 3
_LOUD = re.compile(r"[A-Z]{2,}")


def is_spelt_out(short: str, whole: str) -> bool:
    """Whether a text gives the words for an abbreviation: before its bracket, in its bracket, or with “or”."""
    return _usual(short, whole) or bool(words_of(short, whole))


def words_of(short: str, whole: str) -> str:
    """The words before the first place where the abbreviation stands as their short form, if their initials fit it."""
    letters = [letter.lower() for letter in short if letter.isalpha()]
    for found in re.finditer(rf"{_NAMED}(?:\w+ or )?{re.escape(short)}s?(?!\w)", whole):
        before = [one[0] for one in _WORD.finditer(whole, max(0, found.start() - 160), found.start())]
        initials = [word[0].lower() for word in before]
        for count in range(_FEWEST_WORDS, min(len(before), len(letters) + 2) + 1):
            last = initials[-count:]
            if last[0] == letters[0] and _holds(last, letters):
                return " ".join(before[-count:])
    return ""


def is_said_so(plain: str, start: int, end: int) -> bool:
    """Whether what stands there is a syllable of a word's pronunciation: ``platelets (PLATE-lets)``."""
    opened, closed = plain.rfind("(", 0, start), plain.find(")", end)
    if opened < 0 or closed < 0:
        return False
    word, inside = _LAST_WORD.search(plain, max(0, opened - 40), opened), plain[opened + 1 : closed]
    if word is None or not 2 <= len(inside) <= _LONGEST:
        return False
    said = _SAID.search(inside)
    if said is None or not _LOUD.search(inside):
        return False
    is_alike = inside[0].lower() == word[1][0].lower()
    return is_alike or max(part.count("-") for part in inside.split()) >= _SYLLABLES - 1


def _usual(short: str, whole: str) -> bool:
    written = re.escape(short)
    inside = rf"[a-z] ?\((?:[^()]{{0,80}}[\s,;“‘/-])?{written}s?[)\s,;”’/-]"
    alone = rf"[\w)”’\",] ?\({written}s?\)"
    outside = rf"(?<!\w){written}s? \((?!or )[A-Za-z]?[a-z]+[ )]"
    told = rf"(?<!\w){written}s?,? (?:means|stands for|is short for) "
    return re.search(f"{inside}|{alone}|{outside}|{told}", whole) is not None


def _holds(initials: list[str], letters: list[str]) -> bool:
    """Whether the initials are those letters in their order, with one letter and few words left over."""
    row, start, found = "".join(initials), 0, 0
    for letter in letters:
        place = row.find(letter, start)
        if place >= 0:
            start, found = place + 1, found + 1
    spare = 2 if len(initials) >= _MANY_WORDS else 1
    return found >= len(initials) - spare and len(letters) - found <= 1
