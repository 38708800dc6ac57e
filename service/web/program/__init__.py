"""Pages about the programs that come in, and where they are told what happens."""
