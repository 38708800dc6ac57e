"""Evidence for the yearly monev: chosen by question, and handed out as one ZIP."""
