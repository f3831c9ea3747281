"""The references of a page, numbered by first mention, each with links back to where it is cited."""

from __future__ import annotations

from generator.compiler.reference_words import reference_words
from generator.compiler.scribe import Scribe
from generator.pages.blocks import ReferenceItem, References
from generator.pages.inline import Missing, Run, Words
from generator.pages.site import Section


def references(scribe: Scribe) -> tuple[Section, ...]:
    """The section of references; none on a page that cites nothing."""
    keys = sorted(scribe.citations.numbers, key=lambda key: scribe.citations.numbers[key])
    items = tuple(_item(scribe, key) for key in keys)
    if not items:
        return ()
    title = scribe.audience.section_titles.get("references") or scribe.context.word("section-references")
    return (Section("references", title, (References(items),), is_clinical=False),)


def _item(scribe: Scribe, key: str) -> ReferenceItem:
    work = scribe.library.works[key]
    number = scribe.citations.numbers[key]
    code = "unresolved" if work.unresolved and work.type == "not-stated" else work.type
    return ReferenceItem(
        number=number,
        anchor=f"ref-{number}",
        key=key,
        words=Words(reference_words(work) or _unknown(scribe), entry=f"work:{key}"),
        type_words=scribe.context.word(f"work-{code}"),
        type_code=code,
        doi=work.doi or "",
        pmid=work.pmid or "",
        url=work.url or "",
        unresolved=work.unresolved or "",
        mentions=tuple(scribe.citations.mentions[key]),
        isbn=work.isbn or "",
    )


def _unknown(scribe: Scribe) -> Run:
    return (Missing(scribe.context.word("work-unknown")),)
