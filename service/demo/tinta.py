"""Papers of the play that are signed by hand: printed, drawn upon, and scanned into the inbox."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from service.acts.kembali import putus as kembali_putus
from service.acts.naskah import gambar as naskah_gambar
from service.acts.naskah.acuan import declared_for
from service.acts.naskah.tempat_ttd import places
from service.acts.ttd import letak as letak_ttd
from service.demo.people import PPID, Pemeran
from service.domain import tempat_ttd as t
from service.domain.berkas import Berkas
from service.domain.kembalian import MENUNGGU, Kembalian
from service.domain.naskah import Naskah
from service.house import RealHouse

DPI = 210
TEGAK, REBAH = (
    1_740,
    2_740,
)  # pixels across a sheet that stands or lies, at 210 dpi and a little more
TITIK, PUTARAN = 160, 4.0  # of the line of a pen, and its loops
ALASAN = "Tanda tangannya dilihat pada pindaian contoh, di luar tempat yang dikenali mesin."


@dataclass
class Tinta:
    """The pen and the scanner of one agency, and who looks at what the machine leaves open."""

    house: RealHouse
    pemeran: Pemeran
    unit: str
    sop: str  # whose papers are signed so
    dipakai: int = 0
    diputuskan: int = 0

    def suits(self, berkas: Berkas) -> bool:
        """Whether the papers of a matter are signed by hand."""
        return berkas.sop == self.sop

    def sign(self, naskah_id: str) -> None:
        """The sheets as a scanner gives them, signed, lie in the folder of the unit."""
        with self.house.ledger.read() as reading:
            naskah = reading.get(Naskah, naskah_id)
        folder = self.house.inbox / self.pemeran.kode / self.unit
        folder.mkdir(parents=True, exist_ok=True)
        nama = f"pindaian {naskah_id[:6]}.tif"
        with self.house.room() as room:
            part = folder / f"{nama}.part"
            self._scanned(self._drawn_upon(naskah, room), naskah, part)
        part.rename(folder / nama)
        self.dipakai += 1

    def _drawn_upon(self, naskah: Naskah, room: Path) -> Path:
        house = self.house
        with house.ledger.read() as reading:
            berkas, here = reading.get(Berkas, naskah.berkas), places(reading, naskah)
            kind = declared_for(house, reading, naskah)
        pdf = house.store.fetch(naskah.pdf, room / "cetakan.pdf")
        found = letak_ttd.found(house, naskah, berkas, kind, here, pdf)
        signed = [at for one in letak_ttd.everywhere(house, pdf, found) if one for at in one.semua]
        for n, (page, box) in enumerate(signed):
            pdf = house.marker.pen(pdf, page, strokes(box), room / f"bertinta {n}.pdf")
        return pdf

    def _scanned(self, pdf: Path, naskah: Naskah, out: Path) -> None:
        many = naskah_gambar.pages(self.house, naskah.pdf)
        first, *more = [self._sheet(pdf, n) for n in range(1, many + 1)]
        first.save(
            out,
            "TIFF",
            save_all=True,
            append_images=more,
            dpi=(DPI, DPI),
            compression="tiff_lzw",
        )

    def _sheet(self, pdf: Path, n: int) -> Image.Image:
        seen = Image.open(io.BytesIO(self.house.reader.picture(pdf, n, TEGAK)))
        if seen.width > seen.height:
            seen = Image.open(io.BytesIO(self.house.reader.picture(pdf, n, REBAH)))
        return seen.convert("L")

    def decided(self, naskah: Naskah) -> None:
        """What the machine would not take by itself, a person looks at and takes."""
        who = self.pemeran.of(PPID)
        with self.house.ledger.read() as reading:
            waiting = reading.find(Kembalian, naskah=naskah.id, keadaan=MENUNGGU)
            berkas = reading.get(Berkas, naskah.berkas)
            left = t.waiting(places(reading, naskah))
        for one in waiting:
            people = {x.id: self.pemeran.of(x.peran, berkas.unit).orang.id for x in left}
            sidik = f"{one.versi}.{naskah.versi}"
            said = kembali_putus.Putusan(one.id, sidik, ALASAN, people)
            kembali_putus.accept(self.house, who, said)
            self.diputuskan += 1


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
