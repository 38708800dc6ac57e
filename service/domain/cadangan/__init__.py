"""What a backup holds, what one after it adds, and what a restore has to find again."""
