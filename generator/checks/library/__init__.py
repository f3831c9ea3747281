"""Whether the entries of the library agree with each other."""
