"""A report begins with what the house counts of the lists; whoever sees less types it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from service.acts.isian.berkas import of_berkas
from service.acts.laporan.hitung import Hitung
from service.acts.orang import peran
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.riwayat import Riwayat
from service.domain.keberatan import Keberatan
from service.domain.keutuhan import printed
from service.domain.kiriman import DIDAFTAR, Kiriman
from service.domain.laporan.masa import read_masa
from service.domain.permohonan import Keputusan, Permohonan
from service.domain.sengketa import Sengketa
from service.domain.wewenang import Hadir
from tests.acts.perkara import KODE, PUTARAN, UJI, UNIT, Perkantoran, perkantoran
from tests.domain.informasi.contoh import UTUH, excluded
from tests.kantor import Kantor
from tests.pasangan import declared

SENIN = datetime(2026, 11, 23, 2, 14, tzinfo=UTC)
NAMA = "Contoh Nama Pemohon"


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = SENIN
    return perkantoran(kantor_dua, {"uji": UJI, "putaran": PUTARAN})


def listed(dinas: Perkantoran, nama: str, *steps: tuple[str, datetime], **more: Any) -> Informasi:
    """A piece with its way through these states, each at a moment."""
    ledger, before = dinas.kantor.ledger, ""
    one = replace(UTUH, id=f"{nama:a<26}", kode=nama, instansi=KODE, unit=UNIT, **more)
    one = replace(one, keadaan=more.get("keadaan", steps[-1][0]))
    with ledger.begin() as tx:
        tx.add(one)
        for n, (ke, pada) in enumerate(steps):
            tx.add(Riwayat(f"{nama}-{n}", one.id, n, before, ke, "petugas", pada))
            before = ke
        tx.note(Catatan(KODE, MESIN, "informasi_diusulkan", SENIN, one.id))
    return one


def begun(dinas: Perkantoran, jenis: str, who: Hadir | None = None) -> dict[str, Any]:
    """What a form of the round of November begins with."""
    one = dinas.opened("putaran")
    with dinas.kantor.ledger.read() as reading:
        now = reading.get(Berkas, one.id)
        oleh = who or dinas.oleh("tim_sekretariat")
        return of_berkas(dinas.kantor, reading, oleh, now, declared(jenis))


def test_a_monthly_report_begins_with_what_is_there_and_what_came_and_went(
    dinas: Perkantoran,
) -> None:
    early, may = SENIN.replace(day=3), SENIN.replace(month=5)
    listed(dinas, "baru", ("usulan", early), ("terverifikasi", early), ("terbit", early))
    listed(dinas, "lama", ("terbit", may), ("dimutakhirkan", early), ("terbit", SENIN))
    listed(dinas, "keluar", ("terbit", may), ("dicabut", early))
    listed(dinas, "usul", ("usulan", early), kategori="setiap_saat")
    listed(dinas, "tanpa", ("usulan", early), kategori="")

    told = begun(dinas, "laporan_bulanan")

    assert [(x["kategori"], x["tersedia"], x["belum"]) for x in told["ketersediaan"]] == [
        ("Berkala", 2, 0),
        ("Setiap saat", 0, 1),
    ]
    assert (told["ditambah"], told["diubah"], told["dikeluarkan"]) == (1, 1, 1)
    [head] = [one for one in dinas.kantor.lists.kepala() if one.instansi == KODE]
    assert told["kepala_jurnal"] == printed(head)
    (row,) = told["verifikasi"]
    assert (row["sesuai"], row["dikembalikan"], row["catatan"]) == (1, 0, "")


def test_the_report_of_a_month_that_is_over_tells_of_its_last_day(dinas: Perkantoran) -> None:
    listed(dinas, "satu", ("usulan", SENIN), ("terbit", SENIN.replace(month=12, day=2)))
    # 00.30 in Jakarta on the first of December is still November in London.
    night = datetime(2026, 11, 30, 17, 30, tzinfo=UTC)
    listed(dinas, "dua", ("usulan", SENIN), ("terverifikasi", night))
    dinas.kantor.clock.at = SENIN + timedelta(days=20)

    angka = Hitung(dinas.kantor, dinas.oleh("tim_sekretariat"), KODE, read_masa("2026-11"))

    assert [(x.tersedia, x.belum) for x in angka.ketersediaan] == [(0, 2)]
    december = Hitung(dinas.kantor, dinas.oleh("tim_sekretariat"), KODE, read_masa("2026-12"))
    assert [(x.tersedia, x.belum) for x in december.ketersediaan] == [(2, 0)]
    assert (angka.gerak.ditambah, december.gerak.ditambah) == (0, 1)


def test_what_is_withheld_is_in_no_row_of_a_report(dinas: Perkantoran) -> None:
    one = excluded()
    listed(dinas, "tutup", ("dikecualikan", SENIN), keadaan="dikecualikan", dik=one.dik, sk=one.sk)

    told = begun(dinas, "laporan_bulanan")

    assert "ketersediaan" not in told
    assert (told["ditambah"], told["dikeluarkan"]) == (0, 0)


def test_only_who_may_know_of_all_exclusions_learns_how_many_there_are(dinas: Perkantoran) -> None:
    one = excluded()
    listed(dinas, "tutup", ("dikecualikan", SENIN), keadaan="dikecualikan", dik=one.dik, sk=one.sk)
    masa = read_masa("2026-11")

    may = Hitung(dinas.kantor, dinas.oleh("tim_sekretariat"), KODE, masa)
    may_not = Hitung(dinas.kantor, dinas.oleh("petugas"), KODE, masa)

    assert may.pengecualian is not None
    assert may.pengecualian.banyak == 1
    assert may_not.pengecualian is None
    assert (may_not.permohonan, may_not.keberatan, may_not.sengketa) == (None, None, None)


def test_a_unit_counts_its_own_lines_and_types_the_report_of_the_whole(dinas: Perkantoran) -> None:
    listed(dinas, "satu", ("terverifikasi", SENIN))
    listed(dinas, "dua", ("terverifikasi", SENIN))
    with dinas.kantor.ledger.begin() as tx:
        one = tx.find(Informasi, kode="dua")[0]
        tx.save(one, replace(one, unit="bidang_dua"))
        tx.note(Catatan(KODE, MESIN, "informasi_diubah", SENIN, one.id))

    admin = dinas.kantor.hadir(dinas.orang["admin"])
    made = dinas.kantor.person(admin, "contoh.bidang")
    peran.give(dinas.kantor, admin, made.id, peran.Penugasan(KODE, UNIT, "unit"))
    who = dinas.kantor.hadir(made.id)
    angka = Hitung(dinas.kantor, who, KODE, read_masa("2026-11"))

    assert not angka.utuh
    assert [(x.unit, x.tersedia) for x in angka.ketersediaan] == [(UNIT, 1)]
    assert "ketersediaan" not in begun(dinas, "laporan_bulanan", who)


def asked(dinas: Perkantoran, nasib: str, on: str, alasan: str = "") -> None:
    """A request of November that was answered so, that day."""
    kiriman, day = dinas.kantor.new_id(), SENIN.date()
    said = Keputusan(dikuasai="ya", keputusan=nasib, pemberitahuan=on, alasan=alasan)
    due = day + timedelta(days=14)
    made = (dinas.kantor.new_id(), kiriman, KODE, UNIT, "", "selesai", SENIN, day, due)
    with dinas.kantor.ledger.begin() as tx:
        tx.add(Kiriman(kiriman, KODE, UNIT, "web", "contoh.pdf", DIDAFTAR, SENIN))
        tx.add(Permohonan(*made, keputusan=said))
        tx.note(Catatan(KODE, MESIN, "kiriman_diterima", SENIN, kiriman))


def test_a_report_says_how_terms_were_kept_and_why_requests_were_refused(
    dinas: Perkantoran,
) -> None:
    asked(dinas, "diberikan", "2026-11-25")
    asked(dinas, "tidak_diberikan", "2026-12-30", f"Pasal 17 huruf h, tentang {NAMA}")

    told = begun(dinas, "laporan_pengelolaan")
    (row,) = told["waktu"]
    angka = Hitung(dinas.kantor, dinas.oleh("tim_sekretariat"), KODE, read_masa("2026"))

    assert (row["norma"], row["tepat"], row["terlambat"]) == ("10 hari kerja", 1, 1)
    assert angka.per_bulan[-2:] == [("Oktober", 0), ("November", 2)]
    november = Hitung(dinas.kantor, dinas.oleh("tim_sekretariat"), KODE, read_masa("2026-11"))
    assert november.per_bulan == angka.per_bulan  # a month is seen beside those before it
    assert Hitung(dinas.kantor, dinas.oleh("petugas"), KODE, november.masa).per_bulan == []
    assert NAMA not in repr(told)
    assert angka.nasib["ditolak"] == 1


def test_disputes_are_told_by_the_ground_of_the_objection(dinas: Perkantoran) -> None:
    kiriman, day = dinas.kantor.new_id(), SENIN.date()
    keb = Keberatan("keb", kiriman, KODE, UNIT, "", "terdaftar", SENIN, day, day, alasan=("c",))
    one = Sengketa("s", "keb", "", KODE, UNIT, "KI Contoh", "003/KI/2026", day, SENIN)
    with dinas.kantor.ledger.begin() as tx:
        tx.add(Kiriman(kiriman, KODE, UNIT, "web", "contoh.pdf", DIDAFTAR, SENIN))
        for row in (keb, one):
            tx.add(row)
        tx.note(Catatan(KODE, MESIN, "kiriman_diterima", SENIN, kiriman))
    angka = Hitung(dinas.kantor, dinas.oleh("tim_sekretariat"), KODE, read_masa("2026"))

    (told,) = angka.disputes()

    assert (told.nomor, told.pokok) == ("003/KI/2026", "Permintaan informasi tidak ditanggapi")
    assert len(angka.keberatan or []) == 1
