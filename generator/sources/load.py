"""Reading a project: ``content/`` and the bibliography become a library and findings. Never raises for content."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TypeVar

from pydantic import ValidationError

from generator.diagnostics import Finding, Place, Pointer
from generator.model.entries.audience import Audience
from generator.model.entries.condition import Condition
from generator.model.entries.decision import Decision
from generator.model.entries.drug import Drug
from generator.model.entries.entry import Entry
from generator.model.entries.medication import Medication
from generator.model.entries.person import Person
from generator.model.entries.summary import Summary
from generator.model.library import FOLDERS, Library, Prose
from generator.model.work import Work
from generator.sources.bibtex import Bibliography, read_bibliography
from generator.sources.document import Document
from generator.sources.entry_rules import DUPLICATE_ID, UNKNOWN_FILE, UNSAFE_FILE
from generator.sources.library_files import LibraryFiles, is_library_file
from generator.sources.parse_entry import parse_entry
from generator.sources.project_files import list_files, read_bytes
from generator.sources.prose import read_prose
from generator.sources.schema_version import VERSION_FILE, version_findings
from generator.sources.strict_yaml import SIZE_LIMIT, read_yaml
from generator.sources.validation_findings import validation_findings

_BIBLIOGRAPHY_LIMIT = 8 * 1024 * 1024
_PICTURE_LIMIT = 32 * 1024 * 1024
_IMAGES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"})

Progress = Callable[[int, int], None]
EntryType = TypeVar("EntryType", bound=Entry)


@dataclass
class _Reading:
    project: Path
    content: str
    documents: dict[str, Document] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    unreadable: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    shared: LibraryFiles = field(default_factory=LibraryFiles)
    prose: list[Prose] = field(default_factory=list)
    images: dict[str, str] = field(default_factory=dict)

    def bytes_of(self, file: str, limit: int = SIZE_LIMIT) -> bytes | None:
        data, findings = read_bytes(self.project, file, limit)
        self.findings += findings
        return None if findings else data

    def document(self, file: str) -> Document | None:
        if (data := self.bytes_of(file)) is None:
            return None
        document = read_yaml(data, file)
        self.findings += document.findings
        return document


def load_library(
    project: Path,
    content: str = "content",
    bibliography: str = "references.bib",
    progress: Progress | None = None,
) -> tuple[Library, list[Finding]]:
    """Read everything that can be read, with findings for the rest, in the order of files and lines.

    Of content in another version than the current one nothing is read, and one finding says so: findings about each
    field that has another name by now would only hide the one cause.
    """
    if found := version_findings(project, content):
        return Library(), found
    reading = _Reading(project, content)
    files, findings = list_files(project, content)
    reading.findings += findings
    for index, file in enumerate(files):
        _read_file(reading, file)
        if progress is not None:
            progress(index + 1, len(files))
    reading.findings += reading.shared.findings
    works, cited = _read_works(reading, bibliography)
    library = _library(reading, works, cited)
    return library, sorted(reading.findings, key=lambda finding: finding.sort_key)


def _read_file(reading: _Reading, file: str) -> None:
    inside = PurePosixPath(file).relative_to(reading.content)
    folder, depth = inside.parts[0], len(inside.parts)
    if folder in FOLDERS and depth == 2 and inside.suffix == ".yml":
        _read_entry(reading, file, folder)
    elif folder == "pages" and inside.suffix == ".md":
        _read_prose(reading, file, str(PurePosixPath(*inside.parts[1:])))
    elif folder == "images" and depth >= 2:
        _read_image(reading, file, inside)
    elif is_library_file(inside):
        if (document := reading.document(file)) is not None:
            reading.shared.read(document, inside)
    elif not _is_for_others(inside):
        reading.findings.append(UNKNOWN_FILE.finding(f"nothing reads {file}", Place(file)))


def _is_for_others(inside: PurePosixPath) -> bool:
    """The version was read before; closures beside decisions are read by those who need them."""
    return (
        str(inside) == VERSION_FILE
        or inside.parts[:2] == ("decisions", "closures")
        or inside.name == "README.md"
    )


def _read_entry(reading: _Reading, file: str, folder: str) -> None:
    document = reading.document(file)
    if document is None:
        return
    entry, findings = parse_entry(document, folder)
    reading.findings += findings
    name = PurePosixPath(file).stem
    if name in reading.documents:
        other = reading.documents[name].file
        reading.findings.append(
            DUPLICATE_ID.finding(f"{other} has the same id “{name}”", Place(file), entry=name)
        )
        return
    reading.documents[name] = document
    if entry is None:
        reading.unreadable.add(name)
    else:
        reading.entries[name] = entry


def _read_prose(reading: _Reading, file: str, name: str) -> None:
    if (data := reading.bytes_of(file)) is not None:
        prose, findings = read_prose(data, file, name)
        reading.findings += findings
        if prose is not None:
            reading.prose.append(prose)


def _read_image(reading: _Reading, file: str, inside: PurePosixPath) -> None:
    if inside.suffix.lower() in _IMAGES:
        data = reading.bytes_of(file, _PICTURE_LIMIT)
        if data is not None and len(data) > _PICTURE_LIMIT:
            cure = "Save the picture smaller: an approval binds every byte of it."
            reading.findings.append(UNSAFE_FILE.finding(f"{file} is over 32 MB", Place(file), cure=cure))
        elif data is not None:
            reading.images[str(PurePosixPath(*inside.parts[1:]))] = hashlib.sha256(data).hexdigest()
    else:
        cure = "Save the picture as PNG, JPEG, GIF, WebP or AVIF: other formats can carry script."
        reading.findings.append(
            UNSAFE_FILE.finding(f"{file} is not a picture of a safe format", Place(file), cure=cure)
        )


def _read_works(reading: _Reading, file: str) -> tuple[dict[str, Work], Bibliography | None]:
    if (data := reading.bytes_of(file, _BIBLIOGRAPHY_LIMIT)) is None:
        return {}, None
    cited = read_bibliography(data, file)
    reading.findings += cited.findings
    works: dict[str, Work] = {}
    for key in sorted(cited.works):
        document = Document(file, None, ())
        try:
            works[key] = Work.model_validate(cited.works[key])
        except ValidationError as error:
            found = validation_findings(error, Work, document, f"work:{key}")
            reading.findings += [_moved(finding, cited, key) for finding in found]
    return works, cited


def _moved(finding: Finding, cited: Bibliography, key: str) -> Finding:
    name = str(finding.pointer[0]) if finding.pointer else None
    place = cited.place(key, name)
    return replace(finding, place=place)


def _library(reading: _Reading, works: dict[str, Work], cited: Bibliography | None) -> Library:
    written = frozenset((*cited.works, *cited.unreadable) if cited else ())
    return Library(
        summaries=_of_kind(reading, Summary),
        medications=_of_kind(reading, Medication),
        drugs=_of_kind(reading, Drug),
        conditions=_of_kind(reading, Condition),
        people=_of_kind(reading, Person),
        audiences=_of_kind(reading, Audience),
        decisions=_of_kind(reading, Decision),
        works=works,
        policy=reading.shared.policy,
        reviewers=reading.shared.reviewers,
        prose=tuple(reading.prose),
        redirects=reading.shared.redirects,
        images=dict(sorted(reading.images.items())),
        waivers=reading.shared.waivers,
        vocabulary=reading.shared.vocabulary,
        unreadable=frozenset(reading.unreadable),
        unreadable_works=written - works.keys(),
        has_bibliography=cited is not None and bool(cited.works or not cited.findings),
        place_of=_places(reading, cited),
    )


def _of_kind(reading: _Reading, kind: type[EntryType]) -> dict[str, EntryType]:
    """The entries of one kind in the order of their ids, so that nothing depends on the order of files."""
    return {name: entry for name, entry in sorted(reading.entries.items()) if isinstance(entry, kind)}


def _places(reading: _Reading, cited: Bibliography | None) -> Callable[[str, Pointer], Place]:
    def place_of(entry: str, pointer: Pointer) -> Place:
        if entry.startswith("work:") and cited is not None:
            return cited.place(entry.removeprefix("work:"), str(pointer[0]) if pointer else None)
        document = reading.documents.get(entry)
        if document is not None:
            return document.place(pointer)
        return reading.shared.place(entry, pointer) or Place(entry)

    return place_of
