"""Letters about a request take from the registers what the registers know, and no NIK."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from service.acts.isian.berkas import of_berkas
from service.domain import ruas as r
from service.domain.berkas import BERJALAN, Berkas
from service.domain.butir import Butir
from service.domain.catatan import MESIN, Catatan
from service.domain.disposisi import PERAN, Disposisi
from service.domain.keberatan import IsianKeberatan, Keberatan, SuratTanggapan
from service.domain.kiriman import DIDAFTAR, Kiriman, Surat
from service.domain.paper import kept, missing
from service.domain.permohonan import Isian, Permohonan
from service.domain.perpanjangan import Perpanjangan
from service.domain.ruas_sumber import SUMBER, sumber_fault
from tests.acts.perkara import KODE, LEMBAR, UJI, UNIT, Perkantoran, perkantoran
from tests.kantor import Kantor
from tests.pasangan import declared

SENIN = datetime(2026, 11, 23, 2, 14, tzinfo=UTC)
PASANGAN = (
    *("surat_pemberitahuan", "surat_penolakan", "surat_perpanjangan", "surat_penutupan"),
    *("surat_pembukaan_kembali", "tanda_bukti", "formulir_keberatan", "tanggapan_keberatan"),
    "lembar_disposisi",
)
ISIAN = Isian(
    nama="Contoh Pemohon",
    nik="9999000011112222",
    alamat="Jalan Contoh 1\nKota Contoh",
    pekerjaan="Guru",
    telepon="(000) 000000",
    surel="pemohon@contoh.id",
    sebagai="sendiri",
    rincian="Laporan contoh\ntahun 2025",
    tujuan="Penelitian",
    memperoleh="salinan_elektronik",
    mendapatkan="surel",
)


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = SENIN
    return perkantoran(kantor_dua, {"uji": UJI})


def came(dinas: Perkantoran, *things: object, **berkas: Any) -> Berkas:
    """A matter opened by a letter, and what the registers hold about it."""
    id_ = berkas.pop("kiriman", "k" * 32)
    surat = Surat("7/C/2026", "2026-11-20", "Perihal contoh", "Yayasan Contoh", "segera")
    one = Berkas(dinas.kantor.new_id(), KODE, UNIT, "Contoh", id_, BERJALAN, SENIN, **berkas)
    with dinas.kantor.ledger.begin() as tx:
        letter = Kiriman(id_, KODE, UNIT, "web", "surat", DIDAFTAR, SENIN, "0003/AGENDA/2026")
        tx.add(replace(letter, surat=surat))
        for thing in (one, *things):
            tx.add(thing)
        tx.note(Catatan(KODE, MESIN, "berkas_dibuka", SENIN, one.id))
    return one


def request(**more: Any) -> Permohonan:
    day = SENIN.date()
    asked = {"isian": ISIAN, "nomor_daftar": "12/REG", "tanggal_daftar": day, **more}
    made = ("p" * 32, "k" * 32, KODE, UNIT, "", "terdaftar", SENIN, day, date(2026, 12, 7))
    return Permohonan(*made, **asked)


def objection(**more: Any) -> Keberatan:
    told = IsianKeberatan(
        nama=ISIAN.nama, alamat=ISIAN.alamat, tujuan=ISIAN.tujuan, kasus_posisi="Tidak dijawab."
    )
    asked = {"isian": told, "nomor": "2/KEB", "alasan": ("a", "f"), **more}
    made = ("b" * 32, "m" * 32, KODE, UNIT, "", "terdaftar", SENIN, SENIN.date(), SENIN.date())
    return Keberatan(*made, **asked)


def told(
    dinas: Perkantoran, berkas: Berkas, isi: str, jenis: str = "", peran: str = "tim_sekretariat"
) -> Any:
    """What a ruas of that source is given."""
    columns = ("judul", "kesimpulan", "dasar", "huruf", "alasan", "isi", "dipilih", "kepada")
    kolom = tuple(r.Ruas(one, one, r.TEKS, wajib=False) for one in columns)
    ruas = r.Ruas("x", "X", jenis or SUMBER.get(isi, (r.TEKS,))[0], r.BERKAS, isi=isi, kolom=kolom)
    kind = r.Pasangan("contoh", "Contoh", "", "", (), (ruas,))
    with dinas.kantor.ledger.read() as reading:
        return of_berkas(dinas.kantor, reading, dinas.oleh(peran), berkas, kind).get("x", "")


def test_a_letter_knows_who_asked_for_what_and_when_the_answer_is_due(dinas: Perkantoran) -> None:
    berkas = came(dinas, request())

    assert told(dinas, berkas, "permohonan.pekerjaan") == "Guru"
    assert told(dinas, berkas, "permohonan.kontak") == "(000) 000000, pemohon@contoh.id"
    assert told(dinas, berkas, "permohonan.memperoleh") == "Mendapatkan salinan elektronik"
    assert told(dinas, berkas, "permohonan.diterima") == "2026-11-23"
    assert told(dinas, berkas, "permohonan.jam") == "09.14 WIB"
    assert told(dinas, berkas, "permohonan.tenggat") == "2026-12-07"
    # Nobody is named a proxy who asks for themselves; a line has no breaks in it.
    assert told(dinas, berkas, "permohonan.kuasa") == ""
    assert told(dinas, berkas, "permohonan.alamat") == "Jalan Contoh 1 Kota Contoh"
    assert told(dinas, berkas, "permohonan.alamat", r.PARAGRAF) == ISIAN.alamat


def test_an_answer_is_not_promised_for_a_day_that_is_over(dinas: Perkantoran) -> None:
    berkas = came(dinas, request())

    dinas.kantor.clock.at = datetime(2026, 12, 7, 8, tzinfo=UTC)
    assert told(dinas, berkas, "permohonan.dijawab") == "2026-12-07"
    dinas.kantor.clock.at = datetime(2026, 12, 8, 2, tzinfo=UTC)
    assert told(dinas, berkas, "permohonan.dijawab") == ""


def test_no_source_of_any_paper_gives_the_nik(dinas: Perkantoran) -> None:
    berkas = came(dinas, request(), objection(permohonan="p" * 32))

    every = {isi: told(dinas, berkas, isi, jenis) for isi in SUMBER for jenis in SUMBER[isi]}

    assert every["permohonan.pemohon"] == "Contoh Pemohon"
    assert ISIAN.nik not in str(every)
    assert sumber_fault("permohonan.nik", r.TEKS)


def test_who_may_not_read_who_asked_begins_with_empty_fields(dinas: Perkantoran) -> None:
    berkas = came(dinas, request())

    assert told(dinas, berkas, "permohonan.pemohon", peran="unit") == ""


def test_what_was_asked_for_stands_item_by_item_once_it_was_tested(dinas: Perkantoran) -> None:
    berkas = came(dinas, request())
    (asked,) = told(dinas, berkas, "permohonan.informasi", r.DAFTAR)

    tested, now = came(dinas, kiriman="t" * 32), dinas.kantor.new_id
    shut = Butir(now(), tested.id, 1, "Nama saksi", UNIT, "dikecualikan", LEMBAR)
    part = replace(shut, id=now(), urut=3, judul="Daftar", hasil="sebagian")
    with dinas.kantor.ledger.begin() as tx:
        for one in (shut, replace(shut, id=now(), urut=2, judul="Jumlah", hasil="terbuka"), part):
            tx.add(one)
        tx.note(Catatan(KODE, MESIN, "butir_ditambah", SENIN, tested.id))
    rows = told(dinas, tested, "permohonan.informasi", r.DAFTAR)
    (refused,) = told(dinas, tested, "permohonan.ditolak", r.DAFTAR)
    withheld = told(dinas, tested, "permohonan.ditutup", r.DAFTAR)

    assert asked["judul"] == "Laporan contoh tahun 2025"
    assert [row["judul"] for row in rows] == ["Nama saksi", "Jumlah", "Daftar"]
    assert refused["judul"] == "Nama saksi"
    assert refused["dasar"] == "Pasal 17 huruf a Undang-Undang Nomor 14 Tahun 2008"
    assert [row["judul"] for row in withheld] == ["Nama saksi", "Daftar"]


def test_an_extension_tells_its_new_day_also_before_it_is_recorded(dinas: Perkantoran) -> None:
    berkas = came(dinas, request())
    before = [told(dinas, berkas, f"perpanjangan.{x}") for x in ("dari", "hari", "sampai")]

    with dinas.kantor.ledger.begin() as tx:
        ends = (date(2026, 12, 7), date(2026, 12, 16))
        made = ("x" * 32, KODE, UNIT, "p" * 32, "", "belum_dikuasai", "Masih dicari.", 7)
        tx.add(Perpanjangan(*made, *ends, "disusun", SENIN, "orang"))
        tx.note(Catatan(KODE, MESIN, "permohonan_diperpanjang", SENIN, "p" * 32))
    after = [told(dinas, berkas, f"perpanjangan.{x}") for x in ("dari", "hari", "sampai")]

    assert before == ["2026-12-07", 7, "2026-12-16"]
    assert after == before
    assert told(dinas, berkas, "perpanjangan.uraian") == "Masih dicari."
    assert told(dinas, berkas, "perpanjangan.alasan").startswith("Informasi yang diminta belum")


def test_an_objection_ticks_the_grounds_that_were_given(dinas: Perkantoran) -> None:
    surat = SuratTanggapan(putusan="sebagian")
    berkas = came(dinas, request(), objection(permohonan="p" * 32, surat=surat))
    with dinas.kantor.ledger.begin() as tx:
        tx.add(Kiriman("m" * 32, KODE, UNIT, "web", "keberatan", DIDAFTAR, SENIN))
        tx.note(Catatan(KODE, MESIN, "keberatan_diterima", SENIN, "m" * 32))

    rows = told(dinas, berkas, "keberatan.alasan", r.DAFTAR)

    assert [row["huruf"] for row in rows] == [*"abcdefg"]
    assert [row["huruf"] for row in rows if row["dipilih"]] == ["a", "f"]
    assert len(told(dinas, berkas, "keberatan.alasan", r.DAFTAR_TEKS)) == 2
    assert told(dinas, berkas, "keberatan.permohonan") == "12/REG"
    assert told(dinas, berkas, "keberatan.putusan") == "Keberatan dikabulkan sebagian"
    assert told(dinas, berkas, "keberatan.pemohon", peran="unit") == ""


def test_a_matter_opened_by_an_objection_finds_the_request_it_is_about(dinas: Perkantoran) -> None:
    came(dinas, request())
    berkas = came(dinas, objection(permohonan="p" * 32), kiriman="m" * 32)

    assert told(dinas, berkas, "keberatan.nomor") == "2/KEB"
    assert told(dinas, berkas, "permohonan.nomor") == "12/REG"


def test_a_sheet_tells_the_letter_and_ticks_what_the_head_said(dinas: Perkantoran) -> None:
    head = dinas.oleh("atasan_ppid").orang
    line = Disposisi(
        "d" * 32, "k" * 32, KODE, head.id, "Kepala Contoh", PERAN, "ppid", "PPID", SENIN
    )
    berkas = came(dinas, replace(line, isi=("pelajari",), catatan="Segera.", sifat="segera"))

    rows = told(dinas, berkas, "disposisi.isi", r.DAFTAR)

    assert [row["isi"] for row in rows if row["dipilih"]] == ["Pelajari dan beri pertimbangan"]
    assert told(dinas, berkas, "disposisi.sifat", r.TEKS) == "Segera"
    assert told(dinas, berkas, "disposisi.catatan", r.DAFTAR_TEKS) == ["PPID: Segera."]
    assert told(dinas, berkas, "disposisi.pejabat")["nama"] == head.nama
    assert told(dinas, berkas, "surat.pengirim") == "Yayasan Contoh"
    assert told(dinas, berkas, "surat.tanggal") == "20 November 2026"
    assert told(dinas, berkas, "surat.diterima") == "23 November 2026, pukul 09.14 WIB"


def test_terms_are_told_as_the_agency_has_them_and_else_as_the_law_does(
    dinas: Perkantoran,
) -> None:
    berkas = came(dinas)

    assert told(dinas, berkas, "tenggat.permohonan") == "10 (sepuluh) hari kerja"
    assert told(dinas, berkas, "tenggat.sengketa_diajukan") == "14 (empat belas) hari kerja"
    assert told(dinas, berkas, "tenggat.pengecualian_berakhir") == "30 (tiga puluh) hari kerja"
    assert told(dinas, berkas, "tenggat.tidak_ada") == ""


def test_what_a_field_cannot_take_is_left_to_the_person(dinas: Perkantoran) -> None:
    berkas = came(dinas, request(isian=replace(ISIAN, tujuan="panjang " * 500)))

    assert told(dinas, berkas, "permohonan.tujuan") == ""
    assert told(dinas, berkas, "permohonan.tujuan", r.PARAGRAF).startswith("panjang panjang")


@pytest.mark.parametrize("jenis", PASANGAN)
def test_a_paper_about_a_request_begins_with_all_that_the_registers_know(
    dinas: Perkantoran, jenis: str
) -> None:
    head = dinas.oleh("atasan_ppid").orang
    made = ("d" * 32, "k" * 32, KODE, head.id, "Kepala Contoh", PERAN, "ppid", "PPID", SENIN)
    rows = (request(), objection(permohonan="p" * 32), Disposisi(*made, isi=("pelajari",)))
    berkas, kind = came(dinas, *rows), declared(jenis)
    shut = Butir("i" * 32, berkas.id, 1, "Nama saksi", UNIT, "dikecualikan", LEMBAR)
    with dinas.kantor.ledger.begin() as tx:
        for one in (Kiriman("m" * 32, KODE, UNIT, "web", "keberatan", DIDAFTAR, SENIN), shut):
            tx.add(one)
        tx.note(Catatan(KODE, MESIN, "keberatan_diterima", SENIN, "m" * 32))

    with dinas.kantor.ledger.read() as reading:
        known = of_berkas(dinas.kantor, reading, dinas.oleh("tim_sekretariat"), berkas, kind)
    asked = [one.label for one in kind.ruas if one.asal == r.BERKAS]
    typed = {label for label in missing(kind, kept(kind, known)) if label in asked}

    # Why it takes longer, and what is decided on an objection, is for a person to say.
    assert typed <= {"Alasan", "Penjelasan", "Pertimbangan", "Putusan"}
    assert ISIAN.nik not in str(known)


def test_an_open_paper_tells_nothing_of_a_withheld_request_or_objection(
    dinas: Perkantoran,
) -> None:
    opened = came(dinas, request())
    with dinas.kantor.ledger.begin() as tx:
        letter = Kiriman("m" * 32, KODE, UNIT, "web", "surat", DIDAFTAR, SENIN)
        tx.add(replace(letter, rahasia=True))
        tx.add(objection(permohonan="p" * 32))
        closed = Berkas(
            *(dinas.kantor.new_id(), KODE, UNIT, "Keberatan contoh", "m" * 32, BERJALAN, SENIN),
            rahasia=True,
        )
        tx.add(closed)
        tx.note(Catatan(KODE, MESIN, "berkas_dibuka", SENIN, closed.id))

    assert dinas.oleh("tim_sekretariat").sees(KODE, UNIT, rahasia=True)
    assert not told(dinas, opened, "keberatan.nomor")
    assert not told(dinas, opened, "keberatan.kasus_posisi")
    assert told(dinas, closed, "keberatan.nomor") == "2/KEB"
    assert told(dinas, closed, "permohonan.nomor") == "12/REG"


def test_of_a_request_by_letter_its_sender_is_told_to_those_who_work_on_requests(
    dinas: Perkantoran,
) -> None:
    berkas = came(dinas, request())

    assert told(dinas, berkas, "surat.pengirim") == "Yayasan Contoh"
    assert not told(dinas, berkas, "surat.pengirim", peran="unit")
