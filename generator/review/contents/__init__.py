"""Two contents of an edition compared: parts matched by id, values by their amounts, each change with its class."""
