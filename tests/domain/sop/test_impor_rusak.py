"""Tables as scanners, page breaks and other programs leave them."""

from __future__ import annotations

import tomllib
from time import process_time

import pytest

from service.domain.refusals import Refusal
from service.domain.sop.impor import read_draft
from service.domain.sop.impor_bentuk import Sel, Sumber, Tabel
from service.domain.sop.impor_kata import mended, one_line
from service.domain.sop.impor_tolakan import TerlaluBanyakLangkah
from tests.domain.sop.impor_tabel import baris, kepala, sumber, tabel
from tests.domain.sop.test_impor import DUA, UMUM, drafted

EMPAT = (
    "Kasubbag/\nKepala\nSeksi",
    "Sekretaris /\nKepala\nBidang",
    "PPID\nPembantu",
    "Kepala\nDinas\nDukcapil",
)


def scanned() -> Sumber:
    """The table of Biro Organisasi with the slips that its scanner left, over two pages."""
    first = tabel(
        ["", "", Sel("Pelaksana", 4), Sel("Mutu Baku", 3), ""],
        ["No.", "Kegiatan", *EMPAT, "Kelengkapan", "Waktu", "Output", "Ket"],
        baris(
            "1",
            "[Mengumpulkan informasi dan dokumentasi yang\nberkualitas dan relevan sesuai dengan "
            "tupoksi\nmasing-masing subbag. Arsip vital yang\ndianggap perlu",
            ["( )", "", "", ""],
            (
                "1. UU No. 14 Tahun 2008\n2. UU No. 25 Tahun 2009",
                "[Secara\nberkala dan\n[setiap saat",
                "Data informasi\n[dan\ndokumentasi",
            ),
        ),
        baris(
            "2",
            "|Menerima daftar/data informasi dan dokumentasi yang telah dikumpulkan\nuntuk "
            "dikoreksi apabila sudah sesuai, apabila\nbelum maka dikembalikan untuk diperbaiki",
            ["", "/\\ NS\nA", "", ""],
            ("4.PP 61 Tahun 2010\n7. Data Informasi dan\nDokumentasi", "Secara\nberkala", ""),
        ),
        baris(
            "4",
            "[Mengadakan rapat bersama untuk menentukan\n\nDIP",
            ["", "", "¢", ""],
            (
                "DIP yang telah diklasifikasi",
                "1 hari",
                "Data informasi\nyang sudah\n\ndidokumentasi\nkan",
            ),
            "[SOP\nPelaksanaan\nRapat",
        ),
    )
    second = tabel(
        ["", "", Sel("Pelaksana", 4), Sel("Mutu Baku", 3), ""],
        ["No.", "Keglatan", *EMPAT, "Kelengkapan", "Wakfu", "Oufput", "Ket"],
        baris("5", "Menetapkan Daftar Informasi\nPublik (DIP)", ["", "", "", "U"]),
    )
    return sumber("Nama SOP Penetapan dan Pemuktahiran", first, "", "", second)


def test_a_bad_scan_over_two_pages_is_one_table() -> None:
    _, sop = drafted(scanned())

    assert [one.sebutan for one in sop.pelaksana] == [
        "Kasubbag/ Kepala Seksi",
        "Sekretaris / Kepala Bidang",
        "PPID Pembantu",
        "Kepala Dinas Dukcapil",
    ]
    assert [one.kegiatan[:12] for one in sop.langkah] == [
        "Mengumpulkan",
        "Menerima daf",
        "Mengadakan r",
        "Menetapkan D",
    ]
    assert "masing-masing subbag" in sop.langkah[0].kegiatan
    assert sop.langkah[0].waktu.kategori == ("berkala", "setiap_saat")
    assert sop.langkah[0].keluaran == ("data_informasi",)
    assert sop.langkah[2].tertulis.keluaran == "Data informasi yang sudah didokumentasikan"
    assert sop.langkah[2].keluaran == ("informasi_terdokumentasi",)
    assert [one.bahan for one in sop.langkah[1].kelengkapan] == ["data_informasi"]
    assert dict(sop.langkah[1].cabang) == {"sesuai": "berikut", "kembali": "1"}


def test_numbers_that_jump_are_told() -> None:
    konsep, _ = drafted(scanned())

    assert any("nomor pada sumber tidak berurutan: baris ke-3 bernomor 4" in x for x in konsep.ragu)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("dokumentasi-\nkan", "dokumentasikan"),
        ("didokumentasi\nkan", "didokumentasikan"),
        ("masing-\nmasing", "masing-masing"),
        ("per-\nUnit", "per-Unit"),
        ("tanggung jawab\nnya", "tanggung jawabnya"),
        ("UU\u00a0No\x0b 14", "UU No 14"),
        ("informasi â€“ publik", "informasi – publik"),
    ],
)
def test_broken_words_and_wrong_encodings_are_mended(broken: str, whole: str) -> None:
    assert one_line(broken) == whole


def test_letters_that_no_encoding_gives_back_are_named_and_never_guessed() -> None:
    row = baris(
        "1", "Menerima \ud83dsurat", ["v", ""], ("Surat \ufffd\ufffd", "1 hari", "Memorandum")
    )
    konsep, sop = drafted(sumber(tabel(*kepala(DUA), row)))

    assert "\ufffd" in sop.langkah[0].kegiatan
    assert sop.langkah[0].kelengkapan == ()
    assert {"kegiatan", "kelengkapan"} <= set(sop.langkah[0].disimpulkan)
    konsep.toml.encode("utf-8")
    assert mended("a\x00b") == "a b"


def test_a_row_that_a_page_broke_is_one_row_and_heads_said_again_are_none() -> None:
    head = kepala(DUA)
    held = sumber(
        tabel(
            *head,
            ["1", "2", "3", "4", "5", "6", "7", "8"],
            baris("1", "Menyusun laporan tentang", ["v", ""], ("", "60", "Laporan hasil")),
            *head,
            baris("", "hasil rapat", ["", ""], ("", "menit", "rapat koordinasi")),
            ["", "", "", "", "", "", "", ""],
            baris("2", "Menetapkan", ["", "v"], ("", "15 menit", "")),
        )
    )

    _, sop = drafted(held)

    assert [one.kegiatan for one in sop.langkah] == [
        "Menyusun laporan tentang hasil rapat",
        "Menetapkan",
    ]
    assert sop.langkah[0].waktu.menit_sentuh == 60
    assert sop.langkah[0].keluaran == ("laporan_rapat",)


def test_a_merged_cell_counts_for_each_row_it_covers_and_is_marked() -> None:
    held = sumber(
        tabel(
            *kepala(DUA),
            ["1", "Menerima", "v", "", Sel("Surat permohonan", 1, 2), "10 menit", "", ""],
            ["2", "Memeriksa", "", "v", "1 jam", "", ""],
        )
    )

    konsep, sop = drafted(held)

    second = sop.langkah[1]
    assert second.waktu.menit_sentuh == 60
    assert [one.bahan for one in second.kelengkapan] == ["surat_permohonan"]
    assert "kelengkapan" in second.disimpulkan
    assert any("langkah 2: sel kelengkapan digabung" in one for one in konsep.ragu)


def test_a_table_without_merged_cells_nor_a_number_head_is_read_by_its_places() -> None:
    held = sumber(
        tabel(
            ["", "Aktifitas", "Pelaksana", "", "", "Mutu Baku", "", "", "Keterangan"],
            ["", "", "PPID Pelaksana", "Staf", "PPID Utama", "Kelengkapan", "Waktu", "Output", ""],
            ["1", "Menghasilkan", "v", "", "", "", "", "", ""],
            ["2", "Menyerahkan", "", "v", "", "", "1 hari", "", "Arsip"],
        )
    )

    _, sop = drafted(held)

    assert [one.sebutan for one in sop.pelaksana] == ["PPID Pelaksana", "Staf", "PPID Utama"]
    assert [one.kegiatan for one in sop.langkah] == ["Menghasilkan", "Menyerahkan"]
    assert sop.langkah[1].keterangan == "Arsip"


def test_a_group_above_the_actors_is_kept() -> None:
    rows = kepala(
        ("Kasubid Pelayanan Informasi", "Petugas Dokumentasi"), kelompok="PPID Pembantu Biro Umum"
    )
    _, sop = drafted(sumber(tabel(*rows, baris("1", "Menugaskan", ["v", ""]))))

    assert [(one.sebutan, one.kelompok) for one in sop.pelaksana] == [
        ("Kasubid Pelayanan Informasi", "PPID Pembantu Biro Umum"),
        ("Petugas Dokumentasi", "PPID Pembantu Biro Umum"),
    ]


def test_misspelt_heads_and_other_words_for_them_are_known() -> None:
    judul = ("Nomer", "Uraian Kegiaten", "Pelaksna", "Muto Baku", "Keterngan")
    rows = kepala(DUA, judul)
    rows[1] = [*DUA, "Persyaratan/ Perlengkapan", "Waktu", "Keluaran"]
    _, sop = drafted(sumber(tabel(*rows, baris("1", "Menerima", ["v", ""], ("", "5 menit", "")))))

    assert sop.langkah[0].waktu.menit_sentuh == 5


def test_of_two_tables_both_are_told_and_the_one_that_looks_like_an_sop_is_read() -> None:
    small = tabel(["No", "Kegiatan", "Waktu"], ["1", "Apel pagi", "15 menit"])
    real = tabel(*kepala(DUA), baris("1", "Menerima", ["v", ""]), baris("2", "Menguji", ["", "v"]))

    konsep, sop = drafted(sumber(small, "SOP Uji Konsekuensi", real))

    assert [one.kegiatan for one in sop.langkah] == ["Menerima", "Menguji"]
    assert "tabel 1 dengan 1 langkah; tabel 2 dengan 2 langkah" in konsep.catatan[0]
    assert "Yang dibaca tabel 2" in konsep.catatan[0]


def test_five_hundred_rows_are_refused_with_what_to_do_and_two_hundred_are_read() -> None:
    rows = [baris(str(n), f"Langkah {n}", ["v", ""]) for n in range(1, 501)]

    with pytest.raises(Refusal, match=r"500 langkah; paling banyak 200.*Pecah"):
        read_draft(sumber(tabel(*kepala(DUA), *rows)), UMUM)
    assert read_draft(sumber(tabel(*kepala(DUA), *rows[:200])), UMUM).langkah == 200


def test_an_unreadable_activity_and_time_stay_empty_or_as_written_and_are_named() -> None:
    row = baris("1", "", ["v", ""], ("", "menyesuaikan", ""))
    konsep = read_draft(sumber(tabel(*kepala(DUA), row)), UMUM)

    read = tomllib.loads(konsep.toml)["langkah"][0]
    assert (read["kegiatan"], read["waktu"]) == ("", "menyesuaikan")
    assert {"kegiatan", "waktu"} <= set(read["tafsir"])


def test_quotes_backslashes_and_odd_shapes_never_break_the_draft() -> None:
    odd = [Sel('Menulis "\\n" dan \\', 0, 0)]
    held = Sumber(
        (Tabel((*tabel(*kepala(DUA)).baris, (Sel("1"), *odd, Sel("v", 90, 900)), ())), "'''", '"""')
    )

    found = tomllib.loads(read_draft(held, UMUM).toml)

    assert found["langkah"][0]["kegiatan"] == 'Menulis "\\n" dan \\'


def test_an_sop_cut_into_hundreds_of_tables_is_read_without_waiting() -> None:
    rows = [
        baris(str(n), f"Langkah {n}", ("1", ""), ("Surat", "1 jam", "Surat")) for n in range(1, 401)
    ]
    pages = [tabel(*kepala(("PPID", "Tim")), rows[0]), *(tabel(one) for one in rows[1:])]
    begun = process_time()
    with pytest.raises(TerlaluBanyakLangkah, match="punya 400 langkah"):
        read_draft(sumber(*pages), {})
    assert read_draft(sumber(*pages[:150]), {}).langkah == 150

    assert process_time() - begun < 5  # each page once; with all above it again it took 20


@pytest.mark.parametrize("nomor", ["²", "9" * 5000])
def test_a_number_that_nobody_counts_with_ends_the_table(nomor: str) -> None:
    first = tabel(*kepala(("PPID", "Tim")), baris("1", "Menerima", ("1", "")))
    konsep = read_draft(sumber(first, tabel(baris(nomor, "Lain", ("1", "")))), {})

    assert konsep.langkah == 1
