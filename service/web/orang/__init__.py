"""Pages of people: log in, my account, who belongs here."""
