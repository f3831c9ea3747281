"""Which doses are suspended, and what is said in their place."""

from __future__ import annotations

from generator.compiler.context import SiteContext
from generator.compiler.days import day_words
from generator.model.change import ClinicalChange
from generator.model.dose import Dose
from generator.model.entries.decision import Decision
from generator.model.library import Library
from generator.model.quotes import quotes_of
from generator.model.state import State
from generator.model.suspension import Suspensions
from generator.model.text import CLINICIAN
from generator.pages.inline import Run, Strong, Text


def suspension_of(suspended: Suspensions, name: str, dose: Dose) -> Decision | None:
    """The decision that suspended a dose, by its name ``entry#dose`` or by one of its drugs; None for any other.

    An approved text that is kept may have a dose of a suspended drug that the present text has no more.
    """
    if name in suspended.doses or not suspended.drugs:
        return suspended.doses.get(name)
    drugs = (quote.target for quote in quotes_of(dose) if quote.kind == "drug")
    return next((suspended.drugs[drug] for drug in sorted(drugs) if drug in suspended.drugs), None)


def dose_notice(decision: Decision, library: Library, context: SiteContext) -> Run:
    """What stands where the dose would stand. It tells nothing of the dose."""
    return (Strong((Text(context.word("dose-suspended", **since_and_who(decision, library, context))),)),)


def since_and_who(decision: Decision, library: Library, context: SiteContext) -> dict[str, str]:
    """The day of a suspension and the name of who suspended, as words of the site take them."""
    person = library.people.get(decision.by)
    return {
        "since": day_words(decision.at.date(), context),
        "who": person.name if person is not None else decision.by,
    }


def tells_a_number(text: str | None) -> bool:
    """Whether a name of a regimen holds a number: "two doses of 5 mg" tells what must not be told."""
    return text is not None and any(letter.isnumeric() for letter in text)


def tells_suspended(library: Library, context: SiteContext, entry_id: str, change: ClinicalChange) -> bool:
    """Whether a change of an entry would tell a suspended dose: then its sentence must not be shown.

    While a drug is suspended everywhere, so is the change of a dose that is gone: nobody can say whose dose it was.
    """
    if change.within.startswith("dose:"):
        name = change.within.removeprefix("dose:")
    elif not change.within and change.path[:1] == ("doses",) and len(change.path) > 1:
        name = f"{entry_id}#{change.path[1]}"
    else:
        return False
    owner, _, dose_id = name.partition("#")
    state = context.states.get((owner, CLINICIAN))
    if state is not None and state.state is State.SUSPENDED:
        return True
    dose = getattr(library.entry(owner), "doses", {}).get(dose_id)
    if dose is None:
        return name in context.suspended.doses or bool(context.suspended.drugs)
    return suspension_of(context.suspended, name, dose) is not None
