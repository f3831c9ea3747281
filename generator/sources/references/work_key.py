"""The key of a new work: family name and year, in small letters, with a further letter where it is taken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from itertools import count

from generator.sources.cited_work import CitedWork

_LONGEST = 40
_GERMAN = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
    }
)
_ARTICLES = frozenset({"a", "an", "the"})


def work_key(work: CitedWork, taken: Collection[str]) -> str:
    """``roe-2020``, or ``roe-2020b`` where ``roe-2020`` is taken. ``taken`` are keys in small letters.

    Without authors the first words of the title stand for them, as in ``lumbosacral-plexopathy-2014``.
    """
    name = _first_author(work) or _slug(_title_words(work)) or "work"
    year = work.get("year", "")
    base = f"{name}-{year}" if isinstance(year, str) and year else name
    between = "" if year else "-"
    candidates = (base if number == 0 else f"{base}{between}{_letters(number)}" for number in count())
    return next(key for key in candidates if key not in taken)


def _first_author(work: CitedWork) -> str:
    for role in ("authors", "editors"):
        names = work.get(role)
        if isinstance(names, list) and names:
            return _slug(names[0].get("family") or names[0].get("literal", ""))
    body = work.get("issuing_body", "")
    return _slug(body) if isinstance(body, str) else ""


def _title_words(work: CitedWork) -> str:
    title = work.get("title", "")
    words = title.split() if isinstance(title, str) else []
    return " ".join(words[1:] if words and words[0].lower() in _ARTICLES else words)


def _slug(text: str) -> str:
    """Words of small ASCII letters and digits with hyphens between, as many whole words as 40 characters hold."""
    composed = unicodedata.normalize("NFC", text).lower().translate(_GERMAN)
    plain = unicodedata.normalize("NFKD", composed).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’`]", "", plain))
    kept = words[:1]
    for word in words[1:]:
        if len("-".join([*kept, word])) > _LONGEST:
            break
        kept.append(word)
    return "-".join(kept)[:_LONGEST]


def _letters(number: int) -> str:
    """b, c … z, ba, bb …: the second of a name and year is b."""
    letters = ""
    while number:
        number, rest = divmod(number, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
