"""The lists that a test brings about: its outcomes applied, and an edition on its decree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from service.acts.berkas import sk_uji
from service.acts.dikecualikan import terapkan
from service.acts.dikecualikan.terapkan import Isian
from service.acts.edisi import dasar, terbit
from service.acts.edisi.dasar import Dasar
from service.acts.edisi.terbit import Penerbitan
from service.acts.informasi import ubah, verifikasi
from service.demo.people import PPID, UNIT, Pemeran
from service.demo.walk import Di
from service.domain.butir import Butir
from service.domain.edisi.edisi import DIP, DITETAPKAN, TERBIT, Edisi
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import USULAN
from service.domain.informasi.retensi import Retensi
from service.domain.informasi.waktu_baca import read_waktu
from service.domain.naskah import Naskah
from service.domain.uji import KESIMPULAN
from service.house import RealHouse

SEKRETARIAT = "tim_sekretariat"
Tunggu = Callable[[Callable[[], bool | None], str], object]


@dataclass
class Penguji:
    """The people who carry out what a test found."""

    house: RealHouse
    pemeran: Pemeran

    def may(self, at: Di) -> bool:
        """Whether every item has its outcome, and a signed decree of ours behind it."""
        items = self._items(at)
        return bool(items and self._decrees(at)) and all(x.hasil in KESIMPULAN for x in items)

    def brought(self, at: Di, daftar: str, keadaan: str, tunggu: Tunggu) -> None:
        """The list with what the test found, as far as the step asks."""
        self._apply(at)
        if self._edition(at, daftar) is None:
            self._rest(at, daftar)
        tunggu(lambda: self._is(at, daftar), f"Edisi {daftar} belum ditetapkan")
        one = self._edition(at, daftar)
        if keadaan == TERBIT and one and one.keadaan == DITETAPKAN:
            asked = Penerbitan(one.id, one.versi)
            terbit.publish(self.house, self.pemeran.of(PPID), asked)

    def _apply(self, at: Di) -> None:
        """Each outcome moves its piece; what is open is written out by its unit and verified."""
        for item in self._items(at):
            words = f"Ringkasan contoh butir {item.urut} yang aman diumumkan"
            who = self.pemeran.of(SEKRETARIAT)
            one = terapkan.apply(self.house, who, item.id, Isian(words, aman=True))
            if one.keadaan == USULAN:
                self._written(one)

    def _written(self, one: Informasi) -> None:
        told = replace(
            one.unsur,
            penanggung_jawab=f"Kepala {one.unsur.penguasa}",
            waktu=read_waktu("2025"),
            tempat="Kota Contoh",
            bentuk=("cetak", "elektronik"),
            retensi=Retensi("2 tahun", "3 tahun", "musnah"),
        )
        unit = self.pemeran.of(UNIT, one.unit)
        wrote = ubah.write_in(self.house, unit, one.id, one.versi, ubah.Isian(unsur=told))
        verifikasi.verify(self.house, self.pemeran.of(PPID), wrote.id, wrote.versi)

    def _rest(self, at: Di, daftar: str) -> None:
        with self.house.ledger.read() as reading:
            found = sk_uji.opened(reading, at.berkas) if daftar == DIP else []
        more = tuple(one.id for one in found)
        for decree in self._decrees(at)[:1]:
            asked = Dasar(self.house.new_id(), at.berkas.id, decree.id, daftar, more)
            dasar.rest_on(self.house, self.pemeran.of(SEKRETARIAT), asked)

    def _decrees(self, at: Di) -> list[Naskah]:
        with self.house.ledger.read() as reading:
            return dasar.decrees(reading, at.berkas)

    def _items(self, at: Di) -> list[Butir]:
        with self.house.ledger.read() as reading:
            found = reading.find(Butir, berkas=at.berkas.id)
        return sorted((one for one in found if not one.dicabut), key=lambda one: one.urut)

    def _edition(self, at: Di, daftar: str) -> Edisi | None:
        with self.house.ledger.read() as reading:
            found = reading.find(Edisi, berkas=at.berkas.id, daftar=daftar)
        return found[-1] if found else None

    def _is(self, at: Di, daftar: str) -> bool | None:
        one = self._edition(at, daftar)
        return True if one and one.keadaan in (DITETAPKAN, TERBIT) else None
