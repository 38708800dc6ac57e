"""The keeping of what is closed: its code, its retention, its place, and how it leaves."""
