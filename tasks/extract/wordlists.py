"""Word lists as data: written as running text, read as sets."""


def words(*texts: str) -> frozenset[str]:
    """The words of some texts, separated by white space."""
    return frozenset(word for text in texts for word in text.split())
