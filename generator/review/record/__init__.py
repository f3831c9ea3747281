"""Whether the record of decisions can be believed."""
