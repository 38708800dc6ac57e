"""People: who they are, what they hold today, and whether they may do this to that."""
