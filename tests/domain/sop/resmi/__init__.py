"""The five SOPs as they are written: heads and tables typed off their sources, and our reading."""
