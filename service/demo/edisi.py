"""The list of a matter: its lines written and verified, its draft, its edition published."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from service.acts.edisi import rancang, terbit
from service.acts.edisi.rancang import Rancangan
from service.acts.edisi.terbit import Penerbitan
from service.acts.informasi import usul, verifikasi
from service.acts.informasi.usul import Usulan
from service.acts.lihat.berkas import children
from service.demo.people import PPID, UNIT, Pemeran
from service.demo.walk import Di
from service.domain import ruas as r
from service.domain.edisi.edisi import DIP, DITETAPKAN, TERBIT, Edisi
from service.domain.informasi import keadaan as k
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.retensi import Retensi
from service.domain.informasi.sumbu import KATEGORI_DIP
from service.domain.informasi.unsur import Unsur
from service.domain.informasi.waktu_baca import read_waktu
from service.domain.instansi import UnitKerja
from service.domain.sop.bahan import Bahan
from service.house import RealHouse

SEKRETARIAT = "tim_sekretariat"
USULAN = "usulan"
Tunggu = Callable[[Callable[[], bool | None], str], object]


def decrees(kind: r.Pasangan) -> bool:
    """Whether a paper of this kind decrees the list that it prints."""
    return kind.bentuk == r.KEPUTUSAN and any(one.jenis == r.DAFTAR_DIP for one in kind.ruas)


@dataclass
class Penyusun:
    """The people who bring a list about."""

    house: RealHouse
    pemeran: Pemeran
    unit: UnitKerja

    def begun(self, at: Di) -> None:
        """A draft in this matter, of lines that a unit proposed and the secretariat verified."""
        if self._edition(at):
            return
        for kategori in KATEGORI_DIP:
            self._line(kategori)
        asked = Rancangan(self.house.new_id(), at.berkas.id)
        rancang.begin(self.house, self.pemeran.of(SEKRETARIAT), asked)

    def brought(self, at: Di, thing: Bahan, keadaan: str, tunggu: Tunggu) -> None:
        """The list as far as the step asks, once the machine has done its part."""
        self.begun(at)
        if keadaan == USULAN:
            return
        tunggu(lambda: self._is(at, DITETAPKAN, TERBIT), f"{thing.nama} belum ditetapkan")
        one = self._edition(at)
        if keadaan == TERBIT and one and one.keadaan == DITETAPKAN:
            asked = Penerbitan(one.id, one.versi)
            terbit.publish(self.house, self.pemeran.of(PPID), asked)
        if keadaan == TERBIT:
            tunggu(self._all_read, f"{thing.nama} belum terbaca publik")

    def _line(self, kategori: str) -> None:
        words = Unsur(
            ringkasan=f"Contoh laporan {KATEGORI_DIP[kategori].lower()} {self.unit.nama}",
            penguasa=self.unit.nama,
            penanggung_jawab=f"Kepala {self.unit.nama}",
            waktu=read_waktu("2025"),
            tempat="Kota Contoh",
            bentuk=("cetak", "elektronik"),
            retensi=Retensi("2 tahun", "3 tahun", "musnah"),
        )
        place = (self.house.new_id(), self.pemeran.kode, self.unit.id)
        asked = Usulan(*place, kategori, "biasa", words)
        one = usul.propose(self.house, self.pemeran.of(UNIT, self.unit.id), asked)
        verifikasi.verify(self.house, self.pemeran.of(SEKRETARIAT), one.id, one.versi)

    def _edition(self, at: Di) -> Edisi | None:
        """That of this matter, or of one that its rows called."""
        with self.house.ledger.read() as reading:
            ids = [at.berkas.id, *(one.id for one in children(reading, at.berkas))]
            found = reading.find(Edisi, berkas=ids, daftar=DIP)
        return found[-1] if found else None

    def _is(self, at: Di, *keadaan: str) -> bool | None:
        one = self._edition(at)
        return True if one and one.keadaan in keadaan else None

    def _all_read(self) -> bool | None:
        with self.house.ledger.read() as reading:
            left = reading.find(Informasi, instansi=self.pemeran.kode, keadaan=k.DITETAPKAN)
        return None if left else True
