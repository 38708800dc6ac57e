"""What runs inside the box: readers of foreign bytes. Nothing here may be imported outside it."""
