"""A series that counts for each unit or signer: the books there are to choose from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from service.acts.nomor.buku import book, perkara_of
from service.domain.buku import KeadaanBuku, plain_seri
from service.domain.instansi import Instansi
from service.domain.nomor import Buku
from service.domain.nomor_surat import BagianBelumDisebut
from service.domain.seri import PER, PER_PENANDATANGAN, PER_UNIT, Perkara
from service.domain.wewenang import Hadir
from service.ports import House


def unnamed(instansi: Instansi, buku: Buku) -> tuple[str, ...]:
    """What its series counts apart, and this book does not name: no number is taken from it."""
    seri = instansi.seri_for(buku.seri)
    own = perkara_of(buku.bagian, instansi, rahasia=buku.rahasia)
    said = {PER_UNIT: own.unit, PER_PENANDATANGAN: own.penandatangan}
    return tuple(one for one in PER if seri and one in seri.per and not said[one])


def named(instansi: Instansi, buku: Buku) -> None:
    """Ask that a number can be taken from this book; BagianBelumDisebut says what to choose."""
    for bagian in unnamed(instansi, buku):
        raise BagianBelumDisebut(bagian)


def beneath(
    house: House, oleh: Hadir, instansi: Instansi, buku: Buku, on: date
) -> list[KeadaanBuku]:
    """The books of the same series and time, one for each unit and signer that stands that day."""
    asked = unnamed(instansi, buku)
    own = perkara_of(buku.bagian, instansi, rahasia=buku.rahasia)
    found: list[Perkara] = [own] if asked else []
    if PER_UNIT in asked:
        units = [one.id for one in instansi.unit if one.open_on(on)]
        found = [replace(one, unit=unit) for one in found for unit in units]
    if PER_PENANDATANGAN in asked:
        signers = [one.id for one in instansi.peran]
        found = [replace(one, penandatangan=peran) for one in found for peran in signers]
    seri = plain_seri(buku.seri)
    return [book(house, oleh, instansi.buku(seri, on, one).id) for one in found]
