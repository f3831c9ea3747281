"""One side of a comparison: a library with its worded editions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.compiler.context import EditionKey, SiteContext
from generator.compiler.edition_body import EditionBody
from generator.model.digest import EditionDigests, canonical
from generator.model.library import Library
from generator.review.site.changed_fact import ComparedPage
from generator.review.text.drug_words import drug_words


@dataclass(frozen=True)
class Compared:
    """A side. ``name`` is how it is called in reports: ``main``, ``3f1c2a9``, ``the working tree``.

    ``failures`` are sentences about files of this side that could not be read at all, and so not compared. ``shaping``
    has the sha256 of the settings and of each template, by path.
    """

    name: str
    library: Library
    bodies: Mapping[EditionKey, EditionBody]
    context: SiteContext
    failures: tuple[str, ...] = ()
    shaping: Mapping[str, str] = field(default_factory=dict)

    def cannot_read(self, file: str) -> bool:
        """Whether a file of the content, such as ``reviewers.yml``, is there and cannot be read."""
        return any(f"/{file}:" in f"/{failure}" for failure in self.failures)

    @cached_property
    def closures(self) -> Mapping[EditionKey, Mapping[str, Any]]:
        """The canonical content of every edition with what it quotes."""
        digests = EditionDigests(self.library)
        return {key: digests.closure(body.edition, body.audience.id) for key, body in self.bodies.items()}

    @cached_property
    def drug_words(self) -> frozenset[str]:
        """The words of the names of all drugs."""
        drugs = {f"drug:{name}": canonical(drug) for name, drug in self.library.drugs.items()}
        return drug_words({"quotes": drugs})

    def page(self, key: EditionKey) -> ComparedPage:
        """An edition as reports name it."""
        body = self.bodies.get(key)
        if body is None:
            return ComparedPage(*key)
        return ComparedPage(*key, body.heading.text, body.audience.label)
