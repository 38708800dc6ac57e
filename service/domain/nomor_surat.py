"""What a number takes from its letter: the unit, the signer, how closed it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from service.domain.instansi import Instansi
from service.domain.nomor import Tulisan
from service.domain.pola import tanda_of, urai
from service.domain.refusals import Refusal
from service.domain.seri import PER_PENANDATANGAN, PER_UNIT, Perkara, Seri
from service.domain.tanggal import panjang

SIFAT = "sifat"
_DARI_SURAT = {"KODE_UNIT": PER_UNIT, "KODE_JABATAN": PER_PENANDATANGAN, "KEAMANAN": SIFAT}
_SEBUTAN = {PER_UNIT: "unit kerja", PER_PENANDATANGAN: "penanda tangan"}
_SIFAT = {"B": "biasa", "R": "rahasia", "SR": "sangat_rahasia"}


class BagianBelumDisebut(Refusal):
    """A number cannot be written, or its book not be found, before somebody names a part."""

    def __init__(self, bagian: str) -> None:
        kata = _SEBUTAN[bagian]
        super().__init__(
            f"Nomor ini bergantung pada {kata} surat, dan {kata} belum disebut. Tidak ada yang "
            f"diubah. Pilih {kata}, lalu ulangi."
        )


class UnitSudahTutup(Refusal):
    """A letter is not of a unit that was closed before its date."""

    def __init__(self, nama: str, sampai: date) -> None:
        super().__init__(
            f"Unit kerja {nama} ditutup sesudah {panjang(sampai)}. Tidak ada yang diubah. Pilih "
            "unit yang masih ada pada tanggal surat, atau periksa tanggalnya."
        )


class BagianTidakDikenal(Refusal):
    """The unit or the signer is not one of this body's."""

    def __init__(self, bagian: str) -> None:
        kata = _SEBUTAN[bagian]
        super().__init__(
            f"Yang dipilih bukan {kata} instansi ini. Tidak ada yang diubah. Pilih {kata} dari "
            "daftar instansi pemilik buku ini."
        )


class BukanBagianBuku(Refusal):
    """A book that counts for one unit or signer takes no letter of another."""

    def __init__(self, bagian: str) -> None:
        super().__init__(
            f"Buku ini hanya untuk satu {_SEBUTAN[bagian]}, dan yang dipilih lain. Tidak ada yang "
            "diubah. Ambil nomor dari bukunya sendiri."
        )


def brought(seri: Seri, own: Perkara) -> tuple[str, ...]:
    """The parts that somebody has to name, because the book does not: unit, signer, sifat."""
    tanda = tanda_of(seri.pola)
    asked = [one for name, one in _DARI_SURAT.items() if name in tanda or one in seri.per]
    return tuple(one for one in asked if not _said(own, one))


def _said(perkara: Perkara, bagian: str) -> str:
    said = {
        PER_UNIT: perkara.unit,
        PER_PENANDATANGAN: perkara.penandatangan,
        SIFAT: perkara.sifat,
    }
    return said[bagian]


def held(instansi: Instansi, seri: Seri, perkara: Perkara, on: date) -> Tulisan:
    """How a reserved number is written: in full, or not before its letter is named."""
    known(instansi, perkara, on)
    missing = [one for one in brought(seri, perkara) if one != SIFAT]
    for one in missing:
        if one in seri.per:  # another book would count it
            raise BagianBelumDisebut(one)
    if not missing:
        return instansi.tulisan(seri, on, perkara)
    # What the office itself left open must be mended before anybody counts on the number.
    instansi.tulisan(seri, on, _anybody(instansi, perkara, on))
    return Tulisan(tanggal=on)


def _anybody(instansi: Instansi, perkara: Perkara, on: date) -> Perkara:
    unit = next((one.id for one in instansi.unit if one.open_on(on) and one.kode), "")
    signer = next((one.id for one in instansi.peran if one.kode), "")
    return replace(
        perkara,
        unit=perkara.unit or unit,
        penandatangan=perkara.penandatangan or signer,
    )


def spoken(instansi: Instansi, seri: Seri, nomor: str) -> Perkara:
    """What a number says of its letter as it is written; nothing where it says it twice over."""
    parts = urai(seri.pola, nomor)
    told = dict(parts.bagian) if parts else {}
    units = [one.id for one in instansi.unit if one.kode and one.kode == told.get("KODE_UNIT")]
    signers = [
        one.id for one in instansi.peran if one.kode and one.kode == told.get("KODE_JABATAN")
    ]
    return Perkara(
        units[0] if len(units) == 1 else "",
        signers[0] if len(signers) == 1 else "",
        _SIFAT.get(told.get("KEAMANAN", ""), ""),
    )


def named(own: Perkara, held: Perkara, asked: Perkara) -> Perkara:
    """The letter's parts: what the book says stands, then what is asked, then what was held."""
    for bagian in (PER_UNIT, PER_PENANDATANGAN):
        mine, other = _said(own, bagian), _said(asked, bagian)
        if mine and other and mine != other:
            raise BukanBagianBuku(bagian)
    return Perkara(
        own.unit or asked.unit or held.unit,
        own.penandatangan or asked.penandatangan or held.penandatangan,
        asked.sifat or held.sifat,
        own.rahasia,
    )


def complete(instansi: Instansi, seri: Seri, perkara: Perkara, on: date) -> Tulisan:
    """How the number of a letter is written; BagianBelumDisebut, and all that `known` says."""
    known(instansi, perkara, on)
    for one in brought(seri, perkara):
        if one != SIFAT:
            raise BagianBelumDisebut(one)
    return instansi.tulisan(seri, on, perkara)


def known(instansi: Instansi, perkara: Perkara, on: date) -> None:
    """Ask that unit and signer are this body's, and that the unit stands on that day."""
    unit = instansi.unit_of(perkara.unit)
    if perkara.unit and unit is None:
        raise BagianTidakDikenal(PER_UNIT)
    if perkara.penandatangan and instansi.peran_of(perkara.penandatangan) is None:
        raise BagianTidakDikenal(PER_PENANDATANGAN)
    if unit and unit.sampai and not unit.open_on(on):
        raise UnitSudahTutup(unit.nama, unit.sampai)
