"""What keeps a patient from being hurt: fields that summaries and medication pages share."""

from __future__ import annotations

from generator.model.change_rule import MONITORING, SAFEGUARD
from generator.model.field import Part, clinical
from generator.model.safety import Contraindication, Harm, Interaction, Monitoring, Pregnancy


class Cautions(Part):
    """Checks, monitoring, contraindications, interactions, pregnancy, harms."""

    baseline_checks: tuple[Monitoring, ...] = clinical(
        "What is examined before treatment.",
        default=(),
        example=[{"id": "blood-count", "drug": "examplin", "test": "Full blood count", "when": "not-stated"}],
        change=MONITORING,
    )
    monitoring: tuple[Monitoring, ...] = clinical(
        "What is watched during treatment.",
        default=(),
        example=[{"id": "blood-count", "drug": "examplin", "test": "Full blood count", "when": "not-stated"}],
        change=MONITORING,
    )
    contraindications: tuple[Contraindication, ...] = clinical(
        "When not to use a drug.",
        default=(),
        example=[{"id": "allergy", "drug": "examplin", "wording": "Not in people who are allergic to it."}],
        change=SAFEGUARD,
    )
    interactions: tuple[Interaction, ...] = clinical(
        "Interactions with drugs, food and vaccines.",
        default=(),
        example=[
            {
                "id": "with-samplin",
                "drug": "examplin",
                "other": "samplin",
                "wording": "Samplin raises its level.",
            }
        ],
        change=SAFEGUARD,
    )
    pregnancy: tuple[Pregnancy, ...] = clinical(
        "Pregnancy, breastfeeding, contraception and fertility.",
        default=(),
        example=[{"id": "pregnancy", "drug": "examplin", "wording": "The source says nothing of pregnancy."}],
        change=SAFEGUARD,
    )
    harms: tuple[Harm, ...] = clinical(
        "Harms, boxed ones marked.",
        default=(),
        example=[{"id": "headache", "drug": "examplin", "wording": "Headache can occur.", "cites": ["p-4"]}],
        change=SAFEGUARD,
    )
