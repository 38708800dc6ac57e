"""Backups: taken, put back, and proved to give everything back."""
