"""Sources in, raw documents out."""
