"""Whether the parts that readers need are there."""
