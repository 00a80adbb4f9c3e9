"""How high the learning rate is at each step."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def rate(step: int, cycles: Sequence[tuple[int, float]], *, warm_up: float) -> float:
    """Share of the highest learning rate: in each cycle up in a line, then down to nothing in a line.

    Restarts keep what was learned and let more steps be added later (Loshchilov & Hutter 2017).

    Args:
        step: The step to take, from 0.
        cycles: Where each cycle ends, in steps, and the share that it rises to.
        warm_up: Share of a cycle in which the rate rises.
    """
    start = 0
    for end, height in cycles:
        if step < end:
            done = (step - start) / (end - start)
            return height * min(done / warm_up, (1 - done) / (1 - warm_up))
        start = end
    return 0.0
