"""One matter as its papers ask for it: the letter it came in, the request, the objection, items."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from service.acts.instansi.packs import agency
from service.acts.laporan.hitung import Hitung
from service.acts.lihat.terlihat import kiriman_for, reads
from service.acts.sop.versi import walked
from service.domain.berkas import Berkas
from service.domain.butir import Butir
from service.domain.instansi import Instansi
from service.domain.keberatan import Keberatan
from service.domain.kiriman import Kiriman
from service.domain.laporan.masa import Masa
from service.domain.permohonan import Permohonan
from service.domain.perpanjangan import Perpanjangan
from service.domain.rapat_berkas import RapatBerkas
from service.domain.refusals import TidakAda
from service.domain.ruas import Ruas
from service.domain.sop.masa import rentang
from service.domain.wewenang import Hadir
from service.ports import House, Reading

Isi = Callable[["Perkara", Ruas], Any]
Baris = TypeVar("Baris", Permohonan, Keberatan)


class Perkara:
    """One matter while a form of it is begun; what several ruas ask for is read once."""

    def __init__(self, house: House, reading: Reading, oleh: Hadir, berkas: Berkas) -> None:
        self.house, self.reading, self.oleh, self.berkas = house, reading, oleh, berkas

    @cached_property
    def instansi(self) -> Instansi:
        """The agency whose matter it is."""
        return agency(self.house.packs, self.berkas.instansi)

    @property
    def zona(self) -> str:
        """The clock on which its letters tell the hour."""
        return self.instansi.zona_of(self.berkas.unit)

    @cached_property
    def letter(self) -> Kiriman | None:
        """What it was opened by, for who may see it."""
        return self._seen(self.berkas.kiriman)

    @cached_property
    def request(self) -> Permohonan | None:
        """The request it is about, for who may read who asked."""
        found = self.reading.find(Permohonan, kiriman=self.berkas.kiriman) if self.letter else []
        about = self._objection_itself
        if not found and about and about.permohonan:
            found = self.reading.find(Permohonan, id=about.permohonan)
        return self._read(found)

    @cached_property
    def objection(self) -> Keberatan | None:
        """The objection it is about, or the last one to its request."""
        if own := self._objection_itself:
            return own
        found = self.reading.find(Keberatan, permohonan=self.request.id) if self.request else []
        return self._read(sorted(found, key=lambda one: one.diterima, reverse=True)[:1])

    @cached_property
    def extension(self) -> Perpanjangan | None:
        """The one extension of its term, where there is one."""
        found = self.reading.find(Perpanjangan, berkas=self.berkas.id)
        if not found and self.request:
            found = self.reading.find(Perpanjangan, permohonan=self.request.id)
        return found[0] if found else None

    @cached_property
    def meeting(self) -> RapatBerkas | None:
        """Its last meeting."""
        found = self.reading.find(RapatBerkas, berkas=self.berkas.id)
        return max(found, key=lambda one: one.urut, default=None)

    @cached_property
    def rentang(self) -> tuple[date, date] | None:
        """The first and the last day of the period that the calendar opened it for."""
        if not self.berkas.masa or not self.berkas.sidik:
            return None
        parts = walked(self.reading, self.berkas).sop.parts()
        months = next((x.berkala.jumlah for x in parts if x.id == self.berkas.bagian), 0)
        return rentang(self.berkas.masa, months)

    @cached_property
    def angka(self) -> Hitung | None:
        """The figures of its period; None where it is about none."""
        if self.rentang is None:
            return None
        return Hitung(self.house, self.oleh, self.berkas.instansi, Masa(*self.rentang))

    @cached_property
    def items(self) -> list[Butir]:
        """Its items that still count, in their order."""
        found = self.reading.find(Butir, berkas=self.berkas.id)
        return sorted((one for one in found if not one.dicabut), key=lambda one: one.urut)

    def unit(self, id_: str) -> str:
        """What a unit is called."""
        found = self.instansi.unit_of(id_)
        return found.nama if found else ""

    @cached_property
    def _objection_itself(self) -> Keberatan | None:
        kiriman = self.berkas.kiriman
        return self._read(self.reading.find(Keberatan, kiriman=kiriman) if kiriman else [])

    def _read(self, found: list[Baris]) -> Baris | None:
        """The line of a register, for who may read whose it is."""
        came = self._seen(found[0].kiriman) if found else None
        if came and came.rahasia and not self.berkas.rahasia:
            return None  # an open paper tells nothing of what is withheld, whoever fills it in
        return found[0] if came and reads(self.reading, self.oleh, came) else None

    def _seen(self, kiriman: str) -> Kiriman | None:
        try:
            return kiriman_for(self.reading, self.oleh, kiriman) if kiriman else None
        except TidakAda:
            return None
