"""Whatever is done to a book, in whatever order: no gap, no double, no date that falls."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from service.acts.nomor import ambil
from service.adapters.clock import new_id
from service.adapters.ledger.audit import SqlAudit
from service.adapters.ledger.books import SqlBooks
from service.adapters.ledger.ledger import SqlLedger
from service.domain.catatan import MESIN, Catatan
from service.domain.instansi import Instansi
from service.domain.kelengkapan import examine
from service.domain.nomor import (
    BATAL,
    DIPESAN,
    FINAL,
    SEMENTARA,
    JamMundur,
    Nomor,
    TanggalTidakRunut,
)
from service.domain.refusals import Overtaken
from service.domain.seri import Perkara, Seri
from service.domain.sisipan import SisipanTanpaInduk
from service.ports import Tx

SERI = Seri("sk", "SK", "{NOMOR}/{KODE_UNIT}/{BULAN}/{TAHUN}")
MULAI = datetime(2026, 12, 20, 3, tzinfo=UTC)


class ChangedMind(Exception):
    """The officer changed their mind: everything goes back."""


@dataclass
class Jam:
    at: datetime = MULAI

    def now(self) -> datetime:
        return self.at


@dataclass
class World:
    """An office, a die, and what the office was told."""

    ledger: SqlLedger
    dice: random.Random
    clock: Jam = field(default_factory=Jam)
    told: dict[str, str] = field(default_factory=dict)  # what was numbered, and as what
    instansi: Instansi = field(default_factory=lambda: Instansi("uji", "Uji", seri=(SERI,)))

    def new_id(self) -> str:
        return new_id()

    def today(self) -> date:
        return self.clock.at.date()

    def act(self, deed: Callable[[Tx], object]) -> None:
        """One transaction; one in six changes its mind at the very end."""
        back = self.dice.random() < 1 / 6
        before = dict(self.told)
        try:
            with self.ledger.begin() as tx:
                deed(tx)
                tx.note(Catatan("uji", MESIN, "uji", self.clock.at))
                if back:
                    raise ChangedMind
        except ChangedMind:
            self.told = before

    def minta(self, untuk: str, on: date | None = None) -> ambil.Minta:
        perkara = Perkara(rahasia=self.dice.random() < 0.2)
        day = on or self.today() - timedelta(days=self.dice.choice((0, 0, 0, 1, 12)))
        return ambil.Minta("sk", untuk, day, perkara, longgar=True)

    # --- what can be done

    def letter(self) -> None:
        untuk = new_id()

        def deed(tx: Tx) -> None:
            minta = self.minta(untuk)
            found = ambil.take(self, tx, self.instansi, minta)  # type: ignore[arg-type]
            again = ambil.take(self, tx, self.instansi, minta)  # type: ignore[arg-type]
            assert (again.id, again.nomor) == (found.id, found.nomor)
            self.told[untuk] = found.id

        self.act(deed)

    def held(self, keadaan: str) -> None:
        untuk = new_id() if keadaan == SEMENTARA else ""
        minta = self.minta(untuk, self.today())
        isi = replace(
            ambil.writing(self.instansi, minta), keadaan=keadaan, pesanan="p", sampai=self.today()
        )
        buku = self.instansi.buku("sk", minta.tanggal, minta.perkara)
        many = self.dice.randint(1, 4) if keadaan == DIPESAN else 1
        self.act(lambda tx: [tx.draw(buku, untuk, isi) for _ in range(many)])

    def insert(self) -> None:
        minta = self.minta(new_id(), self.today() - timedelta(days=self.dice.randint(1, 9)))
        buku = self.instansi.buku("sk", minta.tanggal, minta.perkara)
        isi = ambil.writing(self.instansi, minta)
        with contextlib.suppress(SisipanTanpaInduk):
            self.act(lambda tx: tx.insert(buku, minta.untuk, isi, "huruf_kecil"))

    def one_of(self, *keadaan: str) -> Nomor | None:
        with self.ledger.read() as look:
            found = [one for one in look.find(Nomor) if one.keadaan in keadaan]
        return self.dice.choice(found) if found else None

    def void(self) -> None:
        if one := self.one_of(FINAL, DIPESAN, SEMENTARA):
            self.act(lambda tx: ambil.release(self, tx, "uji", one, "Contoh", MESIN))  # type: ignore[arg-type]
            self.told = {untuk: id_ for untuk, id_ in self.told.items() if id_ != one.id}

    def use(self) -> None:
        one = self.one_of(DIPESAN, SEMENTARA)
        if one is None or one.sisipan:
            return
        on = self.today() - timedelta(days=self.dice.randint(0, 3))
        isi = ambil.writing(self.instansi, self.minta(one.untuk, on))
        if one.buku.rsplit("/", 1)[1] != str(on.year):
            return
        with contextlib.suppress(TanggalTidakRunut):
            self.act(lambda tx: ambil.final(tx, one, isi, on))

    def stale(self) -> None:
        """Whoever saw an earlier version writes nothing."""
        if one := self.one_of(FINAL):
            with pytest.raises(Overtaken), self.ledger.begin() as tx:
                tx.save(replace(one, versi=one.versi + 1), replace(one, keadaan=BATAL))

    def wait(self) -> None:
        self.clock.at += timedelta(hours=self.dice.randint(1, 40))

    def lie(self) -> None:
        """The clock goes back, and numbering stops; then it is put right."""
        right, self.clock.at = self.clock.at, self.clock.at - timedelta(days=1)
        with contextlib.suppress(JamMundur):
            self.letter()
        self.clock.at = right

    def turn(self) -> None:
        deeds = (self.letter,) * 6 + (self.insert, self.insert, self.void, self.use, self.use)
        more = (lambda: self.held(DIPESAN), lambda: self.held(SEMENTARA), self.stale)
        self.dice.choice((*deeds, *more, self.wait, self.wait, self.lie))()


@pytest.mark.parametrize("seed", [1, 2, pytest.param(3, marks=pytest.mark.panjang)])
def test_a_book_is_whole_after_whatever_was_done_to_it(ledger: SqlLedger, seed: int) -> None:
    world = World(ledger, random.Random(seed))
    ledger.clock = world.clock

    for turn in range(100 if seed < 3 else 4_000):
        world.turn()
        if turn % 50 == 49:
            proven(world)

    proven(world)
    with ledger.read() as look:
        rows = {one.id: one for one in look.find(Nomor)}
    assert len(rows) > 40
    assert {one.keadaan for one in rows.values()} >= {FINAL, BATAL, DIPESAN}
    assert all(rows[id_].untuk == untuk for untuk, id_ in world.told.items())
    written = [one.nomor for one in rows.values() if not one.rahasia]
    assert len(written) == len(set(written))


def proven(world: World) -> None:
    """By the audit, and again by the rule that the page shows."""
    found = SqlAudit(world.ledger).findings([])
    assert [one.sebut for one in found if not one.utuh] == []
    books = SqlBooks(world.ledger)
    for state in books.all("uji"):
        rows = books.rows(state.buku.id, state.mulai, state.terakhir)
        told = examine(state.mulai, state.terakhir, rows)
        assert told.utuh, (state.buku.id, told)
        assert state.lubang == 0
