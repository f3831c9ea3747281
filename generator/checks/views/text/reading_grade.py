"""Reading grades: Flesch–Kincaid (Kincaid and others 1975) and SMOG (McLaughlin 1969)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_POLYSYLLABLE = 3
_SAMPLE = 30
"""McLaughlin's sample. Another number of sentences is brought to it, as if the text went on in the same way."""


@dataclass(frozen=True, slots=True)
class ReadingGrade:
    """What the formulas need: how many sentences, words, syllables, and words of three syllables or more."""

    sentences: int
    words: int
    syllables: int
    polysyllables: int

    @classmethod
    def of(cls, sentences: Iterable[Sequence[int]]) -> ReadingGrade:
        """Count sentences, each given by the syllables of its words. Sentences without words are left out."""
        counted = [sentence for sentence in sentences if sentence]
        lengths = [length for sentence in counted for length in sentence]
        long_words = sum(length >= _POLYSYLLABLE for length in lengths)
        return cls(len(counted), len(lengths), sum(lengths), long_words)

    @property
    def flesch_kincaid(self) -> float:
        """The grade by the lengths of sentences and words; 0.0 for a text without words."""
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    @property
    def smog(self) -> float:
        """The grade by the words of three syllables or more, in the precise formula; 0.0 for a text without words."""
        if not self.words:
            return 0.0
        return 1.0430 * math.sqrt(self.polysyllables * _SAMPLE / self.sentences) + 3.1291
