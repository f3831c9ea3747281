"""The folder in which a site is put together before it is published."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Protocol

from generator.publish import rules
from generator.publish.build_lock import BuildLock
from generator.publish.flush import flush_file_system
from generator.publish.manifest import MANIFEST_NAME, Manifest
from generator.publish.neighbours import Neighbours
from generator.publish.output_folder import published_manifest, refuse_unexchangeable
from generator.publish.output_path import OutputPaths
from generator.publish.refusal import PublishRefused
from generator.publish.report import PublishReport
from generator.publish.tree import open_to_readers, relative, walk


class OutputFile(Protocol):
    """A file of the site: a path relative to the output folder, with ``/``, and its bytes."""

    @property
    def path(self) -> str:
        """Where it stands, such as ``drugs/azathioprine/index.html``."""

    @property
    def data(self) -> bytes:
        """What it holds."""


class Staging:
    """A folder beside the output, on the same file system, that ``commit`` exchanges for it in one step.

    ``with Staging(Path("site")) as staging:`` locks the output, puts right what a killed run left and refuses
    an output that cannot or must not be replaced. Then files come in by ``write``, or other programs write
    below ``path``, where a check may read the finished files. Leaving without ``commit`` publishes nothing.
    Raises ``PublishRefused`` everywhere, for content and disk alike.
    """

    def __init__(self, output: Path) -> None:
        # Not resolved: a link as output must be seen as one. Absolute, so that nobody's chdir moves it.
        self._named = output
        self._output = Path(os.path.abspath(output))
        self._neighbours = Neighbours(self._output)
        self._paths = _fresh_paths(output)
        self._known_folders: set[Path] = set()
        self._before: Manifest | None = None
        self._open = ExitStack()

    @property
    def path(self) -> Path:
        """The folder to write into."""
        return self._neighbours.staging

    def __enter__(self) -> Staging:
        try:
            with ExitStack() as stack:
                self._prepare(stack)
                self._open = stack.pop_all()
        except OSError as error:
            raise PublishRefused.from_error(error, self._named) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()
        refusal = PublishRefused.from_error(error, self._named) if isinstance(error, OSError) else None
        # Another program may have met the full disk below `path`; its other errors are not ours to word.
        if refusal is not None and refusal.finding.rule is rules.OUTPUT_FULL:
            raise refusal from error

    def write(self, file: OutputFile) -> None:
        """Add one file. It replaces what another program put at this path, never one written so before."""
        self._paths.add(file.path)
        target = self.path / file.path
        try:
            self._make_folder(target.parent)
            if target.is_symlink():
                target.unlink()
            target.write_bytes(file.data)
        except OSError as error:
            raise PublishRefused.from_error(error, self._named) from error

    def commit(self) -> PublishReport:
        """List all files in the manifest, get them onto the disk and publish them; the last thing to do."""
        try:
            manifest = self._finish()
            self._neighbours.switch()
        except OSError as error:
            raise PublishRefused.from_error(error, self._named) from error
        self._neighbours.clear()
        return PublishReport.between(self._before, manifest)

    def _prepare(self, stack: ExitStack) -> None:
        refuse_unexchangeable(self._named)
        self._output.parent.mkdir(parents=True, exist_ok=True)
        stack.enter_context(BuildLock(self._neighbours.lock, self._named))
        self._neighbours.recover()
        self._before = published_manifest(self._named)
        stack.callback(self._neighbours.clear)
        self.path.mkdir()

    def _make_folder(self, folder: Path) -> None:
        if folder in self._known_folders:
            return
        folder.mkdir(parents=True, exist_ok=True)
        if not folder.resolve().is_relative_to(self.path.resolve()):
            message = f"The folder {folder.relative_to(self.path).as_posix()!r} of the site is a link."
            raise PublishRefused.by(rules.NOT_A_PLAIN_FILE, self._named, message)
        self._known_folders.add(folder)

    def _finish(self) -> Manifest:
        paths = self._staged_paths()
        _fresh_paths(self._named).add_all(paths)
        manifest = Manifest.of(self.path, paths)
        (self.path / MANIFEST_NAME).write_bytes(manifest.to_bytes())
        open_to_readers(self.path)
        flush_file_system(self.path)
        return manifest

    def _staged_paths(self) -> list[str]:
        paths = []
        for entry in walk(self.path):
            path = relative(entry, self.path)
            if not entry.is_file(follow_symlinks=False):
                message = f"{path!r} is neither a file nor a folder."
                raise PublishRefused.by(rules.NOT_A_PLAIN_FILE, self._named, message)
            paths.append(path)
        return sorted(paths)


def _fresh_paths(output: Path) -> OutputPaths:
    paths = OutputPaths(output)
    paths.add(MANIFEST_NAME)  # ours to write: a file of the site under this name would be lost
    return paths
