"""A dose in the words of each writing profile, for the command line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.configuration import Options
    from generator.model.dose import Dose
    from generator.model.entries.audience import Audience
    from generator.model.entries.entry import Entry
    from generator.model.library import Library


@dataclass(frozen=True, slots=True)
class WordedDose:
    """A dose in one profile, as an audience reads it: in one line, and in full sentences.

    Either is safe by itself: it says that a dose is no advice, and carries the high-alert words of its drugs.
    """

    profile: str
    audience: str
    line: str
    full: str


def worded_dose(options: Options, library: Library, entry: Entry, dose: Dose) -> Iterator[WordedDose]:
    """The dose in every profile that the project's audiences can be written for.

    A profile that no audience has is shown in the words for clinicians. This is the one place where the command calls
    the writer of doses.
    """
    from generator.compiler.citations import Citations
    from generator.compiler.context import SiteContext
    from generator.compiler.dosing.profiles import PROFILES
    from generator.compiler.scribe import Scribe
    from generator.pages.inline import plain_text
    from generator.pipeline.inspect import template_folders
    from generator.sources.words import read_words

    words, _ = read_words(template_folders(options), options.language)
    for profile in PROFILES:
        audience = _audience(library, profile)
        if audience is None:
            continue
        scribe = Scribe(
            library=library,
            context=SiteContext(today=date.min, words=words, is_plain=audience.ratings == "plain"),
            audience=audience,
            entry=entry.id,
            citations=Citations(frozenset(library.works)),
            doses=getattr(entry, "doses", {}),
            quotable=getattr(entry, "doses", {}),
            figures=getattr(entry, "evidence", {}),
        )
        written = scribe.written(dose)
        full = written.full(tuple(scribe.alert(alert).run for alert in scribe.alerts(dose)))
        line = plain_text((*written.line, *scribe.alert_words(dose)))
        yield WordedDose(profile, audience.id, line, plain_text(full))


def _audience(library: Library, profile: str) -> Audience | None:
    """The first audience with this profile, else the clinicians as if they had it."""
    having = (audience for audience in library.audiences.values() if audience.profile == profile)
    clinicians = library.audiences.get("clinician")
    return next(having, clinicians and clinicians.model_copy(update={"profile": profile}))
