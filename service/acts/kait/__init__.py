"""Programs elsewhere are told what happens here."""
