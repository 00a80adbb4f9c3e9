"""The learning rate over the steps."""

from __future__ import annotations

import pytest

from training.encoder.schedule import rate

CYCLES = ((100, 1.0), (300, 0.5))


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        pytest.param(0, 0.0, id="start"),
        pytest.param(5, 0.5, id="rising"),
        pytest.param(10, 1.0, id="highest"),
        pytest.param(55, 0.5, id="falling"),
        pytest.param(100, 0.0, id="second cycle"),
        pytest.param(120, 0.5, id="highest of the second"),
        pytest.param(210, 0.25, id="falling again"),
        pytest.param(300, 0.0, id="past the end"),
    ],
)
def test_rate_rises_and_falls_in_each_cycle(step: int, expected: float) -> None:
    assert rate(step, CYCLES, warm_up=0.1) == pytest.approx(expected)
