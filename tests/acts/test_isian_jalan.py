"""Reports take the steps of a matter, its period and its worksheets from the matter itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from service.acts.berkas import butir as berkas_butir
from service.acts.isian.berkas import of_berkas
from service.domain import paper
from service.domain import ruas as r
from service.domain.berkas import Berkas
from service.domain.butir import Butir
from service.domain.catatan import MESIN, Catatan
from service.domain.isian_butir import told
from service.domain.kiriman import DIDAFTAR, Kiriman
from service.domain.permohonan import Keputusan, Permohonan
from service.domain.rapat_berkas import RapatBerkas
from service.domain.ruas import KUNCI_BUTIR
from service.domain.uji import PEMICU
from tests.acts.perkara import KODE, LEMBAR, PUTARAN, UJI, UNIT, Perkantoran, perkantoran
from tests.kantor import Kantor
from tests.pasangan import declared

SENIN = datetime(2026, 11, 23, 2, 14, tzinfo=UTC)
SEMUA = ("kegiatan", "pelaksana", "norma", "mulai", "selesai", "keterangan")


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = SENIN
    return perkantoran(kantor_dua, {"uji": UJI, "putaran": PUTARAN})


def filled(
    dinas: Perkantoran,
    berkas: Berkas,
    isi: str,
    jenis: str,
    *kolom: str,
    peran: str = "tim_sekretariat",
) -> Any:
    """What a ruas of that source is given."""
    columns = tuple(r.Ruas(one, one, r.TEKS, wajib=False) for one in kolom)
    ruas = r.Ruas("x", "X", jenis, r.BERKAS, isi=isi, kolom=columns)
    kind = r.Pasangan("contoh", "Contoh", "", "", (), (ruas,))
    with dinas.kantor.ledger.read() as reading:
        now = reading.get(Berkas, berkas.id)
        who = dinas.oleh(peran)
        return of_berkas(dinas.kantor, reading, who, now, kind).get("x", "")


def test_papers_say_from_when_to_when_and_where_a_meeting_is(dinas: Perkantoran) -> None:
    one = dinas.opened(diterima=SENIN)
    call = RapatBerkas("a" * 26, one.id, one.langkah, 1, "Rapat contoh", date(2026, 11, 25))
    call = replace(call, mulai=time(9), selesai=time(11, 30), tempat="Ruang Contoh")
    with dinas.kantor.ledger.begin() as tx:
        tx.add(replace(call, tautan="https://rapat.contoh.id"))
        tx.note(Catatan(KODE, MESIN, "rapat_diisi", SENIN, one.id))

    said = [filled(dinas, one, f"rapat.{what}", r.TEKS) for what in ("jam", "tempat", "tautan")]

    assert said == ["09.00 sampai dengan 11.30 WIB", "Ruang Contoh", "https://rapat.contoh.id"]


def test_the_steps_of_a_matter_stand_with_their_days_and_the_norm_of_the_sop(
    dinas: Perkantoran,
) -> None:
    one = dinas.opened(diterima=SENIN)
    dinas.bring(one, "dokumen", "diterima", file=dinas.file())
    dinas.go(one)
    dinas.kantor.clock.at = SENIN + timedelta(days=1)
    dinas.bring(one, "undangan", "disetujui")
    dinas.go(one, "lagi", "Dokumennya belum lengkap.")

    first, second = filled(dinas, one, "berkas.langkah", r.DAFTAR, *SEMUA)

    assert first == {
        "kegiatan": "Menerima permohonan",
        "pelaksana": "Tim Sekretariat",
        "norma": "10 menit",
        "mulai": "2026-11-23",
        "selesai": "",  # it stands there again
        "keterangan": "",
    }
    assert (second["mulai"], second["selesai"]) == ("2026-11-23", "2026-11-24")
    assert second["keterangan"] == "Dikembalikan 1 kali"
    told_ = filled(dinas, one, "berkas.langkah", r.DAFTAR_TEKS)
    assert told_[1] == "Rapat: 23 November 2026 sampai dengan 24 November 2026"


def test_a_round_knows_its_period_and_another_matter_has_none(dinas: Perkantoran) -> None:
    assert filled(dinas, dinas.opened("putaran"), "berkas.masa", r.TEKS) == "November 2026"
    assert filled(dinas, dinas.opened(), "berkas.masa", r.TEKS) == ""


def test_the_worksheets_fill_the_columns_that_a_table_has(dinas: Perkantoran) -> None:
    one = dinas.opened()
    item = dinas.item(one, "Nama saksi")
    who, halaman = dinas.oleh("tim_sekretariat"), replace(LEMBAR, dihitamkan="Nama\nhalaman 3")
    berkas_butir.write_test(dinas.kantor, who, item.id, item.versi, halaman)

    asked = ("judul", "unit", "dasar", "dihitamkan", "semula")
    (row,) = filled(dinas, one, "butir", r.DAFTAR, *asked)

    assert row["judul"] == "Nama saksi"
    assert row["dasar"] == "Pasal 17 huruf a Undang-Undang Nomor 14 Tahun 2008"
    assert row["dihitamkan"] == "Nama halaman 3"  # one line of a table
    assert row["semula"] == ""  # no worksheet says what it was before


def test_a_worksheet_says_what_triggered_the_test_and_which_part_was_tested() -> None:
    lembar = replace(LEMBAR, pemicu="permohonan", rujukan="12/REG", bagian="Halaman 3")

    said = told(1, Butir("b", "k", 1, "Contoh", uji=lembar), "Bidang Satu")

    assert set(said) == set(KUNCI_BUTIR)
    assert (said["rujukan"], said["bagian"]) == ("12/REG", "Halaman 3")
    assert said["pemicu"] == PEMICU["permohonan"]


def came(dinas: Perkantoran, on: datetime, nasib: str = "", *, rahasia: bool = False) -> None:
    """A request that came in then, and what became of it."""
    kiriman, day = dinas.kantor.new_id(), on.date()
    said = Keputusan(keputusan=nasib, dikuasai="ya" if nasib else "")
    state = "selesai" if nasib else "diproses"
    made = (dinas.kantor.new_id(), kiriman, KODE, UNIT, "", state, on, day, day)
    with dinas.kantor.ledger.begin() as tx:
        tx.add(Kiriman(kiriman, KODE, UNIT, "web", "contoh.pdf", DIDAFTAR, on, rahasia=rahasia))
        tx.add(Permohonan(*made, keputusan=said))
        tx.note(Catatan(KODE, MESIN, "kiriman_diterima", on, kiriman))


def test_the_report_of_a_month_counts_the_requests_that_came_in_it(dinas: Perkantoran) -> None:
    last, first = SENIN.replace(day=30, hour=16, minute=59), SENIN.replace(day=1, hour=0)
    for on, nasib in ((SENIN, "diberikan"), (first, "diberikan"), (last, "sebagian"), (SENIN, "")):
        came(dinas, on, nasib)
    came(dinas, SENIN, "tidak_diberikan", rahasia=True)
    came(dinas, last.replace(hour=17), "diberikan")  # 00.00 WIB on the first of December
    one = dinas.opened("putaran")

    asked = ("dikabulkan", "sebagian", "ditolak", "tidak_dikuasai", "ditutup", "diproses")
    told_ = [filled(dinas, one, f"register.{x}", r.BILANGAN) for x in asked]

    assert told_ == [2, 1, 1, 0, 0, 1]
    assert filled(dinas, one, "register.keberatan", r.BILANGAN) == 0
    assert filled(dinas, one, "register.sengketa", r.BILANGAN) == 0


def test_who_may_not_see_every_request_types_the_numbers(dinas: Perkantoran) -> None:
    came(dinas, SENIN, "diberikan")
    one = dinas.opened("putaran")

    for isi in ("register.dikabulkan", "register.keberatan", "register.sengketa"):
        assert filled(dinas, one, isi, r.BILANGAN, peran="petugas") == ""
        assert filled(dinas, dinas.opened(), isi, r.BILANGAN) == ""  # of no period


@pytest.mark.parametrize(
    ("jenis", "nama"),
    [
        ("laporan_uji", "langkah"),
        ("laporan_uji", "butir"),
        ("lembar_uji_konsekuensi", "butir"),
        ("sk_perubahan_klasifikasi", "perubahan"),
        ("laporan_bulanan", "masa"),
        ("laporan_monev", "masa"),
        ("laporan_pengelolaan", "diproses"),
    ],
)
def test_a_form_of_the_office_begins_with_what_its_matter_knows(
    dinas: Perkantoran, jenis: str, nama: str
) -> None:
    round_, kind = nama in ("masa", "diproses"), declared(jenis)
    one = dinas.opened("putaran" if round_ else "uji")
    if not round_:
        dinas.item(one)

    with dinas.kantor.ledger.read() as reading:
        who, now = dinas.oleh("tim_sekretariat"), reading.get(Berkas, one.id)
        begun = of_berkas(dinas.kantor, reading, who, now, kind)

    assert nama in begun
    assert paper.kept(kind, begun)[nama] not in ("", [], None)
