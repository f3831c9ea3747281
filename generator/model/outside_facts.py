"""Facts from outside the content that checks may set against it: retracted works, the history in git."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Retraction:
    """What became of a work: ``retraction``, ``expression-of-concern``, ``correction`` or ``reinstatement``."""

    nature: str
    day: date | None
    reasons: tuple[str, ...] = ()
    notice: str = ""
    """The DOI of the notice, or empty."""


@dataclass(frozen=True)
class Retractions:
    """A snapshot of a list of retracted works. DOIs are in small letters; each work's notices by day.

    ``dated`` is the day of the snapshot, None where neither its name nor its rows tell; ``name`` is the file's.
    """

    name: str
    dated: date | None
    by_doi: Mapping[str, tuple[Retraction, ...]] = field(default_factory=dict)
    by_pmid: Mapping[str, tuple[Retraction, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class GitHistory:
    """For each file of the project, by its path with ``/``, the days of its first and its last commit.

    In a shallow clone the first days, and perhaps the last, are not known truly: ``is_shallow`` says so. Where there is
    a repository that git does not read, as one that belongs to another user, ``is_refused``.
    """

    is_shallow: bool
    days: Mapping[str, tuple[date, date]] = field(default_factory=dict)
    is_refused: bool = False
