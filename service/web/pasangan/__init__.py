"""Pages of templates: their clinic, drafts and versions."""
