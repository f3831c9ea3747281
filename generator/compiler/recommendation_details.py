"""What stands around a recommendation: for whom, compared with what, how it was rated, why, and what others say."""

from __future__ import annotations

from collections.abc import Sequence

from generator.compiler.dosing.phrase import clause, joined
from generator.compiler.interventions import intervention_words, is_named
from generator.compiler.positions import positions
from generator.compiler.scribe import Scribe
from generator.compiler.stated_facts import StatedFacts
from generator.compiler.statements import statements
from generator.model.intervention import Intervention
from generator.model.recommendation import LoweredCertainty, RaisedCertainty, Recommendation
from generator.pages.blocks import Fact, Group
from generator.pages.inline import Run, Text, Words, words


def line_words(scribe: Scribe, line: int | str) -> str:
    """``Second line``; ``Line 7`` where the list has no word."""
    return scribe.context.words.get(f"line-{line}") or scribe.context.word("line-n", number=str(line))


def phase_words(scribe: Scribe, phase: str) -> Words | None:
    """The phase of the illness; nothing for ``any``, which limits nothing."""
    return None if phase == "any" else scribe.words((Text(scribe.context.word(f"phase-{phase}")),))


def unnamed(scribe: Scribe, item: Intervention | None, said: str) -> Run:
    """What is done, where the words beside it do not name it; else nothing."""
    return () if item is None or is_named(scribe, item, said) else intervention_words(scribe, item)


def basis_facts(scribe: Scribe, item: Recommendation) -> tuple[Fact, ...]:
    """On what kind of evidence it stands, where no card of its own says so."""
    facts = StatedFacts(scribe, item.origin)
    facts.put("evidence-basis", scribe.say(item.evidence_basis, item.origin))
    return facts.made()


def recommendation_facts(scribe: Scribe, item: Recommendation, said: str) -> tuple[Fact, ...]:
    """What bounds it and how it was rated. ``said`` are the words that stand above and need not be repeated."""
    facts = StatedFacts(scribe, item.origin)
    facts.put("intervention", unnamed(scribe, item.intervention, said))
    facts.put("compared-with", intervention_words(scribe, item.compared_with) if item.compared_with else None)
    facts.put("for-whom", scribe.say(item.population, item.origin))
    facts.put("phase", phase_words(scribe, item.phase))
    facts.put("line", words(line_words(scribe, item.line)) if item.line is not None else None)
    facts.put("because", scribe.say(item.because, item.origin))
    facts.add("situation", item.situation, code="situation")
    facts.put("downgraded", _reasons(scribe, item.downgraded_for))
    facts.put("upgraded", _reasons(scribe, item.upgraded_for))
    facts.put("indirect", scribe.say(item.indirect, item.origin))
    rated = ", ".join(text for text in (item.scheme, item.rated_by) if text)
    facts.put("rated", words(rated) if rated else None)
    return facts.made()


def recommendation_groups(scribe: Scribe, item: Recommendation) -> tuple[Group, ...]:
    """When and when not, why, what it costs, what other bodies say."""
    lists = (
        ("consider-when", item.consider_when),
        ("not-when", item.not_when),
        ("rationale", item.rationale),
        ("cost-and-access", item.cost_and_access),
    )
    groups = [Group(scribe.context.word(label), statements(scribe, items)) for label, items in lists]
    groups.append(Group(scribe.context.word("others-say"), positions(scribe, item.others_say)))
    return tuple(group for group in groups if group.items)


def _reasons(scribe: Scribe, items: Sequence[LoweredCertainty | RaisedCertainty]) -> Run:
    """``imprecision (2 levels): few events; indirectness``."""
    return joined([_reason(scribe, item) for item in items], "; ")


def _reason(scribe: Scribe, item: LoweredCertainty | RaisedCertainty) -> Run:
    run: Run = (Text(scribe.context.word(f"domain-{item.domain}")),)
    if item.levels is not None and not scribe.context.is_plain:
        key = "one-level" if item.levels == 1 else "levels"
        run += (Text(f" ({scribe.context.word(key, n=str(item.levels))})"),)
    why = scribe.say(item.why, item.origin)
    return run if why is None else (*run, Text(": "), *clause(why.run))
