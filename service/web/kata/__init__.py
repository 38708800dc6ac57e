"""What matters, papers, kiriman and reminders are called on pages."""
