"""Pages of the house itself: its state, failed work, the journal."""
