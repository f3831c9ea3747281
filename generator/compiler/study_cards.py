"""A study as a card of facts: what was asked of whom, how, with what result, and how far it can be trusted."""

from __future__ import annotations

from generator.compiler.dose_rows import dose_table
from generator.compiler.dosing.phrase import clause, joined
from generator.compiler.figures import figure_words
from generator.compiler.measured_values import quantity_words
from generator.compiler.scribe import Scribe
from generator.compiler.stated_facts import StatedFacts
from generator.model.evidence import Arm, Outcome, RiskOfBias, Study
from generator.model.text import NOT_STATED
from generator.pages.blocks import Fact, StudyCard
from generator.pages.inline import Missing, PageLink, Run, Text, Words


def study_card(scribe: Scribe, study_id: str, study: Study) -> StudyCard:
    """One study; its primary outcome stands before the others."""
    title = scribe.say(study.title, study.origin, study.cites)
    assert title is not None, "a study without a title is not part of the edition"
    return StudyCard(
        anchor=f"study-{study_id}",
        title=title,
        facts=_facts(scribe, study),
        doses=dose_table(scribe, study.doses, title.text),
        pointer=title.pointer,
    )


def _facts(scribe: Scribe, study: Study) -> tuple[Fact, ...]:
    facts = StatedFacts(scribe, study.origin)
    facts.put("design", _design(scribe, study))
    facts.add("blinding", study.blinding, code="blinding")
    facts.add("setting", study.setting)
    facts.put("participants", _people(scribe, study))
    facts.put("arms", joined([_arm(scribe, arm) for arm in study.arms], "; "))
    facts.put("regimen", scribe.say(study.regimen, study.origin))
    facts.add("comparator", study.comparator)
    facts.add("study-follow-up", study.follow_up)
    facts.put("primary-outcome", _outcome(scribe, study.primary))
    for outcome in study.secondary:
        facts.put("other-outcome", _outcome(scribe, outcome))
    facts.add("harms-seen", study.harms)
    facts.put("finding", scribe.say(study.finding, study.origin))
    facts.put("risk-of-bias", _risk_of_bias(scribe, study.risk_of_bias))
    facts.add("funding", study.funding)
    facts.add("registration", study.registration)
    return facts.made()


def _design(scribe: Scribe, study: Study) -> Words:
    is_stated = study.design != NOT_STATED
    design = scribe.context.word(f"design-{study.design}" if is_stated else "none-stated")
    note = scribe.say(study.design_note, study.origin)
    run: Run = (Text(design) if is_stated else Missing(design),)
    return scribe.words((*run, Text(", "), *note.run) if note else run, study.origin)


def _people(scribe: Scribe, study: Study) -> Run:
    parts: list[Run] = []
    if study.n is not None:
        parts.append((_number(scribe, study.n, "n-person" if study.n == 1 else "n-people"),))
    population = scribe.say(study.population, study.origin)
    if population is not None:
        parts.append(population.run)
    return joined(parts, ", ")


def _number(scribe: Scribe, n: int | str, key: str) -> Text | Missing:
    if isinstance(n, str):
        return Missing(scribe.context.word("number-not-stated"))
    return Text(scribe.context.word(key, n=f"{n:,}"))


def _arm(scribe: Scribe, arm: Arm) -> Run:
    """``examplin (600): 1 to 2 mg/kg daily``; the dose leads to its row where the edition has one."""
    run: Run = (Text(f"{arm.label} ("), _number(scribe, arm.n, "n-alone"), Text(")"))
    dose = scribe.doses.get(arm.dose or "")
    if arm.dose is None or dose is None:
        return run
    return (*run, Text(": "), PageLink(f"#dose-{arm.dose}", scribe.quoted_dose(arm.dose, dose)))


def _outcome(scribe: Scribe, outcome: Outcome | None) -> Words | None:
    """``Pain at 12 weeks: no statistically significant difference; 47 of 62 … . The groups did not differ.``"""
    said = scribe.say(outcome.outcome, outcome.origin) if outcome else None
    if outcome is None or said is None:
        return None
    is_stated = isinstance(outcome.significant, bool)
    code = ("yes" if outcome.significant else "no") if is_stated else NOT_STATED
    difference = scribe.context.word(f"significant-{code}")
    parts: list[Run] = [(Text(difference) if is_stated else Missing(difference),)]
    figure = scribe.figures.get(outcome.stat or "")
    parts += [figure_words(figure, scribe.context)] if figure else []
    run: Run = (*said.run, *_timepoint(scribe, outcome), Text(": "), *joined(parts, "; "))
    result = scribe.say(outcome.result, outcome.origin)
    return scribe.words((*run, Text(". "), *result.run) if result else run, outcome.origin)


def _timepoint(scribe: Scribe, outcome: Outcome) -> Run:
    if outcome.timepoint is None:
        return ()
    if outcome.timepoint == NOT_STATED:
        what = scribe.context.word("the-time")
        return (Text(" ("), Missing(scribe.context.word("not-stated", what=what)), Text(")"))
    return (Text(f" {scribe.context.word('measured-after')} "), *quantity_words(scribe, outcome.timepoint))


def _risk_of_bias(scribe: Scribe, risk: RiskOfBias | None) -> Run:
    """``Some concerns (RoB 2): many were lost to follow-up``."""
    if risk is None:
        return ()
    is_stated = risk.judgement != NOT_STATED
    judged = (
        scribe.context.word(f"bias-{risk.judgement}") if is_stated else scribe.context.word("none-stated")
    )
    run: Run = (Text(judged) if is_stated else Missing(judged),)
    run += (Text(f" ({risk.tool})"),) if risk.tool else ()
    note = scribe.say(risk.note, risk.origin)
    return run if note is None else (*run, Text(": "), *clause(note.run))
