"""What a person may see, and on what their acts rest."""
