"""What has no field of its own: sections of cited paragraphs, and pictures with their source and licence."""

from __future__ import annotations

from generator.compiler.scribe import Scribe
from generator.compiler.statements import statements
from generator.model.statement import Image, Section
from generator.pages.blocks import Block, Paragraphs, Picture, SubHeading


def free_sections(scribe: Scribe, sections: tuple[Section, ...]) -> tuple[Block, ...]:
    """Each section that has a title and a paragraph for the audience."""
    blocks: list[Block] = []
    for section in sections:
        title = scribe.say(section.title, section.origin)
        said = statements(scribe, section.paragraphs)
        if title is not None and said:
            blocks += [SubHeading(f"section-{section.id}", title), Paragraphs(said)]
    return tuple(blocks)


def pictures(scribe: Scribe, images: tuple[Image, ...]) -> tuple[Block, ...]:
    """Each picture whose file is there and whose text alternative the audience has."""
    made = (_picture(scribe, image) for image in images)
    return tuple(picture for picture in made if picture is not None)


def _picture(scribe: Scribe, image: Image) -> Picture | None:
    alt = scribe.say(image.alt, image.origin)
    if alt is None or image.file not in scribe.library.images:
        return None
    caption = scribe.say(image.caption, image.origin)
    return Picture(f"images/{image.file}", alt.text, caption, f"{image.source}; {image.licence}")
