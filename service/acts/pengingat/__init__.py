"""Reminders: worked out from terms, and sent by mail."""
