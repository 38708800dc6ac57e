"""What the office counts for its reports, and for the picture of the whole."""
