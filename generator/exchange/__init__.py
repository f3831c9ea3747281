"""Doses to other systems and back: FHIR R5 *Dosage* as JSON, and the YAML that an editor pastes."""
