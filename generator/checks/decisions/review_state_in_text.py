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
_HOW = r"(?:(?:peer|medically|clinically|expert|human|editorially|fully)[- ])"
_DONE = rf"(?:{_HOW}?(?:reviewed|approved|fact-checked))"
_REVIEW = (
    r"(?:awaiting|pending)(?: (?!or\b)\w+)? "
    r"(?:(?:peer|human|medical|expert|clinical|editorial) )?(?:review|approval)"
)
_OF_STUDIES = (
    r"(?! (?:in|for|with|by (?:two|three|the|an? |trial|patients)|independently|against|together|"
    r"at (?:baseline|each|every)))"
)
_SOMEBODY = r"(?: by:? (?=(?-i:[A-Z])(?!DA\b|MA\b))| on:? (?=\d|(?-i:[A-Z])))"
_CLAIM = re.compile(
    rf"\b(?:all|every|each|this|these|our)\b(?: (?!titles\b)\w+){{0,2}}? {_PAGES}(?: on \w+ \w+)? "
    rf"(?:is|are|has been|have been)(?: (?:all|always|regularly|carefully))? {_DONE}\b{_OF_STUDIES}"
    rf"|\b(?:this|these|our|all) {_PAGES} (?:was|were) (?:last )?{_DONE}(?: by| on)(?! (?:two|three|the|an?)\b)"
    rf"|\b{_PAGES}\b[^.;]{{0,30}} {_REVIEW}\b|^(?:status: )?{_REVIEW}\.?$"
    rf"|\b(?:awaiting|pending) (?:human|editorial) review\b"
    rf"|^{_HOW}(?:reviewed|approved){_SOMEBODY}|^reviewed{_SOMEBODY}|^(?:{_HOW}?(?:reviewed|approved)|fact-checked):"
    rf"|\b(?:medically|clinically) reviewed{_SOMEBODY}"
    rf"|^(?:this )?(?:{_PAGES} )?(?:was )?last reviewed(?: by| on|:)",
    re.I,
)
_MAY_CLAIM = re.compile(r"review|approv|fact-checked", re.I)
"""Most texts have none of these words: the search proper is spared them."""


def check(context: CheckContext, text: EditionText) -> Iterator[Finding]:
    """Find what claims a state of review."""
    for run in text.runs:
        words = run.words.text
        found = _CLAIM.search(words) if _MAY_CLAIM.search(words) else None
        if found is not None:
            yield context.text_finding(RULE, run, f"“{found[0]}” is a state of review that somebody typed")
