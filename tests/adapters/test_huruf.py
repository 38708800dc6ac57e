"""What stands on paper where a font is asked for is what this machine really prints."""

from __future__ import annotations

import pytest

from service.adapters.huruf import Fontconfig
from service.domain.klinik.isi_periksa import is_alike


@pytest.mark.parametrize(
    "huruf", ["Arial", "Times New Roman", "Calibri", "Cambria", "Bookman Old Style", "Courier New"]
)
def test_the_fonts_of_offices_have_one_of_the_same_measures(huruf: str) -> None:
    assert is_alike(huruf, Fontconfig().printed_as(huruf))


def test_a_font_that_is_installed_prints_as_itself() -> None:
    assert is_alike("DejaVu Sans", Fontconfig().printed_as("DejaVu Sans"))


@pytest.mark.parametrize("huruf", ["Huruf Contoh", "-v", ":lang=ar", "", "a:b,c-d\\e=f"])
def test_a_font_that_nobody_has_prints_as_another(huruf: str) -> None:
    printed = Fontconfig().printed_as(huruf)

    assert printed
    assert not is_alike(huruf, printed)
