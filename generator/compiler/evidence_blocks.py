"""Evidence as blocks: figures with their intervals, studies as facts, the search that absence stands on."""

from __future__ import annotations

from generator.compiler.evidence_search import search_facts
from generator.compiler.figures import (
    adjustment,
    denominator,
    figure_interval,
    figure_words,
    proportion_interval,
    proportion_words,
)
from generator.compiler.measured_values import quantity_words
from generator.compiler.scribe import Scribe
from generator.compiler.study_cards import study_card
from generator.model.entries.medication import Medication
from generator.model.entries.summary import Summary
from generator.model.figure import Comparator, EvidenceFigure
from generator.model.text import NOT_STATED
from generator.pages.blocks import Block, Facts, FigureCard, Figures, Studies, SubHeading
from generator.pages.inline import Text, Words, words


def evidence(scribe: Scribe, entry: Summary | Medication) -> tuple[Block, ...]:
    """Figures, then studies, then the search; by id, because the order of keys in a file means nothing."""
    blocks: list[Block] = []
    figures = tuple(
        _figure(scribe, figure_id, entry.evidence[figure_id]) for figure_id in sorted(entry.evidence)
    )
    studies = tuple(
        study_card(scribe, study_id, entry.studies[study_id]) for study_id in sorted(entry.studies)
    )
    if figures:
        blocks.append(Figures(figures))
    if studies:
        blocks.append(Studies(studies))
    if entry.evidence_search is not None:
        heading = SubHeading("evidence-search", words(scribe.context.word("evidence-search")))
        blocks += [heading, Facts(search_facts(scribe, entry.evidence_search))]
    return tuple(blocks)


def _figure(scribe: Scribe, figure_id: str, figure: EvidenceFigure) -> FigureCard:
    outcome = scribe.say(figure.outcome, figure.origin)
    assert outcome is not None, "a figure without an outcome is not part of the edition"
    return FigureCard(
        anchor=f"figure-{figure_id}",
        outcome=outcome,
        population=scribe.say(figure.population, figure.origin),
        figure=scribe.words(figure_words(figure, scribe.context), figure.origin, figure.cites),
        interval=None if scribe.context.is_plain else figure_interval(figure),
        comparator=_comparator(scribe, figure_id, figure, figure.comparator) if figure.comparator else None,
        comparison_note=_comparison_note(scribe, figure.comparator),
        pointer=outcome.pointer,
        follow_up=_follow_up(scribe, figure),
    )


def _follow_up(scribe: Scribe, figure: EvidenceFigure) -> Words | None:
    if figure.follow_up is None:
        return None
    if figure.follow_up == NOT_STATED:
        return scribe.not_stated("the-follow-up", figure.origin)
    span = quantity_words(scribe, figure.follow_up)
    return scribe.words((Text(f"{scribe.context.word('counted-after')} "), *span), figure.origin)


def _comparator(
    scribe: Scribe, figure_id: str, figure: EvidenceFigure, comparator: Comparator
) -> FigureCard | None:
    label = scribe.say(comparator.label, comparator.origin)
    if label is None:
        return None
    adjusted = adjustment(comparator.adjusted, scribe.context)
    if adjusted:
        label = scribe.words((*label.run, Text(f" ({adjusted})")), comparator.origin)
    said = proportion_words(comparator.proportion, scribe.context, per=denominator(figure))
    interval = None if scribe.context.is_plain else proportion_interval(comparator.proportion)
    return FigureCard(
        f"figure-{figure_id}-comparator",
        label,
        None,
        scribe.words(said, comparator.origin),
        interval,
        None,
        None,
        label.pointer,
    )


def _comparison_note(scribe: Scribe, comparator: Comparator | None) -> Words | None:
    if comparator is None or comparator.fair:
        return None
    key = "comparison-not-judged" if comparator.fair is None else "no-fair-comparison"
    return words(scribe.context.word(key))
