"""A work as BibTeX that our own reader reads back the same, in the form that the bibliography is written in."""

from __future__ import annotations

import re

from generator.sources.cited_work import CitedWork
from generator.sources.latex_text import decode_latex
from generator.sources.references.record_names import PersonName

_FIELDS = (
    ("authors", "author"), ("editors", "editor"), ("title", "title"), ("booktitle", "booktitle"),
    ("journal", "journal"), ("year", "year"), ("month", "month"), ("volume", "volume"), ("number", "number"),
    ("pages", "pages"), ("edition", "edition"), ("publisher", "publisher"), ("issuing_body", "organization"),
    ("doi", "doi"), ("pmid", "pmid"), ("pmcid", "pmcid"), ("isbn", "isbn"), ("url", "url"),
    ("accessed", "urldate"), ("language", "language"), ("note", "note"), ("unresolved", "unresolved"),
    ("type", "evidencetype"),
)  # fmt: skip
"""The fields in the order of the file, by their names in a work and in BibTeX."""

_VERBATIM = frozenset({"doi", "url"})
_ESCAPES = str.maketrans(
    {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", **{sign: f"\\{sign}" for sign in "{}%&#_"}}
)
_MINIMAL = str.maketrans({"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}"})
_SPLITS_A_PAIR_OF_DOLLARS = r"\$\^{}"
_PLAIN_NAME = re.compile(r"[^\W\d_]+(?:['’.-]+[^\W\d_]+)*\.?(?: [^\W\d_]+(?:['’.-]+[^\W\d_]+)*\.?)*")
_WORDS_OF_BIBTEX = frozenset({"and", "others"})


def bibtex_text(key: str, work: CitedWork) -> str:
    """The entry of a work, with its last line break (LF)."""
    lines = [f"@{work.get('bibtex_type', 'misc')}{{{key},"]
    for name, written in _FIELDS:
        value = _value(name, work)
        if value:
            lines.append(f"  {written} = {{{value}}},")
    return "\n".join([*lines, "}", ""])


def _value(name: str, work: CitedWork) -> str:
    value = work.get(name, "")
    if isinstance(value, list):
        others = ["others"] if name == "authors" and work.get("et_al") else []
        return " and ".join([*map(_name, value), *others])
    if name == "type" and value == "not-stated":
        return ""
    return value if name in _VERBATIM else _escaped(value)


def _name(name: PersonName) -> str:
    if "literal" in name:
        return _braced(name["literal"])
    parts = (name.get("family", ""), name.get("suffix", ""), name.get("given", ""))
    return ", ".join(_name_part(part) for part in parts if part)


def _name_part(text: str) -> str:
    """Braces of its own hold together what BibTeX would take apart."""
    is_plain = _PLAIN_NAME.fullmatch(text) and _WORDS_OF_BIBTEX.isdisjoint(text.lower().split())
    return text if is_plain else _braced(text)


def _braced(text: str) -> str:
    """A name in braces. Dollars are kept apart even from those of the next name."""
    return f"{{{text.translate(_ESCAPES).replace('$', _SPLITS_A_PAIR_OF_DOLLARS)}}}"


def _escaped(text: str) -> str:
    """The text with the signs escaped that mean something to BibTeX or LaTeX, in the plainest way that reads back."""
    escaped = text.translate(_ESCAPES)
    ways = (
        escaped.replace("$", r"\$"),
        escaped,
        text.translate(_MINIMAL),
        escaped.replace("$", _SPLITS_A_PAIR_OF_DOLLARS),
    )
    return next((way for way in ways if _reads_back(way, text)), ways[-1])


def _reads_back(way: str, text: str) -> bool:
    """By itself and within braces: a text without any brace is read as it stands."""
    return all(decode_latex(written) == (text, ()) for written in (way, f"{{{way}}}"))
