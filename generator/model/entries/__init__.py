"""The kinds of entry, one module each."""
