"""Connected components: which texts hang together through pairs of near-duplicates."""

from collections.abc import Iterable


def components(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each text of the pairs with the smallest name in its component, whatever the order of the pairs."""
    parents: dict[str, str] = {}
    for one, other in pairs:
        low, high = sorted((_root(parents, one), _root(parents, other)))
        parents[high] = low
    return {name: _root(parents, name) for name in sorted(parents)}


def _root(parents: dict[str, str], name: str) -> str:
    parents.setdefault(name, name)
    while parents[name] != name:
        parents[name] = parents[parents[name]]  # halve the path, so that chains stay short
        name = parents[name]
    return name
