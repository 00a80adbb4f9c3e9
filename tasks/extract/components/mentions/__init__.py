"""Names, definite descriptions and pronouns, and what they stand for."""

from tasks.extract.components.mentions.component import Mentions, make_mentions

__all__ = ["Mentions", "make_mentions"]
