"""Which kind a kiriman is, by the rules that are delivered."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain.aturan import Aturan, AturanPengirim, Kenali
from service.domain.bacaan import Bacaan
from service.domain.kenali import putuskan, usulan
from service.domain.kiriman import (
    DIDAFTAR,
    DITERIMA,
    KARANTINA,
    MENUNGGU_PETUGAS,
    PENGANTAR,
    File,
    Kiriman,
    Surat,
    Usul,
)
from service.domain.temuan import AKHIR, Temuan
from tests.domain import surat_contoh as contoh
from tests.domain.surat_contoh import EXCEL, WORD, file, read, umum

KIRIMAN = Kiriman(
    "k", "dinas", "satu", "folder", "surat", "diterima", datetime(2026, 11, 21, tzinfo=UTC)
)
ISI = (
    "\nDengan hormat, bersama ini kami sampaikan contoh surat untuk dipelajari dan ditindaklanjuti."
)


def judged(*halaman: str, nama: str = "surat.docx", mime: str = WORD, **bacaan: object):
    told = usulan(umum(), file(nama), Bacaan(mime, 1, halaman, **bacaan), None, KIRIMAN)  # type: ignore[arg-type]
    return putuskan(KIRIMAN, [file(nama)], told, umum())


@pytest.mark.parametrize(
    ("jenis", "teks"),
    [
        ("permohonan_informasi", contoh.PERMOHONAN),
        ("permohonan_informasi", "FORMULIR PERMOHONAN\nINFORMASI PUBLIK\nNama : Contoh\nAlamat : "
         "Jalan Contoh\nRincian informasi yang dibutuhkan : contoh\nTujuan penggunaan : contoh"),
        ("permohonan_uji_konsekuensi", "DINAS CONTOH\nNomor : 4/A/XI/2026\nHal : Permohonan Uji "
         f"Konsekuensi atas data contoh\nYth. PPID{ISI}"),
        ("keberatan", f"Hal : Keberatan atas jawaban\nYth. PPID{ISI} Kami mengajukan keberatan."),
        ("keberatan", f"FORMULIR PENGAJUAN KEBERATAN\nNama : Contoh{ISI}"),
        ("usulan_dip", contoh.NOTA_DINAS),
        ("usulan_dik", f"Nomor : 5/A\nHal : Usulan Informasi yang Dikecualikan\nYth. PPID{ISI}"),
        ("daftar_serah_terima", f"BERITA ACARA SERAH TERIMA ARSIP\nNomor : 2/BA/XI/2026{ISI}"),
        ("undangan", contoh.UNDANGAN),
        ("memorandum", f"MEMORANDUM\nNomor : 3/M/XI/2026\nYth. Kepala\nHal : Cuti contoh{ISI}"),
        ("nota_dinas", f"NOTA DINAS\nNomor : 3/ND/XI/2026\nYth. Kepala\nHal : Cuti contoh{ISI}"),
        ("surat_tugas", f"DINAS CONTOH\nSURAT TUGAS\nNomor : 8/ST/XI/2026{ISI}"),
        ("laporan", f"LAPORAN BULANAN\nKetersediaan Informasi{ISI}"),
        ("masukan_publik", f"REKAPITULASI MASUKAN PUBLIK\nSemester II Tahun 2026{ISI}"),
        ("masukan_publik", f"Nomor : 9/S\nHal : Masukan Publik atas layanan\nYth. PPID{ISI}"),
        ("berita_acara", f"BERITA ACARA RAPAT\nNomor : 8/BA/XI/2026{ISI}"),
        ("keputusan", contoh.SK),
        ("dokumen_informasi", contoh.SOP_SEBARIS),
        ("dokumen_informasi", contoh.SOP_BERKOLOM),
        ("dokumen_informasi", f"RENCANA STRATEGIS\nDINAS CONTOH\nTAHUN 2025-2029{ISI}"),
        ("surat_dinas", f"DINAS CONTOH\nNomor : 3/S/XI/2026\nHal : Pinjam tempat\nYth. Camat{ISI}"),
    ],
)  # fmt: skip
def test_each_kind_is_known_by_itself(jenis: str, teks: str) -> None:
    verdict = judged(teks)

    assert (verdict.jenis, verdict.keadaan) == (jenis, DIDAFTAR), verdict.alasan


@pytest.mark.parametrize(
    ("jenis", "tabel"), [("usulan_dip", contoh.TABEL_DIP), ("usulan_dik", contoh.TABEL_DIK)]
)
def test_a_table_is_known_by_its_columns_though_they_are_mistyped(jenis: str, tabel: str) -> None:
    for typed in (tabel, tabel.upper(), tabel.replace("Jangka", "Jngka").replace("Waktu", "Wkatu")):
        assert judged(typed, nama="tabel.xlsx", mime=EXCEL).jenis == jenis


def test_our_own_paper_is_known_by_the_code_printed_on_it_even_without_a_word() -> None:
    tanda = ("https://contoh.example/v/ABCDEFGH2345/3.1",)

    assert judged("", tanda=tanda).jenis == "naskah_kembali"
    assert judged("", tanda=tanda, perlu_ocr=(1,)).jenis == "pindaian_bertanda_tangan"


def test_the_code_of_a_shop_is_none_of_ours() -> None:
    assert judged("", tanda=("https://toko.example/v/1",)).keadaan == MENUNGGU_PETUGAS


def test_garbled_text_is_never_registered_by_a_machine() -> None:
    verdict = judged(contoh.SOP_PINDAIAN)

    assert (verdict.keadaan, verdict.kode) == (MENUNGGU_PETUGAS, "teks_rusak")
    assert verdict.surat == Surat()


def test_a_scan_without_a_word_waits_with_what_to_do() -> None:
    verdict = judged("", perlu_ocr=(1,))

    assert verdict.kode == "teks_sedikit"
    assert "gambar halaman" in verdict.alasan


def test_two_kinds_that_fit_alike_are_a_persons_choice() -> None:
    verdict = judged(f"SURAT TUGAS\nBERITA ACARA RAPAT\nNomor : 1/A/XI/2026{ISI}")

    assert verdict.kode == "jenis_ragu"
    assert "Surat tugas, Berita acara" in verdict.alasan


def test_below_the_threshold_a_person_decides_and_is_told_the_guess() -> None:
    verdict = judged(f"Kepada Bapak{ISI}", nama="permohonan informasi.docx")

    assert verdict.kode == "jenis_belum_pasti"
    assert "Permohonan informasi" in verdict.alasan
    assert "45%" in verdict.alasan
    assert verdict.jenis == ""


def test_what_nobody_knows_is_not_guessed() -> None:
    assert judged(f"Selamat pagi{ISI}").kode == "jenis_tak_dikenal"


def test_a_letter_that_calls_itself_secret_waits_before_anything_of_it_is_written_down() -> None:
    verdict = judged(contoh.UNDANGAN.replace("Segera", "Rahasia"))

    assert (verdict.keadaan, verdict.kode) == (MENUNGGU_PETUGAS, "mungkin_rahasia")
    assert judged_secret().keadaan == DIDAFTAR


def judged_secret():
    told = read(contoh.UNDANGAN.replace("Segera", "Rahasia"))
    return putuskan(replace(KIRIMAN, rahasia=True), [file()], told, umum())


# --- what the bringer said


def test_what_the_bringer_said_stays_as_they_said_it() -> None:
    said = replace(KIRIMAN, jenis="laporan", surat=Surat(nomor="1/X/2026", perihal="Kata pembawa"))

    verdict = putuskan(said, [file()], read(contoh.UNDANGAN), umum())

    assert verdict.jenis == "laporan"
    assert (verdict.surat.nomor, verdict.surat.perihal) == ("1/X/2026", "Kata pembawa")
    assert verdict.surat.tanggal == "2026-11-05"


def test_what_the_bringer_calls_a_scan_needs_no_reading() -> None:
    told = usulan(umum(), file(), Bacaan(WORD, 1, ("",), perlu_ocr=(1,)), None)

    assert putuskan(replace(KIRIMAN, jenis="laporan"), [file()], told, umum()).keadaan == DIDAFTAR


# --- several files


def several(*ends: str) -> list[File]:
    marks = {
        "tidak_dapat_diproses": (Temuan("program"),),
        "disimpan_saja": (Temuan("tak_dikenal"),),
        "menunggu_pemeriksaan": (Temuan("belum_dipindai"),),
    }
    return [
        replace(file(f"{n}.docx", f"f{n}", end), urut=n, temuan=marks.get(end, ()))
        for n, end in enumerate(ends)
    ]


def test_a_file_alone_that_cannot_be_used_is_kept_apart() -> None:
    verdict = putuskan(KIRIMAN, several("tidak_dapat_diproses"), (), umum())

    assert (verdict.keadaan, verdict.akhir, verdict.kode) == (
        KARANTINA,
        "tidak_dapat_diproses",
        "program",
    )


def test_one_bad_file_among_several_waits_for_a_person_and_is_named() -> None:
    verdict = putuskan(KIRIMAN, several("diterima", "tidak_dapat_diproses"), (), umum())

    assert verdict.keadaan == MENUNGGU_PETUGAS
    assert verdict.alasan.startswith("1.docx: ")


def test_a_bad_member_of_an_archive_does_not_hold_up_the_archive() -> None:
    parent, member = several("diterima", "tidak_dapat_diproses")

    verdict = putuskan(KIRIMAN, [parent, replace(member, dari=parent.id)], (), umum())

    assert verdict.keadaan == MENUNGGU_PETUGAS


def test_what_was_not_looked_at_stays_held_whatever_else_came() -> None:
    verdict = putuskan(KIRIMAN, several("tidak_dapat_diproses", "menunggu_pemeriksaan"), (), umum())

    assert (verdict.keadaan, verdict.akhir) == (DITERIMA, "menunggu_pemeriksaan")


def test_a_folder_nobody_knows_asks_for_its_unit() -> None:
    verdict = putuskan(
        replace(KIRIMAN, instansi="", unit=""), [file()], read(contoh.UNDANGAN), umum()
    )

    assert (verdict.keadaan, verdict.kode) == (MENUNGGU_PETUGAS, "tanpa_folder")


def test_the_covering_letter_speaks_for_what_came_with_it() -> None:
    first, second = several("diterima", "diterima")
    letter = usulan(umum(), second, Bacaan(WORD, 1, (contoh.UNDANGAN,)), None)
    report = usulan(umum(), first, Bacaan(WORD, 1, (f"LAPORAN BULANAN{ISI}",)), None)

    said = putuskan(KIRIMAN, [first, replace(second, peran=PENGANTAR)], (*report, *letter), umum())
    silent = putuskan(KIRIMAN, [first, second], (*report, *letter), umum())

    assert (said.jenis, said.surat.tanggal) == ("undangan", "2026-11-05")
    assert silent.jenis == "laporan"


# --- what officers taught


def test_what_an_officer_said_of_a_sender_goes_before_every_rule() -> None:
    taught = AturanPengirim(
        "a1", "dinas", "dinas komunikasi dan informatika pemerintah kota contoh", "Diskominfo",
        "jenis", "laporan", "o1", KIRIMAN.diterima,
    )  # fmt: skip
    rules = replace(umum(), pengirim=(taught,))
    told = usulan(rules, file(), Bacaan(WORD, 1, (contoh.UNDANGAN,)), None, KIRIMAN)

    assert putuskan(KIRIMAN, [file()], told, rules).jenis == "laporan"
    assert rules.reason("pengirim:a1") == "Petugas menetapkannya untuk semua surat dari Diskominfo"
    withdrawn = replace(rules, pengirim=(replace(taught, dicabut=KIRIMAN.diterima),))
    told = usulan(withdrawn, file(), Bacaan(WORD, 1, (contoh.UNDANGAN,)), None, KIRIMAN)
    assert putuskan(KIRIMAN, [file()], told, withdrawn).jenis == "undangan"


# --- evidence


def test_every_value_says_by_which_rule_on_which_page_from_which_words_and_how_surely() -> None:
    for one in read(contoh.PERMOHONAN):
        assert one.file == "f1"
        assert 0 < one.keyakinan <= 100
        assert one.kutipan
        assert umum().reason(one.aturan) != "Dibaca dari file", one.aturan
        if one.halaman:
            parts = (" ".join(part.split()) for part in one.kutipan.split(" … "))
            assert all(part in " ".join(contoh.PERMOHONAN.split()) for part in parts)


def test_two_places_that_agree_make_surer_and_one_place_twice_does_not() -> None:
    rules = tuple(
        Kenali(f"r{n}", "laporan", di, "salah_satu", ("contoh",), 60)
        for n, di in enumerate(("isi", "isi", "nama_file"))
    )
    aturan = Aturan(rules, umum().jenis)

    def sure(teks: str, nama: str) -> int:
        told = usulan(aturan, file(nama), Bacaan(WORD, 1, (teks,)), None)
        return next(one.keyakinan for one in told if one.ruas == "jenis")

    assert sure("contoh", "a.docx") == 60
    assert sure("contoh", "contoh.docx") == 84


def test_a_rule_may_also_say_the_sifat_and_the_unit() -> None:
    rule = Kenali("r", "laporan", "isi", "salah_satu", ("gempa",), 90, sifat="segera", unit="satu")
    told = usulan(Aturan((rule,), ()), file(), Bacaan(WORD, 1, ("ada gempa",)), None)

    assert {(one.ruas, one.nilai) for one in told} >= {("sifat", "segera"), ("unit", "satu")}


def test_a_long_file_is_read_at_its_head_and_at_its_end_only() -> None:
    pages = [contoh.SK.split("MEMUTUSKAN")[0], *("isi " * 500 for _ in range(300))]
    pages.append("Ditetapkan di Kota Contoh\npada tanggal 17 November 2026")

    (first, *_) = [one for one in read(*pages) if one.ruas == "tanggal"]

    assert (first.nilai, first.halaman) == ("2026-11-17", 302)


def test_nothing_is_made_of_nothing() -> None:
    for bacaan in (Bacaan(WORD), Bacaan(WORD, 3, ("", " ", "\n"))):
        told: tuple[Usul, ...] = usulan(umum(), file(""), bacaan, None)
        assert {one.ruas for one in told} <= {"mutu", "perihal"}


def test_a_pattern_is_told_in_the_words_of_the_office() -> None:
    for rule in umum().kenali:
        told = umum().reason(rule.id)
        assert "\\" not in told
        assert told[0].isupper()
    assert umum().reason("undangan.perihal") == "Perihal khas undangan"


@pytest.mark.parametrize(
    "baris",
    ["tanggal" + " " * 480 + "x", "Nomor : " + "1/" * 240, "Nomor : " + "A." * 240, "1 1 1 " * 80,
     "Nomor: Hal: " * 40, "Yth. " * 90, "Hal : " + "x " * 240, "AB 1/ 1/ 1/ " * 40, "Re: " * 120,
     "tanggal satu bulan mei tahun " + "satu " * 80, "mengajukan permohonan " * 22, "\t" * 490],
)  # fmt: skip
def test_no_letter_however_odd_holds_up_the_others(baris: str) -> None:
    page = "\n".join([baris] * 59)
    began = time.process_time()

    read(page, page, page, page)

    assert time.process_time() - began < 2


JENIS = st.sampled_from([one.id for one in umum().jenis])
USUL = st.one_of(
    st.builds(
        Usul,
        ruas=st.just("jenis"),
        nilai=JENIS,
        aturan=st.sampled_from(["undangan.judul", "laporan.judul", "pengirim:x"]),
        file=st.sampled_from(["f0", "f1"]),
        keyakinan=st.integers(1, 100),
    ),
    st.builds(
        Usul,
        ruas=st.sampled_from(["nomor", "tanggal", "perihal", "pengirim", "tujuan", "sifat"]),
        nilai=st.sampled_from(["a", "b", "rahasia", ""]),
        aturan=st.just("nomor.label"),
        file=st.sampled_from(["f0", "f1"]),
        keyakinan=st.integers(1, 100),
    ),
    st.builds(
        Usul,
        st.just("mutu"),
        st.sampled_from(["rusak", "sedikit"]),
        st.just("mutu"),
        file=st.just("f0"),
    ),
)
ENDS = st.sampled_from(list(AKHIR))


@settings(max_examples=400, deadline=None, derandomize=True)
@given(
    st.lists(USUL, max_size=8),
    st.lists(ENDS, min_size=1, max_size=2),
    st.sampled_from(["", "laporan"]),
    st.sampled_from(["", "1/X/2026"]),
    st.sampled_from(["", "dinas"]),
)
def test_whatever_is_proposed_a_guess_is_never_written_down(
    usul: list[Usul], ends: list[str], jenis: str, nomor: str, instansi: str
) -> None:
    kiriman = replace(KIRIMAN, instansi=instansi, jenis=jenis, surat=Surat(nomor=nomor))

    verdict = putuskan(kiriman, several(*ends), usul, umum())

    assert verdict.keadaan in (DIDAFTAR, DITERIMA, KARANTINA, MENUNGGU_PETUGAS)
    if verdict.keadaan != DIDAFTAR:
        assert verdict.alasan
        assert verdict.kode
        assert (verdict.jenis, verdict.surat) == (jenis, kiriman.surat)
        return
    assert instansi
    assert set(ends) <= {"diterima", "diterima_dengan_catatan"}
    assert verdict.surat.nomor == nomor or not nomor
    assert verdict.surat.sifat not in ("rahasia", "sangat_rahasia")
    sure = {one.nilai for one in usul if one.ruas == "jenis" and one.keyakinan >= umum().ambang}
    assert verdict.jenis == jenis or (not jenis and verdict.jenis in sure)
    for ruas in ("nomor", "tanggal", "perihal", "pengirim", "tujuan"):
        value = getattr(verdict.surat, ruas)
        read_ = {one.nilai for one in usul if one.ruas == ruas and one.keyakinan >= 70}
        assert value in {"", nomor} | read_
