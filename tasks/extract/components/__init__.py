"""spaCy components, one per kind of fact."""
