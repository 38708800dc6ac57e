"""What the house itself fills into papers, taken from matters, registers and books."""
