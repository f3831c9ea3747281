"""The works that a rule stands on, as references."""

from __future__ import annotations

from generator.checks.basis import basis_works
from generator.compiler.reference_words import reference_words
from generator.diagnostics import Rule
from generator.model.work import Work
from generator.pages.inline import plain_text


def basis_references(rule: Rule) -> tuple[str, ...]:
    """One reference a work, in the style of the site, with the address at which it is found."""
    works = basis_works()
    return tuple(_reference(works[key]) for key in rule.basis if key in works)


def _reference(work: Work) -> str:
    words = plain_text(reference_words(work)) or work.key
    address = f"https://doi.org/{work.doi}" if work.doi else work.url or ""
    return f"{words} {address}".rstrip()
