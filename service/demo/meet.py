"""Holds the meeting of a step: people called, all of them there, every point agreed on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from service.acts.berkas import rapat as berkas_rapat
from service.acts.berkas.rapat import Tulis
from service.demo.walk import Di
from service.domain.rapat import PIMPINAN, Acara, Peserta, Rapat
from service.domain.rapat_berkas import RapatBerkas, lacking, latest
from service.domain.sop.rapat import meets
from service.domain.tanggal import local
from service.domain.wewenang import Hadir
from service.house import RealHouse


def hold(house: RealHouse, at: Di, who: Hadir, zona: str) -> None:
    """The meeting of this row, where it is worked with one; another one for another round."""
    if not meets(at.baris):
        return
    today = local(house.clock.now(), zona).date()
    with house.ledger.read() as reading:
        known = reading.find(RapatBerkas, berkas=at.berkas.id)
    last = latest(known, at.baris.id)
    if last and not lacking(known, at.baris.id, today):
        if at.berkas.putaran < last.urut:
            return
        last = berkas_rapat.again(house, who, at.berkas.id, last.id, house.new_id())
    id_, versi = (last.id, last.versi) if last else (house.new_id(), 0)
    held = _held(at, today)
    called = Tulis(id_, at.berkas.id, versi, replace(held, peserta=_not_yet(held.peserta)))
    versi = berkas_rapat.invite(house, who, called).versi
    berkas_rapat.report(house, who, Tulis(id_, at.berkas.id, versi, held))


def _held(at: Di, today: date) -> Rapat:
    agreed = Acara("Pembahasan contoh", "Dibahas dokumen contoh.", "Disepakati contoh.")
    return Rapat(
        judul=f"Rapat contoh: {at.berkas.judul}"[:200],
        tanggal=today,
        mulai=time(9),
        selesai=time(11),
        tempat="Ruang rapat contoh",
        acara=(agreed,),
        peserta=(
            Peserta("Contoh Ketua", "Kepala Bagian Contoh", sebagai=PIMPINAN, hadir=True),
            Peserta("Contoh Notulis", "Staf Contoh", hadir=True),
            Peserta("Contoh Anggota", "Staf Contoh", hadir=True),
        ),
    )


def _not_yet(peserta: tuple[Peserta, ...]) -> tuple[Peserta, ...]:
    return tuple(replace(one, hadir=None) for one in peserta)
