"""An agency at work, its people, and what must hold after each of their acts."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from jobs.watcher import Watcher
from service.acts.berkas import anak as berkas_anak
from service.acts.berkas import baru as berkas_baru
from service.acts.berkas import henti as berkas_henti
from service.acts.berkas import jalan as berkas_jalan
from service.acts.berkas.buka import Pembukaan
from service.acts.berkas.henti import Minta
from service.acts.instansi.packs import agency
from service.acts.keadaan.audit import audit
from service.adapters.packs import FolderPacks
from service.config import CODE
from service.demo.people import Pemeran
from service.demo.things import CAMPURAN, Bekal
from service.demo.walk import Langkah, Pejalan, ahead
from service.domain.ada import Ada
from service.domain.berkas import BERJALAN, DIBATALKAN, Berkas
from service.domain.butir import Butir
from service.domain.catatan import MESIN
from service.domain.kiriman import Kiriman
from service.domain.sop.jalan import Putusan
from service.domain.sop.jejak import Jejak
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.kantor import Jam
from tests.office import open_house, work

KEMBALI = "Contoh alasan dikembalikan"


@dataclass
class Lakon:
    """What is chosen: by row, one choice for each visit; from then on the first that leads on."""

    pilihan: dict[str, list[str]] = field(default_factory=dict)

    def __call__(self, berkas: Berkas, open_: Mapping[str, bool]) -> Putusan:
        wanted = self.pilihan.get(berkas.langkah, [])
        if wanted and wanted[0] in open_:
            hasil = wanted.pop(0)
            return Putusan(hasil, KEMBALI if open_[hasil] else "")
        return ahead(berkas, open_)


@dataclass
class Panggung:
    """One agency, played act by act."""

    house: RealHouse
    kode: str
    lakon: Lakon = field(default_factory=Lakon)
    hasil: Sequence[str] = CAMPURAN

    def __post_init__(self) -> None:
        self.pemeran = Pemeran(self.house, self.kode)
        self.bekal = Bekal(self.house, hasil=self.hasil)
        self.jalan = Pejalan(self.house, self.pemeran, self.bekal.supply, self.lakon)
        self.done: list[Langkah] = []

    def opened(self, sop: str, peran: str, unit: str = "", **more: str) -> Berkas:
        """A matter that an officer opens."""
        told = {"id": self.house.new_id(), "judul": "Perkara contoh", **more}
        asked = Pembukaan(instansi=self.kode, unit=unit, sop=sop, **told)
        return berkas_baru.open_by(self.house, self.pemeran.of(peran, unit), asked)

    def go(self, berkas: Berkas, peran: str, hasil: str = "", alasan: str = "") -> Berkas:
        """What somebody tries, ready or not."""
        now = self.now(berkas)
        step = berkas_jalan.Langkah(now.id, now.versi, self.jalan.seen(now.id))
        who = self.pemeran.of(peran, now.unit)
        return berkas_jalan.go_on(self.house, who, step, Putusan(hasil, alasan))

    def stop(self, act: Callable[[RealHouse, Hadir, Minta], Berkas], berkas: Berkas) -> None:
        """A matter is held, called off, or brought back, by the PPID."""
        now = self.now(berkas)
        who = self.pemeran.of("ppid")
        if now.menunggu and act in (berkas_henti.hold, berkas_henti.resume):
            who = self.jalan.actor(self.jalan.at(now.id))
        act(self.house, who, Minta(now.id, now.versi, KEMBALI))
        self.holds()

    def excuse(self, unit: Berkas) -> None:
        """A unit is late and is not waited for."""
        who, now = self.pemeran.of("ppid"), self.now(unit)
        berkas_anak.excuse(self.house, who, now.id, now.versi, "Contoh alasan terlambat")
        self.holds()

    def choose(self, **pilihan: Sequence[str]) -> None:
        """What is chosen from now on, by row."""
        self.lakon.pilihan |= {row: list(hasil) for row, hasil in pilihan.items()}

    def play(self, berkas: Berkas, until: str = "") -> Berkas:
        """On to a row, or to the end; after each act everything must hold."""
        for one in self.jalan.walk(berkas.id):
            self.done.append(one)
            self.holds()
            if isinstance(self.house.clock, Jam):
                self.house.clock.go(seconds=1)
            if until and self.now(berkas).langkah == until:
                break
        return self.now(berkas)

    def now(self, berkas: Berkas) -> Berkas:
        with self.house.ledger.read() as reading:
            return reading.get(Berkas, berkas.id)

    def way(self, berkas: Berkas) -> list[str]:
        """The acts that were done, with their outcomes; passed rows in brackets."""
        with self.house.ledger.read() as reading:
            found = sorted(reading.find(Jejak, berkas=berkas.id), key=lambda one: one.urut)
        return [_told(one) for one in found]

    def below(self, berkas: Berkas) -> list[Berkas]:
        """The matters below it, in the order in which they were opened."""
        found = self.jalan.below(berkas.id)
        order = [one.id for one in agency(self.house.packs, self.kode).unit]
        return sorted(
            found, key=lambda x: (x.dibuka, order.index(x.unit) if x.unit else len(order))
        )

    def items(self, berkas: Berkas) -> list[Butir]:
        with self.house.ledger.read() as reading:
            found = reading.find(Butir, berkas=berkas.id)
        return sorted(found, key=lambda one: one.urut)

    def things(self, berkas: Berkas) -> set[tuple[str, str]]:
        with self.house.ledger.read() as reading:
            return {(one.bahan, one.keadaan) for one in reading.find(Ada, berkas=berkas.id)}

    def holds(self) -> None:
        """One current step in each matter under way and none in others; the journal tells all."""
        with self.house.ledger.read() as reading:
            matters, passages = reading.find(Berkas), reading.find(Jejak)
        for one in (x for x in matters if x.sop):
            way = sorted((x for x in passages if x.berkas == one.id), key=lambda x: x.urut)
            open_ = [(x.langkah, x.tahap) for x in way if x.keluar is None]
            stands = [(one.langkah, one.tahap)] if one.keadaan == BERJALAN else []
            assert open_ == stands, one
            assert [x.urut for x in way] == list(range(1, len(way) + 1))
            told = [x.perbuatan for x in self.house.perkara.trail(one)]
            acts = sum(x in ("langkah_selesai", "langkah_dikembalikan") for x in told)
            done = [x for x in way if x.keluar and not x.dilewati and x.oleh not in ("", MESIN)]
            ended = told.count("unit_tidak_ditunggu") + told.count("unit_nihil")
            assert acts == len(done) - ended, (one, told)
            again = sum(x.hasil == DIBATALKAN for x in way[:-1])  # with what was above it, or alone
            again = max(again, told.count("berkas_dibuka_kembali"))
            assert one.putaran == sum(x.kembali for x in way) + again

    def sound(self) -> None:
        """All that is owed is done, and every promise of the house holds."""
        work(self.house)
        assert [one.sebut for one in audit(self.house) if not one.utuh] == []


def _told(one: Jejak) -> str:
    row = f"{one.langkah}.{one.tahap}" if one.tahap else one.langkah
    if one.dilewati:
        return f"({row})"
    return f"{row}:{one.hasil}" if one.hasil else row


def dropped(panggung: Panggung, path: Path, unit: str) -> Berkas:
    """A file laid into the inbox of a unit; the matter that the machine opened for it."""
    house = panggung.house
    room = house.inbox / panggung.kode / unit
    room.mkdir(parents=True, exist_ok=True)
    shutil.move(path, room / path.name)
    watcher = Watcher(house)
    for _ in range(3):
        watcher.turn()
    work(house)
    with house.ledger.read() as reading:
        [came] = reading.find(Kiriman, nama=path.name)
        return reading.get(Berkas, came.berkas)


@contextmanager
def at_work(
    folder: Path, ledger_url: str, packs: Path | None = None, jam: Jam | None = None
) -> Iterator[RealHouse]:
    """A house; with these packs, and with a clock that obeys, where they are given."""
    with open_house(folder, ledger_url) as house:
        if packs:
            house.opened["packs"] = FolderPacks(packs)
        if jam:
            house.ledger.clock = jam  # type: ignore[assignment]
            house = replace(house, clock=jam)  # type: ignore[arg-type]
        yield house


def with_units(folder: Path, kode: str, *units: str) -> Path:
    """The packs, with more units in one agency."""
    copy = shutil.copytree(CODE / "templates_docx", folder / "paket")
    with (copy / kode / "instansi.toml").open("a") as out:
        for one in units:
            out.write(f'\n[[unit]]\nid = "{one}"\nnama = "Contoh {one}"\nkode = "C"\n')
    for path in (copy, *copy.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return copy
