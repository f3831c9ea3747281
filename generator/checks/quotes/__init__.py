"""Whether what an entry quotes is there, and can be read."""
