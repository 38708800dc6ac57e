"""Templates of papers: examined, drafted, put in force, compared, brought back."""
