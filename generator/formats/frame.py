"""A frame: the page as the theme drew it, split once at its slots, into which articles are set."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.diagnostics import Finding, Place, Rule, Severity

_TOKEN = re.compile(r"clinsum-slot-([a-z]+(?:-[a-z]+)*?)-x(?:(?![a-z0-9-])|(?=clinsum-slot-))")
_INDENTED = re.compile(
    r"\s*\n\s*"
)  # templates leave blank lines and indents: a third of the bytes of a frame
_SAFE_URL = re.compile(r"(?:https?:|mailto:|[^:]*(?:[/?#]|$))", re.IGNORECASE)
_JSON_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}

_WHY = (
    "Every page is set into this frame: a slot that is lost or doubled loses or doubles a part of every page."
)
_CURE = "Compare site_templates/theme with the theme's own templates; the theme may have been updated."
_DROPPED = Rule(
    "FRAME001", "slot-dropped", Severity.ERROR, "The theme dropped a slot of the frame.", _WHY, _CURE
)
_DOUBLED = Rule(
    "FRAME002", "slot-doubled", Severity.ERROR, "A slot stands more often than declared.", _WHY, _CURE
)
_UNKNOWN = Rule("FRAME003", "slot-unknown", Severity.ERROR, "The frame holds an unknown slot.", _WHY, _CURE)


class Context(StrEnum):
    """Where a slot stands in the HTML, which decides how its value is escaped.

    ``html`` is for what our own templates rendered, and is the only one that is set in as it is.
    """

    TEXT = "text"
    ATTRIBUTE = "attribute"
    URL = "url"
    JSON = "json"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Slot:
    """A marked place in the frame: its name (lower case, hyphens), its context, and how often it stands."""

    name: str
    context: Context = Context.TEXT
    times: int = 1

    @property
    def token(self) -> str:
        """What stands in the theme's templates: text, which no minifier, escaper or Markdown changes."""
        return f"clinsum-slot-{self.name}-x"


class FrameError(Exception):
    """The theme and the declared slots do not agree. ``findings`` names theme, frame and slot of each."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("; ".join(finding.message for finding in findings))
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Frame:
    """A page of the theme: literal pieces, and between each two of them a slot."""

    pieces: tuple[str, ...]
    slots: tuple[Slot, ...]

    @classmethod
    def parse(cls, page: str, *, name: str, theme: str, slots: Iterable[Slot]) -> Frame:
        """Split a page of ``theme`` at its slots. Raises ``FrameError`` unless each stands as declared."""
        declared = {slot.name: slot for slot in slots}
        parts = _TOKEN.split(_INDENTED.sub("\n", page))
        found = parts[1::2]
        findings = tuple(_disagreements(declared, Counter(found), Place(name), theme))
        if findings:
            raise FrameError(findings)
        return cls(tuple(parts[0::2]), tuple(declared[slot] for slot in found))

    def fill(self, values: Mapping[str, str]) -> str:
        """Set the values in, each escaped for its context, in one pass: a token inside a value stays text.

        Raises ``KeyError`` for a slot without a value and ``ValueError`` for an unsafe URL: both are
        mistakes of the caller, not of the content.
        """
        escaped = {slot: _escape(slot, values[slot.name]) for slot in dict.fromkeys(self.slots)}
        text = [self.pieces[0]]
        for slot, piece in zip(self.slots, self.pieces[1:], strict=True):
            text += (escaped[slot], piece)
        return "".join(text)


def _disagreements(
    declared: Mapping[str, Slot], found: Counter[str], place: Place, theme: str
) -> Iterable[Finding]:
    for name, slot in declared.items():
        stands = found[name]
        if stands < slot.times:
            yield _DROPPED.finding(_message(theme, name, place, stands, slot.times), place)
        elif stands > slot.times:
            yield _DOUBLED.finding(_message(theme, name, place, stands, slot.times), place)
    for name in sorted(found.keys() - declared.keys()):
        yield _UNKNOWN.finding(f"{theme}: nothing is ever set into the slot “{name}” of {place}", place)


def _message(theme: str, name: str, place: Place, stands: int, times: int) -> str:
    return f"{theme}: the slot “{name}” stands {stands} times in {place}, not {times}"


def _escape(slot: Slot, value: str) -> str:
    match slot.context:
        case Context.HTML:
            return value
        case Context.JSON:
            return value.translate(_JSON_ESCAPES)
        case Context.URL if not _SAFE_URL.match(value):
            raise ValueError(f"not a web address for the slot {slot.name!r}: {value!r}")
        case _:
            return html.escape(value, quote=True)
