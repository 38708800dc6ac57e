"""Pages of many at once: papers from one table, one act on many matters."""
