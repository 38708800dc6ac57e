"""Pages of SOPs: as they are, as drafts, as versions, and the time they took."""
