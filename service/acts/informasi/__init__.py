"""What an office does to the pieces of information of its two lists."""
