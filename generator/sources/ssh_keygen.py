"""Running ``ssh-keygen``: to verify offline, and to sign with a person's own key."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from generator.diagnostics.visible_text import visible

_SECONDS = 60
_SECONDS_OF_A_PERSON = 300
"""A passphrase has to be typed, or a security key to be touched."""
_ENVIRONMENT = {"TZ": "UTC0", "LC_ALL": "C"}
"""Neither an agent nor a folder of keys is known to a verification. Times without a zone are UTC, which also programs
understand that are too old for a Z."""
_INSTALL = (
    "Install OpenSSH 8.8 or later: on Debian and Ubuntu with apt install openssh-client; macOS brings it, and on "
    "Windows it is the optional feature OpenSSH Client."
)


class SshKeygenMissing(Exception):
    """There is no ``ssh-keygen`` that can verify or sign. The message says what to install."""


class SigningRefused(Exception):
    """``ssh-keygen`` did not sign. The message says why."""


def run_offline(words: Sequence[str], given: bytes, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run it in a folder without agent and terminal. Raises `SshKeygenMissing`."""
    try:
        return subprocess.run(
            [_program(), *words],
            cwd=folder,
            input=given,
            env=_ENVIRONMENT,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SshKeygenMissing(f"ssh-keygen does not answer. {_INSTALL}") from error


def sign(payload: bytes, key_file: Path, namespace: str) -> str:
    """The armored signature of these bytes; asks for the passphrase on the terminal, or takes the key of an agent.

    Raises `SshKeygenMissing` and `SigningRefused`.
    """
    command = [_program(), "-Y", "sign", "-f", str(key_file.absolute()), "-n", namespace]
    try:
        done = subprocess.run(
            command, input=payload, capture_output=True, timeout=_SECONDS_OF_A_PERSON, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise SigningRefused("nobody answered ssh-keygen for five minutes") from error
    except OSError as error:
        raise SshKeygenMissing(f"ssh-keygen does not start. {_INSTALL}") from error
    if done.returncode:
        raise SigningRefused(_said(done.stderr) or "ssh-keygen gave no reason")
    return done.stdout.decode("ascii", "replace").strip()


def too_old() -> SshKeygenMissing:
    """The program is there, and does not do what is needed."""
    return SshKeygenMissing(f"the ssh-keygen of this machine is too old to verify signatures. {_INSTALL}")


def _program() -> str:
    program = shutil.which("ssh-keygen")
    if program is None:
        raise SshKeygenMissing(
            f"ssh-keygen is not installed, and signatures cannot be verified or made without it. {_INSTALL}"
        )
    return program


def _said(stderr: bytes) -> str:
    """The last thing that the program said, without its greeting."""
    lines = [line.strip() for line in stderr.decode("utf-8", "replace").splitlines()]
    told = [line for line in lines if line and not line.startswith("Signing data")]
    return visible(told[-1]) if told else ""
