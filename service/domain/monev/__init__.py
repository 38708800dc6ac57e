"""Evidence for the yearly monev of the Komisi Informasi: its questions, and a file for each."""
