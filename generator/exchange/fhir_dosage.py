"""Doses as FHIR R5 Dosage, and back: what goes out comes back equal."""

from generator.exchange.read_dosage import dose_of
from generator.exchange.write_dosage import dosage_of

__all__ = ["dosage_of", "dose_of"]
