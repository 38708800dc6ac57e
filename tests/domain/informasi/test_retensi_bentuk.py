"""Retention and form are read out of a unit's own words, and the words stay as they are."""

from __future__ import annotations

import pytest

from service.domain.informasi.bentuk import read_bentuk, told
from service.domain.informasi.retensi import Retensi, read_retensi


@pytest.mark.parametrize(
    ("ditulis", "aktif", "inaktif", "nasib"),
    [
        ("2 tahun aktif, 3 tahun inaktif", "2 tahun", "3 tahun", ""),
        ("Aktif 2 tahun, inaktif 3 tahun, musnah", "2 tahun", "3 tahun", "musnah"),
        ("AKTIF: 1 Tahun; INAKTIF: 4 Tahun; PERMANEN", "1 tahun", "4 tahun", "permanen"),
        ("1 tahun (aktif) 2 tahun (in-aktif)", "1 tahun", "2 tahun", ""),
        ("aktif 1 th inaktif 4 th dinilai kembali", "1 th", "4 th", "dinilai_kembali"),
        ("Permanen", "", "", "permanen"),
        ("tidak dimusnahkan", "", "", ""),
        ("musnah atau dinilai kembali", "", "", ""),
        ("5 tahun", "", "", ""),
        ("2 tahun aktif, 3 tahun lalu", "", "", ""),
        ("Sesuai JRA", "", "", ""),
    ],
)
def test_the_years_and_the_end_are_taken_where_they_are_plainly_said(
    ditulis: str, aktif: str, inaktif: str, nasib: str
) -> None:
    read = read_retensi(ditulis)

    assert (read.aktif, read.inaktif, read.nasib_akhir) == (aktif, inaktif, nasib)
    assert read.kata == ditulis


@pytest.mark.parametrize(
    ("retensi", "terukur"),
    [
        (Retensi(aktif="2 tahun"), True),
        (Retensi(nasib_akhir="permanen"), True),
        (Retensi(nasib_akhir="musnah"), False),
        (read_retensi("5 tahun sejak ditetapkan"), True),
        (read_retensi("Selama berlaku"), False),
        (Retensi(), False),
    ],
)
def test_a_retention_is_measured_or_it_is_not(retensi: Retensi, terukur: bool) -> None:
    assert retensi.terukur == terukur


@pytest.mark.parametrize(
    ("ditulis", "bentuk"),
    [
        ("Hardcopy", ("cetak",)),
        ("Soft copy", ("elektronik",)),
        ("Cetak dan Elektronik", ("cetak", "elektronik")),
        ("hardcopy/softcopy", ("cetak", "elektronik")),
        ("Hard dan softcopy", ("cetak", "elektronik")),
        ("Keduanya", ("cetak", "elektronik")),
        ("PDF", ("elektronik",)),
        ("https://contoh.go.id/dip", ("elektronik",)),
        ("Buku laporan (tercetak)", ("cetak",)),
        ("tersedia", ()),
        ("", ()),
    ],
)
def test_the_form_is_read_out_of_the_words_of_the_office(
    ditulis: str, bentuk: tuple[str, ...]
) -> None:
    assert read_bentuk(ditulis) == bentuk


def test_the_form_is_printed_in_the_unit_s_words_where_it_has_any() -> None:
    assert told(("elektronik", "cetak")) == "Cetak dan Elektronik"
    assert told(("cetak",), "Buku besar") == "Buku besar"
