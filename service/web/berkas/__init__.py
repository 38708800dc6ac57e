"""Pages of matters: the list, one matter, its steps, its items, its meetings."""
