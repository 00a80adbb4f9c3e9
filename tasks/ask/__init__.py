"""Questions to the published file, read-only: SQL, and the named queries of `sql/queries`."""
