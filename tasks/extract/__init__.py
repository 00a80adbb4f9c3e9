"""Texts in, facts out."""
