"""How the model becomes JSON Schema that teaches the format in an editor."""
