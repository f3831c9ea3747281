"""Doses in words: what is computed from a dose, and one writing profile a module."""
