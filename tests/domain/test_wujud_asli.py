"""The original of a signed paper is called by what it truly is."""

from __future__ import annotations

import pytest

from service.domain.wujud_asli import BITA, PDF, of_head, of_kind


@pytest.mark.parametrize(
    ("head", "akhir", "mime"),
    [
        (b"%PDF-1.7\n", ".pdf", PDF),
        (b"\xef\xbb\xbf\n%PDF-1.4", ".pdf", PDF),
        (b"\x89PNG\r\n\x1a\nIHDR", ".png", "image/png"),
        (b"\xff\xd8\xff\xe0", ".jpg", "image/jpeg"),
        (b"II*\0\x08", ".tif", "image/tiff"),
        (b"MM\0*\x00", ".tif", "image/tiff"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", ".webp", "image/webp"),
        (b"PK\x03\x04\x14\0tas/dossier.pdf%PDF-1.7\n", "", "application/zip"),
        (b"bukan gambar", "", BITA),
        (b"", "", BITA),
    ],
)
def test_a_scan_is_known_by_how_it_begins(head: bytes, akhir: str, mime: str) -> None:
    assert (of_head(head).akhir, of_head(head).mime) == (akhir, mime)


def test_what_was_identified_counts_and_not_the_name_it_came_under() -> None:
    assert of_kind("image/png", "pindaian.pdf").akhir == ".png"
    assert of_kind(PDF, "pindaian.png").akhir == ".pdf"


def test_a_rare_kind_keeps_its_own_ending_and_never_a_false_one() -> None:
    assert of_kind("image/heic", "pindaian.HEIC").akhir == ".heic"
    assert of_kind("image/heic", "pindaian.pdf").akhir == ""
    assert of_kind(BITA, "tanpa akhiran").akhir == ""
    assert of_kind(BITA, "aneh.<b>").akhir == ""
