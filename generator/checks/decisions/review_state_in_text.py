"""A text says of its own page, or of all pages, that they are reviewed, approved or pending.

Bad:
    title: About this site
    text: All articles are reviewed by experts.

Good:
    title: About this site
    text: Each page shows its state of review, which is computed from recorded decisions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.pages.site_text import EditionText

RULE = Rule(
    code="DEC004",
    name="review-state-in-text",
    severity=Severity.WARNING,
    summary="A text says that pages are reviewed, approved or pending.",
    why="The state of a page is computed and changes with every edit; a typed one stays, and soon contradicts it.",
    cure="Take it out: the page shows its state by itself. On a page of prose, say how a page is reviewed.",
    judges=True,
)
SCOPE = Scope.SITE_TEXT

_PAGES = (
    r"(?:pages?|articles?|summar(?:y|ies)|entr(?:y|ies)|topics?|answers?|contents?|information|monographs?)"
)
_DONE = (
    r"(?:(?:peer|medically|clinically|expert|human|editorially|fully)[- ])?(?:reviewed|approved|fact-checked)"
)
_CLAIM = re.compile(
    rf"\b(?:all|every|each|this|these|our)\b(?: \w+){{0,2}}? {_PAGES}(?: on \w+ \w+)? "
    rf"(?:is|are|was|were|has been|have been)(?: (?:all|always|regularly|carefully))? {_DONE}\b"
    rf"|\b(?:awaiting|pending)(?: \w+)? (?:peer |human |medical |expert |clinical |editorial )?(?:review|approval)\b"
    rf"|^{_DONE}(?: by\b| on\b|:)"
    rf"|\b(?:medically|peer|expert)[- ]reviewed (?:by|on)\b"
    rf"|\b(?:last|medically) reviewed(?: by| on|:)",
    re.I,
)


def check(context: CheckContext, text: EditionText) -> Iterator[Finding]:
    """Find what claims a state of review."""
    for run in text.runs:
        found = _CLAIM.search(run.words.text)
        if found is not None:
            yield context.text_finding(RULE, run, f"“{found[0]}” is a state of review that somebody typed")
