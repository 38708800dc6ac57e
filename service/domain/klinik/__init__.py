"""The template clinic: what is wrong with a pair, where, and what to do about it."""
