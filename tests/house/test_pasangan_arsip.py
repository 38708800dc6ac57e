"""Papers of hand-overs, of what units hold and of the archive are right by construction."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest

from service.domain.paper import sample
from tests.pasangan import Meja, declared, pages

BARIS = "Uraian contoh yang memenuhi satu baris penuh pada naskah dinas ini kiranya."


def told(meja: Meja, jenis: str, name: str, **other: Any) -> str:
    """All the words of the paper, without the spaces."""
    return "".join(pages(meja.pdf(jenis, f"{jenis}_{name}", **other)))


def rows(jenis: str, ruas: str, *changes: dict[str, Any]) -> list[dict[str, Any]]:
    """The first row of a sample, once for each change."""
    return [sample(declared(jenis))[ruas][0] | change for change in changes]


# Where a table stands on either side of a section break, LibreOffice keeps no chain of
# paragraphs together; the lengths are those at which the signature fell on a page of its own.
@pytest.mark.parametrize("lines", [1, 3, 6, 14])
@pytest.mark.parametrize(
    ("jenis", "ruas"), [("laporan_pengumpulan", "pelaksanaan"), ("laporan_klasifikasi", "uraian")]
)
def test_a_report_with_a_lampiran_is_signed_on_the_page_of_its_closing_words(
    meja: Meja, jenis: str, ruas: str, lines: int
) -> None:
    read = pages(meja.pdf(jenis, f"{jenis}_{lines}", **{ruas: [BARIS] * lines}))

    (signed,) = [page for page in read if "nip197606062001121006" in page]
    assert "demikianlaporanini" in signed
    assert "penutup" in signed


def test_a_unit_s_report_counts_what_is_there_from_its_lines(meja: Meja) -> None:
    jenis, there, not_there = "laporan_pengumpulan", {"ada": "Ada"}, {"ada": "Tidak ada"}
    baris = rows(jenis, "baris", *[there] * 5, not_there, not_there | {"kategori": "Setiap saat"})

    said = told(meja, jenis, "hitung", baris=baris, kendala=[])

    assert "dari7(tujuh)informasi" in said
    assert "5(lima)informasitelahadadandikumpulkan,atau71,4%" in said
    assert "1berkala65183,3%" in said
    assert "2setiapsaat1010%" in said
    assert "jumlah75271,4%" in said
    assert "jumlah:7informasi;ada5,tidakada2;terpenuhi71,4%." in said
    assert "d.penutup" in said
    assert "kendala" not in said


def test_a_report_that_nobody_verified_names_no_verifier(meja: Meja) -> None:
    jenis = "laporan_klasifikasi"
    baris = rows(jenis, "baris", {"hasil": "", "kelengkapan": "", "kategori": "Berkala"}, {})

    said = told(meja, jenis, "belum", baris=baris, perbaikan=[], pemverifikasi={})

    assert "diverifikasioleh" not in said
    assert "disusunoleh" in said
    assert "1(satu)informasitelahlengkapdokumennya,atau50%" in said
    assert "jumlah:2informasi,terdiriatasberkala2." in said


def test_a_card_counts_on_from_the_last_hand_over_and_is_never_without_a_line(meja: Meja) -> None:
    handed = rows("kartu_kontrol", "perpindahan", {"ke": "Contoh Terakhir"}, {"ke": ""})

    some = told(meja, "kartu_kontrol", "dua", perpindahan=handed, baris_kosong=3)
    none = told(meja, "kartu_kontrol", "kosong", perpindahan=[], baris_kosong="")

    assert "contohterakhir" in some
    assert "345setiapperpindahan" in some
    assert "12345678setiapperpindahan" in none


def test_a_report_of_readiness_says_how_many_are_ready_and_of_the_others_only_if_any(
    meja: Meja,
) -> None:
    jenis, ready, not_yet = "laporan_kesiapan", {"kesiapan": "Siap"}, {"kesiapan": "Belum siap"}

    all_ready = told(meja, jenis, "siap", baris=rows(jenis, "baris", ready, ready))
    some = told(meja, jenis, "belum", baris=rows(jenis, "baris", ready, not_yet, not_yet))

    assert "dari2(dua)berkas,2(dua)berkassiapdiserahkan." in all_ready
    assert "1(satu)berkassiapdiserahkandan2(dua)berkasbelumsiap." in some


def test_a_report_without_a_written_order_speaks_of_none(meja: Meja) -> None:
    said = told(meja, "laporan_kesiapan", "lisan", surat_tugas="", tanggal_tugas="")

    assert "melaksanakanpenugasanuntukmenyiapkan" in said
    assert "surattugas" not in said


@pytest.mark.parametrize("lines", [1, 9, 13])
@pytest.mark.parametrize(
    ("jenis", "last"),
    [
        ("berita_acara_alih_media", "nip197909092006042004"),
        ("berita_acara_pemindahan", "pihakkesatu,kepalabiro"),
        ("berita_acara_pemusnahan", "saksidariunitpengawasaninspektur"),
    ],
)
def test_who_signs_for_archives_signs_together_below_the_closing_words(
    meja: Meja, jenis: str, last: str, lines: int
) -> None:
    read = pages(meja.pdf(jenis, f"{jenis}_{lines}", dasar=[BARIS] * lines))

    (signed,) = [page for page in read if "demikianberitaacara" in page]
    assert last in signed
    assert signed.count("nip") >= 2


def test_archives_are_summed_by_what_they_are_counted_in(meja: Meja) -> None:
    jenis = "berita_acara_pemusnahan"
    boxes, files = {"jumlah": 3, "satuan": "boks"}, {"jumlah": 12, "satuan": "berkas"}
    three = rows(jenis, "arsip", boxes, files, boxes, {"jumlah": 1, "satuan": "keping"})

    several = told(meja, jenis, "banyak", arsip=three)
    one = told(meja, jenis, "satu", arsip=rows(jenis, "arsip", boxes))

    assert "sebanyak4(empat)jenis,yaitu12berkas,6boks,dan1keping,sebagaimana" in several
    assert "jumlah:4(empat)jenisarsip,12berkas,6boks,dan1keping." in several
    assert "sebanyak1(satu)jenis,yaitu3boks,sebagaimana" in one


def test_archives_are_moved_while_in_use_and_handed_over_for_good(meja: Meja) -> None:
    jenis = "berita_acara_pemindahan"

    moved = told(meja, jenis, "pindah", kegiatan="Pemindahan", ketentuan=[])
    given = told(meja, jenis, "serah", kegiatan="Penyerahan", ketentuan=[])

    assert "pemindahanarsipinaktif" in moved
    assert "memindahkankepadapihakkeduaarsipinaktif" in moved
    assert "tetapdapatmeminjam" in moved
    assert "penyerahanarsipstatis" in given
    assert "inaktif" not in given.split("lampiran")[0]
    assert "arsipstatispadapihakkedua" in given


def test_a_destruction_without_a_witness_of_the_unit_leaves_no_place_for_one(meja: Meja) -> None:
    said = told(meja, "berita_acara_pemusnahan", "tanpa", saksi_unit={}, panitia="", elektronik="")

    assert "saksidariunitpengolah" not in said
    assert "panitiapenilaiarsipdandinyatakan" in said
    assert "dikenalilagi.pemusnahan" in said


def test_a_cover_counts_what_its_table_of_contents_lists(meja: Meja) -> None:
    jenis, pages_, map_ = "daftar_arsip", {"jumlah": 2}, {"jumlah": 1, "satuan": "map"}
    isi = rows(jenis, "isi", pages_, {"jumlah": "", "satuan": ""}, pages_, map_)

    cover, *contents = pages(meja.pdf(jenis, f"{jenis}_hitung", isi=isi, akhir=""))

    assert "isiberkas4(empat)arsip:4halamandan1map" in cover
    assert "sampaidengansekarang" in cover
    assert "daftarinimemuat4(empat)arsip." in contents[-1]


@pytest.mark.parametrize("many", [1, 12, 14, 60])
def test_a_table_of_contents_is_signed_where_it_is_counted(meja: Meja, many: int) -> None:
    isi = rows("daftar_arsip", "isi", *[{}] * many)

    read = pages(meja.pdf("daftar_arsip", f"daftar_arsip_{many}", isi=isi))

    assert "nip197909092006042004" in read[-1]
    assert "daftarinimemuat" in read[-1]


def test_books_without_a_hole_are_called_whole_and_others_are_not(meja: Meja) -> None:
    jenis = "berita_acara_kelengkapan_nomor"
    whole, holed = {"hilang": 0}, {"hilang": 2, "janggal": 1, "dipakai": 11}

    good = told(meja, jenis, "utuh", buku=rows(jenis, "buku", whole), catatan=[])
    bad = told(meja, jenis, "bolong", buku=rows(jenis, "buku", whole, holed, holed))

    assert "tidakadanomoryanghilang:setiapnomor" in good
    assert "tidakadanomoryangkembar" in good
    assert "tidakada;semuanomordipakai" in good
    assert "terdapat4(empat)nomoryangtidaktercatat.terdapat2(dua)nomoryangkembar" in bad
    assert "telahdiperiksa3(tiga)bukunomor" in bad
    assert "jumlah2933" in bad  # used, void, reserved of all books


@pytest.mark.parametrize("many", [1, 5, 7, 60])
def test_who_examined_the_books_signs_below_the_closing_words(meja: Meja, many: int) -> None:
    jenis = "berita_acara_kelengkapan_nomor"
    catatan = rows(jenis, "catatan", *[{}] * many)

    read = pages(meja.pdf(jenis, f"{jenis}_{many}", catatan=catatan))

    (signed,) = [page for page in read if "demikianberitaacara" in page]
    assert "nip197402022000031002" in signed


def test_a_draft_without_a_choice_chooses_neither(meja: Meja) -> None:
    jenis = "berita_acara_pemindahan"

    said = told(meja, jenis, "belum_dipilih", kegiatan="\u00abKegiatan\u00bb")

    assert "arsipinaktif" not in said
    assert "arsipstatis" not in said
    assert "\u00abkegiatan\u00bbarsip" in said


def test_each_heading_of_the_number_book_stands_in_one_line(meja: Meja) -> None:
    pdf = meja.pdf("berita_acara_kelengkapan_nomor", "kelengkapan_kepala")
    said = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True)

    (head,) = [one.split() for one in said.stdout.splitlines() if "Terakhir" in one]
    assert head[-3:] == ["Luar", "Hilang", "Janggal"]
