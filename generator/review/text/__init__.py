"""How grave it is that words of a text are others."""
