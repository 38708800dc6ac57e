"""Numbers: drawn, reserved, slipped in, void, and the books in which they stand."""
