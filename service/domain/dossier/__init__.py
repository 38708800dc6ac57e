"""The dossier of a matter: what it holds, in which order, and what stands on its pages."""
