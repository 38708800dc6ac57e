"""Signing: at the desk, in ink, here or at a service; whose turn it is, and until when."""
