"""Many papers from one table."""
