"""Speed, measured against the bars of the house; each bench is one file."""
