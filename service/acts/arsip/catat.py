"""What the keeper writes of one archive: its code, its paper, its place, what it is judged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from service.acts.arsip.jadwal import in_use
from service.acts.arsip.tegak import Tegak, keep, need_version, standing, today
from service.acts.arsip.tempat import places_for
from service.acts.orang import izin
from service.domain.arsip import arsip as a
from service.domain.arsip import vital
from service.domain.arsip.arsip import Arsip
from service.domain.arsip.penyusutan import PINDAH
from service.domain.arsip.usul import DIAJUKAN, DISETUJUI, Usul, UsulMenunggu
from service.domain.fisik import checked
from service.domain.kiriman import Fisik
from service.domain.refusals import Refusal, TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House, Tx


class PerluAlasanArsip(Refusal):
    """What decides the fate of an archive is explained."""

    def __init__(self) -> None:
        super().__init__("Tulis alasannya. Tidak ada yang diubah.")


@dataclass(frozen=True)
class Sasaran:
    """Which archive a person means, as it stood on their page; 0 where it had no row."""

    arsip: str
    versi: int


@dataclass(frozen=True)
class Kertas:
    """The paper of an archive: where it lies, and how much of it."""

    tempat: str
    jumlah: int
    satuan: str
    kondisi: str
    tingkat: str


Ubah = Callable[[Tx, Tegak], Arsip]


def classify(house: House, oleh: Hadir, which: Sasaran, kode: str) -> Arsip:
    """Under this code of the schedule in force, with the retention that gives it."""

    def change(tx: Tx, at: Tegak) -> Arsip:
        _need_loose(tx, at.now)
        return a.classified(at.now, kode, in_use(tx, at.now.instansi))

    return _changed(house, oleh, which, "arsip_diberi_kode", change)


def happen(house: House, oleh: Hadir, which: Sasaran, hari: date) -> Arsip:
    """The event from which its retention runs has come."""

    def change(tx: Tx, at: Tegak) -> Arsip:
        return a.happened(at.now, hari, today(house, tx, at.berkas))

    return _changed(house, oleh, which, "arsip_peristiwa_dicatat", change)


def lay(house: House, oleh: Hadir, which: Sasaran, kertas: Kertas) -> Arsip:
    """Its paper lies there from now on."""

    def change(tx: Tx, at: Tegak) -> Arsip:
        a.need_here(at.now)
        places = places_for(tx, oleh, at.now.instansi)
        if kertas.tempat not in places or places[kertas.tempat].ditutup:
            raise TidakAda("Tempat itu")
        words = Fisik(kertas.tempat, kertas.jumlah, kertas.satuan, kertas.kondisi, kertas.tingkat)
        told = checked(words)
        return replace(
            at.now,
            tempat=kertas.tempat,
            jumlah=told.jumlah,
            satuan=told.satuan,
            kondisi=told.kondisi,
            tingkat=told.tingkat,
        )

    return _changed(house, oleh, which, "arsip_diletakkan", change)


def declare_vital(house: House, oleh: Hadir, which: Sasaran, cadangan: str) -> Arsip:
    """The office cannot work without it; its second copy lies in another room."""

    def change(tx: Tx, at: Tegak) -> Arsip:
        after = vital.declared(at.now)
        places = places_for(tx, oleh, at.now.instansi)
        return vital.copied(after, cadangan, places) if cadangan else after

    return _changed(house, oleh, which, "arsip_vital", change)


def undeclare_vital(house: House, oleh: Hadir, which: Sasaran, alasan: str) -> Arsip:
    """Vital no more: by who may let it go, with the reason."""

    def change(_: Tx, at: Tegak) -> Arsip:
        return vital.undeclared(at.now)

    return _explained(house, oleh, which, alasan, "arsip_tidak_vital", change)


def judge(house: House, oleh: Hadir, which: Sasaran, penilaian: str, alasan: str) -> Arsip:
    """What the JRA leaves open is found to be destroyed or kept for ever."""

    def change(_: Tx, at: Tegak) -> Arsip:
        return a.judged(at.now, penilaian)

    return _explained(house, oleh, which, alasan, "arsip_dinilai", change)


def _need_loose(tx: Tx, arsip: Arsip) -> None:
    """Refuse to change by what it leaves, once somebody was asked to let it go."""
    waiting = tx.find(Usul, instansi=arsip.instansi, keadaan=[DIAJUKAN, DISETUJUI])
    for one in waiting:
        if one.macam != PINDAH and arsip.id in one.arsip:
            raise UsulMenunggu(one.judul)


def _changed(house: House, oleh: Hadir, which: Sasaran, apa: str, change: Ubah) -> Arsip:
    with house.ledger.begin() as tx:
        at = standing(house, tx, oleh, which.arsip)
        given = izin.need(tx, oleh, Act.ARCHIVE, izin.Tempat(at.berkas.instansi, at.berkas.unit))
        need_version(at, which.versi)
        after = change(tx, at)
        return keep(house, tx, at, after, given.siapa, apa, pemegang=given.pemegang)


def _explained(
    house: House, oleh: Hadir, which: Sasaran, alasan: str, apa: str, change: Ubah
) -> Arsip:
    if not alasan.strip():
        raise PerluAlasanArsip
    with house.ledger.begin() as tx:
        at = standing(house, tx, oleh, which.arsip)
        given = izin.need(tx, oleh, Act.DESTROY, izin.Tempat(at.berkas.instansi, at.berkas.unit))
        need_version(at, which.versi)
        after = change(tx, at)
        reason = izin.written(house, tx, after.instansi, after.id, alasan.strip())
        told = {"pemegang": given.pemegang, "alasan": reason}
        return keep(house, tx, at, after, given.siapa, apa, **told)
