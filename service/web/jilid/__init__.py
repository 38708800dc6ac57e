"""What people have bound: a matter as it is now, its dossier, the papers of a dispute."""
