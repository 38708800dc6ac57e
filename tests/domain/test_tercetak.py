"""What a template surely prints of its samples is looked for on the paper, as it is printed."""

from __future__ import annotations

import re
from typing import Any

import pytest

from service.domain import ruas as r
from service.domain.isian_cetak import sample
from service.domain.klinik.templat import ISI, NILAI, SIFAT, Alinea, Tanda, Templat
from service.domain.klinik.tercetak import unprinted


def ruas(nama: str, jenis: str, contoh: Any, *kolom: r.Ruas) -> r.Ruas:
    return r.Ruas(nama, nama.capitalize(), jenis, contoh=contoh, kolom=kolom)


def pair(*every: r.Ruas) -> r.Pasangan:
    return r.Pasangan("contoh", "Contoh", "", "", (), every)


def templat(*lines: str, bagian: str = ISI) -> Templat:
    """A template of these lines, each no more than one tag."""
    return Templat(
        word=True,
        alinea=tuple(Alinea(bagian, n, one, part=bagian) for n, one in enumerate(lines, 1)),
        tanda=tuple(_tag(n, one) for n, one in enumerate(lines)),
    )


def _tag(n: int, teks: str) -> Tanda:
    if teks.startswith("{{"):
        return Tanda(n, 0, teks, NILAI)
    found = re.match(r"\{%\s*(\w+)\s*(?:(\w+) in)?", teks)
    assert found
    return Tanda(n, 0, teks, found[1], sasaran=(found[2],) if found[2] else ())


def lacks(one: r.Pasangan, made: Templat, *halaman: str) -> list[str]:
    return [each.nama for each in unprinted(one, made, sample(one), halaman)]


HAL = pair(ruas("hal", r.TEKS, "Penyampaian daftar informasi"))


def test_a_sample_that_stands_on_the_paper_is_printed_and_one_that_does_not_is_named() -> None:
    assert lacks(HAL, templat("{{ hal }}"), "Hal: Penyampaian daftar informasi") == []
    assert lacks(HAL, templat("{{ hal }}"), "Hal: Penyampaian daftar") == ["hal"]
    assert lacks(HAL, templat("{{ hal }}")) == ["hal"]


def test_lines_hyphens_and_capitals_make_no_difference() -> None:
    paper = "PENYAM-\npaian\u00a0daf\u00adtar infor\u2010\r\nmasi"

    assert lacks(HAL, templat("{{ hal|upper }}"), paper) == []


def test_a_value_that_a_page_cuts_is_read_on_both() -> None:
    assert lacks(HAL, templat("{{hal}}"), "Penyampaian daf\n- 2 -", "tar informasi") == []
    assert lacks(HAL, templat("{{hal}}"), "Penyampaian daf\n- 2 -", "informasi") == ["hal"]


@pytest.mark.parametrize(
    ("one", "tag", "printed", "other"),
    [
        (
            ruas("hari", r.TANGGAL, "2026-11-22"),
            "{{ hari|hari_tanggal }}",
            "Minggu, 22 November 2026",
            "22 November 2026",
        ),
        (ruas("hari", r.TANGGAL, "2026-11-22"), "{{ hari }}", "22 November 2026", "2026-11-22"),
        (ruas("uang", r.RUPIAH, 1500000), "{{ uang|rupiah }}", "Rp1.500.000", "1500000"),
        (ruas("uang", r.RUPIAH, 1500), "{{ uang|terbilang }}", "seribu lima ratus", "1.500"),
        (
            ruas("ketua", r.PEJABAT, {"nama": "Dr. Contoh, S.H.", "jabatan": "Ketua"}),
            "{{ ketua.nama|besar }}",
            "Dr. CONTOH, S.H.",
            "Contoh",
        ),
        (
            ruas("ketua", r.PEJABAT, {"nama": "X", "jabatan": "Sekretaris", "sebagai": "Plt. "}),
            "{{ ketua|penanda_tangan('besar') }}",
            "Plt. SEKRETARIS",
            "Sekretaris",
        ),
    ],
)
def test_a_value_is_looked_for_in_the_form_in_which_it_is_printed(
    one: r.Ruas, tag: str, printed: str, other: str
) -> None:
    assert lacks(pair(one), templat(tag), printed) == []
    assert lacks(pair(one), templat(tag), other) == [one.nama]


def test_every_row_of_a_table_is_looked_for_by_every_column_that_is_printed() -> None:
    kolom = (ruas("judul", r.TEKS, ""), ruas("jumlah", r.BILANGAN, 1))
    rows = [{"judul": "Contoh satu", "jumlah": 7}, {"judul": "Contoh dua", "jumlah": 9}]
    one = pair(ruas("rincian", r.DAFTAR, rows, *kolom))
    made = templat("{% for satu in rincian %}", "{{ satu.judul }}", "{% endfor %}")

    assert lacks(one, made, "Contoh satu 7 Contoh dua 9") == []
    assert lacks(one, made, "Contoh satu Contoh dua") == [], "no column that it does not print"
    assert lacks(one, made, "Contoh satu") == ["rincian"]


def test_paragraphs_and_lines_of_a_list_are_looked_for_one_by_one() -> None:
    one = pair(ruas("isi", r.PARAGRAF, "Alinea satu.\n\nAlinea dua."))
    made = templat("{% for satu in isi %}", "{{ satu }}", "{% endfor %}")

    assert lacks(one, made, "Alinea satu. Alinea dua.") == []
    assert lacks(one, made, "Alinea satu.") == ["isi"]


def test_one_of_several_places_is_enough() -> None:
    one = pair(ruas("hari", r.TANGGAL, "2026-11-22"))

    assert lacks(one, templat("{{ hari|tahun }}", "{{ hari|panjang }}"), "22 November 2026") == []


@pytest.mark.parametrize(
    "lines",
    [
        ("{{ hal if hal else '-' }}",),
        ("{{ hal|replace('a', 'b') }}",),
        ("{{ hal ~ '.' }}",),
        ("{{ hal|truncate(5) }}",),
        ("{{ hal|jam(zona) }}",),
        ("{% set hal %}", "{{ hal }}"),
        ("{% for hal in hal|list %}", "{{ hal }}", "{% endfor %}"),
        ("{{ hal.judul }}",),
        ("{{ lain }}",),
    ],
)
def test_what_is_worked_out_in_the_template_is_not_guessed_at(lines: tuple[str, ...]) -> None:
    made = templat(*lines)
    if lines[0].startswith("{% set"):
        first = Tanda(0, 0, lines[0], "set", sasaran=("hal",))
        made = Templat(word=True, alinea=made.alinea, tanda=(first, *made.tanda[1:]))

    assert lacks(HAL, made, "Kertas lain") == []


def test_a_table_is_both_counted_and_gone_through() -> None:
    kolom = (ruas("harga", r.BILANGAN, 1),)
    one = pair(ruas("rincian", r.DAFTAR, [{"harga": 30}, {"harga": 12}], *kolom))
    lines = ("{% for satu in rincian %}", "{{ satu.harga }}", "{% endfor %}")
    made = templat("{{ rincian|jumlah_kali('harga') }}", *lines)

    assert lacks(one, made, "42: 30 dan 12") == []
    assert lacks(one, made, "30 dan 12") == ["rincian"]


def test_the_title_of_the_file_is_not_asked_of_the_pages() -> None:
    assert lacks(HAL, templat("{{ hal }}", bagian=SIFAT), "Kertas lain") == []
