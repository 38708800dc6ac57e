"""Words of files, kept for the search."""
