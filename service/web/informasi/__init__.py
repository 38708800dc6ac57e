"""The pieces of information of the two lists, as officers write, read and verify them."""
