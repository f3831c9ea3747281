"""Findings: what is wrong, where, why it matters and how to mend it."""

from generator.diagnostics.finding import Finding, Gate, Place, Pointer, Rule, Severity, pointer_text

__all__ = ["Finding", "Gate", "Place", "Pointer", "Rule", "Severity", "pointer_text"]
