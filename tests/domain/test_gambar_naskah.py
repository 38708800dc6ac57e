"""Pictures that a paper can hold, and what is said of those it cannot."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from service.domain.gambar_naskah import (
    UKURAN_TERBESAR,
    Gambar,
    GambarTidakSah,
    look,
    with_pictures,
)
from service.domain.kurang import Kurang
from service.domain.paper import printed, sample
from tests.domain.naskah_contoh import SEMUA, naskah, undangan

SHA = "0123456789abcdef" * 4


def picture(kind: str, wide: int = 40, high: int = 30, **more: object) -> bytes:
    """A picture as a program saves it."""
    out = io.BytesIO()
    Image.new("RGB", (wide, high), "navy").save(out, kind, **more)
    return out.getvalue()


@pytest.mark.parametrize(
    ("whole", "found"),
    [
        (picture("PNG"), Gambar("png", 40, 30)),
        (picture("JPEG"), Gambar("jpeg", 40, 30)),
        (picture("JPEG", 7, 900, progressive=True), Gambar("jpeg", 7, 900)),
        (picture("JPEG", icc_profile=b"x" * 70_000), Gambar("jpeg", 40, 30)),
    ],
)
def test_a_picture_is_known_by_its_bytes_and_measured(whole: bytes, found: Gambar) -> None:
    assert look(whole) == found


@pytest.mark.parametrize(
    ("whole", "why"),
    [
        (b"", "bukan PNG atau JPEG"),
        (b"<svg onload='alert(1)'/>", "bukan PNG atau JPEG"),
        (picture("GIF"), "bukan PNG atau JPEG"),
        (picture("PNG")[:60], "terpotong atau rusak"),
        (picture("JPEG")[:30], "terpotong atau rusak"),
        (picture("PNG", 10_001, 1), "lebih dari 10000 piksel"),
        (picture("JPEG").replace(b"JFIF", b"XXXX"), "tidak dikenal Word"),
        (picture("PNG") + b"\0" * UKURAN_TERBESAR, "lebih besar dari 10 MB"),
    ],
)
def test_what_a_paper_cannot_hold_is_refused_with_what_to_do(whole: bytes, why: str) -> None:
    with pytest.raises(GambarTidakSah, match=why) as no:
        look(whole)

    assert str(no.value).endswith("Simpan gambar itu sebagai PNG atau JPEG, lalu unggah lagi.")


@settings(deadline=None)
@given(
    st.binary(max_size=300), st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0\0\x10JFIF"])
)
def test_no_bytes_whatever_are_more_than_refused(rest: bytes, head: bytes) -> None:
    try:
        assert look(head + rest).lebar > 0
    except GambarTidakSah as no:
        assert "Gambar tidak dapat dipakai" in str(no)


def test_a_template_is_given_the_file_of_a_picture_and_the_width_the_pair_asks() -> None:
    one = undangan()
    asked = []

    def fetch(sha256: str) -> Path:
        asked.append(sha256)
        return Path("gambar.png")

    told = with_pictures(one, printed(one, naskah({"peta": SHA, "hal": SHA})), fetch)

    assert told["peta"] == {"gambar": Path("gambar.png"), "lebar_mm": 120}
    assert (told["hal"], asked) == (SHA, [SHA])
    assert with_pictures(one, sample(one), fetch)["peta"] == ""
    needed = undangan(SEMUA.replace("wajib = false\nlebar", "lebar"))
    lacking = with_pictures(needed, printed(needed, naskah({})), fetch)["peta"]
    assert isinstance(lacking, Kurang)
