"""Pages on which a file is looked at and let out to the public."""
