"""An option of treatment occurs at no step of the algorithm, and no reason is given.

Bad:
    options:
      - {id: examplin, title: Examplin, intervention: {drug: examplin}, line: 2}
      - {id: samplin, title: Samplin, intervention: {drug: samplin}, line: 2}
    algorithm:
      - {id: start, wording: Start examplin., option: examplin}

Good:
    options:
      - {id: examplin, title: Examplin, intervention: {drug: examplin}, line: 2}
      - id: samplin
        title: Samplin
        intervention: {drug: samplin}
        line: 2
        statements: [{wording: It has no step in the algorithm because it is still being tested., cites: [p-1]}]
    algorithm:
      - {id: start, wording: Start examplin., option: examplin}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.names_in_text import drugs_in_text
from generator.checks.views.text.plain_words import plain_words
from generator.diagnostics import Finding, Rule, Severity
from generator.model.algorithm import walk_steps
from generator.model.entries.entry import Entry
from generator.model.entries.summary import Summary
from generator.model.recommendation import Option
from generator.model.text import NOT_STATED, Wording

RULE = Rule(
    code="ALG001",
    name="option-not-in-algorithm",
    severity=Severity.WARNING,
    summary="An option of treatment occurs at no step of the algorithm, and no reason is given.",
    why="The reader is offered a treatment and is not told at which point it is to be used.",
    cure="Name it under option: of a step, or say in a statement why the algorithm has no step for it.",
    basis=("smdm-clinical-algorithms-1992", "agree-ii-2010"),
    judges=True,
)
SCOPE = Scope.ENTRY

_REASON = re.compile(r"\balgorithms?\b|\bsteps?\b|\bflow ?charts?\b|\bnumbered line\b", re.I)


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find options that no step carries out, quotes a dose of, or names."""
    if not isinstance(entry, Summary) or not entry.algorithm:
        return
    steps = [step for _, step in walk_steps(entry.algorithm)]
    carried = {step.option for step in steps}
    doses = {dose for step in steps for dose in step.doses}
    said = " \n ".join(plain_words(text) for step in steps for text in step.wording.by_audience.values())
    drugs = {drug for name in drugs_in_text(context).found(said) for drug in name.ids}
    for index, option in enumerate(entry.options):
        if option.id in carried or doses & set(option.doses) or _is_named(option, said.casefold(), drugs):
            continue
        if not _has_reason(context, entry, option):
            message = f"no step of the algorithm leads to the option “{option.id}”, and no reason is given"
            yield context.finding(RULE, entry.id, ("options", index), message)


def _is_named(option: Option, said: str, drugs: set[str]) -> bool:
    """Whether the words of the steps name all drugs of the option, its procedure, or its title."""
    done = option.intervention
    names = [done.procedure, done.test, done.drug_class] if done is not None else []
    if done is not None and done.drug_ids:
        return not done.drug_class and set(done.drug_ids) <= drugs
    titles = [plain_words(title) for title in option.title.by_audience.values()]
    return any(name.casefold() in said for name in (*names, *titles) if name)


def _has_reason(context: CheckContext, entry: Summary, option: Option) -> bool:
    """Whether the option, or a text that names its drug, speaks of the algorithm and its steps."""
    own = [statement.wording for statement in option.statements]
    if option.conditions is not None:
        if option.line == NOT_STATED:
            return True
        own.append(option.conditions)
    if any(_REASON.search(text) for wording in own for text in wording.by_audience.values()):
        return True
    drugs = set(option.intervention.drug_ids) if option.intervention is not None else set()
    elsewhere = (statement.wording for part in (entry.limitations, entry.overview) for statement in part)
    return any(_tells_why(context, wording, drugs) for wording in elsewhere)


def _tells_why(context: CheckContext, wording: Wording, drugs: set[str]) -> bool:
    texts = [text for text in wording.by_audience.values() if _REASON.search(text)]
    return any(name.ids & drugs for text in texts for name in drugs_in_text(context).found(plain_words(text)))
