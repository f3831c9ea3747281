"""Whose harm, check or contraindication it is, as links and names: "A, B, calcineurin inhibitors"."""

from __future__ import annotations

from generator.compiler.scribe import Scribe
from generator.model.about_drugs import AboutDrugs
from generator.pages.inline import Inline, Text, Words


def subject(scribe: Scribe, item: AboutDrugs) -> Words | None:
    """The drugs, the class and the procedure that it is said of; None where it names none."""
    run: list[Inline] = list(scribe.drug_links(item.drug_ids))
    for name in (item.drug_class, item.procedure):
        if name:
            run += [Text(", "), Text(name)] if run else [Text(name)]
    return scribe.words(tuple(run), item.origin) if run else None
