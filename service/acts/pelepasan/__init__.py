"""The file of a piece of information is looked at, cleared, and let out to the public."""
