"""Pages of the number books."""
