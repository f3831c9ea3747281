"""Statements: one thing said to readers, with what it stands on."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.change_rule import CITATION, CONTENT, IDENTITY, LABEL, TEXT
from generator.model.citation import Cites
from generator.model.field import Part, clinical
from generator.model.text import Id, Plain, Wording

Phase = Literal["any", "first-episode", "relapse", "maintenance", "refractory"]
"""The phase of the illness that a recommendation, an option or a dose is about."""


class Statement(Part):
    """One thing that readers are told."""

    id: Id | None = clinical(
        "A name for links and decisions, where one is wanted.",
        default=None,
        example="early-response",
        change=LABEL,
    )
    wording: Wording = clinical(
        "The sentence, per audience.", example="Response is usual within days.", change=TEXT
    )
    cites: Cites | None = clinical("What it stands on.", default=None, example=["p-1"], change=CITATION)


class Section(Part):
    """Cited paragraphs for what has no field of its own. They are counted, so that they stay the exception."""

    id: Id = clinical("A name for links, in small letters and hyphens.", example="history", change=LABEL)
    title: Wording = clinical(
        "The heading of the section.", example="How the illness was first described", change=TEXT
    )
    paragraphs: Annotated[tuple[Statement, ...], Field(min_length=1)] = clinical(
        "The paragraphs, each with what it stands on.",
        example=[{"wording": "It was described long ago.", "cites": ["p-1"]}],
        change=CONTENT,
    )


class Image(Part):
    """A picture from ``content/images/``, with what a reader who cannot see it needs."""

    file: Plain = clinical(
        "The file below content/images/: PNG, JPEG, GIF, WebP or AVIF, which cannot carry script.",
        example="plexus.png",
        change=IDENTITY,
    )
    alt: Wording = clinical(
        "What the picture shows, in words, for those who do not see it.",
        example="The nerves of the lumbar plexus in front of the hip bone.",
        change=TEXT,
    )
    caption: Wording | None = clinical(
        "What stands below it.", default=None, example="The lumbosacral plexus.", change=TEXT
    )
    source: Plain = clinical(
        "Who made it, or where it comes from.", neutral=True, example="Our own drawing", change=LABEL
    )
    licence: Plain = clinical(
        "The licence under which it may be shown.", neutral=True, example="CC BY 4.0", change=LABEL
    )
