"""Pages of agencies: set up, changed, their calendar."""
