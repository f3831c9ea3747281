"""The command ``clinsum``: one module for each subcommand."""

from generator.cli.main import main

__all__ = ["main"]
