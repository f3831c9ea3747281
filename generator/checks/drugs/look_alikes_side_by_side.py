"""Two names that are easily confused stand in one entry, and nothing tells them apart.

Bad:
    # Neither drug's entry has look_alikes or a tall_man spelling.
    options:
      - {id: first, title: Cycloserine, intervention: {drug: cycloserine}, line: 1}
      - {id: second, title: Cyclosporine, intervention: {drug: cyclosporine}, line: 2}

Good:
    # content/drugs/cyclosporine.yml
    look_alikes:
      - {name: cycloserine, why: Cycloserine is an antibiotic.}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.claims.told_of import told_of
from generator.checks.views.drugs.confusable_names import confusable_names
from generator.checks.views.text.plain_words import plain_words
from generator.checks.views.text.sentences import sentences
from generator.diagnostics import Finding, Pointer, Rule, Severity
from generator.model.dose import Dose
from generator.model.entries.entry import Entry
from generator.model.intervention import Intervention

RULE = Rule(
    code="DRG006",
    name="look-alikes-side-by-side",
    severity=Severity.NOTE,
    summary="Two names that are easily confused stand in one entry, and nothing tells them apart.",
    why="Whoever reads fast takes one name for the other.",
    cure="Write under look_alikes of one drug how the two are told apart, or give it its tall_man spelling.",
    basis=("fda-ismp-look-alike-names-2023",),
    judges=True,
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find pairs of the list of which an entry names both, neither as alternatives nor in one sentence."""
    if not hasattr(entry, "audiences"):
        return
    first, together, names = (
        _first_places(context, entry),
        _together(context, entry),
        confusable_names(context),
    )
    for one in sorted(first):
        for other in names.confused_with(one):
            is_pair = one < other and other in first and frozenset({one, other}) not in together
            if is_pair and not names.are_told_apart(one, other):
                earlier, later = sorted((one, other), key=lambda drug: first[drug][0])
                message = (
                    f"{names.name(later)} stands here, and is easily confused with {names.name(earlier)}"
                )
                yield context.finding(
                    RULE, entry.id, first[later][1], f"{message}, which the entry names too"
                )


def _first_places(context: CheckContext, entry: Entry) -> Mapping[str, tuple[int, Pointer]]:
    """Every drug that an entry names or quotes, with the first place where it does."""
    first: dict[str, tuple[int, Pointer]] = {}
    quoted = ((quote.target, quote.pointer) for quote in context.quotes(entry) if quote.kind == "drug")
    names = confusable_names(context)
    worded = (
        (drug, pointer)
        for pointer, _, text in context.wordings(entry)
        for drug in names.found(plain_words(text))
    )
    for number, (drug, pointer) in enumerate((*quoted, *worded)):
        first.setdefault(drug, (number, pointer))
    return first


def _together(context: CheckContext, entry: Entry) -> frozenset[frozenset[str]]:
    """Pairs that stand as alternatives of one dose or one intervention, or that one sentence names both."""
    groups = [
        set(part.one_of or ()) for _, part in context.parts(entry) if isinstance(part, (Dose, Intervention))
    ]
    names = confusable_names(context)
    for told in told_of(context, entry):
        if len(set(names.found(told.text))) > 1:
            groups += [set(names.found(sentence)) for sentence in sentences(told.text)]
    return frozenset(frozenset({one, other}) for group in groups for one in group for other in group)
