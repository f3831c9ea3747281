"""The doses that a text calls high-dose or low-dose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.checks.context import CheckContext
from generator.diagnostics import Pointer
from generator.model.algorithm import walk_steps
from generator.model.dose import Dose
from generator.model.entries.summary import Summary
from generator.model.library import EditionedEntry
from generator.model.text import Wording

Word = Literal["high", "low"]

_QUALIFIER = re.compile(r"(?<![-\w])(?P<word>high|low)[- ]doses?\b(?!-)", re.I)
_DENIED = re.compile(
    r"\b(?:not|no|never|without|avoid|avoiding|rather than|instead of|than|versus|or|nor)\s+(?:\w+\s+)?$",
    re.I,
)
_NEAR = re.compile(
    r"(?<![-\w])(?P<word>high|low)[- ]doses?\b(?!-)(?P<between>[^.;:,{}]{0,40}?)\(?\{dose:(?P<dose>[a-z0-9-]+)\}",
    re.I,
)
_ANOTHER = re.compile(r"\b(?:then|after|before|followed|instead|than|and|or|with|to|not|from)\b", re.I)


@dataclass(frozen=True, slots=True)
class CalledDose:
    """A dose with the word that it is called by, and where."""

    entry: str
    dose_id: str
    dose: Dose
    word: Word
    pointer: Pointer


def called_doses(context: CheckContext, entry: EditionedEntry) -> Iterator[CalledDose]:
    """Each dose of the entry that a label, a heading, a step or a sentence calls high-dose or low-dose, once."""
    seen: set[str] = set()
    for dose_id, word, pointer in (*_labels(entry), *_headings(entry), *_sentences(context, entry)):
        if dose_id not in seen and dose_id in entry.doses:
            seen.add(dose_id)
            yield CalledDose(entry.id, dose_id, entry.doses[dose_id], word, pointer)


_Called = tuple[str, Word, Pointer]


def _labels(entry: EditionedEntry) -> Iterator[_Called]:
    for dose_id, dose in entry.doses.items():
        word = _word(dose.label or "")
        if word is not None:
            yield dose_id, word, ("doses", dose_id, "label")


def _headings(entry: EditionedEntry) -> Iterator[_Called]:
    """Titles of options, wordings of steps and recommendations: they speak of all doses that stand below."""
    if not isinstance(entry, Summary):
        return
    recommendations = {one.id: (index, one) for index, one in enumerate(entry.recommendations)}
    for index, option in enumerate(entry.options):
        yield from _of_text(option.title, ("options", index, "title"), option.doses)
        number, recommendation = recommendations.get(option.recommendation or "", (0, None))
        if recommendation is not None:
            yield from _of_text(recommendation.wording, ("recommendations", number, "wording"), option.doses)
    for pointer, step in walk_steps(entry.algorithm):
        yield from _of_text(step.wording, (*pointer, "wording"), step.doses)


def _of_text(wording: Wording, pointer: Pointer, doses: tuple[str, ...]) -> Iterator[_Called]:
    """Where a text speaks of one dose only: of several it may mean any."""
    for audience, text in wording.by_audience.items():
        word = _word(text)
        if word is not None and len(doses) == 1:
            yield doses[0], word, pointer if wording.is_plain else (*pointer, audience)


def _sentences(context: CheckContext, entry: EditionedEntry) -> Iterator[_Called]:
    for pointer, _, text in context.wordings(entry):
        for found in _NEAR.finditer(text):
            is_denied = _DENIED.search(text[: found.start()]) is not None
            if not is_denied and not _ANOTHER.search(found["between"]):
                yield found["dose"], _as_word(found["word"]), pointer


def _word(text: str) -> Word | None:
    """The word, where the text has one and does not deny it, or both."""
    found = list(_QUALIFIER.finditer(text))
    if len({one["word"].lower() for one in found}) != 1 or _DENIED.search(text[: found[0].start()]):
        return None
    return _as_word(found[0]["word"])


def _as_word(text: str) -> Word:
    return "high" if text.lower() == "high" else "low"
