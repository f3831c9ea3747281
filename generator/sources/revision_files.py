"""The files of a revision, from git's store onto the disk. What is stored may be hostile: only plain files come out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Finding, Place
from generator.sources.entry_rules import UNREADABLE_FILE, UNSAFE_FILE
from generator.sources.git_command import blob_name, git_bytes
from generator.sources.source_rules import TOO_LARGE

LARGEST_FILE = 32 * 1024 * 1024
"""Bytes of one file: pictures may be large, no entry is."""
MOST_FILES = 100_000
_READ_AT_ONCE = 64 * 1024 * 1024
_PLAIN = "100"
_WHAT = {"120000": "a symbolic link", "160000": "another repository (a submodule)"}
_ELSEWHERE = b"version https://git-lfs.github.com/spec/"
_REFUSED_SIGNS = frozenset('\\:*?"<>|')


@dataclass(frozen=True, slots=True)
class FileInTree:
    """A file as a tree of git lists it: its kind as six digits, the name of its bytes, its path from the project."""

    mode: str
    blob: str
    path: str


def files_in(listed: bytes) -> list[FileInTree]:
    """What ``git ls-tree -z`` printed, without hidden files, and without folders, which are not looked into."""
    files = []
    for item in listed.split(b"\0"):
        facts, tab, path = item.partition(b"\t")
        words = facts.decode("ascii", "replace").split(" ")
        if tab and len(words) == 3 and words[1] != "tree":
            files.append(FileInTree(words[0], words[2], os.fsdecode(path)))
    return [file for file in files if not any(part.startswith(".") for part in _named(file.path))]


def write_files(project: Path, files: Iterable[FileInTree], folder: Path) -> Iterator[Finding]:
    """Write the files below a folder; a finding for each that is no plain file, too large, damaged or badly named.

    Raises OSError where the folder cannot be written.
    """
    wanted = []
    for file in files:
        fault = _fault(file)
        if fault:
            yield UNSAFE_FILE.finding(f"{file.path} is {fault}", Place(file.path))
        else:
            wanted.append(file)
    if len(wanted) > MOST_FILES:
        message = f"the revision has {len(wanted)} files here; at most {MOST_FILES} are read"
        yield TOO_LARGE.finding(message, Place(wanted[0].path.split("/")[0]))
        wanted = []
    sizes = _sizes(project, wanted)
    for batch in _batches([file for file in wanted if 0 <= sizes.get(file.blob, -1) <= LARGEST_FILE], sizes):
        yield from _write_batch(project, batch, folder)
    for file in wanted:
        if file.blob not in sizes:
            yield _unreadable(file)
        elif sizes[file.blob] > LARGEST_FILE:
            message = f"{file.path} has more than {LARGEST_FILE // 1024 // 1024} MB"
            yield TOO_LARGE.finding(message, Place(file.path))


def _named(path: str) -> list[str]:
    """The parts of a path that are names: ``..`` is none, and is refused elsewhere."""
    return [part for part in path.split("/") if part not in (".", "..")]


def _fault(file: FileInTree) -> str:
    if not file.mode.startswith(_PLAIN):
        return _WHAT.get(file.mode, "no plain file")
    parts = file.path.split("/")
    if any(part in ("", ".", "..") for part in parts):
        return "a path that leads elsewhere"
    if any(sign in _REFUSED_SIGNS or ord(sign) < ord(" ") for sign in file.path):
        return "a name that not every system can store"
    return ""


def _sizes(project: Path, files: Sequence[FileInTree]) -> dict[str, int]:
    """The size in bytes of each blob that git has."""
    asked = "".join(f"{blob}\n" for blob in dict.fromkeys(file.blob for file in files))
    told = git_bytes(project, "cat-file", "--batch-check", given=asked.encode()) or b""
    rows = (line.split() for line in told.decode("ascii", "replace").splitlines())
    return {row[0]: int(row[2]) for row in rows if len(row) == 3 and row[1] == "blob" and row[2].isdecimal()}


def _batches(files: Sequence[FileInTree], sizes: Mapping[str, int]) -> Iterator[list[FileInTree]]:
    """Files in order, so many at once as fit into memory with ease."""
    batch: list[FileInTree] = []
    held = 0
    for file in files:
        if batch and held + sizes[file.blob] > _READ_AT_ONCE:
            yield batch
            batch, held = [], 0
        batch.append(file)
        held += sizes[file.blob]
    if batch:
        yield batch


def _write_batch(project: Path, files: Sequence[FileInTree], folder: Path) -> Iterator[Finding]:
    blobs = _blobs(project, list(dict.fromkeys(file.blob for file in files)))
    for file in files:
        data = blobs.get(file.blob)
        if data is None:
            yield _unreadable(file)
        elif data.startswith(_ELSEWHERE):
            message = f"{file.path} is kept outside of the repository (Git LFS)"
            yield UNREADABLE_FILE.finding(message, Place(file.path))
        else:
            yield from _write(file, data, folder)


def _blobs(project: Path, names: Sequence[str]) -> dict[str, bytes]:
    """The bytes of each blob; none of what is missing, and none of what is not what its name says.

    If git gives up at a damaged one, the others are asked for one by one.
    """
    asked = "".join(f"{name}\n" for name in names).encode()
    told = git_bytes(project, "cat-file", "--batch", given=asked)
    if told is None:
        if len(names) == 1:
            return {}
        return {name: data for one in names for name, data in _blobs(project, [one]).items()}
    return dict(_parsed(told))


def _parsed(told: bytes) -> Iterator[tuple[str, bytes]]:
    at = 0
    while (end := told.find(b"\n", at)) >= 0:
        row = told[at:end].decode("ascii", "replace").split()
        at = end + 1
        if len(row) == 3 and row[1] == "blob":
            data = told[at : at + int(row[2])]
            at += len(data) + 1
            if blob_name(data, row[0]) == row[0]:
                yield row[0], data


def _write(file: FileInTree, data: bytes, folder: Path) -> Iterator[Finding]:
    target = folder / file.path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        flags = (
            os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        )
        descriptor = os.open(target, flags, 0o600)
    except (FileExistsError, NotADirectoryError):
        # Also two names that this system takes for the same.
        message = f"{file.path} and another file cannot both stand in one folder on this system"
        yield UNSAFE_FILE.finding(message, Place(file.path))
        return
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)


def _unreadable(file: FileInTree) -> Finding:
    message = f"{file.path} cannot be read: git has lost its bytes, or has not fetched them"
    cure = "Fetch the repository anew and whole: git clone without --filter and --depth."
    return UNREADABLE_FILE.finding(message, Place(file.path), cure=cure)
