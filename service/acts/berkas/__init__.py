"""Matters: opened, walked through their SOP, tested item by item, met about, timed."""
