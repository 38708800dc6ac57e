"""Rounds of collection: which units owe a list, and their word that nothing changed."""
