"""Publishing in one go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.publish.refusal import PublishRefused
from generator.publish.report import PublishReport
from generator.publish.staging import OutputFile, Staging
from generator.publish.tree import relative, walk


def publish(source: Iterable[OutputFile] | Path, output: Path) -> PublishReport:
    """Publish these files, or the files of this folder, as the whole content of the output folder.

    Raises ``PublishRefused``; then what was published before stands as it was.
    """
    with Staging(output) as staging:
        for file in _files_of(source, output) if isinstance(source, Path) else source:
            staging.write(file)
        return staging.commit()


@dataclass(frozen=True, slots=True)
class _FileOnDisk:
    path: str
    data: bytes


def _files_of(folder: Path, output: Path) -> Iterable[_FileOnDisk]:
    try:
        for entry in sorted(walk(folder), key=lambda entry: entry.path):
            # Links are not followed: the staged folder is somebody else's work.
            if entry.is_file(follow_symlinks=False):
                yield _FileOnDisk(relative(entry, folder), Path(entry.path).read_bytes())
    except OSError as error:
        raise PublishRefused.from_error(error, output) from error
