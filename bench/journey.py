"""One matter through the seven steps of the SOP of Kemensetneg, from the letter in the inbox to
its dossier: every act, every job and every paper, without people, signatures or the bell."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.figures import Figure
from bench.perjalanan import (
    CONVERT,
    PARTS,
    Bengkel,
    PenaOrang,
    Percetakan,
    opened,
    spent,
)
from jobs.watcher import Watcher
from service.acts.keadaan.audit import audit
from service.demo.matter import SURAT
from service.demo.people import Pemeran
from service.demo.things import Bekal
from service.demo.uji import Penguji
from service.demo.walk import Pejalan
from service.domain.berkas import DIARSIPKAN, Berkas
from service.domain.kiriman import Kiriman
from service.domain.tanggal import panjang
from service.domain.uji import TERBUKA

BAR = 4.0  # seconds, on a machine that does nothing else
KODE, UNIT, ROUNDS = "kemensetneg", "humas", 3
STEPS = ["terima", "kajian", "rapat", "laporkan", "penetapan", "umumkan", "laporan"]
WORDS = {"judul": "laporan perjalanan dinas contoh", "instansi": "Kantor Contoh"}


@dataclass(frozen=True)
class Perjalanan:
    """What one matter took."""

    parts: dict[str, float]  # seconds by the clock on the wall
    cpu: float  # seconds of processor, of this process and of all that it started
    prints: int

    @property
    def whole(self) -> float:
        return sum(self.parts.values())

    @property
    def share(self) -> float:
        return self.parts[CONVERT] / self.whole


def measure(room: Path) -> list[Figure]:
    """Medians of several matters in a house that is warm, and what each part took."""
    with opened(room) as bengkel:
        kantor = Kantor(bengkel, room / "hasil")
        kantor.journey(0)  # people come in, boxes start
        some = [kantor.journey(n) for n in range(1, ROUNDS + 1)]
        broken = [one for one in audit(bengkel.house) if not one.utuh]
    whole = median(one.whole for one in some)
    parts = {name: median(one.parts[name] for one in some) for name in PARTS}
    return [
        Figure("one matter through seven steps, to its dossier", whole, "s", BAR, atleast=False),
        Figure("its processor seconds, all processes", median(one.cpu for one in some), "s"),
        Figure("prints on its way", median(one.prints for one in some), ""),
        Figure("of it LibreOffice, DOCX to PDF/A", median(one.share for one in some) * 100, "%"),
        *(Figure(f"  {name}", took, "s") for name, took in parts.items()),
        Figure("promises of the ledger that are broken", len(broken), "", 0, atleast=False),
    ]


class Kantor:
    """The people of the agency, and its machine."""

    def __init__(self, bengkel: Bengkel, hasil: Path) -> None:
        house = self.house = bengkel.house
        self.bengkel = bengkel
        pemeran = Pemeran(house, KODE)
        self.pena = PenaOrang(house, pemeran, bengkel.penerbit, jam=bengkel.jam)
        penguji = Penguji(house, pemeran)
        cetak = Percetakan(house, pemeran, self.pena, hasil, penguji=penguji, work=bengkel.work)
        bekal = Bekal(house, cetak.write, cetak.listed, (TERBUKA,))
        self.jalan = Pejalan(house, pemeran, bekal.supply)
        self.watcher = Watcher(house)

    def journey(self, n: int) -> Perjalanan:
        """One matter, from its letter to its dossier."""
        nama = self._letter(n)
        jam = self.bengkel.jam
        before, prints, cpu, pens = jam.told(), jam.begun[CONVERT], spent(), self.pena.cpu
        berkas = self._came(nama)
        steps = list(self.jalan.walk(berkas))
        self.bengkel.work()
        after, used = jam.told(), spent() - cpu - (self.pena.cpu - pens)
        assert [one.langkah for one in steps] == STEPS
        with self.house.ledger.read() as reading:
            assert reading.get(Berkas, berkas).keadaan == DIARSIPKAN
        parts = {name: after.get(name, 0.0) - before.get(name, 0.0) for name in PARTS}
        return Perjalanan(parts, used, jam.begun[CONVERT] - prints)

    def _letter(self, n: int) -> str:
        """A letter laid into the inbox of the unit, as a person does."""
        now = self.house.clock.now()
        folder = self.house.inbox / KODE / UNIT
        folder.mkdir(parents=True, exist_ok=True)
        part, nama = folder / "surat.part", f"permohonan contoh {n}.docx"
        told = {"nomor": f"{n}/CONTOH/{now.year}", "tanggal": panjang(now.date())}
        self.house.filler.fill(SURAT, told | WORDS, part)
        part.rename(folder / nama)
        return nama

    def _came(self, nama: str) -> str:
        """The matter that the machine opens for it; it is looked at until it has settled."""
        for _ in range(3):
            self.watcher.turn()
        self.bengkel.work()
        with self.house.ledger.read() as reading:
            [one] = reading.find(Kiriman, nama=nama)
        return one.berkas
