"""References in the style of the AMA Manual, 11th edition, by a citation processor and a style file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from generator.compiler.csl_data import csl_data
from generator.model.work import Work
from generator.package_files import packaged_data

# The processor neither escapes nor tells content from markup, so ours is in characters that content never
# has: those of the private use area, which are taken out of it first.
_ITALIC, _UPRIGHT, _END_OF_FIELD = "\ue000", "\ue001", "\ue002"
_LESS, _GREATER, _AMPERSAND = "\ue003", "\ue004", "\ue005"
_OURS = re.compile("[\ue000-\ue01f]")
_HIDE = str.maketrans({"<": _LESS, ">": _GREATER, "&": _AMPERSAND})
_SHOW = str.maketrans({_LESS: "<", _GREATER: ">", _AMPERSAND: "&"})
_DOUBLE_STOP = re.compile(f"([.?!]{_END_OF_FIELD}[{_ITALIC}{_UPRIGHT}]*)[.]")
_FIELDS_THAT_END = ("title", "container-title", "publisher", "edition")

# What is taken out of the loaded style.
_TAKEN_OUT = (
    # The number before a reference is the page's.
    ".//c:bibliography//c:text[@variable='citation-number']",
    # The processor would print the title once for the missing authors and once as the title.
    ".//c:macro[@name='author']//c:substitute/c:text[@macro='title']",
    # That an article without a volume appeared online first, or as a preprint, is not for us to say.
    ".//c:text[@term='advance-online-publication']",
    ".//c:text[@term='preprint']",
    # Addresses are printed as links, apart.
    ".//c:macro[@name='access']//c:text[@variable='URL']",
)
# Titles keep their case: the processor would also capitalise units (mg) and genes.
_TITLE_CASE = ".//c:text[@text-case='title']"
# Editors stand after the title only where authors stand before it; else they have stood there already.
_EDITORS_OF_A_BOOK = ".//c:bibliography//c:text[@macro='editor'][@prefix='(']"
_NAMESPACE = "http://purl.org/net/xbiblio/csl"


@dataclass(frozen=True, slots=True)
class ReferenceRun:
    """A run of plain text, to be escaped by whoever prints it."""

    text: str
    italic: bool = False


@dataclass(frozen=True, slots=True)
class FormattedReference:
    """A reference as runs of text, and its links, none of which the text repeats.

    The runs are empty if nothing of the work is known.
    """

    runs: tuple[ReferenceRun, ...]
    doi: str | None = None
    pmid: str | None = None
    pmcid: str | None = None
    url: str | None = None

    @property
    def text(self) -> str:
        """The text of all runs."""
        return "".join(run.text for run in self.runs)


class ReferenceStyle:
    """A style, read once; formats any number of works, each always the same."""

    def __init__(self, style_file: Path | None = None) -> None:
        """Read a CSL file, by default the packaged one. Raises OSError if there is none."""
        from citeproc import CitationStylesStyle

        path = style_file or packaged_data() / "csl" / "american-medical-association.csl"
        with path.open("rb") as file:
            self._style = CitationStylesStyle(file, validate=False)
        _adapt(self._style.root)

    def format(self, work: Work) -> FormattedReference:
        """Format a work. Whatever is missing is left out; nothing is put in its place."""
        data = _marked(csl_data(work))
        text = self._process(data) if len(data) > 1 else ""
        return FormattedReference(_runs(text), work.doi, work.pmid, work.pmcid, work.url)

    def _process(self, data: dict[str, Any]) -> str:
        from citeproc import Citation, CitationItem, CitationStylesBibliography
        from citeproc.source.json import CiteProcJSON

        source = CiteProcJSON([{"id": "work", **data}])
        bibliography = CitationStylesBibliography(self._style, source, _FORMATTER)
        bibliography.register(Citation([CitationItem("work")]))
        printed = bibliography.bibliography()
        return "".join(str(line) for line in printed)


def _adapt(root: Any) -> None:
    names = {"c": _NAMESPACE}
    for path in _TAKEN_OUT:
        for node in root.xpath(path, namespaces=names):
            node.getparent().remove(node)
    for node in root.xpath(_TITLE_CASE, namespaces=names):
        del node.attrib["text-case"]
    for node in root.xpath(_EDITORS_OF_A_BOOK, namespaces=names):
        choice = node.makeelement(f"{{{_NAMESPACE}}}choose")
        condition = node.makeelement(f"{{{_NAMESPACE}}}if", variable="author")
        node.getparent().replace(node, choice)
        choice.append(condition)
        condition.append(node)


def _plain(text: Any) -> str:
    return str(text)


def _italic(text: Any) -> str:
    return f"{_ITALIC}{text}{_UPRIGHT}"


_FORMATTER = SimpleNamespace(
    preformat=lambda text: text,
    Italic=_italic,
    Oblique=_italic,
    Bold=_plain,
    Light=_plain,
    Underline=_plain,
    Superscript=_plain,
    Subscript=_plain,
    SmallCaps=_plain,
)


def _marked(data: dict[str, Any]) -> dict[str, Any]:
    """The data with nothing in it that the processor could take for markup, and the ends of fields marked."""
    clean = {name: _hidden(value) for name, value in data.items()}
    for name in _FIELDS_THAT_END:
        if str(clean.get(name, ""))[-1:] in (".", "?", "!"):
            clean[name] += _END_OF_FIELD
    return clean


def _hidden(value: Any) -> Any:
    if isinstance(value, str):
        return _OURS.sub("", value).translate(_HIDE)
    if isinstance(value, list):
        return [_hidden(item) for item in value]
    if isinstance(value, dict):
        return {name: _hidden(item) for name, item in value.items()}
    return value


def _runs(text: str) -> tuple[ReferenceRun, ...]:
    """Take the marks out; a field that ends in a stop needs no second one, a reference needs one."""
    single = _DOUBLE_STOP.sub(r"\1", text).replace(_END_OF_FIELD, "")
    if single.rstrip(_ITALIC + _UPRIGHT)[-1:] not in ("", ".", "?", "!"):
        single += "."
    runs: list[ReferenceRun] = []
    italic = False
    for piece in re.split(f"([{_ITALIC}{_UPRIGHT}])", single):
        if piece in (_ITALIC, _UPRIGHT):
            italic = piece == _ITALIC
        elif piece:
            runs.append(ReferenceRun(piece.translate(_SHOW), italic))
    return tuple(runs)
