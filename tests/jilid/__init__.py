"""Papers to be bound, made in a millisecond."""
