"""Papers that the house itself writes: filled, printed, approved, sent, and come back."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from service.acts import fill
from service.acts.approve import approve
from service.acts.packs import agency
from service.demo.people import PPID, Pemeran
from service.demo.things import CONTOH
from service.demo.walk import Di, Tersendat
from service.domain import paper
from service.domain.berkas import DIARSIPKAN, Berkas
from service.domain.isian import of_instansi
from service.domain.kiriman import Kiriman
from service.domain.naskah import DIKIRIM, Naskah
from service.domain.paket import UMUM
from service.domain.sop.bahan import CUKUP, NASKAH, Bahan
from service.domain.wewenang import PETUGAS
from service.house import RealHouse

LOOK = 0.05  # seconds between two looks at the ledger
PATIENCE = 120.0
KONSEP = CUKUP[NASKAH][0]

Baris = TypeVar("Baris", Kiriman, Naskah, Berkas)
T = TypeVar("T")


@dataclass
class Pencetak:
    """The machine of the house, and the people who fill and approve what it prints."""

    house: RealHouse
    pemeran: Pemeran
    hasil: Path
    berkas: dict[str, None] = field(default_factory=dict)  # matters with papers of ours

    def write(self, at: Di, thing: Bahan, keadaan: str) -> str:
        """The paper in that state; '' where the house has no template for it."""
        if thing.jenis not in self.pairs():
            return ""
        self.berkas[at.berkas.id] = None
        with self.house.ledger.read() as reading:
            found = reading.find(Naskah, berkas=at.berkas.id, jenis=thing.jenis)
        naskah = found[-1].id if found else self._fill(at.berkas, thing.jenis)
        self.until(Naskah, naskah, lambda now: bool(now.pdf))
        if keadaan != KONSEP:
            self._sign(naskah)
        return naskah

    def bound(self) -> int:
        """How many dossiers there are, once all that has papers is bound."""
        for n, one in enumerate(self.berkas, 1):
            done = self.until(Berkas, one, lambda now: now.keadaan == DIARSIPKAN)
            self._show(done.dossier, "dossier.pdf" if n == 1 else f"dossier-{n}.pdf")
        return len(self.berkas)

    def pairs(self) -> set[str]:
        """Every kind of paper that the agency can write."""
        kode = self.pemeran.kode
        names = {*self.house.packs.names(UMUM), *self.house.packs.names(kode)}
        return {Path(one).stem for one in names if _is_pair(one)}

    def _sign(self, naskah: str) -> None:
        approve(self.house, naskah, self.pemeran.of(PPID))
        sent = self.until(Naskah, naskah, lambda now: now.keadaan == DIKIRIM)
        self._show(sent.pdf, f"{sent.jenis}.pdf")
        self._give_back(naskah)
        self.until(Naskah, naskah, lambda now: bool(now.bertanda_tangan))

    def _fill(self, berkas: Berkas, jenis: str) -> str:
        instansi = agency(self.house.packs, berkas.instansi)
        kind = fill.pasangan(self.house, berkas.instansi, jenis)
        today = instansi.kalender_of(berkas.unit).tanggal(self.house.clock.now())
        own = of_instansi(instansi, kind, today)
        isian: dict[str, Any] = kind.contoh | {name: value for name, value in own.items() if value}
        for ruas in kind.ruas:
            if ruas.jenis == paper.DAFTAR_DIP:
                isian[ruas.nama] = fill.daftar(self.house, CONTOH / "daftar.xlsx")
            if ruas.jenis == paper.PEJABAT and not own.get(ruas.nama):
                # The pack names nobody: a person who is plainly a sample stands in the office.
                jabatan = instansi.sebutan(kind.penandatangan[0])
                isian[ruas.nama] = {**ruas.contoh, "jabatan": jabatan}
        return fill.fill(self.house, berkas.id, jenis, isian, self.pemeran.of(PETUGAS)).id

    def _give_back(self, naskah_id: str) -> None:
        """What a signer does, without the signature: take the paper and lay it in `masuk`."""
        room = self.house.settings.home / "tanda_tangan"
        (laid,) = (room / "keluar").glob(f"* {naskah_id}.pdf")
        part = room / "masuk" / f"{laid.name}.part"
        shutil.copyfile(laid, part)
        part.rename(room / "masuk" / laid.name)

    def _show(self, sha256: str, nama: str) -> None:
        self.hasil.mkdir(parents=True, exist_ok=True)
        self.house.store.fetch(sha256, self.hasil / nama)

    def until(self, kind: type[Baris], id_: str, so: Callable[[Baris], bool]) -> Baris:
        """The row, once it is so."""

        def look() -> Baris | None:
            with self.house.ledger.read() as reading:
                one = reading.get(kind, id_)
            return one if so(one) else None

        return self.wait(look, f"{kind.__name__} {id_} belum selesai")

    def wait(self, look: Callable[[], T | None], what: str) -> T:
        """What the machine brings about; Tersendat where it does not come."""
        end = time.monotonic() + PATIENCE
        while True:
            if (found := look()) is not None:
                return found
            if macet := self.house.lists.macet():
                raise Tersendat(f"{macet[0].job} gagal: {macet[0].galat}")
            if time.monotonic() > end:
                raise Tersendat(f"{what} setelah {PATIENCE:.0f} detik.")
            time.sleep(LOOK)


def _is_pair(name: str) -> bool:
    return name.startswith("naskah/") and name.endswith(".toml")
