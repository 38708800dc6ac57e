"""Lists of papers, asked of SQLite and of PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Select, text
from sqlalchemy.dialects import sqlite

from service.adapters.clock import new_id
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.naskah import SqlNaskah, each_state, newest
from service.domain.berkas import BERJALAN, DIBATALKAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.edar_tinta import EdarTinta
from service.domain.naskah import (
    DIAJUKAN,
    DIKEMBALIKAN,
    DIKIRIM,
    DITANDATANGANI,
    KATA,
    KONSEP,
    Naskah,
)
from service.domain.paraf import DIPARAF, MENUNGGU, Paraf
from service.domain.tempat_ttd import ELEKTRONIK, TINTA, TempatTtd
from service.ports.berkas import Menunggu
from service.ports.kiriman import Jangkauan
from service.ports.naskah import BarisNaskah, SaringNaskah

PAGI = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
TERBUKA, TERTUTUP = Jangkauan("dinas", "", False), Jangkauan("dinas", "", True)
SATU = Jangkauan("dinas", "satu", False)
PENYETUJU = frozenset({"ppid"})
JALAN = (KONSEP, DIAJUKAN, DIKEMBALIKAN)


def matter(judul: str, unit: str = "satu", **more: object) -> Berkas:
    whole = {"keadaan": BERJALAN, **more}
    keadaan = str(whole.pop("keadaan"))
    return Berkas(new_id(), "dinas", unit, judul, "", keadaan, PAGI, **whole)  # type: ignore[arg-type]


def paper(n: int, berkas: Berkas, keadaan: str, *penyiap: str, jenis: str = "surat") -> Naskah:
    made = PAGI + timedelta(minutes=n)
    one = Naskah(f"n{n}", berkas.id, "dinas", jenis, keadaan, made, {}, penyiap)
    return replace(one, ajuan=1)


def place(naskah: Naskah, urut: int, peran: str, keadaan: str, ajuan: int = 1) -> Paraf:
    return Paraf(new_id(), naskah.id, ajuan, urut, peran, keadaan)


@pytest.fixture
def papers(ledger: SqlLedger) -> SqlNaskah:
    plain, other = matter("Perkara 100% contoh"), matter("Perkara dua", "dua")
    hidden, ended = matter("Perkara tertutup", rahasia=True), matter("Usai", keadaan=DIBATALKAN)
    waits = [paper(n, one, DIAJUKAN) for n, one in enumerate((plain, other, hidden, ended))]
    ready, back = paper(4, plain, DIAJUKAN), paper(5, plain, DIKEMBALIKAN, "saya", "rekan")
    rows: list[object] = [plain, other, hidden, ended, *waits, ready, back]
    rows += [paper(6, other, DIKEMBALIKAN, "rekan"), paper(7, plain, KONSEP, jenis="nota")]
    for one in waits:
        rows += [place(one, 1, "tim", MENUNGGU), place(one, 2, "pelaksana", MENUNGGU)]
    rows += [place(ready, 1, "tim", DIPARAF), place(ready, 1, "tim", MENUNGGU, ajuan=0)]
    with ledger.begin() as tx:
        for row in rows:
            tx.add(row)
        tx.note(Catatan("dinas", MESIN, "berkas_dibuka", PAGI))
    return SqlNaskah(ledger)


def test_a_state_is_read_in_its_order_without_sorting_or_passing_others_by(
    buku_induk: SqlLedger,
) -> None:
    for asked, by in (
        (newest(_first(TERBUKA)), "ix_naskah_instansi_keadaan_dibuat"),
        (newest(_first(SATU)), "ix_naskah_instansi_keadaan_dibuat"),
    ):
        whole = asked.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
        with buku_induk.reader.begin() as look:
            plan = [one.detail for one in look.execute(text(f"EXPLAIN QUERY PLAN {whole}"))]
        assert any(by in one for one in plan), plan
        assert not any("SCAN" in one for one in plan), plan


def _first(at: Jangkauan) -> Select[Any]:
    return next(each_state([at], SaringNaskah((KONSEP,), unit="satu", cari="contoh")))


def ids(found: list[BarisNaskah]) -> list[str]:
    return [one.naskah.id for one in found]


def test_initials_wait_for_who_is_next_and_approval_for_who_may_once_all_are_there(
    papers: SqlNaskah,
) -> None:
    def waits(*peran: str, at: Jangkauan = TERBUKA) -> list[tuple[str, str]]:
        asked = [Menunggu(at, frozenset(peran))] * 2  # held twice, each paper counts once
        found = papers.waiting(asked, PENYETUJU, 9)
        assert papers.count_waiting(asked, PENYETUJU, 9) == len(found)
        assert papers.count_waiting(asked, PENYETUJU, 1) == min(1, len(found))
        return [(one.naskah.id, one.peran) for one in found]

    assert waits("tim") == [("n0", "tim"), ("n1", "tim")]
    assert waits("tim", at=SATU) == [("n0", "tim")]
    assert waits("tim", at=TERTUTUP) == [("n2", "tim")]
    assert waits("pelaksana") == []
    assert waits("ppid") == [("n4", "")]
    assert waits("ppid", "tim") == [("n0", "tim"), ("n1", "tim"), ("n4", "")]
    assert waits("ppid", at=Jangkauan("badan", "", False)) == []
    assert ids(papers.waiting([Menunggu(TERBUKA, frozenset({"tim"}))], PENYETUJU, 1)) == ["n0"]


def test_what_was_sent_back_waits_for_who_prepared_it(papers: SqlNaskah) -> None:
    assert ids(papers.returned([TERBUKA], "saya", 9)) == ["n5"]
    assert ids(papers.returned([TERBUKA, SATU], "rekan", 9)) == ["n5", "n6"]
    assert ids(papers.returned([SATU], "rekan", 9)) == ["n5"]
    assert papers.returned([TERTUTUP], "saya", 9) == []


def test_a_list_is_newest_first_and_narrowed_by_state_kind_unit_and_words(
    papers: SqlNaskah,
) -> None:
    def listed(*at: Jangkauan, skip: int = 0, atmost: int = 9, **told: str) -> list[str]:
        saring = SaringNaskah(JALAN, **told)
        return ids(papers.listed(at or (TERBUKA,), saring, skip, atmost))

    assert listed() == ["n7", "n6", "n5", "n4", "n3", "n1", "n0"]
    assert listed(skip=2, atmost=2) == ["n5", "n4"]
    assert listed(TERBUKA, TERTUTUP, SATU) == ["n7", "n6", "n5", "n4", "n3", "n2", "n1", "n0"]
    assert listed(jenis="nota") == ["n7"]
    assert listed(unit="dua") == ["n6", "n1"]
    assert listed(cari="PERKARA DUA") == ["n6", "n1"]
    assert listed(cari="100%") == ["n7", "n5", "n4", "n0"]
    assert listed(cari="1_0") == []
    assert ids(papers.listed([TERBUKA], SaringNaskah((KONSEP,)), 0, 9)) == ["n7"]
    assert listed(TERTUTUP) == ["n2"]
    assert set(JALAN) < set(KATA)


def test_what_waits_for_ink_is_told_with_where_its_sheets_are_the_oldest_first(
    ledger: SqlLedger,
) -> None:
    plain, other, hidden = (
        matter("Perkara"),
        matter("Lain", "dua"),
        matter("Tertutup", rahasia=True),
    )
    some = [paper(n, one, DIKIRIM) for n, one in enumerate((plain, plain, other, hidden, plain))]
    signed, by_key = paper(5, plain, DITANDATANGANI), paper(6, plain, DIKIRIM)
    ways = [*((one, TINTA) for one in (*some, signed)), (by_key, ELEKTRONIK)]
    rows: list[object] = [plain, other, hidden, *some, signed, by_key]
    rows += [TempatTtd(new_id(), one.id, 1, 1, "ppid", jalan) for one, jalan in ways]
    rows += [
        EdarTinta("e0", "n0", 1, "diserahkan", PAGI, "saya", "Ajudan contoh"),
        EdarTinta("e1", "n1", 0, "dicetak", PAGI, "saya"),
    ]
    with ledger.begin() as tx:
        for row in rows:
            tx.add(row)
        tx.note(Catatan("dinas", MESIN, "berkas_dibuka", PAGI))
    lists = SqlNaskah(ledger)

    def told(skip: int, *at: Jangkauan) -> list[tuple[str, str]]:
        found = lists.in_ink(at, skip, 3)
        return [(one.naskah.id, sheets.kepada if sheets else "") for one, sheets in found]

    assert told(0, TERBUKA) == [("n0", "Ajudan contoh"), ("n1", ""), ("n2", "")]
    assert told(3, TERBUKA) == [("n4", "")]
    assert told(0, SATU) == [("n0", "Ajudan contoh"), ("n1", ""), ("n4", "")]
    assert told(2, TERBUKA, TERTUTUP) == [("n2", ""), ("n3", ""), ("n4", "")]
    assert told(0) == []
