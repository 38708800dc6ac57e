"""An office whose two heads sign a report here; laid down once, and copied for each test."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from service.acts.naskah import submit
from service.acts.naskah.approve import approve
from service.acts.naskah.fill import fill
from service.acts.naskah.tempat_ttd import places
from service.acts.ttd import kunci as kunci_ttd
from service.acts.ttd import meja as meja_ttd
from service.acts.ttd import tandatangani
from service.acts.ttd.tandatangani import Diminta
from service.adapters.signing.layanan import Layanan
from service.adapters.signing.pades import PadesSigner
from service.domain.berkas import BERJALAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.frasa_sandi import FrasaSandi
from service.domain.kunci_ttd import KunciTtd
from service.domain.naskah import Naskah
from service.domain.tempat_ttd import ELEKTRONIK, TempatTtd
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.office import INSTANSI, UNIT, open_house, person, rule, work
from tests.papers import UMUM, contoh
from tests.pki import FRASA, Pki

JENIS = "laporan_monev"  # signed by the PPID, and after them by their superior


class Kantor:
    """An office with a report that both of its heads sign here."""

    def __init__(self, house: RealHouse, pki: Pki) -> None:
        self.house, self.pki = house, pki
        names = {"petugas": "petugas", "ppid": "ppid", "atasan": "atasan_ppid"}
        self.orang = {nama: person(house, nama, peran) for nama, peran in names.items()}
        berkas = Berkas(house.new_id(), INSTANSI, UNIT, "Monev contoh", "", BERJALAN, self.now)
        with house.ledger.begin() as tx:
            tx.add(berkas)
            tx.note(Catatan(INSTANSI, MESIN, "berkas_dibuka", self.now, berkas.id))
        isian = contoh(UMUM / f"{JENIS}.toml")
        self.id = fill(house, berkas.id, JENIS, isian, self.orang["petugas"]).id
        work(house)
        submit.submit(house, self.id, self.orang["petugas"])
        approve(house, self.id, self.orang["ppid"], jalan=ELEKTRONIK)
        work(house)
        self.kunci = {
            "ppid": self.add("ppid", "sekretaris"),
            "atasan": self.add("atasan", "kepala"),
        }

    @property
    def now(self) -> datetime:
        return self.house.clock.now()

    @property
    def naskah(self) -> Naskah:
        with self.house.ledger.read() as reading:
            return reading.get(Naskah, self.id)

    def add(self, nama: str, whose: str) -> KunciTtd:
        with FrasaSandi(FRASA) as frasa:
            path = self.pki.pkcs12(whose)
            return kunci_ttd.add_file(self.house, self.orang[nama], path, whose, frasa)

    def place(self, n: int) -> TempatTtd:
        with self.house.ledger.read() as reading:
            return places(reading, self.naskah)[n]

    def asked(self, nama: str, n: int) -> Diminta:
        return Diminta(self.id, self.naskah.versi, self.place(n).id, self.kunci[nama].id)

    def sign(self, nama: str, n: int, frasa: str = FRASA) -> Naskah:
        with FrasaSandi(frasa) as secret:
            return tandatangani.sign(self.house, self.orang[nama], self.asked(nama, n), secret)

    def waits(self, nama: str) -> list[bool]:
        found = meja_ttd.waiting(self.house, self.orang[nama], 0, 9)
        return [one.giliran for one in found]


@dataclass(frozen=True)
class Tertata:
    """Such an office with its report out for signature, from which each test takes a copy."""

    folder: Path
    kantor: Kantor

    @contextmanager
    def copied(self, folder: Path) -> Iterator[RealHouse]:
        """The same house in a folder of its own."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        with open_house(folder, f"sqlite:///{folder}/berkas.db") as house:
            yield house

    def at(self, house: RealHouse) -> Kantor:
        """Its people and its report, in that copy."""
        one = copy.copy(self.kantor)
        one.house, one.kunci = house, dict(one.kunci)
        return one


def laid_down(folder: Path, pki: Pki) -> Tertata:
    """The office, closed again."""
    with open_house(folder, new_sqlite(folder)) as house:
        house.opened["signer"] = PadesSigner(Layanan(), house.clock)
        rule(house)
        return Tertata(folder, Kantor(house, pki))
