"""The bag of a matter: its page, and both its parts."""
