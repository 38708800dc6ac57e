"""The look of the house, shared by the officers' pages and the public ones."""
