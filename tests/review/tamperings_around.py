"""Ways to tamper with what stands around the decisions: people, reviewers, names, and records that nobody signed.

By the numbers of the table in `docs/record.md`.
"""

from __future__ import annotations

from typing import Any

from tests.review.signed_record import EDITIONS, SignedRecord
from tests.review.tamperings import (
    CONDITION,
    DRUG,
    LATER,
    QUESTION,
    SECOND,
    Cases,
    Change,
    Tampering,
    all_tamperings,
    approve,
    object_to,
    relink,
    rewrite,
    row,
    set_field,
)


def every_tampering() -> list[Tampering]:
    """Those of this file, and those with the decisions themselves."""
    return all_tamperings()


def _suspended(entry: str, by: str = "finn-fabled", key: str = "finn", **said: Any) -> Change:
    def now(project: SignedRecord) -> None:
        words = f"stopped-{entry}"
        project.decide("suspend", entry, by, "2026-07-02T09:00:00Z", key, words=words, reason="?", **said)

    return now


def _all(*changes: Change) -> Change:
    def now(project: SignedRecord) -> None:
        for change in changes:
            change(project)

    return now


def _edit(name: str, old: str, new: str, version: str = "") -> Change:
    def now(project: SignedRecord) -> None:
        project.edit(name, old, new)
        if version:
            project.edit(name, f"version: {version}", f"version: {int(version) + 1}")

    return now


_FINN = "person: finn-fabled\n    roles: [clinical]"
_SUSPEND_ROLES = "people: 2\nsuspend_roles: [clinical]"


@row("T63")
def _loosened_and_approved() -> Cases:
    one_person = _edit("editorial-policy.yml", "people: 2", "people: 1\nrequirements: []", "2")
    for by, key in (("ben-sample", "ben"), ("finn-fabled", "finn")):
        yield f"one person, {by}", _all(one_person, approve(CONDITION, by, key))
    librarian = "people: 2\nrequirements:\n  - one_of_roles: [librarian]"
    any_role = _edit("editorial-policy.yml", "[librarian]", "[clinical]", "2")
    before = _edit("editorial-policy.yml", "people: 2", librarian)
    yield "no librarian", _all(any_role, approve(DRUG, "finn-fabled", "finn")), before


@row("T64")
def _suspension_without_effect() -> Cases:
    def leaves(project: SignedRecord) -> None:
        text = project.path("reviewers.yml").read_text(encoding="utf-8")
        start = text.index("  - person: finn-fabled")
        project.write("reviewers.yml", text[:start].replace("version: 3", "version: 4"))

    narrowed = _edit("editorial-policy.yml", "people: 2", "people: 2\nsuspend_roles: [editor]", "2")
    other_role = _edit("reviewers.yml", _FINN, _FINN.replace("clinical", "author"), "3")
    roles = _edit("editorial-policy.yml", "people: 2", _SUSPEND_ROLES)
    for entry in (SECOND, DRUG):
        yield f"leaves the list, {entry}", leaves, _suspended(entry, key="")
        yield f"other roles may suspend, {entry}", narrowed, _suspended(entry)
        yield f"has another role, {entry}", other_role, _all(roles, _suspended(entry))

    def stranger(project: SignedRecord) -> None:
        project.write("people/eve-nobody.yml", "kind: person\nname: Eve Nobody\n")
        _suspended(SECOND, "eve-nobody", "")(project)

    yield "by no reviewer", stranger


@row("T65")
def _suspended_dose_renamed() -> Cases:
    for entry in (QUESTION, SECOND):

        def now(project: SignedRecord, entry: str = entry) -> None:
            text = project.path(f"summaries/{entry}.yml").read_text(encoding="utf-8")
            project.write(f"summaries/{entry}.yml", text.replace("example-dose", "another-dose"))

        yield entry, now, _suspended(entry, covered={"doses": ["example-dose"]})


@row("T66")
def _person_made_organisation() -> Cases:
    change = _edit("people/finn-fabled.yml", "kind: person", "kind: organisation")
    yield "who suspended", change, _suspended(SECOND)
    yield "who objected", change, object_to(SECOND, "finn-fabled", "finn")


@row("T67")
def _person_deleted() -> Cases:
    def now(project: SignedRecord) -> None:
        project.path("people/finn-fabled.yml").unlink()
        project.forget()

    yield "who suspended", now, _suspended(SECOND)
    yield "who objected", now, object_to(SECOND, "finn-fabled", "finn")


def _begun(entry: str) -> Change:
    """A review that somebody began and did not sign, which names all that was there."""

    def before(project: SignedRecord) -> None:
        name = project.decide(
            "start-review", entry, "finn-fabled", "2026-07-03T09:00:00Z", words=f"begun-{entry}"
        )
        project.names[f"{entry}/begun"] = name

    return before


@row("T68")
def _unsigned_edited_and_relinked() -> Cases:
    def now(project: SignedRecord, field: str) -> None:
        rewrite(project, project.names[f"{CONDITION}/submit"], set_field(field, "Another."))
        relink(project, CONDITION)

    for field in ("reason", "meaning"):
        yield field, lambda p, f=field: now(p, f), _begun(CONDITION)


@row("T69")
def _named_by_unsigned_and_taken_out() -> Cases:
    for entry in (QUESTION, SECOND, DRUG):

        def now(project: SignedRecord, entry: str = entry) -> None:
            objection, begun = project.names[f"{entry}/objection"], project.names[f"{entry}/begun"]
            before = dict(project.library.decisions[objection].covers[0].previous)
            said = project.said(begun)
            said["covers"][0]["previous"] = before
            project.remove(objection)
            project.put(begun, said)

        yield f"objection to {entry}", now, _all(object_to(entry), _begun(entry))


@row("T70")
def _id_taken() -> Cases:
    for folder, kind in (("audiences", "audience"), ("conditions", "condition")):
        for entry in (SECOND, DRUG):

            def now(
                project: SignedRecord, entry: str = entry, folder: str = folder, kind: str = kind
            ) -> None:
                project.write(
                    f"{folder}/{project.names[f'{entry}/objection']}.yml", f"kind: {kind}\nname: A\n"
                )

            yield f"{folder} {entry}", now, object_to(entry)


@row("T71")
def _two_texts_at_once() -> Cases:
    for entry, file in ((DRUG, f"drugs/{DRUG}.yml"), (SECOND, f"summaries/{SECOND}.yml")):

        def now(project: SignedRecord, entry: str = entry, file: str = file) -> None:
            bound = [project.bound(entry, one) for one in EDITIONS[entry]]
            text = project.path(file).read_text(encoding="utf-8")
            changed = text.replace("An invented drug", "An invented new drug").replace(
                "1 to 2 mg", "1 to 3 mg"
            )
            project.write(file, changed)
            bound.append(project.bound(entry, "clinician"))
            project.write(file, text)
            approve(entry, "ben-sample", "ben", covered={"editions": bound})(project)

        yield entry, now


@row("T72")
def _author_taken_out_before() -> Cases:
    out = _edit(f"drugs/{DRUG}.yml", "authors: [cleo-fiction]", "authors: [my-organisation]")
    yield DRUG, approve(DRUG, "cleo-fiction", "cleo", LATER), out


@row("T73")
def _printed_name() -> Cases:
    for person, name in (("ben-sample", "Ben Sample"), ("ada-example", "Ada Example")):
        yield person, _edit(f"people/{person}.yml", f"name: {name}", "name: Jane Roe")
