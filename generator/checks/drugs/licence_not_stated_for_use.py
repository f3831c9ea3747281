"""A drug's licences do not cover the use in an entry, and the entry does not say how it is licensed for it.

Bad:
    # content/drugs/examplin.yml says that examplin is licensed for examplitis.
    condition: plexopathy
    doses:
      examplin-usual: {drug: examplin, purpose: recommended, amount: 40 mg, every: 1 d}

Good:
    condition: plexopathy
    doses:
      examplin-usual:
        drug: examplin
        purpose: recommended
        amount: 40 mg
        every: 1 d
        licence: [{status: off-label, country: US, as_of: 2026-01-31}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.claims.told_of import told_of
from generator.checks.views.text.names_in_text import drugs_in_text
from generator.diagnostics import Finding, Pointer, Rule, Severity
from generator.model.entries.condition import Condition
from generator.model.entries.drug import Drug
from generator.model.entries.entry import Entry
from generator.model.entries.medication import ClassDrug, LicenceStatement, Medication

RULE = Rule(
    code="DRG009",
    name="licence-not-stated-for-use",
    severity=Severity.WARNING,
    summary="A use that a drug's licences do not cover is not said to be licensed or off-label.",
    why="Prescriber and patient do not learn that the use may be off-label, which changes what both must be told.",
    cure="Write under licence: of the dose, or under licences: of the drug, licensed, off-label or not-stated.",
    basis=("gmc-prescribing-2021",),
)
SCOPE = Scope.ENTRY

_SAID = re.compile(
    r"\b(?:off[- ]label|unlicen[sc]ed|licen[sc]ed|licen[sc]es?|not approved|authori[sz]ed for)\b", re.I
)
_WORD = re.compile(r"[^\W_]+")


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find, once for each drug, a recommended dose or a place in a class whose use nobody has licensed here."""
    condition = context.library.conditions.get(getattr(entry, "condition", ""))
    if condition is None:
        return
    told = set()
    for pointer, drug_id in _uses(entry):
        drug = context.library.drugs.get(drug_id)
        if drug is None or drug_id in told:
            continue
        told.add(drug_id)
        licences = [one for one in drug.indications if one.status == "licensed"]
        if licences and not _covers(licences, condition) and not _is_said(context, entry, drug):
            uses = "; ".join(use for licence in licences for use in licence.indications)
            message = f"{drug.name} is licensed for {uses}; for {condition.name} its licence is not told"
            yield context.finding(RULE, entry.id, pointer, message)


def _uses(entry: Entry) -> Iterator[tuple[Pointer, str]]:
    """Each drug of which the entry neither says the licence nor says that it is not stated."""
    listed = {} if not isinstance(entry, Medication) else _listed(entry)
    for dose_id, dose in getattr(entry, "doses", {}).items():
        if dose.purpose == "recommended" and dose.licence is None and dose.indication is None:
            for drug in dose.drugs:
                if drug not in listed or not listed[drug][1].licences:
                    yield ("doses", dose_id), drug
    said = {drug for dose in getattr(entry, "doses", {}).values() if dose.licence for drug in dose.drugs}
    for drug, (pointer, place) in listed.items():
        if not place.licences and drug not in said:
            yield pointer, drug


def _listed(entry: Medication) -> dict[str, tuple[Pointer, ClassDrug]]:
    return {
        place.drug: (("classes", number, "drugs", index), place)
        for number, group in enumerate(entry.classes)
        for index, place in enumerate(group.drugs)
    }


def _covers(licences: list[LicenceStatement], condition: Condition) -> bool:
    """Whether an indication has all words of a name of the condition, or a name all words of an indication."""
    uses = [_words(use) for licence in licences for use in licence.indications]
    names = [_words(name) for name in (condition.name, *condition.synonyms, condition.id)]
    return any(use <= name or name <= use for use in uses for name in names if use and name)


def _is_said(context: CheckContext, entry: Entry, drug: Drug) -> bool:
    """Whether a text of the entry, about this drug or about none, tells of its licence."""
    for told in told_of(context, entry):
        if _SAID.search(told.text):
            named = {one for name in drugs_in_text(context).found(told.text) for one in name.ids} | set(
                told.drugs
            )
            if not named or drug.id in named:
                return True
    return False


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text)) - {
        "in",
        "of",
        "the",
        "and",
        "adults",
        "with",
    }
