"""Numbers of citations on one page, in the order of first mention, and the anchors that lead back."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.pages.inline import Citation, CitationMark


@dataclass
class Citations:
    """Gives numbers while a page is compiled from top to bottom."""

    known: frozenset[str]
    numbers: dict[str, int] = field(default_factory=dict)
    mentions: dict[str, list[str]] = field(default_factory=dict)

    def cite(self, keys: tuple[str, ...]) -> Citation | None:
        """A citation of the known works among the keys, lowest number first; None where there is none."""
        marks = [self._mark(key) for key in dict.fromkeys(keys) if key in self.known]
        return Citation(tuple(sorted(marks, key=lambda mark: mark.number))) if marks else None

    def _mark(self, key: str) -> CitationMark:
        number = self.numbers.setdefault(key, len(self.numbers) + 1)
        anchors = self.mentions.setdefault(key, [])
        anchors.append(f"cite-{number}-{len(anchors) + 1}")
        return CitationMark(number, key, anchors[-1])
