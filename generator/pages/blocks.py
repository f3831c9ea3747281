"""The blocks that pages are made of: one dataclass and one HTML template each.

``pointer`` fields name the place in the entry, so that open findings can be shown beside what they are about.
``Words | None`` means that the block has no such part; what a source omits is words with a `Missing` node, never None.
"""

from __future__ import annotations

from typing import TypeAlias

from generator.pages.evidence_blocks import (
    FigureCard,
    Figures,
    Interval,
    ReferenceItem,
    References,
    Studies,
    StudyCard,
)
from generator.pages.record_blocks import (
    ChangeLine,
    Changes,
    EntryLine,
    EntryList,
    RecordRow,
    RecordTable,
    SignatureLine,
    Signatures,
)
from generator.pages.safety_blocks import (
    CautionItem,
    Cautions,
    HarmItem,
    Harms,
    PitfallItem,
    Pitfalls,
    RedFlagGroup,
    RedFlagItem,
    RedFlags,
    Tag,
)
from generator.pages.text_blocks import (
    Bullets,
    Callout,
    Fact,
    Facts,
    Group,
    Markdown,
    Paragraphs,
    Picture,
    SearchForm,
    SubHeading,
    Table,
    TableRow,
    ThresholdLine,
)
from generator.pages.treatment_blocks import (
    Algorithm,
    AlgorithmStep,
    BranchLine,
    DecisionRow,
    DecisionTable,
    DoseRow,
    DoseTable,
    KeyMessage,
    MedicationDrug,
    OptionCard,
    OptionGroupCard,
    OptionLine,
    Rating,
    RecommendationCard,
)

__all__ = [
    "Algorithm",
    "AlgorithmStep",
    "Block",
    "BranchLine",
    "Bullets",
    "Callout",
    "CautionItem",
    "Cautions",
    "ChangeLine",
    "Changes",
    "DecisionRow",
    "DecisionTable",
    "DoseRow",
    "DoseTable",
    "EntryLine",
    "EntryList",
    "Fact",
    "Facts",
    "FigureCard",
    "Figures",
    "Group",
    "HarmItem",
    "Harms",
    "Interval",
    "KeyMessage",
    "Markdown",
    "MedicationDrug",
    "OptionCard",
    "OptionGroupCard",
    "OptionLine",
    "Paragraphs",
    "Picture",
    "PitfallItem",
    "Pitfalls",
    "Rating",
    "RecommendationCard",
    "RecordRow",
    "RecordTable",
    "RedFlagGroup",
    "RedFlagItem",
    "RedFlags",
    "ReferenceItem",
    "References",
    "SearchForm",
    "SignatureLine",
    "Signatures",
    "Studies",
    "StudyCard",
    "SubHeading",
    "Table",
    "TableRow",
    "Tag",
    "ThresholdLine",
]

Block: TypeAlias = (
    Paragraphs | Bullets | SubHeading | RecommendationCard | DoseTable | OptionLine | Algorithm | Table | Harms
    | Pitfalls | Figures | Studies | RedFlags | KeyMessage | Facts | Callout | MedicationDrug | Picture | References
    | Changes | EntryList | Markdown | SearchForm | Cautions | DecisionTable | OptionGroupCard | Signatures
    | RecordTable
)  # fmt: skip
