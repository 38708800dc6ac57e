"""SOPs: those of an agency, their drafts and versions, and the regulations they rest on."""
