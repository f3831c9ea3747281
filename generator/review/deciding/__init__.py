"""A new decision: what it would do, why it is refused, its files."""
