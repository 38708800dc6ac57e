"""A paper on the completeness of numbers takes every count from the books themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from service.acts.instansi.packs import agency
from service.acts.isian.berkas import of_berkas
from service.acts.nomor import ambil
from service.acts.nomor import batal as nomor_batal
from service.acts.nomor import luar as nomor_luar
from service.acts.nomor import pesan as nomor_pesan
from service.acts.nomor.ambil import Minta
from service.acts.nomor.luar import Luar
from service.acts.nomor.pesan import Pesanan
from service.domain import ruas as r
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.nomor import Nomor
from service.domain.seri import Perkara
from tests.acts.perkara import KODE, PUTARAN, UJI, Perkantoran, perkantoran
from tests.kantor import Kantor

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
HARI = date(2026, 11, 23)
SERI = "memorandum"
ANGKA = (
    *("pertama", "terakhir", "dipakai", "batal", "dipesan", "sisipan", "luar"),
    *("hilang", "janggal"),
)
CATATAN = ("buku", "nomor", "tanggal", "keadaan", "keterangan")
ALASAN = "Salah ketik tujuan surat"


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = SENIN
    kantor_dua.ledger.clock = kantor_dua.clock
    return perkantoran(kantor_dua, {"uji": UJI, "putaran": PUTARAN})


def taken(dinas: Perkantoran, untuk: str, on: date = HARI) -> Nomor:
    """A letter takes its number, as an approval does."""
    kantor = dinas.kantor
    with kantor.ledger.begin() as tx:
        found = ambil.take(kantor, tx, agency(kantor.packs, KODE), Minta(SERI, untuk, on))
        tx.note(Catatan(KODE, MESIN, "naskah_disetujui", SENIN, untuk))
    return found


def told(dinas: Perkantoran, isi: str, **berkas: Any) -> Any:
    """What a ruas of that source is given, in a matter without anything of its own."""
    names = ("buku", *ANGKA) if isi == "buku" else CATATAN
    kolom = tuple(r.Ruas(one, one, r.BILANGAN if one in ANGKA else r.TEKS) for one in names)
    jenis = r.TEKS if isi == "buku.masa" else r.DAFTAR
    kind = r.Pasangan(
        "x", "X", "", "", (), (r.Ruas("x", "X", jenis, r.BERKAS, isi=isi, kolom=kolom),)
    )
    with dinas.kantor.ledger.read() as reading:
        one = Berkas("b" * 32, KODE, "", "Contoh", "", "berjalan", SENIN)
        matter = replace(one, **berkas)
        oleh = dinas.oleh("tim_sekretariat")
        return of_berkas(dinas.kantor, reading, oleh, matter, kind).get("x", [])


def test_a_book_is_counted_place_by_place(dinas: Perkantoran) -> None:
    oleh = dinas.oleh("tim_sekretariat")
    wrong, _ = taken(dinas, "surat1"), taken(dinas, "surat2")
    nomor_batal.void(dinas.kantor, oleh, wrong.id, wrong.versi, ALASAN)
    block = Pesanan(dinas.kantor.new_id(), SERI, 2, date(2026, 12, 1), "Rapat contoh")
    nomor_pesan.reserve(dinas.kantor, oleh, KODE, block, "Rapat di luar kantor")
    outer = Luar(SERI, "077/M/XI/2026", HARI, "Surat contoh")
    nomor_luar.record(dinas.kantor, oleh, KODE, outer, pasti=True)

    (row,) = told(dinas, "buku")

    assert row["buku"] == "Memorandum"
    assert [row[one] for one in ANGKA] == [1, 4, 1, 1, 2, 0, 1, 0, 0]


def test_what_is_not_plainly_used_stands_there_with_its_reason(dinas: Perkantoran) -> None:
    oleh = dinas.oleh("tim_sekretariat")
    wrong, _ = taken(dinas, "surat1"), taken(dinas, "surat2")
    nomor_batal.void(dinas.kantor, oleh, wrong.id, wrong.versi, ALASAN)

    (row,) = told(dinas, "buku.catatan")

    assert row == {
        "buku": "Memorandum",
        "nomor": "001/M/XI/2026",
        "tanggal": "2026-11-23",
        "keadaan": "Batal",
        "keterangan": ALASAN,
    }


def test_a_matter_of_one_month_tells_of_that_month_and_any_other_of_the_year(
    dinas: Perkantoran,
) -> None:
    taken(dinas, "surat1", date(2026, 10, 30))
    taken(dinas, "surat2")
    month = dinas.opened("putaran")
    of_month = {"masa": month.masa, "sidik": month.sidik, "bagian": month.bagian}

    assert told(dinas, "buku.masa") == "Tahun 2026"
    assert [(row["pertama"], row["terakhir"]) for row in told(dinas, "buku")] == [(1, 2)]
    assert told(dinas, "buku.masa", **of_month) == "November 2026"
    assert [row["pertama"] for row in told(dinas, "buku", **of_month)] == [2]


def test_a_book_without_a_number_in_that_time_is_left_out(dinas: Perkantoran) -> None:
    assert told(dinas, "buku") == []


def test_a_withheld_book_is_told_only_in_a_withheld_matter(dinas: Perkantoran) -> None:
    kantor = dinas.kantor
    with kantor.ledger.begin() as tx:
        minta = Minta(SERI, "surat1", HARI, Perkara(rahasia=True))
        ambil.take(kantor, tx, agency(kantor.packs, KODE), minta)
        tx.note(Catatan(KODE, MESIN, "naskah_disetujui", SENIN, "surat1"))

    assert told(dinas, "buku") == []
    assert len(told(dinas, "buku", rahasia=True)) == 1
