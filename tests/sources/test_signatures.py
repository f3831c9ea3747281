"""Signatures are verified by ssh-keygen itself, with keys that hold, have ended, are lost, or are somebody else's."""

from __future__ import annotations

import base64
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.decision_digest import NAMESPACE, decision_payload
from generator.model.entries.decision import Decision
from generator.model.library import Library
from generator.model.reviewers import Reviewers
from generator.sources.document import Document
from generator.sources.parse_entry import parse_entry
from generator.sources.signatures import SignatureCheck, SignatureFault, SshKeygenMissing, verify_signatures
from generator.sources.ssh_keygen import SigningRefused, sign
from generator.sources.ssh_signature import NotASignature, key_bytes, parse_signature
from tests.ssh_keys import NEEDS_SSH, key_file, public_key

AT = "2026-06-15T12:00:00Z"
_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"


def made(at: str = AT, by: str = "ada-example", **said: Any) -> Decision:
    root = {
        "kind": "decision",
        "decision": "submit",
        "by": by,
        "at": at,
        "covers": [{"entry": "question"}],
        **said,
    }
    decision, findings = parse_entry(Document("content/decisions/one.yml", root, ()), "decisions")
    assert isinstance(decision, Decision), findings
    return decision


def signed(
    decision: Decision, key: str = "ada", kind: str = "ed25519", namespace: str = NAMESPACE
) -> Decision:
    signature = sign(decision_payload(decision), key_file(key, kind), namespace)
    return decision.model_copy(update={"signature": signature})


def reviewers(**more: Any) -> Reviewers:
    people = {"ada-example": ("ada", more), "ben-sample": ("ben", {})}
    listed = [
        {"person": person, "roles": ["clinical"], "keys": [{"key": public_key(key), **said}]}
        for person, (key, said) in people.items()
    ]
    return Reviewers.model_validate({"version": "1", "reviewers": listed})


def check(decision: Decision, listed: Reviewers | None = None) -> SignatureCheck:
    library = Library(decisions={"one": decision}, reviewers=listed or reviewers())
    return verify_signatures(library)["one"]


class TestWithKeys:
    pytestmark = NEEDS_SSH

    @pytest.mark.parametrize("kind", ["ed25519", "ecdsa", "rsa"])
    def test_who_signed_exactly_this_is_believed(self, kind: str) -> None:
        key = {"key": public_key("ada", kind)}
        listed = {"version": "1", "reviewers": [{"person": "ada-example", "roles": [], "keys": [key]}]}
        assert check(signed(made(), kind=kind), Reviewers.model_validate(listed)).is_good

    def test_what_an_editor_does_to_spaces_and_lines_is_no_fault(self) -> None:
        decision = signed(made())
        lines = (decision.signature or "").splitlines()
        packed = f"  {lines[0]}\n\n{''.join(lines[1:-1])}\n  {lines[-1]}  \n"
        assert check(decision.model_copy(update={"signature": packed})).is_good

    @pytest.mark.parametrize(
        ("change", "fault"),
        [
            ({"by": "ben-sample"}, SignatureFault.OTHER_PERSON),
            ({"meaning": "approved"}, SignatureFault.OTHER_TEXT),
            ({"signature": "approved"}, SignatureFault.MALFORMED),
        ],
    )
    def test_a_change_after_signing_is_found(self, change: dict[str, str], fault: SignatureFault) -> None:
        decision = signed(made())
        assert check(made(**{"signature": decision.signature or "", **change})).fault is fault

    def test_another_name_of_the_file_is_another_text(self) -> None:
        moved = signed(made()).model_copy(update={"id": "two"})
        found = verify_signatures(Library(decisions={"two": moved}, reviewers=reviewers()))
        assert found["two"].fault is SignatureFault.OTHER_TEXT

    def test_a_signature_for_something_else_is_none(self) -> None:
        assert check(signed(made(), namespace="git")).fault is SignatureFault.OTHER_PURPOSE

    def test_a_key_that_nobody_has(self) -> None:
        assert check(signed(made(), "stranger")).fault is SignatureFault.UNKNOWN_KEY
        library = Library(decisions={"one": signed(made())})
        assert verify_signatures(library)["one"].fault is SignatureFault.UNKNOWN_KEY

    def test_the_owner_of_the_key_is_named(self) -> None:
        found = check(signed(made(), "ben"))
        assert (found.fault, found.owner) == (SignatureFault.OTHER_PERSON, "ben-sample")
        assert found.key.startswith("SHA256:")

    def test_nothing_that_a_revoked_key_signed_counts_however_old(self) -> None:
        for at in (AT, "2020-01-01T00:00:00Z"):
            assert check(signed(made(at)), reviewers(revoked="yes")).fault is SignatureFault.REVOKED

    def test_a_key_that_one_person_revoked_is_revoked_for_all(self) -> None:
        both = [
            {"person": "ada-example", "roles": [], "keys": [{"key": public_key("ada")}]},
            {"person": "ben-sample", "roles": [], "keys": [{"key": public_key("ada"), "revoked": "yes"}]},
        ]
        listed = Reviewers.model_validate({"version": "1", "reviewers": both})
        assert check(signed(made()), listed).fault is SignatureFault.REVOKED

    @pytest.mark.parametrize("zone", ["UTC", "Pacific/Auckland", "America/Los_Angeles"])
    @pytest.mark.parametrize(
        ("at", "is_good"),
        [
            ("2026-05-31T23:59:59Z", False),
            ("2026-06-01T00:00:00Z", True),
            ("2026-06-30T23:59:59Z", True),
            ("2026-07-01T00:00:00Z", False),
        ],
    )
    def test_days_are_whole_and_in_utc_wherever_one_is(
        self, at: str, is_good: bool, zone: str, elsewhere: pytest.MonkeyPatch
    ) -> None:
        elsewhere.setenv("TZ", zone)
        time.tzset()
        found = check(signed(made(at)), reviewers(since="2026-06-01", until="2026-06-30"))
        assert found.is_good is is_good
        assert is_good or found.fault is SignatureFault.OUTSIDE_DAYS

    @pytest.fixture
    def elsewhere(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
        yield monkeypatch
        monkeypatch.undo()
        time.tzset()

    @pytest.mark.parametrize("at", ["0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "1969-12-31T23:59:59Z"])
    def test_a_time_before_there_were_such_signatures(self, at: str) -> None:
        assert check(signed(made(at))).fault is SignatureFault.OUTSIDE_DAYS

    def test_days_at_the_ends_of_the_calendar(self) -> None:
        assert check(signed(made()), reviewers(since="0001-01-01", until="9999-12-31")).is_good
        ended = check(signed(made()), reviewers(until="1900-01-01"))
        assert ended.fault is SignatureFault.OUTSIDE_DAYS
        assert check(signed(made("9999-12-31T23:59:59Z"))).is_good

    def test_a_key_may_be_listed_twice_for_two_spans(self) -> None:
        keys = [
            {"key": public_key("ada"), "until": "2025-12-31"},
            {"key": public_key("ada"), "since": "2026-01-01"},
        ]
        listed = {"version": "1", "reviewers": [{"person": "ada-example", "roles": [], "keys": keys}]}
        assert check(signed(made()), Reviewers.model_validate(listed)).is_good

    def test_a_key_that_is_none_spoils_no_other(self) -> None:
        listed = reviewers()
        broken = listed.reviewers[1].keys[0].model_copy(update={"key": "ssh-rsa AAAA"})
        ben = listed.reviewers[1].model_copy(update={"keys": (broken,)})
        assert check(
            signed(made()), listed.model_copy(update={"reviewers": (ben, listed.reviewers[0])})
        ).is_good

    def test_many_are_verified_in_the_order_of_their_ids(self) -> None:
        decision = signed(made())
        decisions = {
            f"d-{number:02}": decision.model_copy(update={"id": f"d-{number:02}"}) for number in range(9)
        }
        decisions["one"] = decision
        found = verify_signatures(Library(decisions=dict(reversed(decisions.items())), reviewers=reviewers()))
        assert list(found) == sorted(decisions)
        assert [name for name, one in found.items() if one.is_good] == ["one"]

    def test_neither_agent_nor_configuration_of_the_person_matters(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("SSH_AUTH_SOCK", str(tmp_path / "nowhere"))
        monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
        assert check(signed(made())).is_good

    def test_without_the_program_it_is_said_only_where_something_is_signed(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        decision = signed(made())
        monkeypatch.setenv("PATH", str(tmp_path))
        library = Library(decisions={"one": made()}, reviewers=reviewers())
        assert verify_signatures(library) == {}
        with pytest.raises(SshKeygenMissing, match=r"ssh-keygen is not installed.*openssh-client"):
            verify_signatures(replace(library, decisions={"one": decision}))

    def test_a_program_that_is_too_old_is_not_taken_for_a_forgery(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        old = tmp_path / "ssh-keygen"
        old.write_text(
            '#!/bin/sh\nfor word; do [ "$word" = verify ] && exit 255; done\nexit 0\n', encoding="utf-8"
        )
        old.chmod(0o755)
        decision = signed(made())
        monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
        with pytest.raises(SshKeygenMissing, match="too old"):
            check(decision)

    def test_why_it_was_not_signed_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(SigningRefused, match="No such file"):
            sign(b"text", tmp_path / "no-key", NAMESPACE)

    def test_a_key_of_another_kind_than_it_says_is_none(self) -> None:
        kind, data = public_key("ada").split()
        assert key_bytes(f"{kind} {data}") is not None
        assert key_bytes(f"ssh-rsa {data}") is None


@given(st.text() | st.binary().map(lambda data: data.decode("latin-1")))
def test_no_text_is_more_than_no_signature(text: str) -> None:
    framed = f"-----BEGIN SSH SIGNATURE-----\n{text}\n-----END SSH SIGNATURE-----"
    for one in (text, framed):
        with pytest.raises(NotASignature):
            parse_signature(one)
    assert key_bytes(f"ssh-ed25519 {text}") is None


def _signature_of(reserved: bytes = b"", hashed: bytes = b"sha512") -> str:
    """What looks like a signature; of its last letter in base64, four bits say nothing."""
    parts = (b"a key", NAMESPACE.encode(), reserved, hashed, b"1")
    strings = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
    data = b"SSHSIG" + (1).to_bytes(4, "big") + strings
    text = base64.b64encode(data).decode()
    return f"-----BEGIN SSH SIGNATURE-----\n{text}\n-----END SSH SIGNATURE-----"


def test_a_signature_stands_in_one_way_alone() -> None:
    """Else the newest record could be changed and its signature would hold all the same."""
    hashed = next(
        one for one in (b"sha512", b"sha51", b"sha5") if _signature_of(hashed=one).count("=\n-----END") == 1
    )
    text = _signature_of(hashed=hashed)
    assert parse_signature(text).namespace == NAMESPACE
    with pytest.raises(NotASignature, match="ssh-keygen does not write"):
        parse_signature(_signature_of(reserved=b"abc", hashed=hashed))
    letters = text.split("\n")[1].rstrip("=")
    following = chr(ord(letters[-1]) + 1)
    with pytest.raises(NotASignature, match="last letter"):
        parse_signature(text.replace(f"{letters}=", f"{letters[:-1]}{following}="))


def test_a_line_end_behind_a_key_or_an_id_is_no_part_of_it() -> None:
    key = {"key": f"{_KEY}\n"}
    for person, keys in (("ada-example", [key]), ("ada-example\n", [])):
        listed = {"version": "1", "reviewers": [{"person": person, "roles": ["lay"], "keys": keys}]}
        with pytest.raises(ValueError, match="not"):
            Reviewers.model_validate(listed)
