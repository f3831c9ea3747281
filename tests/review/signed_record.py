"""A project with a signed record of five fictional people, and ways to tamper with it. All of it is invented.

`example-question` was approved, suspended and lifted again; `second-question` was approved by two people in parallel;
`example-drug` was approved by one of the two that it needs; `example-condition` was submitted and nothing else.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.checks.context import CheckContext
from generator.checks.decisions import (
    approval_by_organisation,
    decision_about_unknown,
    decision_in_the_future,
)
from generator.diagnostics import Finding
from generator.model.decision_digest import NAMESPACE, decision_digest, decision_payload
from generator.model.digest import EditionDigests, closure_digest, closure_text
from generator.model.edition import reduce_to_edition
from generator.model.edition_record import records_by_entry
from generator.model.entries.decision import Decision
from generator.model.library import Library
from generator.model.state import Digests, EditionState, edition_state
from generator.review.contents.content_changes import ContentChanges
from generator.review.record.chain import Chain
from generator.review.record.record import BaseRecord
from generator.review.record.record_check import check_record
from generator.sources.closures import Closures, closure_file, read_closures
from generator.sources.decision_text import decision_text
from generator.sources.document import Document
from generator.sources.load import load_library
from generator.sources.parse_entry import parse_entry
from generator.sources.signatures import SignatureCheck, check_signatures
from generator.sources.ssh_keygen import sign
from tests.site_project import STARTER
from tests.ssh_keys import key_file, public_key

TODAY = date(2026, 12, 1)
_AUTHORS = "authors: [cleo-fiction]"
EDITIONS = {
    "example-question": ("clinician", "patient"),
    "second-question": ("clinician", "patient"),
    "example-drug": ("clinician",),
    "example-condition": ("clinician",),
}
_PEOPLE = {
    "ada-example": ("Ada Example", ("clinical", "pharmacy")),
    "ben-sample": ("Ben Sample", ("clinical", "lay")),
    "cleo-fiction": ("Cleo Fiction", ("clinical", "editor")),
    "dora-invented": ("Dora Invented", ("clinical",)),
    "finn-fabled": ("Finn Fabled", ("clinical",)),
}
_KEYS = {
    "ada-example": (("ada", "2026-01-01", "2027-12-31"), ("ada-next", "2027-01-01", "")),
    "ben-sample": (("ben", "", ""), ("ben-old", "", "2026-06-30"), ("ben-lost", "", "revoked")),
    "cleo-fiction": (("cleo", "", ""),),
    "dora-invented": (("dora", "", ""),),
    "finn-fabled": (("finn", "", ""),),
}
_checks: dict[tuple[str, str, str], SignatureCheck] = {}
"""What became of a signature depends on the reviewers and the decision alone."""


def words_digest(entry: str, audience: str) -> str:
    """A digest in place of that of the rendered words, which these tests do not render."""
    return f"clinsum-words-1:{hashlib.sha256(f'{entry}/{audience}'.encode()).hexdigest()}"


@dataclass
class SignedRecord:
    """A project on disk; what was read of it is forgotten with every change that its methods make."""

    folder: Path
    names: dict[str, str] = field(default_factory=dict)
    """The ids of its decisions by entry and what was decided: ``example-drug/submit``."""

    def copy(self, folder: Path) -> SignedRecord:
        """The same project in another folder."""
        shutil.copytree(self.folder, folder)
        return SignedRecord(folder, dict(self.names))

    def path(self, name: str) -> Path:
        """A file below ``content/``."""
        return self.folder / "content" / name

    def write(self, name: str, text: str) -> None:
        """Write a file below ``content/``."""
        self.path(name).parent.mkdir(parents=True, exist_ok=True)
        self.path(name).write_text(text, encoding="utf-8")
        if not name.startswith("decisions/closures/"):
            self.forget()

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace words that stand in a file below ``content/`` once."""
        text = self.path(name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"“{old}” stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def remove(self, decision: str) -> None:
        """Delete the file of a decision."""
        self.decision_path(decision).unlink()
        self.forget()

    def decision_path(self, decision: str) -> Path:
        """The file of a decision."""
        return self.path(f"decisions/{decision}.yml")

    @cached_property
    def loaded(self) -> tuple[Library, list[Finding]]:
        """The library with the findings of its reading."""
        return load_library(self.folder)

    @property
    def library(self) -> Library:
        """The library as it stands on disk."""
        return self.loaded[0]

    @property
    def closures(self) -> Closures:
        """The stored contents."""
        return read_closures(self.folder)

    def said(self, decision: str) -> dict[str, Any]:
        """What a decision says, without its signature, to be changed."""
        found: dict[str, Any] = json.loads(decision_payload(self.library.decisions[decision]))["decision"]
        return found

    def signature(self, decision: str) -> str:
        """The signature of a decision."""
        return self.library.decisions[decision].signature or ""

    def put(
        self, name: str, said: Mapping[str, Any], key: str = "", signature: str = "", **sign_as: str
    ) -> str:
        """Write a decision, signed with a key or with a signature from elsewhere; gives its id."""
        made = decision_of(name, said)
        if key:
            signature = sign(decision_payload(made), key_file(key), sign_as.get("namespace", NAMESPACE))
        if signature:
            made = decision_of(name, {**said, "signature": signature})
        self.write(f"decisions/{name}.yml", decision_text(made))
        return name

    def decide(self, kind: str, entry: str, by: str, at: str, key: str = "", **said: Any) -> str:
        """A decision as ``clinsum decide`` makes it, with whatever is said otherwise; contents are stored."""
        words = said.pop("words", f"{by}-{kind}-{entry}")
        previous = said.pop("previous", None)
        covered: dict[str, Any] = {"entry": entry}
        editions = said.pop("editions", EDITIONS[entry] if kind in _BIND else ())
        if editions:
            covered["editions"] = [self.bound(entry, audience) for audience in editions]
        heads = self.heads(entry) if previous is None else self.digests(*previous)
        covered |= {"previous": heads} if heads else {}
        covered |= said.pop("covered", {})
        made = {"kind": "decision", "decision": kind, "by": by, "at": at, "covers": [covered]}
        return self.put(f"{at[:10]}-{words}", {**made, **said}, key)

    def bound(self, entry: str, audience: str) -> dict[str, str]:
        """An edition as it is now, bound; its content is stored."""
        closure = self.closure(entry, audience)
        digest = closure_digest(closure)
        self.write(closure_file("content", digest).removeprefix("content/"), f"{closure_text(closure)}\n")
        return {"audience": audience, "digest": digest, "words": words_digest(entry, audience)}

    def closure(self, entry: str, audience: str) -> dict[str, Any]:
        """The content of an edition as it is now."""
        found = self.library.entry(entry)
        assert found is not None
        edition = reduce_to_edition(found, self.library.audiences[audience])
        return EditionDigests(self.library).closure(edition, audience)

    def heads(self, entry: str) -> dict[str, str]:
        """The decisions about an entry that no other one names."""
        chain = Chain(records_by_entry(self.library.decisions.values()).get(entry, ()), lambda one: True)
        return self.digests(*(one.id for one in chain.heads()))

    def digests(self, *decisions: str) -> dict[str, str]:
        """The digests of the records of decisions."""
        return {name: decision_digest(self.library.decisions[name]) for name in decisions}

    def checks(self, law: Library | None = None, names: set[str] | None = None) -> dict[str, SignatureCheck]:
        """What becomes of the signatures under the reviewers of a library, with a memory for those seen before."""
        library = self.library if law is None else law
        wanted = [library.decisions[name] for name in sorted(library.decisions if names is None else names)]
        keys = {
            one.id: (repr(library.reviewers), one.id, decision_digest(one)) for one in wanted if one.signature
        }
        new = [name for name, key in keys.items() if key not in _checks]
        _checks.update({keys[name]: check for name, check in check_signatures(library, new).items()})
        return {name: _checks[key] for name, key in keys.items()}

    @cached_property
    def states(self) -> dict[tuple[str, str], EditionState]:
        """The state of every edition on the day of these tests."""
        library, verified = (
            self.library,
            frozenset(name for name, one in self.checks().items() if one.is_good),
        )
        extents = ContentChanges(self.closures.get).extent
        found = {}
        for entry_id, audiences in EDITIONS.items():
            entry = library.entry(entry_id)
            for audience in audiences if entry is not None else ():
                assert entry is not None
                content = closure_digest(self.closure(entry_id, audience))
                now = Digests(content, words_digest(entry_id, audience))
                found[entry_id, audience] = edition_state(
                    library, entry, audience, now, TODAY, verified, extents
                )
        return found

    def findings(
        self, checks: Mapping[str, SignatureCheck], base: SignedRecord | None = None
    ) -> tuple[Finding, ...]:
        """What `clinsum verify` tells of it."""
        library, read = self.loaded
        states = self.states
        other = self._base(base) if base is not None else None
        found = check_record(library, self.closures, checks, TODAY, states, other)
        context = CheckContext(library, states, TODAY)
        others = [one for rule in _RULES for each in library.entries() for one in rule.check(context, each)]
        of_files = [one for one in read if "/decisions/" in one.place.file]
        return (*found, *others, *of_files)

    def _base(self, base: SignedRecord) -> BaseRecord:
        new = set(self.library.decisions) - set(base.library.decisions)
        law = Library(
            **{
                **self.library.__dict__,
                "policy": base.library.policy,
                "reviewers": base.library.reviewers,
            }
        )
        return BaseRecord("0123456789", base.library, base.closures, self.checks(law, new))

    def forget(self) -> None:
        """Read it anew: a file was changed."""
        self.__dict__.pop("loaded", None)
        self.__dict__.pop("states", None)


_BIND = frozenset({"approve", "reaffirm", "object"})
_RULES = (approval_by_organisation, decision_about_unknown, decision_in_the_future)


def decision_of(name: str, said: Mapping[str, Any]) -> Decision:
    """A decision as it is read from a file of this name."""
    made, findings = parse_entry(Document(f"content/decisions/{name}.yml", dict(said), ()), "decisions")
    assert isinstance(made, Decision), findings
    return made


def moment(text: str) -> datetime:
    """A time of the record."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def bare_project(folder: Path) -> SignedRecord:
    """The starter site with its people and reviewers, and without any decision."""
    shutil.copytree(STARTER, folder)
    project = SignedRecord(folder)
    project.edit("summaries/example-question.yml", "authors: [my-organisation]", _AUTHORS)
    project.edit("summaries/example-question.yml", "route: not-stated", "route: oral")
    question = project.path("summaries/example-question.yml").read_text(encoding="utf-8")
    project.write("summaries/second-question.yml", question)
    drug = project.path("drugs/example-drug.yml").read_text(encoding="utf-8")
    project.write("drugs/example-drug.yml", f"{drug}{_AUTHORS}\n")
    for person, (name, _) in _PEOPLE.items():
        text = f"kind: person\nname: {name}\ncredentials: MD (fictional)\n"
        project.write(f"people/{person}.yml", text)
    policy = "version: 2\napproval: signed\npeople: 2\nreview_every: 12 mo\nfollow_up: my-organisation\n"
    project.write("editorial-policy.yml", policy)
    project.write("reviewers.yml", _reviewers())
    return project


def signed_record(folder: Path) -> SignedRecord:
    """The project that is described above."""
    project = bare_project(folder)
    for entry, by in (("example-question", "cleo"), ("second-question", "cleo"), ("example-drug", "dora")):
        _record(project, entry, "submit", by, "2026-02-01T09:00:00Z")
        _record(project, entry, "start-review", "ben", "2026-02-02T09:00:00Z")
    project.names["example-condition/submit"] = project.decide(
        "submit", "example-condition", "my-organisation", "2026-02-01T09:00:00Z", reason="Written anew."
    )
    for entry in ("example-question", "second-question"):
        objection = _record(
            project, entry, "object", "ben", "2026-02-10T09:00:00Z", reason="The reference is missing."
        )
        _record(project, entry, "resolve", "dora", "2026-02-11T09:00:00Z", resolves=[objection])
        before = project.heads(entry)
        _approve(project, entry, "ada", "2026-02-20T09:00:00Z", covered={"previous": before})
        _approve(project, entry, "ben", "2026-02-20T11:00:00Z", covered={"previous": before})
    _approve(project, "example-drug", "ada", "2026-02-20T09:00:00Z")
    entry = "example-question"
    _approve(project, entry, "dora", "2026-03-01T09:00:00Z", kind="reaffirm")
    _record(project, entry, "suspend", "ada", "2026-04-01T09:00:00Z", reason="A report has to be looked at.")
    _record(project, entry, "lift", "ada", "2026-04-02T09:00:00Z")
    _record(project, entry, "lift", "ben", "2026-04-02T10:00:00Z", as_name="lift-by-ben")
    return project


_SHORT = {"ada": "ada-example", "ben": "ben-sample", "cleo": "cleo-fiction", "dora": "dora-invented"}


def _record(
    project: SignedRecord, entry: str, kind: str, key: str, at: str, as_name: str = "", **said: Any
) -> str:
    name = project.decide(kind, entry, _SHORT[key], at, key, **said)
    project.names[f"{entry}/{as_name or kind}"] = name
    return name


def _approve(project: SignedRecord, entry: str, key: str, at: str, kind: str = "approve", **said: Any) -> str:
    role = {"ada": "pharmacy", "ben": "lay", "dora": "clinical"}[key]
    as_name = kind if kind == "reaffirm" else f"approve-by-{key}"
    meaning = {"role": role, "meaning": "approved", "interests": "none", "criteria": ["references-read"]}
    return _record(project, entry, kind, key, at, as_name, **meaning, **said)


def _reviewers() -> str:
    lines = ["version: 3", "reviewers:"]
    for person, (_, roles) in _PEOPLE.items():
        lines += [f"  - person: {person}", f"    roles: [{', '.join(roles)}]", "    keys:"]
        for name, since, until in _KEYS[person]:
            lines.append(f"      - key: {public_key(name)}")
            lines += [f"        since: {since}"] * bool(since)
            if until == "revoked":
                lines += ["        revoked: yes", "        why: The laptop was lost."]
            elif until:
                lines.append(f"        until: {until}")
    return "\n".join((*lines, ""))
