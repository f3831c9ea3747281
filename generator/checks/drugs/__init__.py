"""Whether a name means one drug."""
