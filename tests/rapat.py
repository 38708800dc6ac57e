"""A meeting that was held, for matters whose step waits for one."""

from __future__ import annotations

from datetime import date, time

from service.acts.berkas import rapat as berkas_rapat
from service.acts.berkas.rapat import Tulis
from service.domain.rapat import Acara, Peserta, Rapat
from service.domain.rapat_berkas import RapatBerkas
from service.domain.wewenang import Hadir
from service.ports import House

BERLANGSUNG = Rapat(
    judul="Rapat contoh",
    tanggal=date(2020, 11, 24),
    mulai=time(9),
    selesai=time(11, 30),
    tempat="Ruang rapat contoh",
    acara=(Acara("Dokumen contoh", "Dibahas", "Disepakati"),),
    peserta=(
        Peserta("Contoh Satu", "Kepala Biro Contoh", "Biro Contoh", "pimpinan", hadir=True),
        Peserta("Contoh Dua", "Arsiparis Contoh", "Biro Contoh", "notulis", hadir=True),
    ),
)


def held(house: House, oleh: Hadir, berkas_id: str) -> RapatBerkas:
    """The meeting of the matter, written down whole."""
    asked = Tulis(house.new_id(), berkas_id, 0, BERLANGSUNG)
    return berkas_rapat.report(house, oleh, asked)
