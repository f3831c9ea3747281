"""The monograph of a drug as sections. Its doses on the site are added when the states of their pages are known."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compiler.cautions import contraindications, interactions, pregnancy
from generator.compiler.free_sections import free_sections
from generator.compiler.medication_body import licence_words, mechanism
from generator.compiler.monitoring_blocks import monitoring_table
from generator.compiler.safety_blocks import harms
from generator.compiler.scribe import Scribe
from generator.compiler.statements import statements
from generator.model.entries.drug import Brand, Drug, UsualLimit
from generator.model.safety import Monitoring
from generator.pages.blocks import Block, Bullets, Callout, Fact, Facts, Paragraphs
from generator.pages.inline import Inline, Missing, Run, Text, Words, words
from generator.pages.site import Section


def drug_sections(scribe: Scribe, drug: Drug) -> Iterator[Section]:
    """Names, alerts, mechanism, licences, limits, harms, look-alikes: each only where there is something."""
    made: list[tuple[str, tuple[Block, ...]]] = [
        ("high-alert", _alerts(scribe, drug)),
        ("names", (Facts(tuple(_names(scribe, drug))),)),
        ("what-it-is", _paragraphs(scribe.say(drug.what_it_is, (*drug.origin, "what_it_is")))),
        ("mechanism", (Paragraphs(mechanism(scribe, drug)),)),
        ("properties", _bullets(statements(scribe, drug.properties))),
        ("indications", _bullets(tuple(licence_words(scribe, item) for item in drug.indications))),
        ("usual-limits", _bullets(tuple(_limit(scribe, item) for item in drug.usual_limits))),
        ("contraindications", contraindications(scribe, drug.contraindications)),
        ("interactions", interactions(scribe, drug.interactions)),
        ("pregnancy", pregnancy(scribe, drug.pregnancy)),
        ("checks", _watched(scribe, drug.baseline_checks, "baseline_checks")),
        ("monitoring", _watched(scribe, drug.monitoring, "monitoring")),
        ("harms", harms(scribe, drug)),
        ("look-alikes", _bullets(tuple(_look_alikes(scribe, drug)))),
        ("more", free_sections(scribe, drug.sections)),
    ]
    for name, blocks in made:
        if blocks:
            yield Section(name, scribe.context.word(f"section-{name}"), blocks)


def _watched(scribe: Scribe, items: tuple[Monitoring, ...], caption: str) -> tuple[Block, ...]:
    return monitoring_table(scribe, items, f"{caption}_of_drug", of_one_drug=True)


def _alerts(scribe: Scribe, drug: Drug) -> tuple[Block, ...]:
    said: list[Words] = []
    for item in drug.high_alert:
        alert = scribe.say(item.wording, item.origin, item.cites)
        if alert is not None:
            said += [
                alert,
                scribe.words((Text(scribe.context.word("basis", basis=item.basis)),), item.origin),
            ]
    return (Callout("alert", scribe.context.word("high-alert"), tuple(said)),) if said else ()


def _names(scribe: Scribe, drug: Drug) -> Iterator[Fact]:
    yield Fact(scribe.context.word("generic-name"), words(drug.name))
    if drug.synonyms:
        yield Fact(scribe.context.word("synonyms"), words(", ".join(drug.synonyms)))
    yield Fact(scribe.context.word("brands"), _brands(scribe, drug))
    if drug.drug_class == "not-stated":
        yield Fact(scribe.context.word("drug-class"), words_missing(scribe))
    else:
        yield Fact(scribe.context.word("drug-class"), words(drug.drug_class))


def words_missing(scribe: Scribe) -> Words:
    """The words "none stated" as words that mark an omission."""
    return scribe.words((Missing(scribe.context.word("none-stated")),))


def _brands(scribe: Scribe, drug: Drug) -> Words:
    if isinstance(drug.brands, str):
        return words_missing(scribe)
    run: list[Inline] = []
    for index, brand in enumerate(drug.brands):
        run += [Text(", ")] if index else []
        run += scribe.words(_brand(scribe, brand), brand.origin, brand.cites).run
    return scribe.words(tuple(run))


def _brand(scribe: Scribe, brand: Brand) -> Run:
    if brand.country == "not-stated":
        return (Text(f"{brand.name} "), Missing(f"({scribe.context.word('country-not-stated')})"))
    return (Text(f"{brand.name} ({brand.country})"),)


def _paragraphs(said: Words | None) -> tuple[Block, ...]:
    return () if said is None else (Paragraphs((said,)),)


def _bullets(said: tuple[Words, ...]) -> tuple[Block, ...]:
    return (Bullets(said),) if said else ()


def _limit(scribe: Scribe, item: UsualLimit) -> Words:
    route = f" ({item.route})" if item.route else ""
    run = scribe.words(
        (Text(f"{scribe.context.word(f'limit-per-{item.per}')}{route}: "), *scribe.quantity(item.maximum))
    )
    return scribe.words(run.run, item.origin, item.cites)


def _look_alikes(scribe: Scribe, drug: Drug) -> Iterator[Words]:
    for item in drug.look_alikes:
        why = scribe.say(item.why, item.origin)
        if why is not None:
            name: Run = (Text(item.name),)
            link = scribe.link(item.drug, name) if item.drug else name
            yield scribe.words((*link, Text(": "), *why.run), item.origin, item.cites)
