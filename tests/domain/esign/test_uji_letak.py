"""Where a signature would be seen is judged before anything is signed."""

from __future__ import annotations

import pytest

from service.domain.esign import uji_letak as u
from service.domain.esign.letak import Halaman, Letak

KOTAK = Letak(2, 300, 400, 50, 50)


@pytest.mark.parametrize(
    ("line", "over"),
    [
        (Letak(2, 310, 420, 100, 10), True),
        (Letak(1, 310, 420, 100, 10), False),  # on another page
        (Letak(2, 310, 450, 100, 10), False),  # right below it
        (Letak(2, 310, 390.5, 100, 10), False),  # touches it by less than a line is thick
        (Letak(2, 100, 380, 400, 200), True),
        (Letak(2, 351, 420, 10, 10), False),
    ],
)
def test_a_box_over_what_is_written_is_seen(line: Letak, over: bool) -> None:
    assert u.covered(KOTAK, [line]) is over
    assert not u.covered(KOTAK, [])


def test_a_mark_that_is_missing_or_stands_twice_is_named() -> None:
    assert "Tanda # tidak ada" in u.mark_faults("#", 0)[0]
    assert u.mark_faults("#", 1) == ()
    assert "Tanda $ ada 3 kali" in u.mark_faults("$", 3)[0]


def test_the_picture_of_a_page_bears_its_boxes() -> None:
    page = Halaman(595, 842)
    fine = u.TempatUji("ppid", KOTAK, page)
    wrong = u.TempatUji("unit", Letak(2, 1, 2, 3, 4), page, cacat=(u.MENUTUPI,))

    told = u.picture(b"png", [fine, wrong])

    assert 'viewBox="0 0 595 842"' in told
    assert f'<rect x="300" y="400" width="50" height="50" fill="none" stroke="{u.BIRU}"/>' in told
    assert f'<rect x="1" y="2" width="3" height="4" fill="none" stroke="{u.MERAH}"/>' in told
