"""Reports of a period and the picture of the whole."""
