"""Figures of evidence: estimates, intervals, numbers as printed."""
