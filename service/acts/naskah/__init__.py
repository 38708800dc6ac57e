"""Papers: filled, put forward, initialled, approved, numbered, given up."""
