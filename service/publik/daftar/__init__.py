"""The two lists as the public reads them: pages, feeds, files, and the same as a folder."""
