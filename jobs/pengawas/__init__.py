"""The rooms of the watcher: look, settle, claim, take in."""
