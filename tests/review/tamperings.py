"""Ways to tamper with the record, by the numbers of the table in `docs/record.md`."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.model.decision_digest import NAMESPACE
from generator.sources.closures import closure_file
from generator.sources.ssh_signature import parse_signature
from tests.review.signed_record import EDITIONS, SignedRecord, words_digest
from tests.ssh_keys import public_key

Change = Callable[[SignedRecord], None]


@dataclass(frozen=True)
class Tampering:
    """One case of a row. ``before`` is done to the base as well, ``now`` to the proposal alone."""

    row: str
    label: str
    now: Change
    before: Change | None = None
    freed: tuple[str, ...] = ()
    """Entries that must not be approved after it, if the state is what stops it."""


Cases = Iterator[tuple[Any, ...]]
_MAKERS: dict[str, Callable[[], Cases]] = {}

QUESTION, SECOND, DRUG, CONDITION = EDITIONS
NAMED = (
    *(f"{QUESTION}/{one}" for one in ("submit", "start-review", "object", "resolve", "approve-by-ada",
                                      "approve-by-ben", "reaffirm", "suspend", "lift")),
    *(f"{SECOND}/{one}" for one in ("submit", "start-review", "object", "resolve")),
    *(f"{DRUG}/{one}" for one in ("submit", "start-review")),
)  # fmt: skip
"""Decisions that a later one names."""
HEADS = (
    f"{QUESTION}/lift-by-ben",
    f"{SECOND}/approve-by-ada",
    f"{SECOND}/approve-by-ben",
    f"{DRUG}/approve-by-ada",
)
"""Signed decisions that no later one names."""
OPEN = (SECOND, DRUG, CONDITION)
LATER = "2026-08-01T09:00:00Z"


def all_tamperings() -> list[Tampering]:
    """Every case, in the order of rows."""
    return [Tampering(row, *case) for row, maker in _MAKERS.items() for case in maker()]


def row(number: str) -> Callable[[Callable[[], Cases]], Callable[[], Cases]]:
    def keep(maker: Callable[[], Cases]) -> Callable[[], Cases]:
        _MAKERS[number] = maker
        return maker

    return keep


def rewrite(project: SignedRecord, name: str, change: Callable[[dict[str, Any]], None]) -> None:
    """Edit a decision in its file, as somebody does who has no key."""
    signature, said = project.signature(name), project.said(name)
    change(said)
    project.put(name, said, signature=signature)


def set_field(field: str, value: Any) -> Callable[[dict[str, Any]], None]:
    return lambda said: said.__setitem__(field, value)


def relink(project: SignedRecord, entry: str) -> None:
    """Correct the digests in all later decisions about an entry, so that the chain fits again."""
    for one in sorted(project.library.decisions.values(), key=lambda one: (one.at, one.id)):
        before = one.covers[0].previous
        now = project.digests(*before)
        if one.covers[0].entry == entry and now != before:
            rewrite(project, one.id, _with_previous(now))


def _with_previous(digests: dict[str, str]) -> Callable[[dict[str, Any]], None]:
    return lambda said: said["covers"][0].update(previous=digests)


def _unlink(project: SignedRecord, name: str) -> None:
    """Take a decision out, and its name out of those that name it."""
    previous = dict(project.library.decisions[name].covers[0].previous)
    project.remove(name)

    def drop(said: dict[str, Any]) -> None:
        left = {one: digest for one, digest in said["covers"][0]["previous"].items() if one != name}
        said["covers"][0]["previous"] = {**left, **previous}
        if not said["covers"][0]["previous"]:
            del said["covers"][0]["previous"]

    for one in list(project.library.decisions.values()):
        if name in one.covers[0].previous:
            rewrite(project, one.id, drop)


def approve(entry: str, by: str, key: str = "", at: str = LATER, **said: Any) -> Change:
    """A new approval of the text as it is now."""

    def now(project: SignedRecord) -> None:
        role = {"ada-example": "pharmacy", "ben-sample": "lay"}.get(by, "clinical")
        given = {"role": role, "meaning": "approved", "interests": "none", **said}
        given = {name: value for name, value in given.items() if value is not None}
        project.decide("approve", entry, by, at, key, words=f"forged-{by}-{entry}", **given)

    return now


def object_to(
    entry: str, by: str = "ben-sample", key: str = "ben", at: str = "2026-07-01T09:00:00Z"
) -> Change:
    return lambda project: _keep(
        project,
        f"{entry}/objection",
        project.decide(
            "object", entry, by, at, key, words=f"objection-{entry}", reason="The dose is in doubt."
        ),
    )


def _suspend(entry: str) -> Change:
    return lambda project: _keep(
        project,
        f"{entry}/suspension",
        project.decide(
            "suspend", entry, "ada-example", "2026-07-02T09:00:00Z", "ada", words=f"stop-{entry}", reason="In doubt."
        ),
    )  # fmt: skip


def _keep(project: SignedRecord, name: str, decision: str) -> None:
    project.names[name] = decision


@row("T01")
def _edited() -> Cases:
    fields = (("meaning", "read with care"), ("ai_assistance", "None at all."), ("credentials", "Professor"))
    for number, name in enumerate(NAMED):
        field, value = fields[number % 3]
        yield f"{name} {field}", lambda p, n=name, f=field, v=value: rewrite(p, p.names[n], set_field(f, v))


@row("T02")
def _edited_newest() -> Cases:
    for name in HEADS:
        for field, value in (("meaning", "read"), ("hazards", ["hazard-9"]), ("at", "2026-05-05T05:05:05Z")):
            yield (
                f"{name} {field}",
                lambda p, n=name, f=field, v=value: rewrite(p, p.names[n], set_field(f, v)),
            )


@row("T03")
def _edited_and_relinked() -> Cases:
    def now(project: SignedRecord, name: str) -> None:
        rewrite(project, project.names[name], set_field("meaning", "read with care"))
        relink(project, name.split("/", maxsplit=1)[0])

    for name in NAMED:
        yield name, lambda p, n=name: now(p, n)


@row("T04")
def _edited_unsigned() -> Cases:
    name = f"{CONDITION}/submit"
    for field, value in (
        ("reason", "Corrected."), ("meaning", "approved"), ("at", "2026-01-05T09:00:00Z"),
        ("criteria", ["dose-checked"]), ("hazards", ["hazard-1"]),
    ):  # fmt: skip
        yield f"{field}", lambda p, f=field, v=value: rewrite(p, p.names[name], set_field(f, v))


@row("T05")
def _deleted() -> Cases:
    for name in NAMED:
        yield name, lambda p, n=name: p.remove(p.names[n])


@row("T06")
def _deleted_newest() -> Cases:
    for name in (*HEADS, f"{CONDITION}/submit"):
        yield name, lambda p, n=name: p.remove(p.names[n])


@row("T07")
def _deleted_stop() -> Cases:
    for entry in (QUESTION, SECOND, DRUG):
        yield (
            f"objection to {entry}",
            lambda p, e=entry: p.remove(p.names[f"{e}/objection"]),
            object_to(entry),
        )
        yield (
            f"suspension of {entry}",
            lambda p, e=entry: p.remove(p.names[f"{e}/suspension"]),
            _suspend(entry),
        )


@row("T08")
def _cut_off() -> Cases:
    order = [name.split("/")[1] for name in NAMED if name.startswith(QUESTION)] + ["lift-by-ben"]

    def now(project: SignedRecord, entry: str, start: int) -> None:
        for one in order[start:]:
            if f"{entry}/{one}" in project.names:
                project.remove(project.names[f"{entry}/{one}"])

    for start in (0, 1, 2, 4, 6, 7, 8):
        yield f"{QUESTION} from {order[start]}", lambda p, s=start: now(p, QUESTION, s)
    for start in (0, 1, 2, 4):
        yield f"{SECOND} from {order[start]}", lambda p, s=start: now(p, SECOND, s)


@row("T09")
def _taken_out() -> Cases:
    for name in (
        f"{QUESTION}/start-review",
        f"{QUESTION}/reaffirm",
        f"{SECOND}/submit",
        f"{DRUG}/start-review",
    ):

        def now(project: SignedRecord, name: str = name) -> None:
            _unlink(project, project.names[name])
            relink(project, name.split("/", maxsplit=1)[0])

        yield name, now


@row("T10")
def _renamed() -> Cases:
    for name in NAMED[::2]:
        yield name, lambda p, n=name: _rename(p, p.names[n])


@row("T11")
def _renamed_newest() -> Cases:
    for name in HEADS:
        yield name, lambda p, n=name: _rename(p, p.names[n])


def _rename(project: SignedRecord, name: str) -> None:
    text = project.decision_path(name).read_text(encoding="utf-8")
    project.remove(name)
    project.write(f"decisions/{name}-2.yml", text)


@row("T12")
def _unreadable() -> Cases:
    for name in (*NAMED[::3], *HEADS[1:3]):
        yield name, lambda p, n=name: p.write(f"decisions/{p.names[n]}.yml", "kind: decision\nby: [\n")


@row("T13")
def _copied() -> Cases:
    for name in (*NAMED[::2], *HEADS):
        yield (
            name,
            lambda p, n=name: p.write(
                f"decisions/{p.names[n]}-again.yml",
                p.decision_path(p.names[n]).read_text(encoding="utf-8"),
            ),
        )


@row("T14")
def _signature_reused() -> Cases:
    for name in (f"{QUESTION}/approve-by-ada", f"{SECOND}/approve-by-ben", f"{DRUG}/approve-by-ada"):
        for entry in OPEN:

            def now(project: SignedRecord, name: str = name, entry: str = entry) -> None:
                said = project.said(project.names[name])
                covered = {"entry": entry, "editions": [project.bound(entry, one) for one in EDITIONS[entry]]}
                said |= {"covers": [{**covered, "previous": project.heads(entry)}], "at": LATER}
                project.put(f"forged-{entry}", said, signature=project.signature(project.names[name]))

            yield f"{name} for {entry}", now


@row("T15")
def _typed() -> Cases:
    for entry in OPEN:
        yield f"{entry} by finn", approve(entry, "finn-fabled")
        yield f"{entry} by ben", approve(entry, "ben-sample")


@row("T16")
def _signature_removed() -> Cases:
    for name in HEADS:
        yield name, lambda p, n=name: p.put(p.names[n], p.said(p.names[n])) and None


@row("T17")
def _rebound() -> Cases:
    def now(project: SignedRecord, name: str, entry: str) -> None:
        _edit_text(project, entry)
        bound = [project.bound(entry, one) for one in EDITIONS[entry]]
        rewrite(project, project.names[name], lambda said: said["covers"][0].update(editions=bound))

    for name in (f"{SECOND}/approve-by-ada", f"{SECOND}/approve-by-ben", f"{DRUG}/approve-by-ada"):
        yield name, lambda p, n=name: now(p, n, n.split("/")[0])


def _edit_text(project: SignedRecord, entry: str) -> None:
    if entry == DRUG:
        project.edit(
            "drugs/example-drug.yml", "An invented drug that shows", "An invented, safe drug that shows"
        )
    else:
        project.edit(f"summaries/{entry}.yml", "amount: 1 to 2 mg", "amount: 1 to 20 mg")


@row("T18")
def _unknown_key() -> Cases:
    for entry in OPEN:
        yield f"{entry} as ben", approve(entry, "ben-sample", "stranger")
        yield f"{entry} as finn", approve(entry, "finn-fabled", "stranger")
    for name in HEADS:
        yield (
            f"{name} signed anew",
            lambda p, n=name: p.put(p.names[n], p.said(p.names[n]), "stranger") and None,
        )


@row("T19")
def _key_of_another() -> Cases:
    for entry in OPEN:
        yield f"{entry} as ben", approve(entry, "ben-sample", "cleo")
        yield f"{entry} as finn", approve(entry, "finn-fabled", "ben")


@row("T20")
def _other_purpose() -> Cases:
    for entry in OPEN:
        for namespace in ("file", "git"):

            def now(project: SignedRecord, entry: str = entry, namespace: str = namespace) -> None:
                approve(entry, "ben-sample", "ben")(project)
                name = f"2026-08-01-forged-ben-sample-{entry}"
                project.put(name, project.said(name), "ben", namespace=namespace)

            yield f"{entry} {namespace}", now


@row("T21")
def _damaged() -> Cases:
    begin, end = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
    for label, change in (
        ("no signature", lambda text: "approved, Jane Roe"),
        ("cut off", lambda text: f"{text[:120]}\n{end}"),
        ("no end", lambda text: text.removesuffix(end)),
        ("nothing in it", lambda text: f"{begin}\n{end}"),
        ("more behind it", lambda text: text.replace(end, f"AAAA\n{end}")),
        ("other letters", lambda text: text.replace("U1NI", "U1N€")),
        ("bits that say nothing", lambda text: _armored(_with_reserved(parse_signature(text).data))),
    ):

        def now(project: SignedRecord, change: Callable[[str], str] = change) -> None:
            name = project.names[f"{SECOND}/approve-by-ben"]
            project.put(name, project.said(name), signature=change(project.signature(name)))

        yield label, now


def _armored(data: bytes) -> str:
    text = base64.b64encode(data).decode()
    return f"-----BEGIN SSH SIGNATURE-----\n{text}\n-----END SSH SIGNATURE-----"


def _with_reserved(data: bytes) -> bytes:
    """The field behind the namespace is empty, and nothing that is signed holds it."""
    at = data.index(NAMESPACE.encode()) + len(NAMESPACE)
    return data[:at] + (3).to_bytes(4, "big") + b"abc" + data[at + 4 :]


@row("T22")
def _bits() -> Cases:
    for name in HEADS:
        for back in (3, 40):

            def now(project: SignedRecord, name: str = name, back: int = back) -> None:
                decision = project.names[name]
                data = bytearray(parse_signature(project.signature(decision)).data)
                data[-back] ^= 1
                project.put(decision, project.said(decision), signature=_armored(bytes(data)))

            yield f"{name} {back}", now


@row("T23")
def _revoked() -> Cases:
    for entry in OPEN:
        for at in (LATER, "2026-03-03T09:00:00Z"):
            yield f"{entry} {at}", approve(entry, "ben-sample", "ben-lost", at)


@row("T24")
def _outside_days() -> Cases:
    for entry in OPEN:
        yield f"{entry} ended", approve(entry, "ben-sample", "ben-old", "2026-07-01T00:00:00Z")
        yield f"{entry} not begun", approve(entry, "ada-example", "ada-next", "2026-12-01T00:00:00Z")


@row("T25")
def _in_the_future() -> Cases:
    for entry in OPEN:
        for at in ("2026-12-02T00:00:00Z", "2027-06-01T00:00:00Z"):
            yield f"{entry} {at}", approve(entry, "finn-fabled", "finn", at)


@row("T26")
def _before_what_it_names() -> Cases:
    for entry in (SECOND, DRUG):
        for at in ("2026-02-20T08:59:59Z", "2026-01-31T00:00:00Z"):
            yield f"{entry} {at}", approve(entry, "finn-fabled", "finn", at)


@row("T27")
def _put_in_between() -> Cases:
    for entry, after, at in (
        (QUESTION, "submit", "2026-02-01T12:00:00Z"), (QUESTION, "start-review", "2026-02-05T12:00:00Z"),
        (QUESTION, "object", "2026-02-10T12:00:00Z"), (QUESTION, "reaffirm", "2026-03-02T12:00:00Z"),
        (SECOND, "submit", "2026-02-01T12:00:00Z"), (SECOND, "start-review", "2026-02-05T12:00:00Z"),
    ):  # fmt: skip

        def now(project: SignedRecord, entry: str = entry, after: str = after, at: str = at) -> None:
            previous = (project.names[f"{entry}/{after}"],)
            approve(entry, "ben-sample", "ben-old", at, previous=previous)(project)

        yield f"{entry} after {after}", now


@row("T28")
def _beside_the_newest() -> Cases:
    for at in ("2026-02-15T09:00:00Z", "2026-02-19T09:00:00Z", "2026-05-05T05:05:05Z"):

        def now(project: SignedRecord, at: str = at) -> None:
            previous = (project.names[f"{DRUG}/start-review"],)
            approve(DRUG, "ben-sample", "ben-old", at, previous=previous)(project)

        yield at, now


@row("T29")
def _own_text() -> Cases:
    for entry in (SECOND, DRUG, QUESTION):
        yield f"{entry} by its author", approve(entry, "cleo-fiction", "cleo")
    yield f"{DRUG} by who submitted it", approve(DRUG, "dora-invented", "dora")

    def resolve(project: SignedRecord, entry: str) -> None:
        said = {"resolves": [project.names[f"{entry}/objection"]], "words": "forged"}
        project.decide("resolve", entry, "cleo-fiction", LATER, "cleo", **said)

    for entry in (SECOND, DRUG):
        yield f"resolves an objection to {entry}", lambda p, e=entry: resolve(p, e), object_to(entry)


@row("T30")
def _interest() -> Cases:
    for entry in (SECOND, CONDITION):
        yield f"{entry} interest", approve(entry, "finn-fabled", "finn", interests=["Paid by the maker."])
        yield f"{entry} recused", approve(entry, "finn-fabled", "finn", recused="yes")


@row("T31")
def _role() -> Cases:
    for entry in OPEN:
        yield f"{entry} ben as pharmacist", approve(entry, "ben-sample", "ben", role="pharmacy")

    def stranger(project: SignedRecord) -> None:
        project.write("people/eve-nobody.yml", "kind: person\nname: Eve Nobody\n")
        approve(SECOND, "eve-nobody")(project)

    yield "an approval by no reviewer", stranger


@row("T32")
def _organisation() -> Cases:
    for entry in OPEN:
        yield entry, approve(entry, "my-organisation", role=None)


@row("T33")
def _nobody() -> Cases:
    for entry in OPEN:
        yield entry, approve(entry, "jane-roe", "stranger", role=None)


@row("T34")
def _binds_nothing() -> Cases:
    for entry in OPEN:
        yield f"{entry} approve", approve(entry, "ben-sample", "ben", editions=())
    for kind in ("suspend", "reject", "withdraw"):
        yield (
            f"{kind} without a reason",
            lambda p, k=kind: p.decide(k, SECOND, "ben-sample", LATER, "ben", words="forged"),
        )


@row("T35")
def _objects_to_nothing() -> Cases:
    for entry in (QUESTION, SECOND, DRUG):
        yield (
            entry,
            lambda p, e=entry: p.decide(
                "object", e, "ben-sample", LATER, "ben", editions=(), words="forged", reason="In doubt."
            ),
        )


@row("T36")
def _other_content() -> Cases:
    for entry, other in ((DRUG, SECOND), (CONDITION, QUESTION), (SECOND, QUESTION)):

        def now(project: SignedRecord, entry: str = entry, other: str = other) -> None:
            bound = {**project.bound(other, "clinician"), "words": words_digest(entry, "clinician")}
            approve(entry, "ben-sample", "ben", covered={"editions": [bound]})(project)

        yield f"{entry} with that of {other}", now


@row("T37")
def _content_of_nowhere() -> Cases:
    for entry in OPEN:

        def now(project: SignedRecord, entry: str = entry) -> None:
            bound = {"audience": "clinician", "digest": f"clinsum-1:{'ab' * 32}"}
            bound["words"] = words_digest(entry, "clinician")
            approve(entry, "ben-sample", "ben", covered={"editions": [bound]})(project)

        yield entry, now


@row("T38")
def _content_deleted() -> Cases:
    for entry in (QUESTION, SECOND, DRUG):
        for audience in EDITIONS[entry]:
            yield f"{entry} {audience}", lambda p, e=entry, a=audience: _stored(p, e, a).unlink()


def _stored(project: SignedRecord, entry: str, audience: str) -> Any:
    bound = project.library.decisions[project.names[f"{entry}/approve-by-ada"]].covers[0].editions
    digest = next(one.digest for one in bound if one.audience == audience)
    return project.folder / closure_file("content", digest)


@row("T39")
def _content_altered() -> Cases:
    def change(project: SignedRecord, entry: str, how: str) -> None:
        file = _stored(project, entry, "clinician")
        if how == "another":
            file.write_bytes(_stored(project, DRUG if entry != DRUG else SECOND, "clinician").read_bytes())
        elif how == "no JSON":
            file.write_text("approved", encoding="utf-8")
        else:
            data = json.loads(file.read_text(encoding="utf-8"))
            data["content"]["owner"] = "Somebody else"
            file.write_text(json.dumps(data), encoding="utf-8")

    for entry in (QUESTION, SECOND, DRUG):
        for how in ("a fact", "another", "no JSON"):
            yield f"{entry} {how}", lambda p, e=entry, h=how: change(p, e, h)


@row("T40")
def _content_added() -> Cases:
    for entry in (CONDITION, SECOND):

        def now(project: SignedRecord, entry: str = entry) -> None:
            if entry == SECOND:
                _edit_text(project, SECOND)
                project.bound(SECOND, "clinician")
                project.edit(f"summaries/{SECOND}.yml", "amount: 1 to 20 mg", "amount: 1 to 2 mg")
            else:
                project.bound(CONDITION, "clinician")

        yield entry, now


@row("T41")
def _text_changed() -> Cases:
    for entry in (QUESTION, SECOND):
        for old, new in (
            ("amount: 1 to 2 mg", "amount: 1 to 20 mg"),
            ("maximum: {per_day: 2 mg}", "maximum: {per_day: 20 mg}"),
            ("every: 1 d", "every: 12 h"),
            ("is the first choice", "is never the first choice"),
        ):
            yield (
                f"{entry} {new}",
                lambda p, e=entry, o=old, n=new: p.edit(f"summaries/{e}.yml", o, n),
                None,
                (entry,),
            )


@row("T42")
def _put_back() -> Cases:
    def approve_other(project: SignedRecord) -> None:
        _edit_text(project, SECOND)
        for by, key, at in (("ada-example", "ada", "2026-05-01"), ("ben-sample", "ben", "2026-05-02")):
            approve(SECOND, by, key, f"{at}T09:00:00Z")(project)

    def back(project: SignedRecord) -> None:
        project.edit(f"summaries/{SECOND}.yml", "amount: 1 to 20 mg", "amount: 1 to 2 mg")

    yield SECOND, back, approve_other, (SECOND,)


@row("T43")
def _lifted_by_one() -> Cases:
    def now(project: SignedRecord, entry: str) -> None:
        for number in (1, 2):
            at = f"2026-08-0{number}T09:00:00Z"
            project.decide("lift", entry, "ada-example", at, "ada", words=f"lift-{number}")

    for entry in (QUESTION, SECOND):
        yield entry, lambda p, e=entry: now(p, e), _suspend(entry), (entry,)


@row("T44")
def _one_person_twice() -> Cases:
    for at in (LATER, "2026-09-01T09:00:00Z"):
        yield f"ada again {at}", approve(DRUG, "ada-example", "ada", at), None, (DRUG,)


@row("T45")
def _answers_nothing() -> Cases:
    for entry in (SECOND, DRUG):
        yield (
            f"lifts {entry}",
            lambda p, e=entry: p.decide("lift", e, "ada-example", LATER, "ada", words="forged"),
        )
        yield (
            f"resolves no objection to {entry}",
            lambda p, e=entry: p.decide(
                "resolve", e, "ada-example", LATER, "ada", words="forged", resolves=[p.names[f"{e}/submit"]]
            ),
        )


@row("T46")
def _change_from_nowhere() -> Cases:
    for entry in OPEN:

        def now(project: SignedRecord, entry: str = entry) -> None:
            bound = {**project.bound(entry, "clinician"), "change_from": f"clinsum-1:{'cd' * 32}"}
            approve(entry, "ben-sample", "ben", covered={"editions": [bound]})(project)

        yield entry, now


@row("T47")
def _left_out() -> Cases:
    for entry in (SECOND, DRUG):
        yield entry, lambda p, e=entry: _with_old_heads(p, e), object_to(entry)


def _with_old_heads(project: SignedRecord, entry: str) -> None:
    """Two decisions that pass an objection by, so that it could be taken away later."""
    objection = project.names[f"{entry}/objection"]
    old = tuple(project.library.decisions[objection].covers[0].previous)
    first = project.decide(
        "start-review", entry, "ada-example", "2026-08-01T09:00:00Z", "ada", words="passes-by", previous=old
    )
    project.decide(
        "start-review", entry, "ada-example", "2026-08-02T09:00:00Z", "ada", words="and-on", previous=(first,)
    )


@row("T48")
def _named_for_another() -> Cases:
    for entry, other in ((CONDITION, SECOND), (CONDITION, DRUG)):

        def now(project: SignedRecord, entry: str = entry, other: str = other) -> None:
            previous = tuple(project.heads(other)) + tuple(project.heads(entry))
            approve(entry, "ben-sample", "ben", previous=previous)(project)

        yield f"{entry} names those of {other}", now


@row("T49")
def _policy_same_version() -> Cases:
    for old, new in (
        ("approval: signed", "approval: recorded"), ("people: 2", "people: 1"), ("12 mo", "60 mo"),
        ("people: 2", "people: 2\nrequirements: []"),
    ):  # fmt: skip
        yield new, lambda p, o=old, n=new: p.edit("editorial-policy.yml", o, n)


@row("T50")
def _reviewers_same_version() -> Cases:
    for label, old, new in (
        ("revocation taken back", "        revoked: yes\n        why: The laptop was lost.\n", ""),
        ("key holds longer", "until: 2026-06-30", "until: 2028-06-30"),
        ("role given", "roles: [clinical, lay]", "roles: [clinical, lay, pharmacy]"),
        (
            "key added",
            "roles: [clinical, editor]\n    keys:",
            "roles: [clinical, editor]\n    keys:\n      - key: {stranger}",
        ),
    ):
        yield (
            label,
            lambda p, o=old, n=new: p.edit(
                "reviewers.yml",
                o,
                n.replace("{stranger}", public_key("stranger") if "{stranger}" in n else ""),
            ),
        )


@row("T51")
def _version_lower() -> Cases:
    yield "policy", lambda p: p.edit("editorial-policy.yml", "version: 2", "version: 1")
    yield "policy deleted", lambda p: _delete(p, "editorial-policy.yml")
    yield "reviewers", lambda p: p.edit("reviewers.yml", "version: 3", "version: 2")


def _delete(project: SignedRecord, name: str) -> None:
    project.path(name).unlink()
    project.forget()


@row("T52")
def _reviewers_deleted() -> Cases:
    yield "the list", lambda p: _delete(p, "reviewers.yml")


@row("T53")
def _law_of_the_proposal() -> Cases:
    def now(project: SignedRecord, entry: str) -> None:
        project.edit("editorial-policy.yml", "approval: signed", "approval: recorded")
        project.edit("editorial-policy.yml", "version: 2", "version: 3")
        approve(entry, "ben-sample")(project)

    for entry in OPEN:
        yield entry, lambda p, e=entry: now(p, e)


@row("T54")
def _key_of_the_proposal() -> Cases:
    def now(project: SignedRecord, entry: str) -> None:
        old = "roles: [clinical, lay]\n    keys:"
        project.edit("reviewers.yml", old, f"{old}\n      - key: {public_key('stranger')}")
        project.edit("reviewers.yml", "version: 3", "version: 4")
        approve(entry, "ben-sample", "stranger")(project)

    for entry in OPEN:
        yield entry, lambda p, e=entry: now(p, e)


@row("T55")
def _author_taken_out() -> Cases:
    def now(project: SignedRecord, entry: str, folder: str) -> None:
        project.edit(f"{folder}/{entry}.yml", "authors: [cleo-fiction]", "authors: [my-organisation]")
        approve(entry, "cleo-fiction", "cleo")(project)

    for entry, folder in ((QUESTION, "summaries"), (DRUG, "drugs")):
        yield entry, lambda p, e=entry, f=folder: now(p, e, f), _submitted_anew(entry)


def _submitted_anew(entry: str) -> Change:
    """By somebody else, so that the author alone is what matters."""
    return lambda project: _keep(
        project,
        "anew",
        project.decide("submit", entry, "ben-sample", "2026-06-01T09:00:00Z", "ben", words="anew"),
    )


@row("T56")
def _key_shared() -> Cases:
    for person, key in (("cleo", "ben"), ("dora", "ada"), ("ben", "dora")):

        def now(project: SignedRecord, person: str = person, key: str = key) -> None:
            line = f"      - key: {public_key(person)}\n"
            project.edit("reviewers.yml", line, f"{line}      - key: {public_key(key)}\n")
            project.edit("reviewers.yml", "version: 3", "version: 4")

        yield f"{person} has that of {key}", now


@row("T57")
def _policy_raised() -> Cases:
    def now(project: SignedRecord, old: str, new: str) -> None:
        project.edit("editorial-policy.yml", old, new)
        project.edit("editorial-policy.yml", "version: 2", "version: 3")

    for old, new in (("people: 2", "people: 1"), ("12 mo", "60 mo")):
        yield new, lambda p, o=old, n=new: now(p, o, n)


@row("T58")
def _key_stolen() -> Cases:
    for by, key in (("ben-sample", "ben"), ("ada-example", "ada")):
        yield f"{CONDITION} as {by}", approve(CONDITION, by, key)


@row("T59")
def _own_date() -> Cases:
    for at in ("2026-02-15T09:00:00Z", "2026-05-05T05:05:05Z"):

        def now(project: SignedRecord, at: str = at) -> None:
            previous = (project.names[f"{DRUG}/start-review"],)
            approve(DRUG, "ben-sample", "ben", at, previous=previous)(project)

        yield at, now


@row("T60")
def _two_ids() -> Cases:
    def twin(project: SignedRecord) -> None:
        project.write("people/ada-twin.yml", "kind: person\nname: Ada Example\n")
        with_twin = (
            project.path("reviewers.yml").read_text(encoding="utf-8").replace("version: 3", "version: 4")
        )
        keys = f"  - person: ada-twin\n    roles: [lay]\n    keys:\n      - key: {public_key('twin')}\n"
        project.write("reviewers.yml", with_twin + keys)

    yield "approves as both", approve(CONDITION, "ada-twin", "twin", role="lay"), twin


@row("T61")
def _base_rewritten() -> Cases:
    for name in HEADS[1:]:
        yield name, lambda p: None, lambda p, n=name: p.remove(p.names[n])


@row("T62")
def _never_published() -> Cases:
    yield "an objection that was kept back", lambda p: None
