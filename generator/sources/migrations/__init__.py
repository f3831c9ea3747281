"""How content is carried from each version of its form to the next: one numbered module each, in their order."""

from generator.sources.migrations.from_1_to_2 import FROM_1_TO_2
from generator.sources.migrations.migration import Migration

MIGRATIONS: tuple[Migration, ...] = (FROM_1_TO_2,)

__all__ = ["MIGRATIONS", "Migration"]
