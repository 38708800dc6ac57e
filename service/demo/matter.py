"""One matter played from the inbox to its dossier, as officers and machine would do it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from service.acts import fill
from service.acts.approve import approve
from service.acts.packs import agency
from service.demo import people
from service.domain import paper
from service.domain.berkas import DIARSIPKAN as BERKAS_DIARSIPKAN
from service.domain.berkas import Berkas
from service.domain.instansi import Instansi
from service.domain.isian import of_instansi
from service.domain.kiriman import DIDAFTAR, DITERIMA, Kiriman
from service.domain.naskah import DIKIRIM, DITANDATANGANI, Naskah
from service.domain.paket import UMUM
from service.domain.refusals import Refusal, Unavailable
from service.domain.tanggal import panjang
from service.house import RealHouse

CONTOH = Path(__file__).parent / "contoh"
LOOK = 0.05  # seconds between two looks at the ledger
PATIENCE = 120.0

T = TypeVar("T", Kiriman, Naskah, Berkas)


@dataclass(frozen=True)
class Langkah:
    """One step done."""

    instansi: str
    berkas: str
    langkah: str
    naskah: tuple[str, ...]
    detik: float


class Tersendat(Unavailable):
    """The machine did not get on; the play ends here."""


def play(house: RealHouse, kode: str, hasil: Path) -> Iterator[Langkah]:
    """Every step as it is done, and what it made copied to `hasil`."""
    return Matter(house, kode, hasil).play()


class Matter:
    """The play of one instansi."""

    def __init__(self, house: RealHouse, kode: str, hasil: Path) -> None:
        self.house, self.kode, self.hasil = house, kode, hasil
        self.instansi: Instansi = agency(house.packs, kode)
        if not self.instansi.unit:
            raise Refusal(f"Instansi {kode} belum punya unit; lengkapi instansi.toml.")
        self.unit = self.instansi.unit[0]
        self.pemeran = people.cast(house, kode)
        self.berkas = ""
        self.since = time.monotonic()

    def play(self) -> Iterator[Langkah]:
        """From the inbox to the dossier."""
        kiriman = self._drop()
        yield self._done("terima")
        self._until(Kiriman, kiriman, lambda one: one.keadaan != DITERIMA)
        yield self._done("kenali")
        arrived = self._until(Kiriman, kiriman, lambda one: one.keadaan == DIDAFTAR)
        with self.house.ledger.read() as reading:
            (berkas,) = reading.find(Berkas, kiriman=arrived.id)
        self.berkas = berkas.id
        yield self._done("daftar")
        naskah = [self._fill(jenis) for jenis in self._jenis()]
        yield self._done("isi", *naskah)
        yield from self._signed(naskah)
        bound = self._until(Berkas, berkas.id, lambda one: one.keadaan == BERKAS_DIARSIPKAN)
        self._show(bound.dossier, "dossier.pdf")
        yield self._done("jilid", *naskah)

    def _signed(self, naskah: list[str]) -> Iterator[Langkah]:
        for one in naskah:
            self._until(Naskah, one, lambda now: bool(now.pdf))
        yield self._done("cetak_konsep", *naskah)
        oleh = people.now_is(self.house, self.pemeran.penyetuju)
        for one in naskah:
            approve(self.house, one, oleh)
        yield self._done("setujui", *naskah)
        for one in naskah:
            sent = self._until(Naskah, one, lambda now: now.keadaan == DIKIRIM)
            self._show(sent.pdf, f"{sent.jenis}.pdf")
        yield self._done("kirim", *naskah)
        for one in naskah:
            self._give_back(one)
        for one in naskah:
            self._until(Naskah, one, lambda now: bool(now.bertanda_tangan))
        yield self._done(f"kembali_{DITANDATANGANI}", *naskah)

    def _drop(self) -> str:
        """Lay a letter into the unit's inbox folder; the kiriman the watcher makes of it."""
        nama = f"usulan DIP {self.kode} {self.house.new_id()[:6]}.docx"
        folder = self.house.inbox / self.kode / self.unit.id
        folder.mkdir(parents=True, exist_ok=True)
        today = self.instansi.kalender_of(self.unit.id).tanggal(self.house.clock.now())
        written = {
            "instansi": self.instansi.nama,
            "unit": self.unit.nama,
            "tanggal": panjang(today),
        }
        part = folder / f"{nama}.part"
        self.house.filler.fill(CONTOH / "usulan.docx", written, part)
        part.rename(folder / nama)
        return self._wait(lambda: self._arrived(nama), f"{nama} belum diterima").id

    def _arrived(self, nama: str) -> Kiriman | None:
        with self.house.ledger.read() as reading:
            return next(iter(reading.find(Kiriman, nama=nama)), None)

    def _jenis(self) -> list[str]:
        """Every pair the instansi can use."""
        names = {*self.house.packs.names(UMUM), *self.house.packs.names(self.kode)}
        return sorted(Path(name).stem for name in names if _is_pair(name))

    def _fill(self, jenis: str) -> str:
        kind = fill.pasangan(self.house, self.kode, jenis)
        today = self.instansi.kalender_of(self.unit.id).tanggal(self.house.clock.now())
        own = of_instansi(self.instansi, kind, today)
        isian: dict[str, Any] = kind.contoh | {name: value for name, value in own.items() if value}
        for ruas in kind.ruas:
            if ruas.jenis == paper.DAFTAR_DIP:
                isian[ruas.nama] = fill.daftar(self.house, CONTOH / "daftar.xlsx")
            if ruas.jenis == paper.PEJABAT and not own.get(ruas.nama):
                # The pack names nobody: a person who is plainly a sample stands in the office.
                jabatan = self.instansi.sebutan(kind.penandatangan[0])
                isian[ruas.nama] = {**ruas.contoh, "jabatan": jabatan}
        oleh = people.now_is(self.house, self.pemeran.penyiap)
        return fill.fill(self.house, self.berkas, jenis, isian, oleh).id

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

    def _until(self, kind: type[T], id_: str, so: Callable[[T], bool]) -> T:
        def look() -> T | None:
            with self.house.ledger.read() as reading:
                one = reading.get(kind, id_)
            return one if so(one) else None

        return self._wait(look, f"{kind.__name__} {id_} belum selesai")

    def _wait(self, look: Callable[[], T | None], what: str) -> T:
        end = time.monotonic() + PATIENCE
        while True:
            if (found := look()) is not None:
                return found
            if macet := self.house.lists.macet():
                raise Tersendat(f"{macet[0].job} gagal: {macet[0].galat}")
            if time.monotonic() > end:
                raise Tersendat(f"{what} setelah {PATIENCE:.0f} detik.")
            time.sleep(LOOK)

    def _done(self, langkah: str, *naskah: str) -> Langkah:
        before, self.since = self.since, time.monotonic()
        return Langkah(self.kode, self.berkas, langkah, naskah, round(self.since - before, 3))


def _is_pair(name: str) -> bool:
    return name.startswith("naskah/") and name.endswith(".toml")
