"""MkDocs as an engine: a folder of staged pages in, a folder of drawn pages out."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from generator.diagnostics import Place
from generator.engines.drawn import Drawn
from generator.engines.engine_error import EngineError
from generator.engines.mkdocs_file import read_mkdocs_file

OUR_PLUGIN = "clinsum"


class MkDocsWarnings(logging.Handler):
    """What MkDocs logs as a warning or worse: links and templates that do not exist."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.messages.append(f"MkDocs: {record.getMessage()}")


def draw_with_mkdocs(config_file: Path, stage: Path, out: Path, *, theme_folders: Sequence[Path]) -> Drawn:
    """Draw the Markdown in ``stage`` into ``out``, with the look of ``config_file`` and nothing else of it.

    ``theme_folders`` overlay the theme file by file, the most particular first. ``out`` is emptied first.
    Raises ``EngineError``; a warning of MkDocs counts as a failure, as it tells of a broken link or template.
    """
    place = Place(config_file.name)
    with _warnings_of_mkdocs() as warnings:
        try:
            _build(config_file, stage, out, theme_folders)
        except (
            Exception,
            SystemExit,
        ) as failure:  # a foreign program: whatever it raises, the reader gets words
            words = warnings or [f"MkDocs failed: {type(failure).__name__}: {failure}"]
            raise EngineError("ENGINE001", words, place) from failure
    if warnings:
        raise EngineError("ENGINE002", warnings, place)
    return Drawn(out, mkdocs_theme())


def stage_settings(stage: Path, out: Path) -> dict[str, Any]:
    """What overrides the configuration file: where to read and write, and which Markdown the stage needs."""
    return {
        "docs_dir": str(stage),
        "site_dir": str(out),
        "use_directory_urls": True,
        "markdown_extensions": ["toc", "attr_list"],
    }


def mkdocs_theme() -> str:
    """Engine and theme with their versions, for messages."""
    from importlib.metadata import version

    return f"MkDocs {version('mkdocs')} with Material {version('mkdocs-material')}"


def plugins_but_ours(plugins: object) -> list[Any]:
    """The plugins of a configuration without ours, which would call the engine from within itself."""
    if isinstance(plugins, dict):
        plugins = [{name: options} for name, options in plugins.items()]
    if not isinstance(plugins, list):
        return []
    return [
        item for item in plugins if item != OUR_PLUGIN and not (isinstance(item, dict) and OUR_PLUGIN in item)
    ]


def _build(config_file: Path, stage: Path, out: Path, theme_folders: Sequence[Path]) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    plugins = plugins_but_ours(read_mkdocs_file(config_file).values.get("plugins"))
    settings = stage_settings(stage, out) | {"plugins": plugins, "strict": False, "watch": []}
    config = load_config(str(config_file), **settings)
    config.theme.dirs[:0] = [str(folder) for folder in theme_folders]
    config.plugins.on_startup(command="build", dirty=False)
    build(config)


@contextmanager
def _warnings_of_mkdocs() -> Iterator[list[str]]:
    """Collect what MkDocs logs as a warning or worse, and keep it off the terminal."""
    logger = logging.getLogger("mkdocs")
    handler = MkDocsWarnings()
    propagated, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield handler.messages
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagated
