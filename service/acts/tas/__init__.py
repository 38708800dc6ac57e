"""The bag of a matter: asked for, made, handed out, and looked at again."""
