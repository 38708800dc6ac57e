"""Evidence for the monev, question by question, and the ZIP of all of it."""
