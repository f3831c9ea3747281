"""Whether the algorithm, the options, the checks and the harms of an entry belong together."""
