"""Pages of what is withheld, for those who may see it; for all others there are none."""
