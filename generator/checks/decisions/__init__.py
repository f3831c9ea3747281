"""Whether the editorial record can be true."""
