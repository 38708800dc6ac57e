"""Keeping: files leased, put and lent, the one hallway, and whether the disk has room."""
