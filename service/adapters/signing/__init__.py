"""Electronic signatures (PAdES): put on with a key of the office, and looked at in the box."""
