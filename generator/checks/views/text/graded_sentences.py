"""The sentences of an edition with the syllables of their words, ready to be graded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.checks.context import CheckContext
from generator.checks.once import once
from generator.checks.views.text.names_in_text import NamesInText, learnt_names_in_text
from generator.checks.views.text.plain_words import QUOTED
from generator.checks.views.text.reading_grade import ReadingGrade
from generator.checks.views.text.sentences import sentences
from generator.checks.views.text.syllables import syllables
from generator.checks.views.works.lay_editions import told_to
from generator.diagnostics import Pointer
from generator.model.entries.audience import Audience
from generator.model.entries.entry import Entry

_WORD = re.compile(rf"{QUOTED}|\d[\d.,]*|[^\W\d_]+(?:[-’'‐‑][^\W\d_]+)*")
_COUNT = re.compile(r"[1-9]")
_OF_A_NAME = 2
_LONG = 3
_FEWEST_WORDS = 3
_FEWEST_SENTENCES = 10
_FEWEST_GRADED = 6
_ENDS = (".", "?", "!", "…")


@dataclass(frozen=True, slots=True)
class GradedSentence:
    """A sentence with its place, its words, and how many syllables each word counts for."""

    pointer: Pointer
    text: str
    words: tuple[str, ...]
    lengths: tuple[int, ...]

    @property
    def grade(self) -> float:
        """The Flesch–Kincaid grade of this sentence alone."""
        return ReadingGrade.of([self.lengths]).flesch_kincaid

    @property
    def long_words(self) -> tuple[str, ...]:
        """Its words of three syllables or more, each once, the longest first."""
        pairs = sorted(zip(self.words, self.lengths, strict=True), key=lambda pair: -pair[1])
        return tuple(dict.fromkeys(word for word, length in pairs if length >= _LONG))


@dataclass(frozen=True, slots=True)
class GradedEdition:
    """All whole sentences of an edition, and the grade that they are aimed at (None: none is)."""

    sentences: tuple[GradedSentence, ...]
    target: int | None

    @property
    def grade(self) -> ReadingGrade:
        """The counts of all sentences together."""
        return ReadingGrade.of(sentence.lengths for sentence in self.sentences)

    @property
    def is_over_target(self) -> bool:
        """Whether it reads above the grade aimed at. Grade 8 lasts until 8.9; a few sentences show no grade."""
        if self.target is None or len(self.sentences) < _FEWEST_SENTENCES:
            return False
        return self.grade.flesch_kincaid >= self.target + 1

    def hardest(self, count: int) -> tuple[GradedSentence, ...]:
        """The hardest sentences that are above the grade aimed at, the hardest first. The shortest have no grade."""
        gradable = (one for one in self.sentences if len(one.words) >= _FEWEST_GRADED)
        above = (one for one in gradable if one.grade >= (self.target or 0) + 1)
        return tuple(sorted(above, key=lambda one: -one.grade)[:count])


def graded_edition(context: CheckContext, entry: Entry, audience: Audience) -> GradedEdition:
    """The edition of an entry for an audience, with the grade of the audience's file. Without one it is not read."""
    target = audience.reading_grade
    found = () if target is None else once(context, _graded, entry.id, audience.id)
    return GradedEdition(found, target)


def _graded(context: CheckContext, entry_id: str, audience_id: str) -> tuple[GradedSentence, ...]:
    entry, audience = context.library.entry(entry_id), context.library.audiences.get(audience_id)
    return () if entry is None or audience is None else tuple(_sentences(context, entry, audience))


def _sentences(context: CheckContext, entry: Entry, audience: Audience) -> Iterator[GradedSentence]:
    """Every whole sentence of an edition. Headings and fragments, which no mark ends, are left out.

    A name of a drug or condition counts as one word of two syllables, a number or a quoted amount as one of one: they
    have to stand there, however long they are.
    """
    names, added = learnt_names_in_text(context), once(context, _added_words)
    for told in told_to(context, entry, audience):
        for sentence in sentences(told.words):
            words, lengths = _counted(sentence, names, added)
            if len(words) >= _FEWEST_WORDS and sentence.rstrip("\"'”’)]").endswith(_ENDS):
                yield GradedSentence(told.pointer, sentence, words, lengths)


def _added_words(context: CheckContext) -> Mapping[str, int]:
    """The words whose syllables a project has counted."""
    added = context.library.vocabulary.get("syllables")
    facts = context.facts("syllables")
    rows = filter(facts.fits, added.rows) if added is not None else ()
    counts = ((str(row["word"]).lower(), str(row["syllables"])) for row in rows)
    return {word: int(count) for word, count in counts if _COUNT.fullmatch(count)}


def _counted(
    sentence: str, names: NamesInText, added: Mapping[str, int]
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    found = {name.start: name for name in names.found(sentence)}
    inside = {place for name in found.values() for place in range(name.start + 1, name.end)}
    words: list[str] = []
    lengths: list[int] = []
    for word in _WORD.finditer(sentence):
        if word.start() in found:
            words.append(found[word.start()].written)
            lengths.append(_OF_A_NAME)
        elif word.start() not in inside:
            words.append(word[0])
            lengths.append(syllables(word[0], added) if word[0][0].isalpha() else 1)
    return tuple(words), tuple(lengths)
