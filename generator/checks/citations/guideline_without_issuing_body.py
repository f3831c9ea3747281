"""A guideline does not say which body issued it.

A group among the authors counts as the body, and so does the publisher of a guideline that is no article.

Bad:
    # @article{roe-2020, author = {Roe, Jane}, title = {Care of examplitis}, evidencetype = {guideline}}
    cites: [roe-2020]

Good:
    # @article{aae-2020, author = {Roe, Jane}, title = {Care of examplitis}, evidencetype = {guideline},
    #   organization = {American Academy of Examples}}
    cites: [aae-2020]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.work import Work

RULE = Rule(
    code="CIT010",
    name="guideline-without-issuing-body",
    severity=Severity.WARNING,
    summary="A guideline does not say which body issued it.",
    why="A reader cannot tell whose advice it is: that of a society, of an agency, or of a single author.",
    cure="Write organization = {…} with the name of the body, or another evidencetype if none issued it.",
    basis=("right-2017", "iom-guidelines-2011"),
)
SCOPE = Scope.LIBRARY


def check(context: CheckContext) -> Iterator[Finding]:
    """Find every guideline of nobody."""
    for key, work in context.library.works.items():
        if work.type == "guideline" and not work.unresolved and not _has_body(work):
            message = f"the guideline “{key}” names no issuing body"
            yield context.finding(RULE, f"work:{key}", ("type",), message)


def _has_body(work: Work) -> bool:
    if work.issuing_body or any(author.literal for author in work.authors):
        return True
    return work.bibtex_type != "article" and bool(work.publisher)
