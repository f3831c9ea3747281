"""Whether the figures agree with themselves."""
