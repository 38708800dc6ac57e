"""Lines of the legal registers, as matters and kiriman touch them."""
