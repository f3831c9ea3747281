"""Pages as data: what the compiler makes, checks read, and formats walk."""
