"""What came in: numbered, recognised, decided about at the desk, given to those who work on it."""
