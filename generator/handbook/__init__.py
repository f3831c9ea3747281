"""The editors' handbook: what in it can be made from the schema is made from the schema."""

from generator.handbook.change_classes import change_classes_page
from generator.handbook.handbook import HandbookError, with_generated_parts

__all__ = ["HandbookError", "change_classes_page", "with_generated_parts"]
