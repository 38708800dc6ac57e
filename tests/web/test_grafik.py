"""The scale of a chart, as a head of office reads it."""

from __future__ import annotations

import pytest

from service.face.grafik import counted


@pytest.mark.parametrize(
    ("most", "scale"),
    [
        (0, (2, "1", "2")),
        (1, (2, "1", "2")),
        (3, (4, "2", "4")),
        (5, (6, "3", "6")),
        (7, (8, "4", "8")),
        (49, (50, "25", "50")),
        (1_501, (2_000, "1.000", "2.000")),
    ],
)
def test_what_is_counted_is_never_halved_on_its_scale(
    most: int, scale: tuple[int, str, str]
) -> None:
    assert counted(most) == scale
