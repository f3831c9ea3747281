"""A library compiled to a site as the pipeline does it, and walks through what came out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any, TypeVar

from generator.compiler.context import SiteContext
from generator.compiler.site import compile_bodies, compile_site
from generator.model.digest import edition_digest
from generator.model.library import Library
from generator.model.state import Digests, edition_state
from generator.pages.inline import Citation, Words
from generator.pages.site import Page, Site
from tests.compiler.english import english

DAY = date(2026, 12, 1)
_Block = TypeVar("_Block")


def compiled(library: Library, **changes: Any) -> Site:
    """The whole site; everything is published as a demonstration unless ``changes`` say otherwise."""
    settings: dict[str, Any] = {"publishes_all": True, "is_demonstration": True, **changes}
    context = SiteContext(today=DAY, words=english(), **settings)
    bodies = compile_bodies(library, context)
    states = {}
    for key, body in bodies.items():
        digests = Digests(edition_digest(library, body.entry, body.audience), body.words_digest)
        states[key] = edition_state(library, body.entry, body.audience.id, digests, DAY)
    return compile_site(library, bodies, (), replace(context, states=states))


def page(site: Site, path: str) -> Page:
    """The page at this address."""
    return next(page for page in site.pages if page.path == path)


def words_of(value: Any) -> list[Words]:
    """Every run of words below, in the order of reading."""
    return list(_walk(value, Words))


def blocks_of(value: Any, kind: type[_Block]) -> list[_Block]:
    """Every block of a kind below, in the order of reading."""
    return list(_walk(value, kind))


def text_of(value: Any) -> str:
    """Every text below, the words of citations left out."""
    return "\n".join(_texts(value))


def citations_of(value: Any) -> list[Citation]:
    """Every citation below, in the order of reading."""
    return list(_walk(value, Citation))


def _walk(value: Any, kind: type[Any]) -> Iterator[Any]:
    if isinstance(value, kind):
        yield value
    if isinstance(value, (tuple, list)):
        for item in value:
            yield from _walk(item, kind)
    elif is_dataclass(value) and not (isinstance(value, kind) and kind is Words):
        for field in fields(value):
            yield from _walk(getattr(value, field.name), kind)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, Words):
        yield value.text
    elif isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
