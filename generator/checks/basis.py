"""The bibliography of the rules: the works that ask for what a rule asks for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from generator.model.work import Work
from generator.package_files import packaged_data
from generator.sources.bibtex import read_bibliography


@cache
def basis_works() -> Mapping[str, Work]:
    """The works by their keys, which rules name under ``basis``; one file of the package for each family of rules."""
    works = {}
    for path in sorted((packaged_data() / "basis").glob("*.bib")):
        for key, work in read_bibliography(path.read_bytes(), path.name).works.items():
            works[key] = Work.model_validate(work)
    return works
