"""Pages of terms and of reminders."""
