"""A whole build: prepare, have the frames drawn, finish."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from generator.configuration import Engine, Options, theme_folders
from generator.engines.drawn import Drawn
from generator.engines.engine_error import EngineError
from generator.pipeline.finish import BuildResult, finish
from generator.pipeline.inspect import BuildStopped, Say
from generator.pipeline.prepare import Prepared, prepare
from generator.pipeline.run_context import RunContext


def build(options: Options, run: RunContext, say: Say = lambda text: None) -> BuildResult:
    """Build and publish a site. Raises `BuildStopped`; then the old site stands as it was."""
    prepared = prepare(options, run, say)
    try:
        with TemporaryDirectory(prefix="clinsum-drawn-") as folder:
            say("drawing the frames")
            return finish(prepared, draw(prepared, Path(folder) / "drawn"), say=say)
    except EngineError as failure:
        raise BuildStopped(failure.findings) from failure
    finally:
        prepared.close()


def draw(prepared: Prepared, out: Path) -> Drawn:
    """Have the frames drawn by the engine of the configuration. Raises `EngineError`."""
    options = prepared.options
    folders = theme_folders(options)
    if options.engine is Engine.ZENSICAL:
        from generator.engines.zensical import draw_with_zensical

        return draw_with_zensical(options.config_file, prepared.stage, out, theme_folders=folders)
    from generator.engines.mkdocs import draw_with_mkdocs

    return draw_with_mkdocs(options.config_file, prepared.stage, out, theme_folders=folders)
