"""What is done, or what it is compared with, in words: "immunoglobulin with an immunosuppressant"."""

from __future__ import annotations

import re

from generator.compiler.scribe import Scribe
from generator.model.intervention import Intervention
from generator.pages.inline import Inline, Run, Text


def intervention_words(scribe: Scribe, item: Intervention) -> Run:
    """All that is named; drugs lead to their pages."""
    word = scribe.context.word
    together, either = f" {word('and')} ", f" {word('or')} "
    named: list[Run] = [
        scribe.drug_links((item.drug,) if item.drug else ()),
        scribe.drug_links(item.drugs or (), together),
        scribe.drug_links(item.one_of or (), either),
        *((Text(name),) for name in (item.drug_class, item.procedure, item.test) if name),
        (Text(word("no-treatment")),) if item.no_treatment else (),
    ]
    run: list[Inline] = []
    for one in named:
        if one:
            run += [Text(f" {word('together-with')} "), *one] if run else one
    return tuple(run)


def is_named(scribe: Scribe, item: Intervention, text: str) -> bool:
    """Whether a text names all of it: each drug by any of its names, the class, the procedure, the test."""
    if item.no_treatment:
        return False
    names = [_names(scribe, drug) for drug in item.drug_ids]
    names += [(name,) for name in (item.drug_class, item.procedure, item.test) if name]
    return all(any(_stands_in(name, text) for name in of_one) for of_one in names)


def _names(scribe: Scribe, drug_id: str) -> tuple[str, ...]:
    drug = scribe.library.drugs.get(drug_id)
    return (drug_id,) if drug is None else (drug.name, *drug.synonyms)


def _stands_in(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", text.casefold()) is not None
