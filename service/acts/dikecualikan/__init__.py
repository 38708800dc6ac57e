"""What is withheld: proposed, tested, closed by its decree, watched over, and opened again."""
