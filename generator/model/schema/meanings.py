"""What the fixed words of the format mean, for hovering and completion in an editor, and for the handbook."""

from __future__ import annotations

from typing import Any

_EVERYWHERE: dict[str, str] = {
    "not-stated": "The source does not say it. It is printed as “not stated”, never guessed, and is no hole.",
    "no-customary-maximum": "A source says that there is no customary maximum. It needs a citation.",
    "uncited-in-source": "Taken over from a source that gives no reference for it. It is shown as uncited.",
    "stop": "Lowered until it is stopped.",
}

_CHOICES: tuple[dict[str, str], ...] = (
    {
        "recommended": "What the entry recommends.",
        "studied": "What a trial gave; no advice.",
        "prior-treatment": "What patients had had before.",
        "usual": "The usual dose, for another indication, which is named.",
    },
    {
        "for": "It is recommended.",
        "against": "It is advised against.",
        "either": "Either will do.",
        "research-only": "Only within research.",
        "none": "No recommendation is made.",
    },
    {
        "strong": "GRADE strong: “we recommend”.",
        "conditional": "GRADE conditional (weak): “we suggest”, “can be considered”.",
        "good-practice": "A good-practice statement; it carries no certainty.",
        "not-rated": "The source rates none.",
    },
    {
        "high": "GRADE high.",
        "moderate": "GRADE moderate.",
        "low": "GRADE low.",
        "very-low": "GRADE very low.",
        "not-rated": "The source rates none.",
    },
    {
        "any": "Any phase.",
        "first-episode": "The first episode.",
        "relapse": "A relapse.",
        "maintenance": "Keeping the illness quiet.",
        "refractory": "When earlier treatments have failed.",
    },
    {
        "life-threatening": "The situation threatens life.",
        "uncertain-benefit-certain-harm": "The benefit is uncertain, the harm is certain.",
        "equivalent-one-less-risky-or-costly": "Options are equivalent, and one is clearly less risky or costly.",
        "similar-benefit-one-riskier": "Benefits are similar, and one option may be riskier.",
        "catastrophic-harm": "The harm could be catastrophic.",
    },
    {
        "licensed": "A body has licensed the drug for this use.",
        "off-label": "The drug is licensed, but not for this use.",
    },
    {
        "licensed": "A body has licensed the drug for this use.",
        "off-label": "The drug is licensed, but not for this use.",
        "unlicensed": "The drug is not licensed at all.",
        "withdrawn": "The licence was withdrawn.",
    },
    {
        "use": "What stands here takes the place of what the dose says.",
        "do-not-use": "These patients do not get the drug.",
        "no-dose": "No dose this time, such as insulin at a low glucose.",
        "no-change": "The source says that the dose stays the same.",
    },
    {"up": "It is raised.", "down": "It is lowered.", "either": "It is raised or lowered."},
    {
        "bolus": "All at once.",
        "slow-injection": "Slowly, by hand.",
        "infusion": "As an infusion with an end.",
        "continuous-infusion": "As an infusion that runs on.",
        "patient-controlled": "By the patient's own pump.",
        "nebuliser": "Through a nebuliser.",
    },
    {
        "actual": "The weight that is measured.",
        "ideal": "The ideal weight for the height.",
        "adjusted": "Between ideal and actual weight.",
        "lean": "The lean body weight.",
    },
    {
        "signed": "Only a verified signature counts.",
        "recorded": "An unsigned record counts, and pages say so.",
    },
    {
        "major": "A clinical change; it moves the public date.",
        "minor": "No clinical change; the public date stays.",
    },
    {
        "words": "In GRADE's words.",
        "plain": "In plain words.",
    },
    {
        "us-ismp": "“10 mg”, “mcg”, “1,000”, “daily” (after ISMP).",
        "uk-clinician": "“10 mg”, “micrograms”, “once daily” (after UK practice).",
        "nhs-patient": "“10mg”, “micrograms”, plain words for patients (after NHS style).",
    },
    {
        "submit": "The entry is handed in for review.",
        "start-review": "A review has begun.",
        "approve": "A person approves the editions that are listed, as they were read.",
        "object": "A person objects.",
        "resolve": "An objection is resolved.",
        "reject": "The entry goes back to its authors.",
        "reaffirm": "An approval is given anew after a review without clinical change.",
        "suspend": "The edition is taken down for now.",
        "lift": "A suspension ends.",
        "withdraw": "The edition is taken down for good.",
        "supersede": "Another entry takes its place.",
    },
)
_BY_WORDS = {frozenset(choice): choice for choice in _CHOICES}


def meaning_of(value: Any) -> str:
    """What a word means wherever it stands; empty for all others."""
    return _EVERYWHERE.get(value, "") if isinstance(value, str) else ""


def meanings_of(values: tuple[str, ...]) -> list[str]:
    """The meanings of a set of choices, in the order of the values; empty where the words speak for themselves."""
    choice = _BY_WORDS.get(frozenset(values))
    return [choice[value] for value in values] if choice else []


def explained_choices() -> tuple[frozenset[str], ...]:
    """The sets of choices that are explained here, so that a test can tell which of them the model has dropped."""
    return tuple(_BY_WORDS)
