"""Whether the rows that a project adds to a list of words or facts are read."""
