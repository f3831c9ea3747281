"""Names in closures: what a drug, a condition or a work is called, and what a text says without its marks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.model.marks import CITATION_MARK, DATA_MARK

Closure = Mapping[str, Any]
"""The canonical content of an edition with what it quotes, as JSON data."""

SHORT = 60
"""How many characters of a text name it."""
_MARK = re.compile(f"{CITATION_MARK}|{DATA_MARK}")
_KEY = re.compile(r"@([A-Za-z0-9][A-Za-z0-9_:.-]*)")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_STRESS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")


@dataclass(frozen=True)
class ClosureNames:
    """Names as the later closure has them, or else the earlier. ``numbers`` are those of references before."""

    before: Closure | None
    after: Closure | None
    numbers: Mapping[str, int] = field(default_factory=dict)

    def is_wording(self, value: Any) -> bool:
        """Whether a value is a text for the readers of the edition rather than a part with fields."""
        closures = (closure for closure in (self.before, self.after) if closure is not None)
        audiences = {str(closure.get("edition")) for closure in closures}
        return isinstance(value, Mapping) and bool(value) and audiences.issuperset(value)

    def root(self, closure: Closure | None, within: str) -> Any:
        """The part that paths begin at: the edition's own content, or something that it quotes."""
        if closure is None:
            return None
        return _mapping(closure.get("quotes")).get(within) if within else closure.get("content")

    def quoted(self, name: str) -> Mapping[str, Any]:
        """What is quoted under a name such as ``drug:x``; empty where it is not there."""
        found = self.root(self.after, name) or self.root(self.before, name)
        return _mapping(found)

    def drug(self, drug_id: str) -> str:
        """The name of a drug; its id where it is not quoted."""
        return self._own_or_quoted("drug", drug_id)

    def condition(self, condition_id: str) -> str:
        """The name of a condition; its id where it is not quoted."""
        return self._own_or_quoted("condition", condition_id)

    def work(self, key: str) -> str:
        """A work in short, as it was before: ``Roe et al 2020``; its title or key where it has no author."""
        name = f"work:{key}"
        sides = (self.root(closure, name) for closure in (self.before, self.after))
        return next((work_words(side) for side in sides if isinstance(side, Mapping)), "") or key

    def reference(self, key: str) -> str:
        """A work with the number that the page gave it: ``reference 2 (Roe 2020)``."""
        number = self.numbers.get(key)
        return f"reference {number} ({self.work(key)})" if number else f"reference {self.work(key)}"

    def plain(self, text: str) -> str:
        """A text without markup; citations are named in round brackets, quotes of data by what they quote.

        Square brackets are round here: they mark what changed.
        """
        said = _MARK.sub(self._mark, text)
        said = _STRESS.sub(r"\2", _LINK.sub(r"\1", said))
        return " ".join(said.replace("[", "(").replace("]", ")").split())

    def _own_or_quoted(self, kind: str, entry_id: str) -> str:
        part = self.quoted(f"{kind}:{entry_id}")
        for closure in (self.after, self.before):
            if not part and closure is not None and closure.get("entry") == entry_id:
                part = _mapping(closure.get("content"))
        name = part.get("name")
        return name if isinstance(name, str) else entry_id

    def _mark(self, mark: re.Match[str]) -> str:
        if mark[0].startswith("["):
            named = (self.work(key.rstrip(".:;")) for key in _KEY.findall(mark[0]))
            return f"({'; '.join(named)})"
        kind, _, target = mark[0][1:-1].partition(":")
        return target if kind == "quantity" else f"({'dose' if kind == 'dose' else 'figure'} “{target}”)"


def work_words(work: Mapping[str, Any]) -> str:
    """A work in short, from its canonical content; empty where nothing is known of it."""
    authors = work.get("authors")
    names = [_author(name) for name in authors] if isinstance(authors, list) else []
    first = names[0] if names else str(work.get("issuing_body") or "")
    if not first:
        return f"{shortened(str(work.get('title', '')))} {work.get('year', '')}".strip()
    others = " et al" if len(names) > 2 or work.get("et_al") == "yes" else ""
    second = f" and {names[1]}" if len(names) == 2 and not others else ""
    return f"{first}{second}{others} {work.get('year', '')}".strip()


def shortened(text: str, length: int = SHORT) -> str:
    """The beginning of a text, cut between words."""
    if len(text) <= length:
        return text
    kept = text[: length + 1].rsplit(" ", 1)[0]
    return f"{kept[:length].rstrip(' ,;:.')} …"


def worded_text(value: Any) -> str:
    """The words of a wording for the audience of its edition, or a plain text; empty for anything else."""
    if isinstance(value, Mapping):
        return next((text for text in value.values() if isinstance(text, str)), "")
    return value if isinstance(value, str) else ""


def _author(name: Any) -> str:
    found = _mapping(name)
    return str(found.get("family") or found.get("literal") or "")


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
