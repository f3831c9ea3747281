"""What a site is built from and how: the options in ``mkdocs.yml``, and what is refused there."""

from generator.configuration.options import Engine, Options, PublishScope
from generator.configuration.read import read_configuration
from generator.configuration.theme_folders import theme_folders

__all__ = ["Engine", "Options", "PublishScope", "read_configuration", "theme_folders"]
