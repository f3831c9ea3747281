"""What changed, for a terminal, a comment and a program."""
