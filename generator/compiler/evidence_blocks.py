"""Evidence as blocks: figures with their intervals, studies as facts, the search that absence stands on."""

from __future__ import annotations

from generator.compiler.dose_rows import dose_table
from generator.compiler.figures import (
    adjustment,
    figure_interval,
    figure_words,
    proportion_interval,
    proportion_words,
)
from generator.compiler.scribe import Scribe
from generator.model.entries.medication import Medication
from generator.model.entries.summary import Summary
from generator.model.evidence import Comparator, EvidenceFigure, EvidenceSearch, Outcome, Study
from generator.pages.blocks import Block, Fact, Facts, FigureCard, Figures, Studies, StudyCard
from generator.pages.inline import Inline, Missing, Run, Text, Words, words


def evidence(scribe: Scribe, entry: Summary | Medication) -> tuple[Block, ...]:
    """Figures, then studies, then the search; by id, because the order of keys in a file means nothing."""
    blocks: list[Block] = []
    figures = tuple(
        _figure(scribe, figure_id, entry.evidence[figure_id]) for figure_id in sorted(entry.evidence)
    )
    studies = tuple(_study(scribe, study_id, entry.studies[study_id]) for study_id in sorted(entry.studies))
    if figures:
        blocks.append(Figures(figures))
    if studies:
        blocks.append(Studies(studies))
    search = getattr(entry, "evidence_search", None)
    return (*blocks, *(_search(scribe, search) if search else ()))


def _figure(scribe: Scribe, figure_id: str, figure: EvidenceFigure) -> FigureCard:
    outcome = scribe.say(figure.outcome, figure.origin)
    assert outcome is not None, "a figure without an outcome is not part of the edition"
    return FigureCard(
        anchor=f"figure-{figure_id}",
        outcome=outcome,
        population=scribe.say(figure.population, figure.origin),
        figure=scribe.words(figure_words(figure, scribe.context), figure.origin, figure.cites),
        interval=figure_interval(figure),
        comparator=_comparator(scribe, figure_id, figure.comparator) if figure.comparator else None,
        comparison_note=_comparison_note(scribe, figure.comparator),
        pointer=outcome.pointer,
    )


def _comparator(scribe: Scribe, figure_id: str, comparator: Comparator) -> FigureCard | None:
    label = scribe.say(comparator.label, comparator.origin)
    if label is None:
        return None
    adjusted = adjustment(comparator.adjusted, scribe.context)
    if adjusted:
        label = scribe.words((*label.run, Text(f" ({adjusted})")), comparator.origin)
    figure = scribe.words(proportion_words(comparator.proportion, scribe.context), comparator.origin)
    interval = proportion_interval(comparator.proportion)
    return FigureCard(
        f"figure-{figure_id}-comparator", label, None, figure, interval, None, None, label.pointer
    )


def _comparison_note(scribe: Scribe, comparator: Comparator | None) -> Words | None:
    if comparator is None or comparator.fair:
        return None
    return words(scribe.context.word("no-fair-comparison"))


def _study(scribe: Scribe, study_id: str, study: Study) -> StudyCard:
    title = scribe.say(study.title, study.origin, study.cites)
    assert title is not None, "a study without a title is not part of the edition"
    return StudyCard(
        anchor=f"study-{study_id}",
        title=title,
        facts=tuple(_study_facts(scribe, study)),
        doses=dose_table(scribe, study.doses, title.text),
        pointer=title.pointer,
    )


def _study_facts(scribe: Scribe, study: Study) -> list[Fact]:
    facts = [Fact(scribe.context.word("design"), _design(scribe, study))]

    def add(label: str, said: Words | None) -> None:
        if said is not None:
            facts.append(Fact(scribe.context.word(label), said))

    add("participants", _people(scribe, study))
    add("arms", _arms(scribe, study))
    add("regimen", scribe.say(study.regimen, study.origin))
    add("primary-outcome", _outcome(scribe, study.primary))
    for outcome in study.secondary:
        add("other-outcome", _outcome(scribe, outcome))
    add("finding", scribe.say(study.finding, study.origin))
    return facts


def _design(scribe: Scribe, study: Study) -> Words:
    if study.design == "not-stated":
        return scribe.words((Missing(scribe.context.word("none-stated")),), study.origin)
    run: Run = (Text(scribe.context.word(f"design-{study.design}")),)
    note = scribe.say(study.design_note, study.origin)
    return scribe.words((*run, Text(", "), *note.run) if note else run, study.origin)


def _people(scribe: Scribe, study: Study) -> Words | None:
    run: list[Inline] = []
    if study.n == "not-stated":
        run.append(Missing(scribe.context.word("number-not-stated")))
    elif study.n is not None:
        run.append(Text(scribe.context.word("n-people", n=f"{study.n:,}")))
    population = scribe.say(study.population, study.origin)
    if population is not None:
        run += [Text(", "), *population.run] if run else list(population.run)
    return scribe.words(tuple(run), study.origin) if run else None


def _arms(scribe: Scribe, study: Study) -> Words | None:
    def said(n: int | str) -> str:
        return scribe.context.word("number-not-stated") if n == "not-stated" else f"{n:,}"

    text = "; ".join(f"{arm.label} ({said(arm.n)})" for arm in study.arms)
    return scribe.words((Text(text),), study.origin) if text else None


def _outcome(scribe: Scribe, outcome: Outcome | None) -> Words | None:
    said = scribe.say(outcome.outcome, outcome.origin) if outcome else None
    if outcome is None or said is None:
        return None
    code = (
        outcome.significant
        if isinstance(outcome.significant, str)
        else ("yes" if outcome.significant else "no")
    )
    run = (*said.run, Text(f": {scribe.context.word(f'significant-{code}')}"))
    result = scribe.say(outcome.result, outcome.origin)
    return scribe.words((*run, Text(". "), *result.run) if result else run, outcome.origin)


def _search(scribe: Scribe, search: EvidenceSearch) -> tuple[Block, ...]:
    databases = (
        Missing(scribe.context.word("none-stated"))
        if search.databases == "not-stated"
        else Text(", ".join(search.databases))
    )
    searched = search.searched if isinstance(search.searched, str) else search.searched.isoformat()
    day = Missing(scribe.context.word("none-stated")) if searched == "not-stated" else Text(searched)
    facts = [
        Fact(scribe.context.word("databases"), scribe.words((databases,), search.origin)),
        Fact(scribe.context.word("searched"), scribe.words((day,), search.origin)),
    ]
    if search.strategy is not None:
        node = (
            Missing(scribe.context.word("none-stated"))
            if search.strategy == "not-stated"
            else Text(search.strategy)
        )
        facts.append(Fact(scribe.context.word("strategy"), scribe.words((node,), search.origin)))
    none_found = scribe.say(search.none_found, search.origin, search.cites)
    if none_found is not None:
        facts.insert(0, Fact(scribe.context.word("none-found"), none_found))
    return (Facts(tuple(facts)),)
