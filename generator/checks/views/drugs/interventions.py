"""What an intervention is, so that the same one is found in other entries."""

from __future__ import annotations

from generator.checks.views.doses.dose_likeness import normal
from generator.model.intervention import Intervention


def intervention_keys(intervention: Intervention | None) -> tuple[str, ...]:
    """One key, or one for each drug of which any may be taken; none where nothing is named.

    A combination has a key of its own: what is said of it is not said of its drugs.
    """
    if intervention is None:
        return ()
    beside = [
        f"{name} {normal(words)}"
        for name in ("drug_class", "procedure", "test")
        if (words := getattr(intervention, name)) is not None
    ]
    beside += ["no treatment"] if intervention.no_treatment else []
    together = sorted({*((intervention.drug,) if intervention.drug else ()), *(intervention.drugs or ())})
    always = " + ".join([*together, *beside])
    if not intervention.one_of:
        return (always,) if always else ()
    return tuple(f"{drug} + {always}" if always else drug for drug in intervention.one_of)
