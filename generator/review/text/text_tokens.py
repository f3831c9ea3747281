"""The words of a text as they are weighed: each with what kind of word it is, whatever its spelling and marks."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from generator.model.marks import DATA_MARK
from generator.review.text.grave_words import (
    AFTER_A_NUMBER,
    ALIKE,
    COMPARATORS,
    FUNCTION_WORDS,
    MODALS,
    NEGATIONS,
    NUMBER_WORDS,
    ROMAN,
    ROUTES,
    SPELT_OUT,
    SYMBOLS,
    SYMBOLS_SPELT_OUT,
    TIMES,
    UNITS,
)
from generator.review.text.spellings import in_one_spelling


class WordKind(Enum):
    """What a word is there for."""

    FUNCTION = "function"
    WORD = "word"
    NUMBER = "number"
    UNIT = "unit"
    TIME = "time"
    ROUTE = "route"
    NEGATION = "negation"
    COMPARATOR = "comparator"
    MODAL = "modal"
    MARK = "mark"
    """A dose or a figure that is quoted, or a character that steers how others are read."""

    @property
    def is_grave(self) -> bool:
        """Whether another word in its place may be another treatment."""
        return self not in (WordKind.FUNCTION, WordKind.WORD)


@dataclass(frozen=True, slots=True)
class Token:
    """A word. ``key`` is the same for spellings of one word, ``is_start`` says that a sentence begins with it."""

    key: str
    kind: WordKind
    is_start: bool = False


def tokens(text: str) -> tuple[Token, ...]:
    """The words, numbers and signs of a text; punctuation and emphasis are left out."""
    clean = _INVISIBLE.sub("", unicodedata.normalize("NFC", html.unescape(text)))
    clean = clean.replace("’", "'").replace("µ", "μ")
    clean = _CONTRACTED.sub(_expanded, _QUANTITY.sub(r" \1 ", clean))
    clean = _DOTTED.sub(lambda found: found[0].replace(".", ""), clean)
    clean = _NON.sub(r"\1 ", _PREFIXED.sub(r"\1", clean))
    return tuple(_settled([token for found in _TOKEN.finditer(clean) for token in _read(found, clean)]))


_QUANTITY = re.compile(r"\{quantity:((?:[^{}\n]|\{[^{}\n]*\})*)\}")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_STEERING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTRACTED = re.compile(r"\b(?:(can)not|(\w+)n't)\b", re.IGNORECASE)
_DOTTED = re.compile(r"(?<![\w.])(?:[A-Za-z]\.){2,}(?:[A-Za-z]\b)?")
"""Letters with dots, as in b.i.d."""
_PREFIXED = re.compile(r"\b(pre|post|re|co|sub|semi|multi)-(?=[a-z]{3})", re.IGNORECASE)
_NON = re.compile(r"\b(non)-?(?=[a-z]{4})(?!etheless)", re.IGNORECASE)
"""With a hyphen and without one it is the same word."""
_FULL = {"ca": "can", "wo": "will", "sha": "shall"}
_RAISED = "⁰¹²³⁴-⁹₀-₉½¼¾⅓⅔⅛"
_TOKEN = re.compile(
    rf"(?P<mark>{DATA_MARK})"
    r"|(?P<link>https?://[^\s()<>]+|\]\([^()\s]*\))"
    r"|(?P<number>(?:(?<![\w)\]}%])[-−–](?=\.?\d))?(?:\d+(?:[.,:·]\d+)*|[.·]\d+)"
    rf"|[{_RAISED}]+)"
    r"|(?P<percent>%|per cent\b)"
    rf"|(?P<word>[^\W\d_{_RAISED}]+(?:'[^\W\d_{_RAISED}]+)*)"
    r"|(?P<sign>[^\s\w])",
    re.IGNORECASE,
)
_DASHES = "-‐‑–—−"
_MARKUP = "`|"
_AND = "&"


def _expanded(found: re.Match[str]) -> str:
    if found[1]:
        return f"{found[1]} not"
    return f"{_FULL.get(found[2].lower(), found[2])} not"


def _read(found: re.Match[str], text: str) -> Iterator[Token]:
    written, kind = found[0], found.lastgroup
    if kind == "number":
        yield Token(written.replace("−", "-").replace("–", "-"), WordKind.NUMBER)
    elif kind == "percent":
        yield Token("percent", WordKind.UNIT)
    elif kind == "mark":
        yield Token(written, WordKind.MARK)
    elif kind == "link":
        yield Token(written, WordKind.WORD)
    elif kind == "word":
        yield _word(written, is_start=_begins(text, found.start()))
    else:
        yield from _sign(written)


def _begins(text: str, start: int) -> bool:
    """Whether a word is the first of its sentence, paragraph or bracket. A line may be broken anywhere."""
    near = text[max(0, start - 6) : start]
    above = near.rstrip(" *_\t\n\r\u00a0")
    return not above or "\n\n" in near or above[-1] in ".!?:;•(\"“‘'["


def _word(written: str, *, is_start: bool) -> Token:
    low = written.lower()
    if (meant := _IN_THESE_LETTERS.get(written)) is not None:
        return meant
    if low in SYMBOLS:
        symbol = _litre(written)
        return Token(SYMBOLS_SPELT_OUT.get(symbol, symbol), WordKind.UNIT)
    key = ALIKE.get(low) or in_one_spelling(low)
    kind = _KINDS.get(key) or _KINDS.get(key.removesuffix("s"))
    if kind in (WordKind.TIME, WordKind.UNIT):
        key = key if key in _KINDS else key.removesuffix("s")
    if kind is WordKind.FUNCTION and written == "A" and not is_start:
        return Token("A", WordKind.WORD)  # hepatitis A
    if kind is None and _is_abbreviation(written):
        return Token(written, WordKind.WORD, is_start)
    return Token(key, kind or WordKind.WORD, is_start)


_IN_THESE_LETTERS: dict[str, Token] = {
    "IT": Token("intrathecal", WordKind.ROUTE),
    "WHO": Token("WHO", WordKind.WORD),
    **{numeral: Token(numeral, WordKind.NUMBER) for numeral in ROMAN},
}
"""Words that are others in small letters."""
_KINDS: dict[str, WordKind] = {
    **dict.fromkeys(FUNCTION_WORDS, WordKind.FUNCTION),
    **dict.fromkeys(UNITS, WordKind.UNIT),
    **dict.fromkeys(TIMES, WordKind.TIME),
    **dict.fromkeys(NUMBER_WORDS, WordKind.NUMBER),
    **dict.fromkeys(COMPARATORS, WordKind.COMPARATOR),
    **dict.fromkeys(MODALS, WordKind.MODAL),
    **dict.fromkeys(NEGATIONS, WordKind.NEGATION),
    **dict.fromkeys(ROUTES, WordKind.ROUTE),
}
_EMPHASISED = frozenset({"and", "if", "with", "when", "then", "but", "give", "take", "use"})
"""Words that are no abbreviation in capitals. OR may be an odds ratio."""
_LONGEST_ABBREVIATION = 6


def _litre(written: str) -> str:
    """mL and ml are one spelling; mg, Mg and MG are not."""
    return written[:-1] + "L" if written in ("l", "ml", "dl", "ul", "μl", "fl") else written


def _is_abbreviation(written: str) -> bool:
    if written.isupper() and written.lower() in _EMPHASISED:
        return False
    return len(written) <= _LONGEST_ABBREVIATION and (
        any(letter.isupper() for letter in written[1:]) or (len(written) == 1 and written.isupper())
    )


def _sign(written: str) -> Iterator[Token]:
    if written in _DASHES:
        yield Token("-", WordKind.FUNCTION)
    elif written == "/":
        yield Token("/", WordKind.WORD)
    elif written == _AND:
        yield Token("and", WordKind.WORD)
    elif written in "<>≤≥=±~≈≠":
        yield Token(written, WordKind.COMPARATOR)
    elif _STEERING.match(written):
        yield Token(f"U+{ord(written):04X}", WordKind.MARK)
    elif written in "°‰":
        yield Token(written, WordKind.UNIT)
    elif written not in _MARKUP and unicodedata.category(written)[0] in "SMC":
        yield Token(written, WordKind.MARK)
    elif written == "*":
        yield Token("*", WordKind.FUNCTION)


def _settled(found: list[Token]) -> Iterator[Token]:
    """Signs and letters whose meaning lies in their neighbours; those that mean nothing there are left out."""
    for index, token in enumerate(found):
        before = found[index - 1] if index else None
        after = found[index + 1] if index + 1 < len(found) else None
        settled = _in_its_place(token, before, after)
        if settled is not None:
            yield settled


def _in_its_place(token: Token, before: Token | None, after: Token | None) -> Token | None:
    last = before.kind if before else None
    is_before_number = after is not None and after.kind is WordKind.NUMBER
    match token.key:
        case "-":
            settled = Token("to", WordKind.NUMBER) if _is_range(before, after) else None
        case "to" if last in _COUNTED and is_before_number:
            settled = Token("to", WordKind.NUMBER)
        case "to" | "by" | "from" if is_before_number:  # lowered to 5 mg, lowered by 5 mg
            settled = replace(token, kind=WordKind.COMPARATOR)
        case "*":
            is_power = last is WordKind.NUMBER and is_before_number
            settled = replace(token, kind=WordKind.MARK) if is_power else None
        case "/":
            is_per = _COUNTED & {last, after.kind if after else None}
            settled = Token("per", WordKind.UNIT) if is_per else token
        case "other" if before is not None and before.key == "every":
            settled = replace(token, kind=WordKind.TIME)
        case _:
            is_counted = last is WordKind.NUMBER or (before is not None and before.key == "°")
            settled = _after_number(token) if is_counted else token
    return settled


def _after_number(token: Token) -> Token:
    if token.key in SPELT_OUT:
        return replace(token, key=SPELT_OUT[token.key], kind=WordKind.TIME)
    if token.key == "x":
        return Token("×", WordKind.MARK)
    return replace(token, kind=WordKind.UNIT) if token.key in AFTER_A_NUMBER else token


def _is_range(before: Token | None, after: Token | None) -> bool:
    """Whether a dash between two numbers is a range; two-thirds and twenty-four are none."""
    if before is None or after is None or before.kind not in _COUNTED:
        return False
    is_one_number = before.key.endswith("ty") or after.key in _PARTS
    return after.kind is WordKind.NUMBER and not is_one_number


_PARTS = frozenset({"half", "third", "thirds", "quarter", "quarters", "fourth", "fifth", "tenth"})
_COUNTED = {WordKind.NUMBER, WordKind.UNIT, WordKind.TIME}
