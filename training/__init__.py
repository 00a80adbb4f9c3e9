"""The recipe that makes `models/en_article_facts`: from open corpora to a spaCy pipeline with its model card."""
