"""Whether the house is in order: its promises, its packs, what it leans on, and failed work."""
