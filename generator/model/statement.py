"""Statements: one thing said to readers, with what it stands on."""

from __future__ import annotations

from typing import Literal

from generator.model.citation import Cites
from generator.model.field import Part, clinical
from generator.model.text import Id, Plain, Wording

Phase = Literal["any", "first-episode", "relapse", "maintenance", "refractory"]
"""The phase of the illness that a recommendation, an option or a dose is about."""


class Statement(Part):
    """One thing that readers are told."""

    id: Id | None = clinical("A name for links and decisions.", default=None)
    wording: Wording = clinical("The sentence, per audience.", example="Response is usual within days.")
    cites: Cites | None = clinical("What it stands on.", default=None, example=["p-1"])


class Section(Part):
    """Cited paragraphs for what has no field of its own yet."""

    id: Id = clinical("A name for links.")
    title: Wording = clinical("The heading.")
    paragraphs: tuple[Statement, ...] = clinical("The paragraphs, each with what it stands on.")


class Image(Part):
    """A picture from ``content/images/``, with what a reader who cannot see it needs."""

    file: Plain = clinical("The file's path below content/images/.", example="plexus.svg")
    alt: Wording = clinical("What the picture shows, in words.")
    caption: Wording | None = clinical("What stands below it.", default=None)
    source: Plain = clinical("Where it comes from.", neutral=True)
    licence: Plain = clinical("Under which licence it may be shown.", neutral=True)
