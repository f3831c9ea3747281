"""A patient's edition leaves a sum to the reader: a dose per kilogram, a percentage or a fraction of a dose.

Doses that staff give, into a vein or into the spine, are not asked of the reader.

Bad:
    # The patient’s edition has doses.
    doses:
      examplin: {drug: examplin, purpose: recommended, route: oral, amount: 2 mg/kg, every: 1 d}
    questions_to_ask:
      - wording: {patient: Divide your weight by ten to get the number of tablets.}

Good:
    questions_to_ask:
      - wording: {patient: Your team works out the dose from your weight. How many tablets do I take?}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.sentences import sentences
from generator.checks.views.works.lay_editions import lay_editions, lay_texts, shows_doses
from generator.diagnostics import Finding, Rule, Severity
from generator.model.dose import Dose
from generator.model.entries.entry import Entry
from generator.model.quantity import Quantity

RULE = Rule(
    code="AUD003",
    name="arithmetic-asked-of-patient",
    severity=Severity.WARNING,
    summary="A patient’s edition leaves a sum to the reader.",
    why="Many readers get sums wrong, and here a wrong sum is a wrong dose.",
    cure="Give the amount itself, or say that the team works it out; leave the sum to the clinicians’ edition.",
    basis=("pemat-2014", "cdc-clear-communication-2014"),
    judges=True,
)
SCOPE = Scope.ENTRY

_SUMS = (
    r"(?:(?:divide|multiply) (?:(?:it|them|the|your|this|that)(?: \w+){0,5} )?by|subtract (?:it|the|your|this|that)|"
    r"add (?:(?:up|together) (?:the|your|all)|(?:the|these|both) (?:\w+ )?numbers)|"
    r"(?:work out|calculate) (?:how|what|the|your)|(?:halve|double) (?:the|your|this|that) (?:\w+ )?(?:dose|amount))"
)
_PER_BODY = re.compile(
    r"(?:\bper|\bfor (?:each|every)) (?:\d+ ?)?(?:kg|kilo|kilogram(?:me)?|square met(?:re|er))\b(?! of (?!body|your))"
    r"|/ ?(?:kg|m2|m²)(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_TO_DO = re.compile(
    rf"(?:^|[,;:] )(?:to [^,]*, )?(?:then |first |now |and |please )*{_SUMS}\b"
    rf"|\byou(?:[’']ll| will| can| should| must| need to| have to| may)? (?:then |also )?{_SUMS}\b",
    re.IGNORECASE,
)
_SHARE = (
    r"(?:half|one half|a third|one third|two thirds|a quarter|three quarters|\d+(?:\.\d+)? ?(?:%|per ?cent))"
)
_SHARE_OF_DOSE = re.compile(
    rf"\b{_SHARE} of your(?: \w+)? (?:dose|amount)\b(?! (?:is|was|stays|remains|leaves|has)\b)"
    rf"|\b(?:take|use|give|start with|(?:lower|reduce) it to) {_SHARE} of (?:the|this|that)(?: \w+)? (?:dose|amount)\b"
    rf"|\b(?:cut|reduce|lower|raise|increase) (?:your|the|this) (?:\w+ )?(?:dose|amount) by {_SHARE}(?!\w)",
    re.IGNORECASE,
)
_NOT_TO_DO = re.compile(r"\b(?:not|never|n[’']t|no need to|without)\b", re.IGNORECASE)
_BY_OTHERS = re.compile(
    r"\b(?:team|doctors?|nurses?|pharmacists?|hospital|clinic|specialists?|staff)\b", re.IGNORECASE
)
_BY_STAFF = {
    "intravenous", "intraosseous", "intrathecal", "epidural", "intra-arterial", "intra-articular", "intravitreal",
    "intravesical", "intraperitoneal", "intratracheal", "perineural", "infiltration", "intralesional",
}  # fmt: skip


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find sums in the words of lay editions, and doses by the body that these show."""
    for _, told in lay_texts(context, entry):
        for sentence in sentences(told.words):
            asked = _asked(sentence)
            if asked:
                message = f"“{asked}” leaves a sum to the reader"
                yield context.finding(RULE, entry.id, told.pointer, message)
    for audience in lay_editions(context, entry):
        if shows_doses(entry, audience):
            for dose_id, dose in getattr(entry, "doses", {}).items():
                amount = _unfinished(dose)
                if amount:
                    message = f"the edition for “{audience.id}” shows the dose “{dose_id}” as {amount}"
                    yield context.finding(RULE, entry.id, ("doses", dose_id), message)


def _asked(sentence: str) -> str:
    """The words that ask for a sum, or nothing."""
    for pattern in (_PER_BODY, _TO_DO, _SHARE_OF_DOSE):
        found = pattern.search(sentence)
        if found and not _NOT_TO_DO.search(sentence) and not _BY_OTHERS.search(sentence):
            return found[0].strip(",;: ")
    return ""


def _unfinished(dose: Dose) -> str:
    """The amount by the body of a dose that people take themselves, if no band of it says how much that is."""
    route = dose.route
    routes = {route} if isinstance(route, str) else set(route or ())
    if routes and routes <= _BY_STAFF:
        return ""
    amounts = [given.amount for given in dose.administrations if given.amount is not None]
    growing = [amount for amount in amounts if _grows(amount)]
    finished = [band for band in dose.bands if band.amount is not None and not _grows(band.amount)]
    return growing[0].written if growing and not finished else ""


def _grows(amount: Quantity) -> bool:
    return amount.unit.per("body weight") or amount.unit.per("body surface")
