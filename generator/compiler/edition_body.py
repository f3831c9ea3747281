"""The body of one edition: what the entry itself says to one audience, before anything is known of its state."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from generator.compiler.algorithm_steps import algorithm
from generator.compiler.cautions import contraindications, interactions, pregnancy
from generator.compiler.citations import Citations
from generator.compiler.condition_body import condition_sections
from generator.compiler.context import SiteContext
from generator.compiler.dose_rows import dose_table
from generator.compiler.drug_body import drug_sections
from generator.compiler.evidence_blocks import evidence
from generator.compiler.free_sections import free_sections, pictures
from generator.compiler.medication_body import classes
from generator.compiler.monitoring_blocks import monitoring_table
from generator.compiler.options import options
from generator.compiler.positions import positions
from generator.compiler.recommendations import bottom_line, for_whom, other_recommendations
from generator.compiler.reference_blocks import references
from generator.compiler.safety_blocks import harms, pitfalls, red_flags
from generator.compiler.scribe import Scribe
from generator.compiler.statements import statements
from generator.model.edition import reduce_to_edition
from generator.model.entries.audience import Audience
from generator.model.entries.condition import Condition
from generator.model.entries.drug import Drug
from generator.model.entries.entry import Entry
from generator.model.entries.medication import Medication
from generator.model.entries.summary import Summary
from generator.model.library import Library
from generator.pages.blocks import Block, Bullets, Paragraphs
from generator.pages.inline import Text, Words, words
from generator.pages.reading import spoken
from generator.pages.site import Section

_Builder = Callable[[Scribe, Any], tuple[Block, ...]]


@dataclass(frozen=True)
class EditionBody:
    """Heading, lead and sections of one edition. ``words_digest`` binds its rendered clinical words.

    ``edition`` is the entry reduced to what this audience is told. ``library`` is that from which it was worded: an
    approved text that is kept has one of its own. ``suspended`` names the doses (``entry#dose``) in whose place a
    notice stands.
    """

    entry: Entry
    edition: Entry
    audience: Audience
    heading: Words
    lead: tuple[Block, ...]
    sections: tuple[Section, ...]
    words_digest: str
    library: Library = field(repr=False, compare=False)
    suspended: tuple[str, ...] = ()


def compile_body(library: Library, entry: Entry, audience: Audience, context: SiteContext) -> EditionBody:
    """Word one edition. Works from nothing but what the digest binds."""
    edition = reduce_to_edition(entry, audience)
    scribe = Scribe(
        library=library,
        context=replace(context, is_plain=audience.ratings == "plain"),
        audience=audience,
        entry=entry.id,
        citations=Citations(frozenset(library.works)),
        doses=getattr(edition, "doses", {}),
        quotable=getattr(entry, "doses", {}),
        figures=getattr(entry, "evidence", {}),
    )
    heading = _heading(scribe, edition)
    lead = _lead(scribe, edition)
    sections = tuple(_sections(scribe, edition))
    sections += references(scribe)
    digest = _digest(heading, lead, sections)
    suspended = tuple(sorted(scribe.suspended))
    return EditionBody(entry, edition, audience, heading, lead, sections, digest, library, suspended)


def _heading(scribe: Scribe, edition: Entry) -> Words:
    if isinstance(edition, Drug):
        return words(scribe.spelled(edition))
    if isinstance(edition, Condition):
        return words(edition.name)
    wording = getattr(edition, "question", None) or getattr(edition, "title", None)
    return scribe.say(wording, ()) or scribe.words((Text(edition.id),))


def _lead(scribe: Scribe, edition: Entry) -> tuple[Block, ...]:
    if not isinstance(edition, (Summary, Medication)) or "bottom-line" not in scribe.audience.sections:
        return ()
    return bottom_line(scribe, edition)


def _sections(scribe: Scribe, edition: Entry) -> Iterator[Section]:
    if isinstance(edition, Drug):
        yield from drug_sections(scribe, edition)
        return
    if isinstance(edition, Condition):
        yield from condition_sections(scribe, edition)
        return
    for section_id in scribe.audience.sections:
        builder = _BUILDERS.get(section_id)
        blocks = builder(scribe, edition) if builder is not None else ()
        if blocks:
            title = scribe.audience.section_titles.get(section_id) or scribe.context.word(
                f"section-{section_id}"
            )
            yield Section(section_id, title, blocks)


def _listed(field: str) -> _Builder:
    def build(scribe: Scribe, edition: Any) -> tuple[Block, ...]:
        said = statements(scribe, getattr(edition, field, ()))
        return (Bullets(said),) if said else ()

    return build


def _told(*names: str) -> _Builder:
    def build(scribe: Scribe, edition: Any) -> tuple[Block, ...]:
        said = tuple(one for name in names for one in statements(scribe, getattr(edition, name, ())))
        return (Paragraphs(said),) if said else ()

    return build


def _options(scribe: Scribe, edition: Any) -> tuple[Block, ...]:
    lines = options(scribe, edition) if hasattr(edition, "options") else ()
    return (*lines, *other_recommendations(scribe, edition), *_other_doses(scribe, edition))


def _other_doses(scribe: Scribe, edition: Any) -> tuple[Block, ...]:
    """Doses of no option, study or class (a treatment given before): they too have one full row to be quoted from."""
    shown = {dose for option in getattr(edition, "options", ()) for dose in option.doses}
    shown |= {dose for study in getattr(edition, "studies", {}).values() for dose in study.doses}
    of_classes = (drug.doses for one in getattr(edition, "classes", ()) for drug in one.drugs)
    shown |= {dose for doses in of_classes if not isinstance(doses, str) for dose in doses}
    others = tuple(dose_id for dose_id in sorted(scribe.doses) if dose_id not in shown)
    table = dose_table(scribe, others, scribe.context.word("other-doses"))
    return (table,) if table else ()


def _of(field: str, build: _Builder) -> _Builder:
    return lambda scribe, edition: build(scribe, edition) if getattr(edition, field, ()) else ()


def _watched(field: str) -> _Builder:
    return lambda scribe, edition: monitoring_table(scribe, getattr(edition, field, ()), field)


def _cautions(field: str, build: Callable[[Scribe, Any], tuple[Block, ...]]) -> _Builder:
    return lambda scribe, edition: build(scribe, getattr(edition, field, ()))


def _positions(scribe: Scribe, edition: Any) -> tuple[Block, ...]:
    said = positions(scribe, getattr(edition, "others_say", ()))
    return (Bullets(said),) if said else ()


def _more(scribe: Scribe, edition: Any) -> tuple[Block, ...]:
    sections = free_sections(scribe, getattr(edition, "sections", ()))
    return (*sections, *pictures(scribe, getattr(edition, "images", ())))


_BUILDERS: dict[str, _Builder] = {
    "overview": _told("overview"),
    "options": _options,
    "for-whom": _of("recommendations", for_whom),
    "classes": lambda scribe, edition: classes(scribe, edition) if hasattr(edition, "classes") else (),
    "algorithm": _of("algorithm", algorithm),
    "checks": _watched("baseline_checks"),
    "monitoring": _watched("monitoring"),
    "contraindications": _cautions("contraindications", contraindications),
    "interactions": _cautions("interactions", interactions),
    "pregnancy": _cautions("pregnancy", pregnancy),
    "harms": _of("harms", harms),
    "red-flags": _of("red_flags", red_flags),
    "pitfalls": _of("pitfalls", pitfalls),
    "evidence": lambda scribe, edition: evidence(scribe, edition) if hasattr(edition, "evidence") else (),
    "others-say": _positions,
    "cost-and-access": _listed("cost_and_access"),
    "limitations": _listed("limitations"),
    "questions": _listed("questions_to_ask"),
    "conclusion": _told("conclusion"),
    "more": _more,
}
"""The builder of each section; ``bottom-line`` is the lead. A section without blocks has no box and no heading."""


def _digest(heading: Words, lead: tuple[Block, ...], sections: tuple[Section, ...]) -> str:
    clinical = [section for section in sections if section.is_clinical]
    said = "\n".join(spoken((heading, lead, [(section.title, section.blocks) for section in clinical])))
    normal = unicodedata.normalize("NFC", said)
    return f"clinsum-words-1:{hashlib.sha256(normal.encode()).hexdigest()}"
