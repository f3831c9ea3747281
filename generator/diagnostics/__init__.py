"""Findings: what is wrong, where, why it matters and how to mend it."""

from generator.diagnostics.finding import (
    Finding,
    Fix,
    Gate,
    Place,
    Pointer,
    Rule,
    Severity,
    Waived,
    pointer_from,
    pointer_text,
)

__all__ = [
    "Finding",
    "Fix",
    "Gate",
    "Place",
    "Pointer",
    "Rule",
    "Severity",
    "Waived",
    "pointer_from",
    "pointer_text",
]
