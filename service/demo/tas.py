"""The bags of what was played: asked for by the keeper, made by the machine, looked at anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from service.acts.tas import minta
from service.acts.tas.periksa import look
from service.demo.papers import Pencetak
from service.demo.walk import Tersendat
from service.domain.tas.tas import DIMINTA, JADI, TasBerkas
from service.house import RealHouse

PENGELOLA = "pengelola_arsip"


@dataclass(frozen=True)
class Pengemas:
    """Who packs the archives of one agency."""

    house: RealHouse
    cetak: Pencetak
    hasil: Path

    def packed(self) -> int:
        """How many matters have a bag that is whole; Tersendat, with its faults, else."""
        keeper = self.cetak.pemeran.of(PENGELOLA)
        asked = [
            minta.ask(self.house, keeper, one, self.house.new_id()) for one in self.cetak.berkas
        ]
        done = [self.cetak.until(TasBerkas, one.id, _settled) for one in asked]
        for one in done:
            if one.keadaan != JADI:
                raise Tersendat(f"Tas {one.id} tidak jadi: {one.pesan}")
            self._looked_at(sidik for sidik in (one.terbuka, one.tertutup) if sidik)
        self._shown(one.terbuka for one in done if one.terbuka)
        return len(done)

    def _looked_at(self, sidik: Iterable[str]) -> None:
        with self.house.room() as room:
            for one in sidik:
                path = self.house.store.fetch(one, room / f"{one}.zip")
                found = look(self.house, path, jurnal_ini=True)
                if not found.utuh:
                    raise Tersendat(f"{found.nama}: {' '.join(found.salah)}")

    def _shown(self, sidik: Iterable[str]) -> None:
        self.hasil.mkdir(parents=True, exist_ok=True)
        for n, one in enumerate(sidik, 1):
            name = f"tas-{n}.zip" if n > 1 else "tas.zip"
            self.house.store.fetch(one, self.hasil / name)


def _settled(one: TasBerkas) -> bool:
    return one.keadaan != DIMINTA
