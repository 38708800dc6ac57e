"""Pages of what comes in: doors, list, the desk, disposisi, search."""
