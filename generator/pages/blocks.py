"""The blocks that pages are made of: one dataclass and one HTML template each.

``pointer`` fields name the place in the entry, so that open findings can be shown beside what they are about.
``Words | None`` means that the block has no such part; what a source omits is words with a `Missing` node, never None.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from generator.pages.inline import Words


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating in words with a code that chooses its shape: ``direction``, ``strength`` or ``certainty``."""

    scale: str
    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what is said under it."""

    label: str
    words: Words


@dataclass(frozen=True, slots=True)
class Group:
    """A small heading with statements below it."""

    label: str
    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Paragraphs, one statement each."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """Statements, one per line."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class SubHeading:
    """A heading below that of the section."""

    anchor: str
    words: Words


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


@dataclass(frozen=True, slots=True)
class DoseRow:
    """One dose as a row of a table, or as a card on a phone.

    ``dose`` is the short wording, ``sentence`` the long one. ``maximum`` says "none stated" where there is none.
    ``differences`` say how the dose differs from another of the same drug; ``alerts`` are required safety words.
    """

    anchor: str
    label: Words
    purpose: str
    purpose_words: str
    dose: Words
    sentence: Words
    route: Words
    maximum: Words
    course_total: Words | None
    facts: tuple[Fact, ...]
    differences: tuple[Words, ...]
    alerts: tuple[Words, ...]
    pointer: str


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


@dataclass(frozen=True, slots=True)
class OptionLine:
    """The options of one line of treatment."""

    anchor: str
    label: str
    options: tuple[OptionCard, ...]


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


@dataclass(frozen=True, slots=True)
class Algorithm:
    """The algorithm as a nested numbered list: the truth, and the text alternative of any drawing."""

    steps: tuple[AlgorithmStep, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of cells; the first is its header."""

    cells: tuple[Words, ...]
    pointer: str


@dataclass(frozen=True, slots=True)
class Table:
    """A labelled table; on a phone each row becomes a card."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class HarmItem:
    """One harm; ``drugs`` links to whose harm it is."""

    anchor: str
    drugs: Words | None
    words: Words
    facts: tuple[Fact, ...]
    is_boxed: bool
    pointer: str


@dataclass(frozen=True, slots=True)
class Harms:
    """Harms, boxed ones first as a warning that prints."""

    boxed: tuple[HarmItem, ...]
    others: tuple[HarmItem, ...]


@dataclass(frozen=True, slots=True)
class PitfallItem:
    """A common mistake, and the number and anchor of the step that it guards (empty where none)."""

    anchor: str
    words: Words
    guards_number: str
    guards_anchor: str
    pointer: str


@dataclass(frozen=True, slots=True)
class Pitfalls:
    """Common mistakes."""

    items: tuple[PitfallItem, ...]


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with its 95 % interval, for a plot: ``scale`` is ``proportion`` (0 to 1) or ``ratio`` (log)."""

    scale: str
    low: float
    estimate: float
    high: float


@dataclass(frozen=True, slots=True)
class FigureCard:
    """One figure of evidence: "47 of 62 (76 %; 95 % interval 64 % to 85 %)"."""

    anchor: str
    outcome: Words
    population: Words | None
    figure: Words
    interval: Interval
    comparator: FigureCard | None
    comparison_note: Words | None
    pointer: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures of evidence."""

    items: tuple[FigureCard, ...]


@dataclass(frozen=True, slots=True)
class StudyCard:
    """A study with its facts; the primary outcome stands before any other."""

    anchor: str
    title: Words
    facts: tuple[Fact, ...]
    doses: DoseTable | None
    pointer: str


@dataclass(frozen=True, slots=True)
class Studies:
    """Studies."""

    items: tuple[StudyCard, ...]


@dataclass(frozen=True, slots=True)
class RedFlags:
    """What sends a patient to urgent care."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class KeyMessage:
    """The one main message of a patient's page."""

    words: Words
    ratings: tuple[Rating, ...]
    facts: tuple[Fact, ...]
    groups: tuple[Group, ...]
    anchor: str
    pointer: str


@dataclass(frozen=True, slots=True)
class Facts:
    """A list of labels and what is said under each."""

    items: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """Words that stand out. ``tone`` is ``warning``, ``alert`` (high-alert drug) or ``note``."""

    tone: str
    title: str
    items: tuple[Words, ...]


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


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of ``content/images/`` with its text alternative."""

    path: str
    alt: str
    caption: Words | None
    credit: str


@dataclass(frozen=True, slots=True)
class ReferenceItem:
    """One numbered reference. ``mentions`` are the anchors that cite it, for links back."""

    number: int
    anchor: str
    key: str
    words: Words
    type_words: str
    type_code: str
    doi: str
    pmid: str
    url: str
    unresolved: str
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class References:
    """The references, numbered by first mention."""

    items: tuple[ReferenceItem, ...]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One public change note."""

    day: str
    kind: str
    kind_words: str
    words: Words


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed, newest first."""

    items: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One line of a list of pages. ``state`` is a code for the shape, empty for pages without a state."""

    title: Words
    path: str
    kind: str
    audience: str
    state: str
    state_words: str
    note: str


@dataclass(frozen=True, slots=True)
class EntryList:
    """A list of pages, with an optional heading and letter groups made by the compiler."""

    label: str
    items: tuple[EntryLine, ...]


@dataclass(frozen=True, slots=True)
class Markdown:
    """A page of prose: untrusted Markdown of ``content/pages/``. ``links`` maps ``entry:id`` to paths."""

    text: str
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SearchForm:
    """The place where the search page shows its form and results."""


Block: TypeAlias = (
    Paragraphs | Bullets | SubHeading | RecommendationCard | DoseTable | OptionLine | Algorithm | Table | Harms
    | Pitfalls | Figures | Studies | RedFlags | KeyMessage | Facts | Callout | MedicationDrug | Picture | References
    | Changes | EntryList | Markdown | SearchForm
)  # fmt: skip
