"""Proof: what shows that a paper is ours and was signed, now and later."""
