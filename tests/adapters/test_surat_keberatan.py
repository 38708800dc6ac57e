"""Letters of objection without a line in the register are found alike on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from service.adapters.ledger.kiriman import SqlKiriman
from service.adapters.ledger.ledger import SqlLedger
from service.domain.catatan import MESIN, Catatan
from service.domain.keberatan import DITERIMA, Keberatan
from service.domain.kiriman import DIDAFTAR, DITOLAK_PETUGAS, MENUNGGU_PETUGAS, Kiriman, Usul
from service.domain.permohonan import Permohonan
from service.ports.kiriman import Jangkauan

PAGI = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
DINAS = Jangkauan("dinas", "", rahasia=False)
DUGAAN = (Usul("jenis", "keberatan", "keberatan.judul", keyakinan=60),)


@pytest.fixture
def lists(ledger: SqlLedger) -> SqlKiriman:
    letter = Kiriman("", "dinas", "satu", "folder", "x.pdf", DIDAFTAR, PAGI, jenis="keberatan")
    waits = replace(letter, keadaan=MENUNGGU_PETUGAS)
    every = {
        "mungkin": replace(waits, jenis="", usul=DUGAAN),
        "lain_usul": replace(waits, jenis="", usul=(Usul("perihal", "Atas keberatan", "p"),)),
        "laporan": replace(waits, jenis="laporan", usul=DUGAAN),
        "di_meja": waits,
        "surat": letter,
        "unit_lain": replace(letter, unit="dua"),
        "rahasia": replace(letter, rahasia=True),
        "badan_lain": replace(letter, instansi="badan"),
        "kembar": replace(letter, kode="kembar"),
        "bernomor": replace(letter, nomor_daftar="1/KEB"),
        "disisihkan": replace(letter, keadaan=DITOLAK_PETUGAS),
        "dibuka": letter,
        "diminta": letter,
    }
    day = PAGI.date()
    with ledger.begin() as tx:
        for n, (id_, one) in enumerate(every.items()):
            tx.add(replace(one, id=id_, diterima=PAGI + timedelta(hours=n)))
        opened = ("dinas", "satu", "", DITERIMA, PAGI, day, day)
        tx.add(Keberatan("k", "dibuka", *opened))
        tx.add(Permohonan("p", "diminta", *opened))
        tx.note(Catatan("dinas", MESIN, "kiriman_diterima", PAGI))
    return SqlKiriman(ledger)


def found(lists: SqlKiriman, *places: Jangkauan, atmost: int = 100) -> list[str]:
    return [one.id for one in lists.objections(places, atmost)]


def test_what_is_an_objection_or_may_be_one_is_found_until_its_line_is_there(
    lists: SqlKiriman,
) -> None:
    assert found(lists, DINAS) == ["surat", "unit_lain", "di_meja", "mungkin"]
    assert found(lists, DINAS, atmost=2) == ["surat", "unit_lain"]


def test_nothing_beyond_the_places_asked_for_is_found(lists: SqlKiriman) -> None:
    unit = replace(DINAS, unit="dua")
    assert found(lists) == []
    assert found(lists, unit) == ["unit_lain"]
    assert found(lists, unit, DINAS) == ["surat", "unit_lain", "di_meja", "mungkin"]
    assert found(lists, replace(DINAS, rahasia=True)) == ["rahasia"]
