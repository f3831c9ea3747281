"""LaTeX accents and signs to plain characters."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
}
_LETTERS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
    "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ",
    "dj": "đ", "DJ": "Đ",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "tau": "τ", "sigma": "σ", "chi": "χ",
    "omega": "ω", "Delta": "Δ", "Omega": "Ω",
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "pm": "±", "times": "×", "approx": "≈", "infty": "∞",
    "textmu": "µ", "textdegree": "°", "degree": "°", "textpm": "±", "texttimes": "×",
    "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘",
    "textquotedblleft": "“", "textquotedblright": "”", "textless": "<", "textgreater": ">",
    "textasciitilde": "~", "textbackslash": "\\", "textregistered": "®", "texttrademark": "™",
    "copyright": "©", "ldots": "…", "dots": "…", "textellipsis": "…", "S": "§",
}  # fmt: skip
_PLAIN_WORDING = frozenset(
    [
        *["bf", "em", "emph", "it", "mathrm", "mbox", "rm", "sc", "text"],
        *["textbf", "textit", "textrm", "textsc", "textsf", "texttt", "textup"],
    ]
)
_SIGNS = {"-": "", "/": "", ",": " ", ";": " ", " ": " ", "\n": " ", "\\": " "}
_TOKEN = re.compile(r"\\([A-Za-z]+)[ \t\n]*|\\([\s\S])|([{}])|(\$)|([^\\{}$]+)|(\\)")
_MATHEMATICS = re.compile(r"\$([^$^_]{1,60})\$")


def decode_latex(text: str) -> tuple[str, tuple[str, ...]]:
    """Decode accents, signs and protective braces; letters keep their case.

    Gives the text and the commands that are not understood, which stay in it as they are written. A text
    without a backslash or brace comes back unchanged.
    """
    if "\\" not in text and "{" not in text and "}" not in text:
        return text, ()
    decoder = _Decoder()
    for match in _TOKEN.finditer(_MATHEMATICS.sub(_without_dollars, text)):
        decoder.take(match)
    return "".join(decoder.characters), tuple(dict.fromkeys(decoder.unknown))


def _without_dollars(match: re.Match[str]) -> str:
    """Only around signs and commands: amounts of money keep their dollars."""
    inner = match[1]
    return inner + "{}" if "\\" in inner or inner.strip() in ("<", ">", "=") else match[0]


class _Decoder:
    """An accent waits for the next letter, whatever braces stand between."""

    def __init__(self) -> None:
        self.characters: list[str] = []
        self.unknown: list[str] = []
        self._accent = ""

    def take(self, match: re.Match[str]) -> None:
        word, sign, brace, *plain = match.groups()
        if word is not None:
            self._take_word(word, match[0])
        elif sign is not None:
            self._take_sign(sign)
        elif brace == "}":
            self._accent = ""
        elif brace is None:
            self._write(next(text for text in plain if text is not None))

    def _take_word(self, word: str, written: str) -> None:
        if word in _ACCENTS:
            self._accent = _ACCENTS[word]
        elif word in _LETTERS:
            self._write({"i": "i", "j": "j"}.get(word, _LETTERS[word]) if self._accent else _LETTERS[word])
        elif word not in _PLAIN_WORDING:
            self.unknown.append(f"\\{word}")
            self._write(written)

    def _take_sign(self, sign: str) -> None:
        if sign in _ACCENTS:
            self._accent = _ACCENTS[sign]
        else:
            self._write(_SIGNS.get(sign, sign))

    def _write(self, text: str) -> None:
        if self._accent and text.strip():
            text = text.lstrip()
            text = unicodedata.normalize("NFC", text[0] + self._accent) + text[1:]
            self._accent = ""
        self.characters.append(text)
