"""Names of drugs that are easily confused, by a list, and whether the library tells them apart."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.once import once
from generator.checks.views.drugs.drug_names import drug_names
from generator.checks.views.text.names_in_text import NamesInText
from generator.checks.views.text.text_words import text_words
from generator.model.library import Library


class ConfusableNames:
    """Pairs of names. A name that a drug of the library bears stands for that drug, by its id."""

    def __init__(self, library: Library, pairs: list[tuple[str, str]]) -> None:
        """Take the pairs of the list, as it spells them."""
        self._library = library
        self._ids = {name.key: name.drug for name in drug_names(library)}
        self._pairs: dict[str, set[str]] = {}
        self._written: dict[str, str] = {}
        for one, other in pairs:
            self._pair(one, other)
            self._pair(other, one)
        listed = ((name, key) for key, name in self._written.items() if key not in library.drugs)
        own = ((name.written, name.drug) for name in drug_names(library) if name.drug in self._pairs)
        names = [*listed, *own]
        self._in_text = NamesInText(names)
        self._words = frozenset(word for name, _ in names for word in text_words(name))

    def confused_with(self, drug: str) -> tuple[str, ...]:
        """The drugs with which this one is confused, in the order of names."""
        return tuple(sorted(self._pairs.get(drug, ())))

    def found(self, text: str) -> Iterator[str]:
        """Every drug of a pair that the text names, in the order of reading."""
        for name in self._in_text.found(text) if self._words & text_words(text) else ():
            yield from sorted(name.ids)

    def name(self, drug: str) -> str:
        """The name as the library has it, or else the list."""
        entry = self._library.drugs.get(drug)
        return entry.name if entry is not None else self._written.get(drug, drug)

    def are_told_apart(self, one: str, other: str) -> bool:
        """Whether the entry of either has a spelling against mistakes, or says how the two are told apart."""
        return self._tells(one, other) or self._tells(other, one)

    def _tells(self, one: str, other: str) -> bool:
        drug = self._library.drugs.get(one)
        if drug is None:
            return False
        warned = {self._key(alike.name) for alike in drug.look_alikes}
        warned |= {alike.drug for alike in drug.look_alikes if alike.drug is not None}
        return drug.tall_man is not None or other in warned

    def _pair(self, one: str, other: str) -> None:
        self._written.setdefault(self._key(one), one)
        if self._key(one) != self._key(other):
            self._pairs.setdefault(self._key(one), set()).add(self._key(other))

    def _key(self, name: str) -> str:
        plain = " ".join(name.casefold().split())
        return self._ids.get(plain, plain)


def confusable_names(context: CheckContext) -> ConfusableNames:
    """The pairs of the list and of the rows that the project adds."""
    return once(context, _confusable)


def _confusable(context: CheckContext) -> ConfusableNames:
    rows = context.facts("look-alikes").rows
    pairs = [(row["name"], row["other"]) for row in rows]
    return ConfusableNames(
        context.library,
        [(one, other) for one, other in pairs if isinstance(one, str) and isinstance(other, str)],
    )
