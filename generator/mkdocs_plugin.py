"""``plugins: clinsum``: ``mkdocs build`` gives the site of ``clinsum build``, ``mkdocs serve`` shows it.

MkDocs draws the frames; everything else is done by the pipeline, before and after.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin

from generator.configuration import Options, read_configuration, theme_folders
from generator.diagnostics import Finding, Severity
from generator.engines.mkdocs import MkDocsWarnings, stage_settings
from generator.formats.frame_stage import FRAME_FOLDER

if TYPE_CHECKING:
    from generator.pipeline import Prepared

_log = logging.getLogger("mkdocs.plugins.clinsum")


class _Unchecked(Config):  # type: ignore[no-untyped-call]
    """No schema of MkDocs' kind: our options are checked with places by ``read_configuration``."""


class ClinsumPlugin(BasePlugin[_Unchecked]):  # type: ignore[no-untyped-call]
    """MkDocs' way into the pipeline. ``clinsum build`` draws without it, so that it never calls itself."""

    def __init__(self) -> None:
        self._serving = False
        self._options: Options | None = None
        self._prepared: Prepared | None = None
        self._drawn: TemporaryDirectory[str] | None = None
        self._warnings = MkDocsWarnings()

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Take any option: ``read_configuration`` checks them, and knows the place of each."""
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a live preview, which publishes nothing."""
        if dirty:
            raise PluginError("--dirty is refused: a page of ours depends on more than its own file")
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Run the pipeline up to the stage, and let MkDocs draw that into a folder nobody reads but us."""
        options, findings = read_configuration(Path(config.config_file_path))
        _report(findings)
        if not self._serving:
            options = replace(options, output=Path(config.site_dir))
        from generator.pipeline import BuildStopped, context_of_this_run, history_of, prepare

        try:
            self._prepared = prepare(options, context_of_this_run(history=history_of(options)), _log.info)
        except BuildStopped as stopped:
            _report(stopped.findings)
            raise PluginError("nothing was published: see the errors above") from None
        self._options = options
        self._redirect(config, options, self._prepared.stage)
        logging.getLogger("mkdocs").addHandler(self._warnings)
        return config

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Set the articles into what MkDocs drew, then publish; or, in a preview, serve it."""
        from generator.pipeline import BuildStopped, finish

        drawn = Path(config.site_dir)
        warnings = self._stop_listening()
        if self._prepared is None or self._options is None:
            return
        config.docs_dir = str(self._options.pages)
        if warnings and not self._serving:
            raise PluginError("nothing was published: MkDocs warned of broken links or templates, see above")
        try:
            finish(self._prepared, drawn, serving_to=drawn if self._serving else None)
            _remove_frames(drawn)
        except BuildStopped as stopped:
            _report(stopped.findings)
            raise PluginError("nothing was published: see the errors above") from None
        finally:
            self._clean()

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing behind."""
        self._stop_listening()
        self._clean()

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Watch everything that authors write, not only the prose."""
        options = self._options
        sources = (options.content, options.pages, options.bibliography, options.templates) if options else ()
        for path in dict.fromkeys(sources):
            if path.exists():
                server.watch(str(path))
        return server

    def _redirect(self, config: MkDocsConfig, options: Options, stage: Path) -> None:
        out = config.site_dir
        if not self._serving:
            self._drawn = TemporaryDirectory(prefix="clinsum-drawn-")
            out = self._drawn.name
        config.load_dict(stage_settings(stage, Path(out)))
        config.mdx_configs = {}
        config.theme.dirs[:0] = [str(folder) for folder in theme_folders(options)]

    def _stop_listening(self) -> list[str]:
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        messages, self._warnings = self._warnings.messages, MkDocsWarnings()
        return messages

    def _clean(self) -> None:
        if self._drawn:
            self._drawn.cleanup()
            self._drawn = None
        if self._prepared:
            self._prepared.close()
            self._prepared = None


def _remove_frames(drawn: Path) -> None:
    """In a preview, MkDocs serves the folder that it drew into."""
    for folder in sorted(drawn.glob(f"{FRAME_FOLDER}-*")):
        shutil.rmtree(folder)


def _report(findings: Iterable[Finding]) -> None:
    """Our warnings are logged as information: MkDocs would count them in ``--strict``, after we published."""
    findings = tuple(findings)
    for finding in findings:
        level = logging.ERROR if finding.severity is Severity.ERROR else logging.INFO
        words = f"{finding.place}: {finding.severity} {finding.code} {finding.message}. {finding.cure}"
        _log.log(level, words)
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise PluginError("nothing was published: see the errors above")
