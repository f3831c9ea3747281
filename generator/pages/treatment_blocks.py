"""Treatment: recommendations, doses, options, the algorithm, the drugs of a class."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.inline import Words
from generator.pages.text_blocks import Fact, Group


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating in words with a code that chooses its shape: ``direction``, ``strength`` or ``certainty``."""

    scale: str
    code: str
    words: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One criterion that was weighed: the judgement (None where only statements are told) and what it stands on."""

    label: str
    judgement: Words | None
    statements: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class DecisionTable:
    """From evidence to the decision: the criteria in the order of the framework."""

    label: str
    rows: tuple[DecisionRow, ...]


@dataclass(frozen=True, slots=True)
class RecommendationCard:
    """One recommendation with its ratings. ``is_bottom_line`` marks the entry's main answer."""

    anchor: str
    words: Words
    ratings: tuple[Rating, ...]
    basis: Words | None
    facts: tuple[Fact, ...]
    groups: tuple[Group, ...]
    is_bottom_line: bool
    pointer: str
    decision: DecisionTable | None = None


@dataclass(frozen=True, slots=True)
class KeyMessage:
    """The one main message of a patient's page."""

    words: Words
    ratings: tuple[Rating, ...]
    facts: tuple[Fact, ...]
    groups: tuple[Group, ...]
    anchor: str
    pointer: str
    decision: DecisionTable | None = None


@dataclass(frozen=True, slots=True)
class DoseRow:
    """One dose as a row of a table, or as a card on a phone.

    ``maximum`` says "none stated" where there is none.
    ``dose`` has a run for each step or band. ``sentence`` says dose, route and maximum in words, for readers who get
    no table; else None.
    ``differences`` say how the dose differs from another of the same drug; ``alerts`` are required safety words.
    A dose that ``is_suspended`` has a notice as its dose, and no more.
    """

    anchor: str
    label: Words
    purpose: str
    purpose_words: str
    dose: tuple[Words, ...]
    route: Words
    maximum: Words
    course_total: Words | None
    facts: tuple[Fact, ...]
    differences: tuple[Words, ...]
    alerts: tuple[Words, ...]
    sentence: Words | None
    pointer: str
    is_suspended: bool = False


@dataclass(frozen=True, slots=True)
class DoseTable:
    """Doses side by side."""

    caption: str
    rows: tuple[DoseRow, ...]


@dataclass(frozen=True, slots=True)
class OptionCard:
    """One option of treatment. ``facts`` and ``groups`` are those of the recommendation that it carries out."""

    anchor: str
    title: Words
    ratings: tuple[Rating, ...]
    conditions: Words | None
    doses: DoseTable | None
    statements: tuple[Words, ...]
    facts: tuple[Fact, ...]
    groups: tuple[Group, ...]
    pointer: str
    decision: DecisionTable | None = None


@dataclass(frozen=True, slots=True)
class OptionGroupCard:
    """What is said of several options at once; ``options`` leads to them."""

    anchor: str
    title: Words
    options: Words | None
    statements: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class OptionLine:
    """The options of one line of treatment, after what is said of groups of them."""

    anchor: str
    label: str
    options: tuple[OptionCard, ...]
    option_groups: tuple[OptionGroupCard, ...] = ()


@dataclass(frozen=True, slots=True)
class BranchLine:
    """Where a step leads: the condition, and the number, anchor and words of the next step."""

    condition: Words
    number: str
    anchor: str
    target: Words


@dataclass(frozen=True, slots=True)
class AlgorithmStep:
    """One numbered step. ``choose`` stands before sub-steps that are alternatives."""

    number: str
    anchor: str
    words: Words
    doses: tuple[Words, ...]
    choose: Words | None
    steps: tuple[AlgorithmStep, ...]
    branches: tuple[BranchLine, ...]
    pitfalls: tuple[Words, ...]
    pointer: str
    option: Words | None = None


@dataclass(frozen=True, slots=True)
class Algorithm:
    """The algorithm as a nested numbered list: the truth, and the text alternative of any drawing."""

    steps: tuple[AlgorithmStep, ...]


@dataclass(frozen=True, slots=True)
class MedicationDrug:
    """One drug of a class on a medication page."""

    anchor: str
    title: Words
    brands: str
    statements: tuple[Words, ...]
    facts: tuple[Fact, ...]
    doses: DoseTable | None
    pointer: str
