"""Claims that trials or evidence are lacking, in the statements of an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.checks.context import CheckContext
from generator.checks.views.text.phrases import FoundPhrase, find_phrases, has_phrase
from generator.checks.views.text.plain_words import plain_words
from generator.checks.views.text.sentences import sentences
from generator.diagnostics import Pointer
from generator.model.citation import cited_works
from generator.model.entries.entry import Entry
from generator.model.field import Part

_NOT_THE_PAGES_OWN = frozenset(
    {"studies", "others_say", "questions_to_ask", "evidence_to_decision", "question"}
)
"""What a study or another body found was dated when it was published; a question claims nothing."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OF_EVIDENCE = re.compile(
    r"\b(?:evidence|trials?|stud(?:y|ies|ied)|data|rcts?|research|reports?|tested|investigated|compar\w+|"
    r"(?:effective|established|proven|known|accepted|standard) (?:treatments?|therap(?:y|ies))|cure)\b",
    re.IGNORECASE,
)
_NONE = re.compile(r"\b(?:no|not|none|nothing|never|neither|nobody|without|lack(?:s|ing)?)\b", re.IGNORECASE)
_OPEN_BEFORE = re.compile(
    r"\b(?:where|if|when|unless|until|whether|according to|states?|stated|says?|said|what to do)\b",
    re.IGNORECASE,
)
_OTHER_AFTER = re.compile(
    r"\s+(?:units?|near|to be|an? effect|has to|have to|of active|of infection|of relapse|of disease)\b"
    r"|\s+(?:was|were)\s+(?!(?:found|done|identified|available|published|carried|conducted|performed|located|"
    r"retrieved|included|ever|yet|there)\b)",
    re.IGNORECASE,
)
_UP_TO_DATE = re.compile(r"\bup[ -]to[ -]date\b", re.IGNORECASE)


class AbsenceClaim(NamedTuple):
    """The words of a claim, the text and the part in which they stand, and the works that the part cites."""

    written: str
    pointer: Pointer
    part: Pointer
    cites: tuple[str, ...]


def absence_claims(context: CheckContext, entry: Entry) -> Iterator[AbsenceClaim]:
    """The first claim of each text, where its sentence names no year."""
    phrases = tuple(str(row["phrase"]) for row in context.facts("absence-wording").rows)
    for pointer, _, text in context.wordings(entry):
        written = _undated(text, phrases)
        if written and _NOT_THE_PAGES_OWN.isdisjoint(pointer):
            above, part = _part_of(pointer, dict(context.parts(entry)))
            yield AbsenceClaim(written, pointer, above, cited_works(getattr(part, "cites", None)))


def _part_of(pointer: Pointer, parts: Mapping[Pointer, Part]) -> tuple[Pointer, Part | None]:
    """The part in which a text stands: that of the longest pointer above it."""
    above = next((pointer[:size] for size in range(len(pointer), -1, -1) if pointer[:size] in parts), ())
    return above, parts.get(above)


def _undated(text: str, phrases: tuple[str, ...]) -> str:
    bare = _UP_TO_DATE.sub("", plain_words(text))
    if not has_phrase(bare, phrases):
        return ""
    for sentence in sentences(bare):
        found = next(find_phrases(sentence, phrases), None)
        if found is not None and not _YEAR.search(sentence) and _claims(sentence, found):
            return found.written
    return ""


def _claims(sentence: str, found: FoundPhrase) -> bool:
    """Whether the sentence says itself that evidence is lacking: not under a condition, and of evidence at all."""
    if sentence.endswith("?") or not (_OF_EVIDENCE.search(sentence) and _NONE.search(sentence)):
        return False
    before, after = sentence[: found.start], sentence[found.end :]
    return not _OPEN_BEFORE.search(before) and not _OTHER_AFTER.match(after)
