"""The encoder: one pass of a small transformer that tags, parses, names and finds who says what."""
