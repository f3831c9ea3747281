"""The staircase: calls each room once, from the files of a project to its published site."""

from generator.pipeline.build import build
from generator.pipeline.finish import BuildResult, finish
from generator.pipeline.history import history_of
from generator.pipeline.inspect import BuildStopped, Inspection, inspect
from generator.pipeline.prepare import Prepared, prepare
from generator.pipeline.run_context import RunContext, context_of_this_run

__all__ = [
    "BuildResult",
    "BuildStopped",
    "Inspection",
    "Prepared",
    "RunContext",
    "build",
    "context_of_this_run",
    "finish",
    "history_of",
    "inspect",
    "prepare",
]
