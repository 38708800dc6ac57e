"""Perihal, sender, addressee and sifat as letters write them."""

from __future__ import annotations

import pytest

from service.domain.baca_surat import normal, polite
from service.domain.bacaan import Bacaan
from service.domain.instansi import Instansi, UnitKerja
from service.domain.kenali import usulan
from tests.domain import surat_contoh as contoh
from tests.domain.surat_contoh import WORD, file, of, read, umum


def test_a_perihal_of_two_lines_is_read_whole_and_without_what_stands_beside_it() -> None:
    assert of(read(contoh.PERMOHONAN), "perihal")[0] == (
        "Permohonan Informasi Publik tentang realisasi anggaran perjalanan dinas tahun 2025"
    )


def test_the_sender_is_the_letterhead_from_the_smallest_body_up() -> None:
    assert of(read(contoh.UNDANGAN), "pengirim") == [
        "Dinas Komunikasi dan Informatika, Pemerintah Kota Contoh"
    ]
    assert of(read(contoh.SOP_BERKOLOM), "pengirim") == [
        "Biro Contoh, Sekretariat Daerah, Pemerintah Provinsi Contoh"
    ]


def test_a_memo_names_its_sender_and_addressee_behind_labels() -> None:
    told = read(contoh.NOTA_DINAS)

    assert of(told, "pengirim") == ["Bidang Satu Contoh"]
    assert of(told, "tujuan") == ["Pejabat Pengelola Informasi dan Dokumentasi"]
    assert of(told, "perihal")[0] == "Usulan Daftar Informasi Publik"


def test_a_decree_is_about_what_stands_below_tentang() -> None:
    assert of(read(contoh.SK), "perihal")[0].startswith("Penetapan Daftar Informasi Publik")


@pytest.mark.parametrize(
    ("baris", "sifat"),
    [
        ("Sifat : Biasa", "biasa"),
        ("Sifat : Segera", "segera"),
        ("Sifat: SANGAT SEGERA", "segera"),
        ("Sifat : Rahasia", "rahasia"),
        ("Sifat : Sangat Rahasia", "sangat_rahasia"),
        ("RAHASIA", "rahasia"),
        ("SANGAT RAHASIA", "sangat_rahasia"),
        ("Nomor : SR-3/IJ/KP.07.6/04/2020", "sangat_rahasia"),
        ("Nomor : R-99/IJ/KP.07.6/04/2020", "rahasia"),
    ],
)
def test_secrecy_is_read_from_the_label_the_stamp_and_the_number(baris: str, sifat: str) -> None:
    assert of(read(f"DINAS CONTOH\n{baris}\nHal : Contoh\nYth. Kepala Contoh"), "sifat")[0] == sifat


def test_a_word_about_secrets_in_a_sentence_makes_no_letter_secret() -> None:
    assert (
        of(read("Hal : Contoh\nYth. Kepala\nTentang rahasia jabatan kami sampaikan"), "sifat") == []
    )


def test_a_letter_by_mail_has_its_sender_and_subject_in_its_head() -> None:
    teks = "Dengan ini kami sampaikan contoh permohonan sebagaimana terlampir, terima kasih banyak."
    surel = {
        "Dari": "Contoh Warga <contoh@contoh.example>",
        "Perihal": "Fwd: Permohonan informasi contoh",
        "Tanggal": "Fri, 20 Nov 2026 09:15:00 +0700",
    }
    told = usulan(
        umum(), file("surat.eml"), Bacaan("message/rfc822", 1, (teks,), metadata=surel), None
    )

    assert of(told, "pengirim")[0] == "Contoh Warga"
    assert of(told, "perihal")[0] == "Permohonan informasi contoh"
    assert of(told, "tanggal") == ["2026-11-20"]
    assert of(told, "jenis") == ["permohonan_informasi"]


def test_the_unit_a_letter_is_addressed_to_is_proposed() -> None:
    instansi = Instansi(
        "contoh", "Dinas Contoh", unit=(UnitKerja("dua", "Bidang Dua Contoh", "B2"),)
    )
    teks = "DINAS CONTOH\nHal : Contoh\nYth. Kepala Bidang Dua Contoh\ndi Tempat"

    assert of(usulan(umum(), file(), Bacaan(WORD, 1, (teks,)), instansi), "unit") == ["dua"]


def test_two_ways_of_typing_a_sender_are_one() -> None:
    assert normal("DINAS  Contoh, Kota Contoh.") == normal("Dinas Contoh – KOTA CONTOH")


def test_capitals_become_a_sentence_and_short_names_stay() -> None:
    assert (
        polite("PPID DINAS KOMUNIKASI DAN INFORMATIKA") == "PPID Dinas Komunikasi dan Informatika"
    )


def test_where_a_letter_says_nothing_its_file_name_is_the_last_resort() -> None:
    (first, *_) = [one for one in read("", nama="surat_dari_desa.docx") if one.ruas == "perihal"]

    assert (first.nilai, first.keyakinan) == ("surat dari desa", 20)
