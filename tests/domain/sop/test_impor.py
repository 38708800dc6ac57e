"""An official SOP table becomes a draft: what is written is kept, what is not sure is named."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from service.domain.kesalahan import grave
from service.domain.refusals import Refusal
from service.domain.sop.baca import read_text
from service.domain.sop.bahan import Bahan, read_bahan
from service.domain.sop.bentuk import Sop
from service.domain.sop.identitas import Identitas, Pengesah
from service.domain.sop.impor import read_draft
from service.domain.sop.impor_bentuk import Konsep, Sel, Sumber
from tests.domain.sop.impor_tabel import baris, kepala, resmi, sumber, tabel
from tests.domain.sop.resmi.lima import LIMA

UMUM, _ = read_bahan(
    "umum/bahan.toml",
    (Path(__file__).parents[3] / "templates_docx/umum/bahan.toml").read_text(encoding="utf-8"),
)
DUA = ("Tim Sekretariat", "PPID")


def drafted(held: Sumber) -> tuple[Konsep, Sop]:
    """The draft, and the SOP that the house reads out of it together with its proposed things."""
    konsep = read_draft(held, UMUM)
    things: dict[str, Bahan] = {}
    if konsep.bahan:
        things, wrong = read_bahan("bahan.toml", konsep.bahan)
        assert wrong == []
    sop, found = read_text("konsep", "konsep.toml", konsep.toml, {**UMUM, **things})
    assert grave(found) == []
    assert sop
    return konsep, sop


def head_of(one: Identitas, nama: str, nomor: str) -> list[str]:
    """An identity block as an office types it: a label, a colon, what it says."""
    lines = [
        *one.instansi,
        f"NOMOR SOP : {nomor}",
        f"TGL. PEMBUATAN : {one.dibuat}",
        f"TGL. REVISI : {one.direvisi}",
        f"TGL. EFEKTIF : {one.efektif}",
        f"TGL. PENGESAHAN : {one.disahkan}",
        f"DISAHKAN OLEH : {one.pengesah.jabatan}",
        one.pengesah.nama,
        one.pengesah.pangkat,
        f"NIP. {one.pengesah.nip}" if one.pengesah.nip else "",
        f"NAMA SOP : {nama}",
    ]
    for label, points in (
        ("DASAR HUKUM:", one.dasar_hukum),
        ("KUALIFIKASI PELAKSANA:", one.kualifikasi),
        ("KETERKAITAN:", one.keterkaitan),
        ("PERALATAN/PERLENGKAPAN:", one.peralatan),
        ("PERINGATAN:", one.peringatan),
        ("PENCATATAN DAN PENDATAAN:", one.pencatatan),
    ):
        lines += [label, *(f"{n}. {point}" for n, point in enumerate(points, 1))]
    return [*lines, one.judul_tabel]


@pytest.mark.parametrize("instansi", LIMA)
def test_the_five_official_tables_come_back_row_by_row(instansi: str) -> None:
    source = LIMA[instansi][1]
    drawn = {row.nomor: (*row.kolom, *row.ikut) for row in source.TABEL}
    held = sumber(*head_of(source.KEPALA, source.NAMA, source.NOMOR), resmi(source, drawn))

    konsep, sop = drafted(held)

    assert konsep.langkah == len(sop.langkah) == len(source.TABEL)
    for row, written in zip(sop.langkah, source.TABEL, strict=True):
        assert row.kegiatan == written.kegiatan
        assert row.waktu.kata == written.waktu
        assert row.keterangan == written.ket
        assert row.tertulis.kelengkapan == written.kelengkapan
        assert row.tertulis.keluaran == written.keluaran
        assert {sop.sebutan(one) for one in row.pelaksana} == {
            source.KOLOM[n - 1] for n in (*written.kolom, *written.ikut)
        }


@pytest.mark.parametrize("instansi", [one for one in LIMA if LIMA[one][1].NOMOR])
def test_the_block_above_the_table_comes_back_whole(instansi: str) -> None:
    source = LIMA[instansi][1]
    own: Identitas = source.KEPALA
    held = sumber(*head_of(own, source.NAMA, source.NOMOR), resmi(source, {}))

    found = tomllib.loads(read_draft(held, UMUM).toml)

    assert (found["nomor"], found["nama"]) == (source.NOMOR, source.NAMA)
    block = found["identitas"]
    for key in ("dibuat", "direvisi", "efektif", "disahkan", "judul_tabel"):
        assert block.get(key, "") == getattr(own, key), key
    for key in ("instansi", "dasar_hukum", "kualifikasi", "keterkaitan", "peralatan"):
        assert tuple(block.get(key, ())) == getattr(own, key), key
    for key in ("peringatan", "pencatatan"):
        assert tuple(block.get(key, ())) == getattr(own, key), key
    for key in ("nama", "jabatan", "nip", "pangkat"):
        assert block["pengesah"].get(key, "") == getattr(own.pengesah, key), key


def test_without_a_mark_nobody_is_put_into_a_row_and_it_is_said_where() -> None:
    konsep = read_draft(sumber(tabel(*kepala(DUA), baris("1", "Menerima surat", ["", ""]))), UMUM)

    row = tomllib.loads(konsep.toml)["langkah"][0]
    assert row["pelaksana"] == []
    assert row["tafsir"] == ["pelaksana"]
    assert "# Periksa: pelaksana tidak bertanda" in konsep.toml
    assert konsep.ragu[-1].startswith("langkah 1: pelaksana tidak bertanda")
    _, found = read_text("konsep", "konsep.toml", konsep.toml, UMUM)
    assert [one.sebab for one in grave(found)] == ["pelaksana belum diisi."]


@pytest.mark.parametrize("tanda", ["v", "X", "✓", "□", "◇", "●", "( )", "/\\", "Mulai"])
def test_every_usual_mark_says_who_acts(tanda: str) -> None:
    _, sop = drafted(sumber(tabel(*kepala(DUA), baris("1", "Memeriksa surat", ["", tanda]))))

    assert sop.langkah[0].pelaksana == ("ppid",)
    assert "pelaksana" not in sop.langkah[0].disimpulkan


def test_what_a_scanner_left_of_a_shape_is_taken_and_marked() -> None:
    _, sop = drafted(sumber(tabel(*kepala(DUA), baris("1", "Menetapkan daftar", ["", "U¢"]))))

    assert sop.langkah[0].pelaksana == ("ppid",)
    assert sop.langkah[0].disimpulkan == ("pelaksana",)


def test_two_marked_columns_are_both_taken_and_the_author_is_asked_who_only_takes_part() -> None:
    konsep, sop = drafted(sumber(tabel(*kepala(DUA), baris("1", "Rapat", ["v", "v"]))))

    assert sop.langkah[0].pelaksana == ("tim_sekretariat", "ppid")
    assert any("pindahkan yang hanya ikut ke bersama" in one for one in konsep.ragu)


def test_a_sentence_that_names_its_actor_is_read_and_marked() -> None:
    row = baris("1", "Tim Sekretariat menyusun laporan hasil pengujian", ["", ""])
    _, sop = drafted(sumber(tabel(*kepala(DUA), row)))

    assert sop.langkah[0].pelaksana == ("tim_sekretariat",)
    assert sop.langkah[0].disimpulkan == ("pelaksana",)


def test_y_and_t_are_a_decision_and_not_the_actors() -> None:
    actors = ("PPID", "TIM SEKRETARIAT", "TIM PENDUKUNG")
    held = sumber(
        tabel(
            *kepala(actors),
            baris("1", "Menyediakan Data dan Informasi publik", ["", "", "v"]),
            baris("2", "Memverifikasi kelengkapan", ["", "v", ""]),
            baris("3", "Melaporkan hasil verifikasi ke PPID", ["Y", "", "T"]),
            baris("4", "Melaporkan kepada Atasan PPID", ["Y", "", ""]),
        )
    )

    konsep = read_draft(held, UMUM)
    rows = tomllib.loads(konsep.toml)["langkah"]

    assert rows[2]["cabang"] == {"ya": "berikut", "tidak": "1"}  # the row of TIM PENDUKUNG
    assert rows[2]["pelaksana"] == []
    assert "cabang" in rows[2]["tafsir"]
    assert "cabang" not in rows[3]
    assert any("arah panah dari langkah lain" in one for one in konsep.ragu)


def test_words_of_a_return_are_proposed_as_a_decision() -> None:
    held = sumber(
        tabel(
            *kepala(("Kasubbag", "Sekretaris", "PPID Pembantu")),
            baris("1", "Mengumpulkan informasi", ["v", "", ""]),
            baris(
                "2",
                "Menerima daftar untuk dikoreksi yang kemudian disampaikan ke PPID Pembantu "
                "apabila sudah sesuai, apabila belum maka dikembalikan untuk diperbaiki",
                ["", "◇", ""],
            ),
            baris(
                "3",
                "Memeriksa; jika tidak lengkap dikembalikan kepada Kasubbag",
                ["", "", "◇"],
            ),
            baris("4", "Menetapkan", ["", "", "◇"]),
        )
    )

    konsep, sop = drafted(held)

    assert dict(sop.langkah[1].cabang) == {"sesuai": "berikut", "kembali": "1"}
    assert dict(sop.langkah[2].cabang) == {"sesuai": "berikut", "kembali": "1"}
    assert all("cabang" in one.disimpulkan for one in sop.langkah[1:3])
    assert not sop.langkah[3].cabang  # a diamond without words: said, not invented
    assert any(one.startswith("langkah 4: ada belah ketupat") for one in konsep.ragu)


def test_things_are_the_known_ones_first_and_new_ones_are_proposed() -> None:
    held = sumber(
        tabel(
            *kepala(DUA),
            baris("1", "Menerima", ["v", ""], ("surat permohonan", "10 menit", "Surat Undangan")),
            baris(
                "2",
                "Menyusun",
                ["v", ""],
                (
                    "1. UU No. 14 Tahun 2008\n2. Perki No. 1 Tahun 2010\n3. Surat Undangan",
                    "1 hari",
                    "Memorandum dan Berita Acara pengujian tentang konsekuensi",
                ),
            ),
        )
    )

    konsep, sop = drafted(held)

    first, second = sop.langkah
    assert [one.bahan for one in first.kelengkapan] == ["surat_permohonan"]
    assert first.keluaran == ("surat_undangan",)
    assert [one.bahan for one in second.kelengkapan] == ["surat_undangan"]
    assert second.keluaran == ("memorandum", "berita_acara_uji")
    assert tomllib.loads(konsep.bahan) == {
        "surat_undangan": {"nama": "Surat Undangan", "wujud": "naskah"}
    }
    assert "UU No. 14 Tahun 2008" in (second.tertulis.kelengkapan or "")


def test_a_row_does_not_wait_for_what_only_a_later_row_makes() -> None:
    held = sumber(
        tabel(
            *kepala(DUA),
            baris("1", "Menyusun", ["v", ""], ("Daftar Informasi Publik", "1 hari", "Memorandum")),
            baris("2", "Memuat", ["v", ""], ("Memorandum", "1 hari", "DIP")),
        )
    )

    konsep, sop = drafted(held)

    assert sop.langkah[0].kelengkapan == ()
    assert sop.langkah[0].tertulis.kelengkapan == "Daftar Informasi Publik"
    assert any("dip baru dibuat langkah sesudahnya" in one for one in konsep.ragu)


def test_the_signatures_below_the_table_are_read() -> None:
    signed = tabel(
        ["Disusun oleh", "Diperiksa dan diusulkan oleh", "Disetujui oleh"],
        [
            "Contoh Satu, S.Sos\nNIP. 19790215 201001 2 009",
            "Contoh Dua, SH",
            "Contoh Tiga, MM NIP.19860429 200412 1 001",
        ],
        ["Analis Kebijakan", "Kepala Bidang", "Kepala Dinas Komunikasi dan Informatika"],
    )
    held = sumber(tabel(*kepala(DUA), baris("1", "Menerima", ["v", ""])), "", signed)

    _, sop = drafted(held)

    assert sop.identitas.tanda_tangan == (
        Pengesah(
            "Contoh Satu, S.Sos", "Analis Kebijakan", "19790215 201001 2 009", "", "Disusun oleh"
        ),
        Pengesah("Contoh Dua, SH", "Kepala Bidang", "", "", "Diperiksa dan diusulkan oleh"),
        Pengesah(
            "Contoh Tiga, MM",
            "Kepala Dinas Komunikasi dan Informatika",
            "19860429 200412 1 001",
            "",
            "Disetujui oleh",
        ),
    )


def test_a_block_that_is_a_table_is_read_beside_and_below_its_labels() -> None:
    block = tabel(
        [Sel("PEMERINTAH KOTA CONTOH\nDINAS KOMINFO", 1, 3), "NOMOR SOP", ":", "800/7/2026"],
        ["TGL. PEMBUATAN", ":", "2 Januari 2026"],
        ["NAMA SOP", ":", "Penetapan DIP"],
        [Sel("Dasar Hukum :", 2), Sel("Kualifikasi pelaksana :", 2)],
        [Sel("1. UU 14 Tahun 2008\n2. Perki 1 Tahun 2021", 2), Sel("1. SLTA\n2. Teliti", 2)],
        [Sel("Peringatan :\nBila tidak, tertunda", 2), Sel("Pencatatan dan pendataan :", 2)],
        [Sel("", 2), Sel("Disimpan sebagai berkas", 2)],
    )
    _, sop = drafted(
        sumber(
            "STANDAR OPERASIONAL PROSEDUR",
            block,
            tabel(*kepala(DUA), baris("1", "Menerima", ["v", ""])),
        )
    )

    assert (sop.nomor, sop.nama) == ("800/7/2026", "Penetapan DIP")
    assert sop.identitas.instansi == ("PEMERINTAH KOTA CONTOH", "DINAS KOMINFO")
    assert sop.identitas.dibuat == "2 Januari 2026"
    assert sop.identitas.dasar_hukum == ("UU 14 Tahun 2008", "Perki 1 Tahun 2021")
    assert sop.identitas.kualifikasi == ("SLTA", "Teliti")
    assert sop.identitas.peringatan == ("Bila tidak, tertunda",)
    assert sop.identitas.pencatatan == ("Disimpan sebagai berkas",)


def test_labels_in_a_heap_are_paired_in_order_and_marked_or_else_only_told() -> None:
    held = sumber(
        "NOMOR SOP",
        "Tanggal Pembuatan",
        "Tanggal Revisi",
        "800/1004 /BU/2021",
        "22 November 2021",
        "3 Agustus 2023",
        "Nama SOP",
        "Pendokumentasian Informasi Yang",
        "Dikecualikan",
        "Keterkaitan SOP",
        "Peralatan/ Perlengkapan",
        "1. Komputer dan Printer",
        "2. ATK",
        tabel(*kepala(DUA), baris("1", "Menerima", ["v", ""])),
    )

    konsep, sop = drafted(held)

    assert (sop.nomor, sop.identitas.dibuat) == ("800/1004 /BU/2021", "22 November 2021")
    assert {"nomor", "identitas.dibuat", "identitas.direvisi"} <= set(sop.tafsir)
    assert sop.nama == "Pendokumentasian Informasi Yang Dikecualikan"
    assert sop.identitas.peralatan == ()  # whose list it is cannot be seen
    assert any("keterkaitan, peralatan tercampur" in one for one in konsep.ragu)


def test_a_file_without_a_table_or_with_a_table_of_other_things_says_what_to_bring() -> None:
    with pytest.raises(Refusal, match="hasil pindai"):
        read_draft(sumber("", "SOP Penetapan DIP"), UMUM)
    with pytest.raises(Refusal, match="tidak punya baris judul kolom SOP"):
        read_draft(sumber(tabel(["1", "Menerima surat", "", "", "10 menit"])), UMUM)
    with pytest.raises(Refusal, match="tidak ada langkah di bawahnya"):
        read_draft(sumber(tabel(*kepala(DUA))), UMUM)
