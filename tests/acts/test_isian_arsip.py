"""Papers of the archive take from a matter who handed over what, and all that it holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from service.acts.berkas import bahan as berkas_bahan
from service.acts.instansi.packs import agency
from service.acts.isian.berkas import of_berkas
from service.acts.naskah.fill import fill
from service.acts.nomor import ambil
from service.acts.nomor.ambil import Minta
from service.domain import naskah as n
from service.domain import ruas as r
from service.domain.ada import Ada
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.kiriman import DIDAFTAR, File, Fisik, Kiriman, Surat
from service.domain.permohonan import Permohonan
from tests.acts.perkara import KODE, SERAH, UJI, UNIT, Perkantoran, perkantoran
from tests.kantor import Kantor
from tests.papers import UMUM

JUMAT = datetime(2026, 11, 20, 3, 15, tzinfo=UTC)
MEDIA = ("Cetak", "Elektronik", "Cetak dan elektronik")
LAJUR = {
    "serah_terima": ("tanggal", "pukul", "dari", "ke", "keterangan"),
    "fisik": ("uraian", "cetak", "tempat", "elektronik", "kesiapan"),
    "berkas.isi": ("uraian", "nomor", "tanggal", "jumlah", "satuan", "media", "sha256"),
}


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = JUMAT
    kantor_dua.ledger.clock = kantor_dua.clock
    return perkantoran(kantor_dua, {"uji": UJI, "serah": SERAH})


def kolom(nama: str) -> r.Ruas:
    jenis = {"tanggal": r.TANGGAL, "jumlah": r.BILANGAN, "media": r.PILIHAN}.get(nama, r.TEKS)
    return r.Ruas(nama, nama, jenis, wajib=False, pilihan=MEDIA if nama == "media" else ())


def told(dinas: Perkantoran, berkas: Berkas, isi: str, *peran: str) -> Any:
    """What a table of that source is given."""
    columns = tuple(kolom(one) for one in LAJUR.get(isi, ()))
    jenis = r.DAFTAR if columns else r.TANGGAL
    ruas = r.Ruas("x", "X", jenis, r.BERKAS, isi=isi, kolom=columns)
    kind = r.Pasangan("contoh", "Contoh", "", "", (), (ruas,))
    who = dinas.oleh(*(peran or ("tim_sekretariat",)))
    with dinas.kantor.ledger.read() as reading:
        now = reading.get(Berkas, berkas.id)
        return of_berkas(dinas.kantor, reading, who, now, kind).get("x", [])


def named(dinas: Perkantoran, *peran: str) -> str:
    return dinas.oleh(*peran).orang.nama


def letter(dinas: Perkantoran, *, rahasia: bool = False, **more: Any) -> str:
    """A letter of two pages that came in; its id."""
    kiriman, file = dinas.kantor.new_id(), dinas.kantor.new_id()
    surat = Surat("7/C/2026", "2026-11-18", "Data contoh", "Dinas Contoh")
    came = Kiriman(kiriman, KODE, UNIT, "web", "surat.pdf", DIDAFTAR, JUMAT, "0003/AGENDA/2026")
    with dinas.kantor.ledger.begin() as tx:
        tx.add(replace(came, surat=surat, rahasia=rahasia, **more))
        tx.add(File(file, kiriman, "surat.pdf", "a" * 64, 10, halaman=2))
        tx.note(Catatan(KODE, MESIN, "kiriman_diterima", JUMAT, kiriman))
    return kiriman


def paper(dinas: Perkantoran, berkas: Berkas, keadaan: str, **more: Any) -> None:
    one = n.Naskah(dinas.kantor.new_id(), berkas.id, KODE, "undangan", keadaan, JUMAT, **more)
    with dinas.kantor.ledger.begin() as tx:
        tx.add(one)
        tx.note(Catatan(KODE, MESIN, "naskah_diisi", JUMAT, one.id))


def test_a_card_shows_who_gave_the_file_who_received_it_and_where_it_lies(
    dinas: Perkantoran,
) -> None:
    berkas = dinas.opened("serah")
    dinas.bring(berkas, "fisik", "diserahkan", "unit", catatan="Lemari 2, 3 map")
    dinas.kantor.clock.go(days=1)

    waiting = told(dinas, berkas, "serah_terima")
    dinas.bring(berkas, "fisik", "diterima_kedua_pihak", "pengelola_arsip", catatan="Rak 4")
    dinas.kantor.clock.go(hours=1)
    dinas.bring(berkas, "fisik", "diserahkan", "pengelola_arsip", catatan="Dipinjam")

    first, second = told(dinas, berkas, "serah_terima")
    assert [(row["dari"], row["ke"]) for row in waiting] == [(named(dinas, "unit"), "")]
    assert first == {
        "tanggal": "2026-11-21",
        "pukul": "10.15 WIB",
        "dari": named(dinas, "unit"),
        "ke": named(dinas, "pengelola_arsip"),
        "keterangan": "Berkas fisik: Lemari 2, 3 map",
    }
    assert (second["dari"], second["ke"]) == (named(dinas, "pengelola_arsip"), "")


def test_a_hand_over_that_was_taken_back_is_on_no_card(dinas: Perkantoran) -> None:
    berkas = dinas.opened("serah")
    dinas.bring(berkas, "fisik", "diserahkan", "unit", catatan="Keliru")
    with dinas.kantor.ledger.read() as reading:
        (laid,) = reading.find(Ada, berkas=berkas.id)
    berkas_bahan.take_back(dinas.kantor, dinas.oleh("unit"), laid.id, laid.versi, "Salah catat")

    assert told(dinas, berkas, "serah_terima") == []


def test_a_report_of_readiness_begins_with_the_paper_as_it_was_last_noted(
    dinas: Perkantoran,
) -> None:
    kiriman = letter(dinas, fisik=Fisik("Rak 2", 3, "lembar", "baik", "asli"))
    berkas = dinas.opened("serah", kiriman=kiriman)
    dinas.bring(berkas, "fisik", "dicatat", "unit", catatan="Lemari 1")
    dinas.kantor.clock.go(minutes=1)
    dinas.bring(berkas, "fisik", "diserahkan", "unit", catatan="Lemari 2", file=dinas.file())

    paper_file, came = told(dinas, berkas, "fisik")

    assert paper_file["uraian"] == "Berkas fisik"
    assert (paper_file["cetak"], paper_file["elektronik"]) == ("Lemari 2", "contoh.pdf")
    assert (came["uraian"], came["cetak"]) == ("Data contoh", "3 lembar, asli, baik")
    assert (came["tempat"], came["kesiapan"]) == ("Rak 2", "")


def test_a_table_of_contents_lists_by_date_what_is_frozen_and_leaves_drafts_out(
    dinas: Perkantoran,
) -> None:
    berkas = dinas.opened("serah", kiriman=letter(dinas))
    paper(dinas, berkas, n.KONSEP)
    signed = {"nomor": "UND-1/2026", "tanggal": date(2026, 11, 19), "isian": {"hal": "Rapat"}}
    paper(dinas, berkas, n.DITANDATANGANI, pdf="c" * 64, bertanda_tangan="d" * 64, **signed)
    dinas.bring(berkas, "fisik", "dicatat", "unit", catatan="Lemari 1")

    came, invited, laid = told(dinas, berkas, "berkas.isi")

    assert (came["uraian"], came["nomor"], came["tanggal"]) == (
        *("Data contoh", "7/C/2026", "2026-11-18"),
    )
    assert (came["jumlah"], came["satuan"], came["sha256"]) == (2, "halaman", "a" * 64)
    assert (invited["uraian"], invited["nomor"]) == ("Undangan: Rapat", "UND-1/2026")
    assert invited["sha256"] == "d" * 64
    assert (laid["uraian"], laid["media"], laid["tanggal"]) == (
        *("Berkas fisik", "Cetak", "2026-11-20"),
    )


def test_a_withheld_letter_is_named_in_no_paper_of_an_open_matter(dinas: Perkantoran) -> None:
    berkas = dinas.opened("serah")
    letter(dinas, berkas=berkas.id, rahasia=True)
    letter(dinas, berkas=berkas.id)

    open_rows = told(dinas, berkas, "berkas.isi")
    with dinas.kantor.ledger.begin() as tx:
        now = tx.get(Berkas, berkas.id)
        tx.save(now, replace(now, rahasia=True))
        tx.note(Catatan(KODE, MESIN, "berkas_dirahasiakan", JUMAT, berkas.id))

    assert len(open_rows) == 1
    assert len(told(dinas, berkas, "berkas.isi")) == 2


def test_a_request_is_listed_only_for_who_may_read_who_asked(dinas: Perkantoran) -> None:
    berkas = dinas.opened("serah")
    asked, day = letter(dinas, berkas=berkas.id), JUMAT.date()
    line = Permohonan("p" * 32, asked, KODE, UNIT, "", "terdaftar", JUMAT, day, day)
    with dinas.kantor.ledger.begin() as tx:
        tx.add(line)
        tx.note(Catatan(KODE, MESIN, "permohonan_dicatat", JUMAT, line.id))

    (row,) = told(dinas, berkas, "berkas.isi", "tim_sekretariat")
    assert row["uraian"] == "Permohonan informasi publik"  # and not what it is about
    assert told(dinas, berkas, "berkas.isi", "unit") == []


def test_a_matter_tells_from_when_to_when_it_ran(dinas: Perkantoran) -> None:
    berkas = dinas.opened("serah")

    assert told(dinas, berkas, "berkas.dibuka") == "2026-11-20"
    assert told(dinas, berkas, "berkas.ditutup") == []


@pytest.mark.parametrize(
    ("jenis", "ruas", "many"),
    [
        ("kartu_kontrol", "perpindahan", 1),
        ("laporan_kesiapan", "baris", 2),
        ("daftar_arsip", "isi", 3),
        ("berita_acara_kelengkapan_nomor", "buku", 1),
    ],
)
def test_a_form_of_the_archive_begins_with_what_its_matter_knows(
    dinas: Perkantoran, jenis: str, ruas: str, many: int
) -> None:
    room = dinas.kantor.home / "paket" / "umum" / "naskah"
    room.mkdir(mode=0o755)
    (room / f"{jenis}.toml").write_text((UMUM / f"{jenis}.toml").read_text())
    kiriman = letter(dinas, fisik=Fisik("Rak 2", 3, "lembar", "baik", "asli"))
    berkas = dinas.opened("serah", kiriman=kiriman)
    signed = {"nomor": "UND-1/2026", "tanggal": date(2026, 11, 19)}
    paper(dinas, berkas, n.DITANDATANGANI, pdf="c" * 64, **signed)
    dinas.bring(berkas, "fisik", "diserahkan", "unit", catatan="Lemari 2")
    with dinas.kantor.ledger.begin() as tx:
        ask = Minta("memorandum", "contoh", JUMAT.date())
        ambil.take(dinas.kantor, tx, agency(dinas.kantor.packs, KODE), ask)
        tx.note(Catatan(KODE, MESIN, "naskah_disetujui", JUMAT, "contoh"))
    who = dinas.oleh("petugas", "tim_sekretariat", "pengelola_arsip")

    begun = fill(dinas.kantor, berkas.id, jenis, {}, who)

    assert len(begun.isian.get(ruas, [])) == many
