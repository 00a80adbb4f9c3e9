"""Raw documents in, articles and their versions out."""
