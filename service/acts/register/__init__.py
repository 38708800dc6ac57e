"""The legal registers: requests, objections, disputes, suggestions, and their answers."""
