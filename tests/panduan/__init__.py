"""The pictures of the guides, taken from the running product; see gambar.py."""
