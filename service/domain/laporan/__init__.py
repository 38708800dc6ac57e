"""The figures of the reports: what the lists hold, what changed in them, how people were served."""
