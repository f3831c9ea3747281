"""Two libraries compared: what changed on which pages, what it needs, what readers are not told."""
