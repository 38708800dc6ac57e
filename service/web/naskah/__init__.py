"""Pages of papers: the list, one paper, its form, its print, what can be done with it."""
