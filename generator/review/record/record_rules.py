"""The rules of the editorial record. None of them can be waived.

What can make a page say “approved” though it is not is an error; what counts for nothing, and only looks as if it
did, is a warning. `clinsum verify --base` makes an error of such a warning about a decision that is new.
"""

from __future__ import annotations

from generator.diagnostics import Rule, Severity


def _rule(code: str, name: str, severity: Severity, summary: str, why: str, cure: str) -> Rule:
    return Rule(code=code, name=name, severity=severity, summary=summary, why=why, cure=cure)


_RESTORE = (
    "Put the file back as it was, from git or a backup. A record is never edited: a new decision corrects it."
)
_DECIDE_ANEW = "Record a new decision with clinsum decide. This file stays: the record is never edited."

SSH_KEYGEN_MISSING = _rule(
    "SSH001",
    "ssh-keygen-missing",
    Severity.ERROR,
    "Decisions are signed, and no program is there that can verify the signatures.",
    "Nobody would know whether the approvals that a page shows were given by those who are named.",
    "Install OpenSSH 8.8 or later (Debian and Ubuntu: apt install openssh-client), then try again.",
)
RECORD_MISSING = _rule(
    "REC001",
    "record-missing",
    Severity.ERROR,
    "A decision names an earlier decision that is not there or cannot be read.",
    "An objection or a suspension may have been taken away, and the page would say “approved”.",
    _RESTORE,
)
RECORD_EDITED = _rule(
    "REC002",
    "record-edited",
    Severity.ERROR,
    "A decision is not what it was when a later one named it.",
    "Somebody changed what a person decided, or what a later record says of it.",
    _RESTORE,
)
HEAD_LEFT_OUT = _rule(
    "REC003",
    "decision-left-out",
    Severity.ERROR,
    "Later decisions about the same entry do not name a decision that is dated before them.",
    "It may have been put in later under an old date, with a key that has ended since; or it could be taken away "
    "unseen.",
    "If it is genuine, record the next decision with clinsum decide: it names all that is there. Else take it out.",
)
DATED_TOO_EARLY = _rule(
    "REC004",
    "dated-before-what-it-names",
    Severity.ERROR,
    "A decision is dated before one that it names as earlier.",
    "Its date is wrong, so a key that did not hold any more may have signed it.",
    "If the clock was wrong, take the file out before it is published and decide again.",
)
WRONG_PREVIOUS = _rule(
    "REC005",
    "previous-about-another-entry",
    Severity.WARNING,
    "A decision names as earlier one that is not about the same entry.",
    "The record of the entry is not linked, so that a decision could be taken away unseen.",
    _DECIDE_ANEW,
)
REPLAYED = _rule(
    "REC006",
    "decision-replayed",
    Severity.ERROR,
    "Two decisions have the same signature or the same content.",
    "One person who decided once would be counted twice, or for another text.",
    "Take the copy out; the decision that was made first stays.",
)
SELF_APPROVED = _rule(
    "REC007",
    "self-approved",
    Severity.WARNING,
    "Somebody approves what they wrote or submitted, or resolves an objection to it.",
    "It is not counted: who made a mistake in a text reads over it again.",
    "Somebody else has to decide. This file stays: the record is never edited.",
)
INTEREST = _rule(
    "REC008",
    "interest-not-recused",
    Severity.WARNING,
    "Somebody approves with an interest that bears on the text, or after standing aside.",
    "It is not counted: readers rely on reviewers who gain nothing by the answer.",
    "Somebody without an interest has to decide. This file stays: the record is never edited.",
)
ROLE_NOT_HELD = _rule(
    "REC009",
    "role-not-held",
    Severity.WARNING,
    "Somebody decides in a role that the list of reviewers does not give them.",
    "It is not counted: a dose would seem to have been read by a pharmacist.",
    "If the person has the role, add it to content/reviewers.yml and raise its version. Else somebody else decides.",
)
UNSIGNED = _rule(
    "REC010",
    "decision-unsigned",
    Severity.WARNING,
    "A decision has no signature, and the policy asks for one.",
    "Anybody can type a name. An approval without a signature is not counted; what stops a text holds, and has to be "
    "signed as well.",
    "Record it again with clinsum decide --sign and the person's own key. This file stays.",
)
OTHER_TEXT = _rule(
    "REC011",
    "signature-of-other-text",
    Severity.ERROR,
    "The signature of a decision was made for another text than stands there.",
    "Somebody changed the decision after it was signed, or took the signature from another one.",
    _RESTORE,
)
OTHER_KEY = _rule(
    "REC012",
    "signature-of-another",
    Severity.ERROR,
    "A decision is signed with a key that is not one of the person who is named.",
    "Somebody signed in another's name.",
    "If the key is theirs, add it to content/reviewers.yml with the days on which it holds. Else take the file out.",
)
MALFORMED = _rule(
    "REC013",
    "signature-malformed",
    Severity.ERROR,
    "What stands as the signature is none, or one that was made for another purpose.",
    "Nobody can tell who decided; it looks as if somebody had signed.",
    _RESTORE,
)
KEY_ENDED = _rule(
    "REC014",
    "key-outside-its-days",
    Severity.WARNING,
    "A decision is signed with a key on a day on which it did not hold.",
    "It is not counted: nobody looks after a key that has ended.",
    "Decide again with a key that holds. This file stays: the record is never edited.",
)
KEY_REVOKED = _rule(
    "REC015",
    "key-revoked",
    Severity.WARNING,
    "A decision is signed with a key that was revoked.",
    "It is not counted, however old it is: whoever has the key can sign under any date.",
    "The person decides again with a new key. This file stays: the record is never edited.",
)
OTHER_CONTENT = _rule(
    "REC016",
    "content-of-another-edition",
    Severity.WARNING,
    "A decision binds the content of another entry or edition than it names.",
    "It is not counted: the person has read another text.",
    _DECIDE_ANEW,
)
CONTENT_MISSING = _rule(
    "REC017",
    "content-missing",
    Severity.WARNING,
    "The content that was decided on is not stored.",
    "Nobody can show any more what was approved, nor tell what changed since.",
    "Put the file back into content/decisions/closures/, from git or a backup.",
)
CONTENT_ALTERED = _rule(
    "REC018",
    "content-altered",
    Severity.ERROR,
    "A stored content is not the one that its name says.",
    "What a history or a comparison shows as approved would be another text.",
    "Put the file back as it was, from git or a backup. These files are never edited.",
)
DOES_NOT_FIT = _rule(
    "REC019",
    "decision-does-not-fit",
    Severity.WARNING,
    "A decision lacks what its kind needs, or says what its kind cannot.",
    "It does not do what it seems to: an approval without digests approves nothing.",
    "Record decisions with clinsum decide, which writes what is needed. This file stays.",
)
OBJECTION_TO_ALL = _rule(
    "REC020",
    "objection-to-no-text",
    Severity.WARNING,
    "An objection names no text, and nobody has resolved it.",
    "It holds against every text of the entry, also against one that has nothing of what is objected to.",
    "The person objects again with clinsum decide, which names the text; then somebody else resolves this one.",
)
ANSWERS_NOTHING = _rule(
    "REC021",
    "answers-nothing",
    Severity.WARNING,
    "A decision resolves what is no open objection, or lifts what is not suspended.",
    "It has no effect; whoever made it believes that it has.",
    _DECIDE_ANEW,
)
CHANGED_SINCE_BASE = _rule(
    "REC022",
    "record-changed-since-base",
    Severity.ERROR,
    "A decision of the base is another one now.",
    "The record is kept so that anybody can see who decided what; it is never edited.",
    _RESTORE,
)
GONE_SINCE_BASE = _rule(
    "REC023",
    "record-gone-since-base",
    Severity.ERROR,
    "A decision or a stored content of the base is gone.",
    "An objection or a suspension may have been taken away, and the page would say “approved”.",
    _RESTORE,
)
VERSION_LOWER = _rule(
    "REC024",
    "version-lower-than-base",
    Severity.ERROR,
    "The policy or the list of reviewers is older than that of the base, or gone.",
    "Rules that were made stricter, or a key that was revoked, would quietly be as they were before.",
    "Bring the file up to that of the base, then change it and raise its version.",
)
VERSION_NOT_RAISED = _rule(
    "REC025",
    "version-not-raised",
    Severity.ERROR,
    "The policy or the list of reviewers changed, and its version did not rise.",
    "Nobody would notice that other people, or fewer, may approve.",
    "Raise version: in the file by one.",
)
KEY_SHARED = _rule(
    "REC026",
    "key-of-two-people",
    Severity.ERROR,
    "Two people have the same key.",
    "One of them could approve twice, and it would count as two.",
    "Each person signs with a key of their own. Take it from the one to whom it does not belong.",
)
REVIEWER_UNKNOWN = _rule(
    "REC027",
    "reviewer-unknown",
    Severity.WARNING,
    "The list of reviewers names somebody who is no person of this site, or a key that is none.",
    "What they decide is not counted, and nobody knows why.",
    "Correct it, and raise the version of the list.",
)
FREED_BY_NEW_LAW = _rule(
    "REC028",
    "freed-by-new-rules",
    Severity.ERROR,
    "A new decision sets a text free only by a policy or reviewers that the same proposal changes.",
    "Whoever proposes a decision would propose, beside it, how many and who are enough.",
    "Propose the policy and the list of reviewers first, by themselves. Decide when they are accepted.",
)

COUNT_FOR_NOTHING = frozenset(
    {
        WRONG_PREVIOUS, SELF_APPROVED, INTEREST, ROLE_NOT_HELD, UNSIGNED, KEY_ENDED, KEY_REVOKED, OTHER_CONTENT,
        CONTENT_MISSING, DOES_NOT_FIT, ANSWERS_NOTHING,
    }
)  # fmt: skip
"""What is a warning about a decision that stands in the record, and an error about one that is to come into it."""
