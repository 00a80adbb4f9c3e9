"""Core tables in, marts out."""
