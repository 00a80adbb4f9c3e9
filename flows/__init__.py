"""Prefect flows, one per stage, and the command line."""
