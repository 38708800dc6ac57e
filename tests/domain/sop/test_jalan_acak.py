"""However an SOP is written and whatever is chosen: never stuck, in one place, and to its end."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from service.acts.sop.daftar import bahan_of, sop_of
from service.adapters.packs import FolderPacks
from service.domain.sop.bahan import CUKUP, NOMOR, TANDA, Daftar
from service.domain.sop.bentuk import PER_BUTIR, PER_UNIT, Sop, Tahap
from service.domain.sop.jalan import (
    Keadaan,
    Maju,
    Posisi,
    Putusan,
    begin,
    choices,
    complete,
    gathered,
    item_outcomes,
    missing,
    unit_rows,
)
from service.domain.sop.tolakan import (
    BelumLengkap,
    BukanPelaksana,
    ButirBelumDiputus,
    PerluAlasanKembali,
    RapatBelumSelesai,
    RujukanBelumSelesai,
    SudahSelesai,
    UnitBelumSelesai,
)
from tests.domain.sop.resmi.lima import SEMUA
from tests.domain.sop.sop_acak import BAHAN, read, written

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
# A busy machine is slow, and a reader refuses many files that chance writes.
RELA = (HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large)
PULANG = 6  # so often chance may send a matter back
ALASAN = "Contoh alasan"


def act_of(sop: Sop, at: Posisi) -> Tahap | None:
    return next((one for one in sop.row(at.langkah).tahap if one.id == at.tahap), None)


class Jalan:
    """One matter, walked by people who lay down what is asked for and choose by chance."""

    def __init__(self, sop: Sop, bahan: Daftar, bagian: str, draw: st.DataObject) -> None:
        self.sop, self.bahan, self.draw = sop, bahan, draw
        self.at, self.ada, self.butir = begin(sop, bagian, NOW), dict[str, str](), dict[str, str]()
        self.acts = self.back = 0

    def known(self, **more: object) -> Keadaan:
        return replace(Keadaan(dict(self.ada), dict(self.butir), True), **more)  # type: ignore[arg-type]

    def done(self, said: Putusan, known: Keadaan | None = None, peran: object = None) -> Maju:
        row, act = self.sop.row(self.at.langkah), act_of(self.sop, self.at)
        actors = act.pelaksana if act else row.pelaksana
        who = (self.sop.peran(actors[0]),) if peran is None else peran
        now = NOW + timedelta(minutes=self.acts)
        told = known or self.known()
        return complete(self.sop, self.bahan, self.at, who, told, said, now)  # type: ignore[arg-type]

    def step(self) -> None:
        """One act: every want is said and can be met; then it is done, once."""
        said = self._chosen()
        with pytest.raises(BukanPelaksana):
            self.done(said, peran=())
        if said.alasan:
            with pytest.raises(PerluAlasanKembali):
                self.done(replace(said, alasan=" "))
        else:
            self._wants(said)
        before, maju = self.at, self.done(said)
        assert maju == self.done(said)
        assert maju.kembali == bool(said.alasan)
        assert maju.posisi.putaran == before.putaran + maju.kembali
        self.ada |= {one: self.bahan[one].cukup for one in maju.dibuat}
        self.back += maju.kembali
        self.acts += 1
        self.at = maju.posisi
        self._stands(before, maju)

    def _chosen(self) -> Putusan:
        open_ = choices(self.sop, self.at)
        onward = [hasil for hasil, back in open_.items() if not back]
        if not onward:
            onward = [""]  # without a branch, or item by item
        backward = [hasil for hasil, back in open_.items() if back]
        if backward and self.back < PULANG and self.draw.draw(st.booleans(), "kembali"):
            return Putusan(self.draw.draw(st.sampled_from(backward)), ALASAN)
        return Putusan(self.draw.draw(st.sampled_from(onward)))

    def _wants(self, said: Putusan) -> None:
        row, act = self.sop.row(self.at.langkah), act_of(self.sop, self.at)
        if row.untuk == PER_BUTIR and not said.hasil and (act is None or act is row.tahap[-1]):
            self._decided(row.cabang, item_outcomes(self.sop, row))
        lacks, owed = missing(row, self.bahan, self.known(), act)
        if lacks or owed:
            with pytest.raises(BelumLengkap):
                self.done(said)
        for one in (*lacks, *owed):
            thing = self.bahan[one]
            # What only the end of a row makes, nobody can lay down: it must be there by now.
            assert thing.wujud not in (NOMOR, TANDA), (row.id, one)
            self.ada[one] = CUKUP[thing.wujud][-1]
        last = act is None or act is row.tahap[-1]
        for wants, more in (
            (RujukanBelumSelesai if row.rujukan and last else None, {"rujukan_selesai": False}),
            (
                RapatBelumSelesai if "rapat" in row.lembar and last else None,
                {"rapat": ("Contoh.",)},
            ),
            (
                UnitBelumSelesai if row.untuk == PER_UNIT and last else None,
                {"unit_berjalan": ("a",)},
            ),
        ):
            if wants:
                with pytest.raises(wants):
                    self.done(said, self.known(**more))

    def _decided(self, cabang: object, outcomes: tuple[str, ...]) -> None:
        if not outcomes:
            return
        if not self.butir or any(one not in cabang for one in self.butir.values()):  # type: ignore[operator]
            with pytest.raises(ButirBelumDiputus):
                self.done(Putusan())
        self.butir = {
            f"butir_{n}": self.draw.draw(st.sampled_from(outcomes), "hasil butir")
            for n in range(self.draw.draw(st.integers(1, 3), "butir"))
        }

    def _stands(self, before: Posisi, maju: Maju) -> None:
        """In one row of its part, in one act of it, or at its end."""
        rows = [one.id for one in self.sop.rows(before.bagian)]
        if self.at.selesai:
            assert self.at.tahap == ""
            with pytest.raises(SudahSelesai):
                complete(self.sop, self.bahan, self.at, (), Keadaan(), Putusan(), NOW)
            return
        row = self.sop.row(self.at.langkah)
        assert self.at.bagian == before.bagian
        assert row.id in rows
        assert self.at.tahap in ({one.id for one in row.tahap} or {""})
        place = (
            rows.index(row.id),
            [one.id for one in row.tahap].index(self.at.tahap) if row.tahap else 0,
        )
        was_row = self.sop.row(before.langkah)
        was = (
            rows.index(was_row.id),
            [x.id for x in was_row.tahap].index(before.tahap) if was_row.tahap else 0,
        )
        # Onward is onward: without a return no row comes twice, so every way ends.
        assert maju.kembali or place > was
        if not maju.kembali and row.id != before.langkah:
            assert not row.hanya or set(row.hanya) & set(self.butir.values())
        for one in maju.dilewati:
            assert not set(self.sop.row(one).hanya) & set(self.butir.values())

    def to_the_end(self) -> None:
        most = sum(len(one.tahap) or 1 for one in self.sop.rows(self.at.bagian))
        while not self.at.selesai:
            self.step()
            assert self.acts <= (self.back + 1) * most
        assert self.at.putaran == self.back


@settings(max_examples=150, deadline=None, suppress_health_check=RELA)
@given(text=written(), draw=st.data())
def test_whatever_is_written_and_chosen_comes_to_its_end(text: str, draw: st.DataObject) -> None:
    sop = read(text)
    event("taken" if sop else "refused by the reader")
    assume(sop is not None)
    assert sop

    Jalan(sop, BAHAN, "", draw).to_the_end()


@pytest.mark.parametrize(("instansi", "kode"), SEMUA)
@settings(max_examples=15, deadline=None, suppress_health_check=RELA)
@given(draw=st.data())
def test_the_packs_come_to_their_ends_whatever_is_chosen(
    packs: FolderPacks, instansi: str, kode: str, draw: st.DataObject
) -> None:
    sop = sop_of(packs, instansi, kode)
    for part in sop.parts():
        Jalan(sop, bahan_of(packs, instansi), part.id, draw).to_the_end()


@settings(max_examples=60, deadline=None, suppress_health_check=RELA)
@given(text=written(units=True))
def test_whoever_gathers_the_units_stands_where_the_last_of_them_came_to(text: str) -> None:
    sop = read(text)
    assume(sop is not None and unit_rows(sop, ""))
    assert sop
    last = unit_rows(sop, "")[-1]
    came = gathered(sop, Posisi(last.id, NOW), NOW)
    first = gathered(sop, Posisi(unit_rows(sop, "")[0].id, NOW), NOW)

    assert came == first
    assert came.selesai or sop.row(came.langkah).untuk != PER_UNIT
