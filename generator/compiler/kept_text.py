"""The last approved text, shown while a newer one is under review, where the editorial policy keeps it.

It is worded again from the content that was approved. Only if that gives the very words that were approved is it shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from generator.compiler.context import EditionKey, SiteContext
from generator.compiler.edition_body import EditionBody, compile_body
from generator.compiler.suspended_bodies import own_words
from generator.model.approval import ApprovedVersion
from generator.model.closure_library import ClosureUnreadable, library_of
from generator.model.digest import closure_digest
from generator.model.library import Library
from generator.model.state import EditionState, State, review_due


@dataclass(frozen=True)
class KeptTexts:
    """The approved texts that are shown in place of newer ones, with their states.

    In these states ``kept`` stays set, which tells them from those of a present text; ``lacks`` is what the newer text
    lacks. ``refused`` says, in words of the site, why an approved text cannot be shown as it was approved.
    """

    bodies: Mapping[EditionKey, EditionBody] = field(default_factory=dict)
    states: Mapping[EditionKey, EditionState] = field(default_factory=dict)
    refused: Mapping[EditionKey, str] = field(default_factory=dict)


def kept_texts(library: Library, context: SiteContext) -> KeptTexts:
    """Word the approved texts that the policy keeps, from the states and the stored contents of the context.

    A preview shows the present text to its author.
    """
    bodies, states, refused = {}, {}, {}
    if library.policy.changed_entry == "keep" and not context.is_preview:
        for key, state in context.states.items():
            if state.kept is None:
                continue
            try:
                bodies[key] = _worded(library, key, state.kept, context)
                states[key] = _shown_state(bodies[key], state, state.kept, context)
            except _Refused as refusal:
                refused[key] = str(refusal)
    return KeptTexts(bodies, states, refused)


def shows_kept(state: EditionState) -> bool:
    """Whether a state is that of a kept text, while a newer one waits for its approval."""
    return state.is_approved and state.kept is not None


class _Refused(Exception):
    """The approved text cannot be shown as it was approved, for this reason."""


def _worded(library: Library, key: EditionKey, kept: ApprovedVersion, context: SiteContext) -> EditionBody:
    closure = context.closures.get(kept.digests.content)
    if closure is None or not _is_of(closure, key, kept):
        raise _Refused(context.word("kept-no-closure"))
    try:
        then, entry = library_of(closure, library)
        body = compile_body(then, entry, library.audiences[key[1]], own_words(context))
    except ClosureUnreadable as unreadable:
        raise _Refused(context.word("kept-unreadable", why=str(unreadable))) from unreadable
    except Exception as fault:
        # A stored content is not checked as a file of an entry is. Whatever the compiler stumbles over in it, readers
        # get the present text with its warning.
        raise _Refused(context.word("kept-unreadable", why=context.word("kept-makes-no-page"))) from fault
    if body.words_digest != kept.digests.words:
        raise _Refused(context.word("kept-other-words"))
    return body


def _is_of(closure: Mapping[str, Any], key: EditionKey, kept: ApprovedVersion) -> bool:
    """Whether a stored content is what its digest says, and of this edition."""
    is_own = (closure.get("entry"), closure.get("edition")) == key
    return is_own and closure_digest(closure) == kept.digests.content


def _shown_state(
    body: EditionBody, state: EditionState, kept: ApprovedVersion, context: SiteContext
) -> EditionState:
    """The state of the kept text by itself."""
    due = review_due(kept.full_review, body.entry, body.library.policy)
    return replace(
        state,
        state=State.REVIEW_OVERDUE if due < context.today else State.APPROVED,
        digests=kept.digests,
        decided=max(kept.approvals, key=lambda decision: (decision.at, decision.id)),
        approvals=kept.approvals,
        full_review=kept.full_review,
        due=due,
    )
