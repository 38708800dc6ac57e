"""One naskah as a person may see it, and the leave to work on it."""

from __future__ import annotations

from dataclasses import dataclass

from service.acts.lihat.berkas import berkas_for
from service.acts.lihat.kenangan import need_kept
from service.acts.orang import izin
from service.domain.berkas import DIARSIPKAN, DIBATALKAN, Berkas, BerkasTertutup
from service.domain.ids import is_id
from service.domain.naskah import Naskah
from service.domain.paraf import Paraf, of_turn
from service.domain.refusals import Overtaken, TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import Reading


@dataclass(frozen=True)
class Dipegang:
    """A naskah in hand: its matter, and on what the person stands."""

    naskah: Naskah
    berkas: Berkas
    izin: izin.Izin


def naskah_for(reading: Reading, oleh: Hadir, id_: str) -> tuple[Naskah, Berkas]:
    """The naskah and its matter, or TidakAda where this person may not see them."""
    found = reading.find(Naskah, id=id_) if is_id(id_) else []
    if not found:
        raise TidakAda("Naskah itu")
    try:
        berkas = berkas_for(reading, oleh, found[0].berkas)
    except TidakAda as away:
        raise TidakAda("Naskah itu") from away
    return reading.get(Naskah, id_), berkas  # once more: the matter is held from here on


def held(
    reading: Reading, oleh: Hadir, id_: str, versi: int, act: Act, *, dua: bool, alasan: str = ""
) -> Dipegang:
    """The naskah as it was seen, with the leave for an act; `dua`: by another than wrote it."""
    naskah, berkas = naskah_for(reading, oleh, id_)
    if berkas.keadaan in (DIBATALKAN, DIARSIPKAN):
        raise BerkasTertutup(berkas.keadaan)
    need_kept(reading, berkas.id)
    if versi and naskah.versi != versi:
        raise Overtaken("naskah", id_)
    tempat = izin.Tempat(naskah.instansi, berkas.unit, naskah.penyiap if dua else ())
    return Dipegang(naskah, berkas, izin.need(reading, oleh, act, tempat, alasan))


def places(reading: Reading, naskah: Naskah) -> list[Paraf]:
    """The places for initials of the present time, in order."""
    return of_turn(reading.find(Paraf, naskah=naskah.id), naskah.ajuan)
