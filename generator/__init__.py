"""Clinical Summaries: structured clinical entries in, a consistent website out.

The way of one entry through the rooms of this package is told in ``docs/ARCHITECTURE.md``.
"""

__version__ = "0.1.0"
