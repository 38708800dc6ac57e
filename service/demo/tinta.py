"""A paper of the play that is signed by hand: printed, drawn upon, and scanned into the inbox."""

from __future__ import annotations

import math
from dataclasses import dataclass

from service.acts import letak_ttd, naskah_gambar
from service.acts.pasangan_acuan import declared_for
from service.acts.tempat_ttd import places
from service.demo.walk import Tersendat
from service.domain.berkas import Berkas
from service.domain.nama_tercetak import candidates
from service.domain.naskah import Naskah
from service.domain.ruas import Pasangan
from service.house import RealHouse

LEBAR = 1_740  # pixels of a sheet of A4 at 210 dpi
TITIK, PUTARAN = 160, 4.0  # of the line of a pen, and its loops


@dataclass
class Tinta:
    """The pen and the scanner of one agency."""

    house: RealHouse
    kode: str
    unit: str
    dipakai: int = 0

    def suits(self, naskah: Naskah, kind: Pasangan) -> bool:
        """Whether a paper is one sheet with room for one to sign; of a play, the first such."""
        if self.dipakai or len(kind.penandatangan) != 1:
            return False
        if naskah_gambar.pages(self.house, naskah.pdf) != 1:
            return False
        names = candidates(kind, naskah.isian, kind.penandatangan[0], ())
        with self.house.room() as room:
            pdf = self.house.store.fetch(naskah.pdf, room / "konsep.pdf")
            return any(self.house.placer.places(pdf, names))

    def sign(self, naskah_id: str) -> None:
        """The sheet as a scanner gives it, signed, lies in the folder of the unit."""
        house = self.house
        with house.ledger.read() as reading:
            naskah = reading.get(Naskah, naskah_id)
            berkas, here = reading.get(Berkas, naskah.berkas), places(reading, naskah)
            kind = declared_for(house, reading, naskah)
        folder = house.inbox / self.kode / self.unit
        folder.mkdir(parents=True, exist_ok=True)
        nama = f"pindaian {naskah_id[:6]}.png"
        with house.room() as room:
            pdf = house.store.fetch(naskah.pdf, room / "cetakan.pdf")
            (at,) = letak_ttd.found(house, naskah, berkas, kind, here, pdf)
            if at is None:
                raise Tersendat(f"{naskah.jenis}: tempat tanda tangannya tidak ditemukan")
            n, kotak = at
            inked = house.marker.pen(pdf, n, strokes(kotak), room / "bertinta.pdf")
            part = folder / f"{nama}.part"
            part.write_bytes(house.reader.picture(inked, n + 1, LEBAR))
        part.rename(folder / nama)
        self.dipakai += 1


def strokes(kotak: tuple[int, int, int, int]) -> list[tuple[float, float]]:
    """A sample of a hand: loops that grow smaller, over a box on the page."""
    left, bottom, _, top = kotak
    high = top - bottom
    points = []
    for n in range(TITIK + 1):
        at = n / TITIK
        turn = 2 * math.pi * PUTARAN * at
        x = left + 1.5 * high * (at + 0.08 * math.sin(turn))
        y = bottom + high * (0.5 + 0.4 * math.cos(turn) * (1 - 0.6 * at))
        points.append((x, y))
    return points
