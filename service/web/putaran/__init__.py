"""Rounds of collection, month by month."""
