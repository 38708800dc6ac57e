"""Lists of papers out to be signed, asked of SQLite and of PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.dialects import sqlite

from service.adapters.clock import new_id
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.tanda_tangan import SqlTtd, mine
from service.domain.berkas import BERJALAN, DIBATALKAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.dilihat_ttd import DilihatTtd, row_id
from service.domain.kiriman import Kiriman
from service.domain.naskah import DIKEMBALIKAN, DIKIRIM, Naskah
from service.domain.ruas import BEBAS, BERURUTAN
from service.domain.tembusan import Tembusan
from service.domain.tempat_ttd import (
    DITANDATANGANI,
    ELEKTRONIK,
    MENUNGGU,
    PERLU_DICEK,
    TINTA,
    TempatTtd,
)
from service.ports.berkas import Menunggu
from service.ports.kiriman import Jangkauan
from service.ports.tanda_tangan import SaringKeluar

PAGI = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
TERBUKA, TERTUTUP = Jangkauan("dinas", "", False), Jangkauan("dinas", "", True)


class Buku:
    """Papers out to be signed, each by the PPID and then by their superior."""

    def __init__(self, ledger: SqlLedger) -> None:
        self.ledger, self.ttd = ledger, SqlTtd(ledger)
        self.rows: list[object] = []

    def matter(self, n: int, instansi: str = "dinas", **more: object) -> Berkas:
        told = {"unit": "satu", "keadaan": BERJALAN, "kiriman": "", **more}
        unit, kiriman, keadaan = (str(told.pop(x)) for x in ("unit", "kiriman", "keadaan"))
        dibuka = PAGI + timedelta(hours=n)
        one = Berkas(f"b{n}", instansi, unit, f"Perkara {n}", kiriman, keadaan, dibuka, **told)  # type: ignore[arg-type]
        self.rows.append(one)
        return one

    def paper(self, n: int, berkas: Berkas, keadaan: str = DIKIRIM) -> Naskah:
        made = PAGI + timedelta(minutes=n)
        one = Naskah(f"n{n}", berkas.id, berkas.instansi, "surat", keadaan, made, ajuan=1)
        self.rows.append(one)
        return one

    def places(self, naskah: Naskah, *keadaan: str, urutan: str = BERURUTAN) -> None:
        for urut, (peran, one) in enumerate(zip(("ppid", "atasan_ppid"), keadaan, strict=False), 1):
            place = TempatTtd(f"{naskah.id}.{urut}", naskah.id, 1, urut, peran, ELEKTRONIK, one)
            told = {"diminta": naskah.dibuat, "jatuh": naskah.dibuat.date()}
            self.rows.append(replace(place, instansi=naskah.instansi, urutan=urutan, **told))

    def kept(self) -> None:
        with self.ledger.begin() as tx:
            for row in self.rows:
                tx.add(row)
            tx.note(Catatan("dinas", MESIN, "berkas_dibuka", PAGI))
        self.rows = []

    def waits(self, *peran: str, at: Jangkauan = TERBUKA, **more: int) -> list[tuple[str, bool]]:
        skip, atmost = more.get("skip", 0), more.get("atmost", 9)
        found = self.ttd.to_sign([Menunggu(at, frozenset(peran))], "saya", skip, atmost)
        return [(one.naskah.id, one.giliran) for one in found]

    def counted(self, *peran: str, at: Jangkauan = TERBUKA) -> int:
        return self.ttd.count([Menunggu(at, frozenset(peran))])


@pytest.fixture
def buku(ledger: SqlLedger) -> Buku:
    return Buku(ledger)


def test_whose_turn_it_is_comes_first_and_papers_of_one_matter_stand_together(buku: Buku) -> None:
    late, early = buku.matter(2), buku.matter(1)
    for n, berkas in ((1, late), (2, early), (3, late)):
        buku.places(buku.paper(n, berkas), MENUNGGU, MENUNGGU)
    buku.places(buku.paper(4, late), DITANDATANGANI, MENUNGGU)
    buku.places(buku.paper(5, late), MENUNGGU, MENUNGGU, urutan=BEBAS)
    buku.kept()

    assert buku.waits("ppid") == [("n2", True), ("n1", True), ("n3", True), ("n5", True)]
    assert buku.waits("atasan_ppid") == [
        ("n4", True),
        ("n5", True),
        ("n2", False),
        ("n1", False),
        ("n3", False),
    ]
    assert buku.waits("ppid", skip=1, atmost=2) == [("n1", True), ("n3", True)]
    assert (buku.counted("ppid"), buku.counted("atasan_ppid"), buku.counted("unit")) == (4, 2, 0)


def test_nobody_is_asked_for_what_came_back_ended_or_is_looked_into(buku: Buku) -> None:
    open_, over = buku.matter(1), buku.matter(2, keadaan=DIBATALKAN)
    buku.places(buku.paper(1, over), MENUNGGU)
    buku.places(buku.paper(2, open_, DIKEMBALIKAN), MENUNGGU)
    buku.places(buku.paper(3, open_), PERLU_DICEK, MENUNGGU, urutan=BEBAS)
    again = buku.paper(4, open_)
    buku.rows[-1] = replace(again, ajuan=2)
    buku.places(again, MENUNGGU)
    ink = buku.paper(5, open_)
    buku.rows.append(TempatTtd(new_id(), ink.id, 1, 1, "ppid", TINTA, MENUNGGU, instansi="dinas"))
    buku.kept()

    assert buku.waits("ppid") == []
    assert buku.waits("atasan_ppid") == [("n3", False)]
    assert (buku.counted("ppid"), buku.counted("atasan_ppid")) == (0, 0)


def test_each_sees_the_papers_of_their_agency_their_unit_and_what_they_may_know(
    buku: Buku,
) -> None:
    letter = Kiriman("k1", "dinas", "satu", "web", "", "didaftar", PAGI, rahasia=True)
    buku.rows.append(letter)
    made = (
        buku.matter(1),
        buku.matter(2, unit="dua"),
        buku.matter(3, rahasia=True),
        buku.matter(4, kiriman="k1"),
        buku.matter(5, "badan"),
    )
    for n, berkas in enumerate(made, 1):
        buku.places(buku.paper(n, berkas), MENUNGGU)
    buku.kept()

    assert buku.waits("ppid") == [("n1", True), ("n2", True)]
    assert buku.waits("ppid", at=TERTUTUP) == [("n3", True), ("n4", True)]
    assert buku.waits("ppid", at=Jangkauan("dinas", "dua", False)) == [("n2", True)]
    assert buku.waits("ppid", at=Jangkauan("badan", "", False)) == [("n5", True)]
    assert buku.counted("ppid", at=TERTUTUP) == 2


def test_what_was_looked_at_counts_for_that_person_and_that_version_only(buku: Buku) -> None:
    berkas = buku.matter(1)
    for n in (1, 2, 3):
        buku.places(buku.paper(n, berkas), MENUNGGU)
    for orang, n, versi in (("saya", 1, 1), ("saya", 2, 7), ("rekan", 3, 1)):
        place = f"n{n}.1"
        buku.rows.append(DilihatTtd(row_id(orang, place), orang, place, f"n{n}", versi, "", PAGI))
    buku.kept()

    def seen(**more: bool) -> list[tuple[str, bool]]:
        held = [Menunggu(TERBUKA, frozenset({"ppid"}))]
        return [
            (one.naskah.id, one.dilihat) for one in buku.ttd.to_sign(held, "saya", 0, 9, **more)
        ]

    assert seen() == [("n1", True), ("n2", False), ("n3", False)]
    assert seen(dilihat=True) == [("n1", True)]


def test_what_is_out_is_listed_by_how_long_by_whom_and_by_which_way(buku: Buku) -> None:
    plain, other, hidden = buku.matter(1), buku.matter(2, unit="dua"), buku.matter(3, rahasia=True)
    for n, berkas in ((3, plain), (1, other), (2, hidden)):
        buku.places(buku.paper(n, berkas), MENUNGGU, MENUNGGU)
    buku.places(buku.paper(4, plain), DITANDATANGANI, MENUNGGU)
    buku.places(buku.paper(5, plain, DIKEMBALIKAN), MENUNGGU)
    buku.rows[-1] = replace(buku.rows[-1], jalan=TINTA)
    ink = buku.paper(6, plain)
    told = {"instansi": "dinas", "diminta": PAGI, "jatuh": PAGI.date()}
    buku.rows.append(TempatTtd("tinta", ink.id, 1, 1, "unit", TINTA, **told))
    buku.kept()

    def out(*at: Jangkauan, skip: int = 0, atmost: int = 9, **more: object) -> list[str]:
        found = buku.ttd.out(at or (TERBUKA,), SaringKeluar(**more), skip, atmost)
        return [one.tempat.id for one in found]

    assert out() == ["tinta", "n1.1", "n3.1", "n4.2"]
    assert out(TERBUKA, TERTUTUP) == ["tinta", "n1.1", "n2.1", "n3.1", "n4.2"]
    assert out(Jangkauan("dinas", "dua", False)) == ["n1.1"]
    assert out(skip=1, atmost=2) == ["n1.1", "n3.1"]
    assert out(peran="atasan_ppid") == ["n4.2"]
    assert out(jalan=TINTA) == ["tinta"]
    assert out(sejak=PAGI + timedelta(minutes=2)) == ["tinta", "n1.1"]
    assert out(lewat=PAGI.date()) == []
    assert len(out(lewat=PAGI.date() + timedelta(days=1))) == 4
    assert out(Jangkauan("badan", "", False)) == []


def test_what_nobody_knows_to_be_signed_is_out_too_and_holds_up_those_after_it(buku: Buku) -> None:
    plain, hidden = buku.matter(1), buku.matter(2, rahasia=True)
    buku.places(buku.paper(1, plain), PERLU_DICEK, MENUNGGU, urutan=BEBAS)
    buku.places(buku.paper(2, plain), MENUNGGU, MENUNGGU)
    buku.places(buku.paper(3, plain, DIKEMBALIKAN), PERLU_DICEK)
    buku.places(buku.paper(4, hidden), PERLU_DICEK)
    buku.kept()

    def out(at: Jangkauan = TERBUKA, **more: object) -> list[tuple[str, str]]:
        found = buku.ttd.out([at], SaringKeluar(**more), 0, 9)
        return [(one.tempat.id, one.tempat.keadaan) for one in found]

    assert out() == [("n1.1", PERLU_DICEK), ("n2.1", MENUNGGU)]
    assert out(ragu=True) == [("n1.1", PERLU_DICEK)]
    assert out(ragu=True, peran="atasan_ppid") == []
    assert out(TERTUTUP) == [("n4.1", PERLU_DICEK)]


def test_what_a_person_owes_is_asked_for_by_a_moment_and_by_every_way(buku: Buku) -> None:
    berkas = buku.matter(1)
    for n in (1, 2, 3):
        buku.places(buku.paper(n, berkas), MENUNGGU, MENUNGGU)
    buku.kept()

    def owed(peran: str, minutes: int) -> list[str]:
        held, until = [Menunggu(TERBUKA, frozenset({peran}))], PAGI + timedelta(minutes=minutes)
        return [one.naskah.id for one in buku.ttd.owed(held, until, 9)]

    assert owed("ppid", 2) == ["n1", "n2"]
    assert owed("ppid", 0) == []
    assert owed("atasan_ppid", 9) == []


def test_copies_are_for_who_is_named_the_latest_first_and_of_nothing_withheld(buku: Buku) -> None:
    plain, hidden = buku.matter(1), buku.matter(2, rahasia=True)
    made = (
        buku.paper(1, plain, "ditandatangani"),
        buku.paper(2, plain, "diarsipkan"),
        buku.paper(3, hidden, "ditandatangani"),
        buku.paper(4, plain, DIKEMBALIKAN),
    )
    for n, one in enumerate(made):
        for goal in ("unit:satu", "peran:ppid"):
            since = PAGI + timedelta(hours=n)
            copy = Tembusan(f"{one.id}-{goal}", one.id, "dinas", goal, "Contoh", since)
            buku.rows.append(copy)
    buku.kept()

    def copies(*goals: tuple[str, str], skip: int = 0, atmost: int = 9) -> list[str]:
        return [one.tembusan.id for one in buku.ttd.copies(goals, skip, atmost)]

    assert copies(("dinas", "unit:satu")) == ["n2-unit:satu", "n1-unit:satu"]
    assert copies(("dinas", "unit:satu"), ("dinas", "peran:ppid"), skip=1, atmost=2) == [
        "n2-unit:satu",
        "n1-peran:ppid",
    ]
    assert copies(("badan", "unit:satu"), ("dinas", "unit:dua")) == []
    assert copies() == []


def test_a_desk_is_found_by_the_index_of_its_agency_without_reading_all_papers(
    buku_induk: SqlLedger,
) -> None:
    asked = mine(Menunggu(TERBUKA, frozenset({"ppid"})), "saya", dilihat=False)
    whole = asked.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})

    with buku_induk.reader.begin() as look:
        plan = [one.detail for one in look.execute(text(f"EXPLAIN QUERY PLAN {whole}"))]

    assert any("ix_tempat_ttd_instansi_keadaan_peran" in one for one in plan), plan
    assert not any(one.startswith("SCAN") for one in plan), plan
