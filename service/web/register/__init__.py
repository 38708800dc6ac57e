"""Pages of the legal registers: requests, objections, disputes."""
