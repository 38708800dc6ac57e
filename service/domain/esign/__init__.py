"""Signing by the Esign Client Service of BSrE: what is asked of it, and what its answers mean."""
