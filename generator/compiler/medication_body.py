"""A medication page: classes with their summaries, and each drug with what is said of it."""

from __future__ import annotations

from generator.compiler.days import day_words
from generator.compiler.dose_rows import dose_table
from generator.compiler.scribe import Scribe
from generator.compiler.statements import statements
from generator.model.entries.drug import Drug
from generator.model.entries.medication import ClassDrug, LicenceStatement, Medication, MedicationClass
from generator.pages.blocks import Block, Fact, MedicationDrug, Paragraphs, SubHeading
from generator.pages.inline import Inline, Missing, Text, Words, words


def classes(scribe: Scribe, entry: Medication) -> tuple[Block, ...]:
    """Every class in the order written, each drug below its class."""
    return tuple(block for one in entry.classes for block in _class(scribe, one))


def licence_words(scribe: Scribe, licence: LicenceStatement) -> Words:
    """What a body has licensed a drug for, with the day for which that is said."""
    context = scribe.context
    by = f"{context.word(f'licence-{licence.status}')} ({licence.body}, {licence.country})"
    brand = f", {context.word('as-brand', brand=licence.brand)}" if licence.brand else ""
    run: list[Inline] = [Text(f"{by}{brand}: {'; '.join(licence.indications)}")]
    if isinstance(licence.as_of, str):
        run += [Text(" "), Missing(f"({context.word('day-not-stated')})")]
    else:
        run.append(Text(f" ({context.word('as-of', day=day_words(licence.as_of, context))})"))
    return scribe.words(tuple(run), licence.origin, licence.cites)


def mechanism(scribe: Scribe, drug: Drug) -> tuple[Words, ...]:
    """How a drug works, or words that the source does not say."""
    if isinstance(drug.mechanism, str):
        return (scribe.not_stated("mechanism"),)
    return statements(scribe, drug.mechanism)


def brand_names(scribe: Scribe, drug: Drug) -> str:
    """Brand names in the order written, or words that none is stated."""
    if isinstance(drug.brands, str):
        return scribe.context.word("brands-not-stated")
    return ", ".join(brand.name for brand in drug.brands)


def _class(scribe: Scribe, one: MedicationClass) -> list[Block]:
    blocks: list[Block] = [SubHeading(f"class-{one.id}", words(one.title))]
    summary = statements(scribe, one.summary)
    if summary:
        blocks.append(Paragraphs(summary))
    return [*blocks, *(_drug(scribe, item) for item in one.drugs)]


def _drug(scribe: Scribe, item: ClassDrug) -> MedicationDrug:
    drug = scribe.library.drugs.get(item.drug)
    said = (
        *_what_it_is(scribe, drug),
        *statements(scribe, item.statements),
        *(mechanism(scribe, drug) if drug else ()),
    )
    facts: list[Fact] = []
    if isinstance(item.doses, str):
        facts.append(
            Fact(
                scribe.context.word("dose"),
                scribe.words((Missing(scribe.context.word("none-stated")),), item.origin),
            )
        )
    licences = (*item.licences, *(_indications(drug, item) if drug else ()))
    facts += [Fact(scribe.context.word("licence"), licence_words(scribe, licence)) for licence in licences]
    return MedicationDrug(
        anchor=f"drug-{item.drug}",
        title=scribe.words(scribe.drug_links((item.drug,)), item.origin),
        brands=brand_names(scribe, drug) if drug else "",
        statements=said,
        facts=tuple(facts),
        doses=None
        if isinstance(item.doses, str)
        else dose_table(scribe, item.doses, scribe.drug_name(item.drug)),
        pointer=scribe.words((), item.origin).pointer,
    )


def _what_it_is(scribe: Scribe, drug: Drug | None) -> tuple[Words, ...]:
    said = scribe.say(drug.what_it_is, ()) if drug else None
    return (said,) if said else ()


def _indications(drug: Drug, item: ClassDrug) -> tuple[LicenceStatement, ...]:
    """The drug's own licensed uses, unless the page itself says what it is licensed for."""
    return () if any(licence.status == "licensed" for licence in item.licences) else drug.indications
