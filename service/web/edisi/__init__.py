"""Pages of the editions of the two lists."""
