"""What an office does to the editions of its two lists."""
