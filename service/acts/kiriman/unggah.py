"""The officers' web door: files come in piece by piece, and are sent as one kiriman."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO

from service.acts.instansi.packs import agency
from service.acts.orang import izin
from service.acts.simpan.receive import Bawaan, Slip, TerlaluBesar, accept, measured
from service.acts.simpan.room import free_enough
from service.domain import fisik
from service.domain.kiriman import BERKAS, PENGANTAR, WEB, Fisik, Kiriman, Surat
from service.domain.refusals import Refusal, TidakBerwenang, Unavailable
from service.domain.unggahan import (
    KUNCI,
    SEPOTONG,
    BelumUtuh,
    IsiBerbeda,
    TanpaFile,
    TerlaluBanyakUnggahan,
    Unggahan,
    UnggahanKeliru,
    checked,
    kiriman_of,
)
from service.domain.wewenang import Act, Hadir
from service.ports import House
from service.ports.unggahan import Source

SIFAT = {
    "biasa": "Biasa",
    "segera": "Segera",
    "rahasia": "Rahasia",
    "sangat_rahasia": "Sangat rahasia",
}
SIFAT_RAHASIA = frozenset({"rahasia", "sangat_rahasia"})


class UnitTidakDikenal(Refusal):
    """A unit that does not stand in the pack, or works no more."""

    def __init__(self) -> None:
        super().__init__("Pilih unit penerima dari daftar.")


@dataclass(frozen=True)
class Antaran:
    """What an officer says of the files they send."""

    kunci: str  # sent twice under one key, it is one kiriman
    instansi: str
    unit: str
    surat: Surat = field(default_factory=Surat)
    fisik: Fisik | None = None
    jenis: str = ""
    berkas: str = ""  # the matter it is laid down for
    pintu: str = WEB


def begin(
    house: House, oleh: Hadir, nama: str, ukuran: int, sha256: str = "", tanda: str = ""
) -> Unggahan:
    """A place for a file that is about to come."""
    own = checked(nama, ukuran, sha256.lower(), tanda)
    if ukuran > house.batas.ukuran:
        raise TerlaluBesar(own, house.batas.ukuran)
    if house.uploads.count(oleh.orang.id) >= house.batas.file:
        raise TerlaluBanyakUnggahan(house.batas.file)
    free_enough(house, ukuran)
    now = house.clock.now()
    one = Unggahan(house.new_id(), oleh.orang.id, own, ukuran, now, sha256.lower(), tanda)
    house.uploads.begin(one)
    return one


def own(house: House, oleh: Hadir, id_: str) -> Unggahan:
    """A file this very person has under way; anybody else's is not there."""
    return house.uploads.get(oleh.orang.id, id_)


def mine(house: House, oleh: Hadir) -> list[Unggahan]:
    """All that this person has under way, oldest first."""
    return house.uploads.of(oleh.orang.id)


def append(
    house: House, oleh: Hadir, id_: str, offset: int, source: Source, banyak: int
) -> Unggahan:
    """The next piece of a file; what came before a line broke stays."""
    one = own(house, oleh, id_)
    if banyak > SEPOTONG or offset + banyak > one.ukuran:
        raise UnggahanKeliru(f"Bagian file {one.nama} ini lebih besar daripada yang diumumkan.")
    free_enough(house, banyak)
    sudah = house.uploads.append(one, offset, source, banyak)
    return replace(one, sudah=sudah)


def take(house: House, oleh: Hadir, nama: str, source: IO[bytes]) -> Unggahan:
    """A whole file that came at once; if the rest of its form was wrong, it need not come again."""
    ukuran = source.seek(0, os.SEEK_END)
    source.seek(0)
    one = begin(house, oleh, nama, ukuran)
    try:
        return replace(one, sudah=house.uploads.append(one, 0, source, ukuran))
    except Unavailable:
        house.uploads.drop(one.orang, one.id)  # it comes again whole, not from where it stopped
        raise


def forget(house: House, oleh: Hadir, id_: str) -> None:
    """Take a file away that was not sent."""
    house.uploads.drop(oleh.orang.id, own(house, oleh, id_).id)


def send(
    house: House,
    oleh: Hadir,
    antaran: Antaran,
    ids: Sequence[str],
    pengantar: str = "",
) -> Kiriman:
    """All these files as one kiriman; sent again under the same key, it is the same one."""
    known = _sent(house, oleh, antaran)
    if known is None:
        _checked(house, oleh, antaran)
        known = _accepted(house, oleh, antaran, list(dict.fromkeys(ids)), pengantar)
    for id_ in ids:
        house.uploads.drop(oleh.orang.id, id_)
    return known


def _sent(house: House, oleh: Hadir, antaran: Antaran) -> Kiriman | None:
    """The one that was sent under this key before; whoever may send none is told so."""
    if not 8 <= len(antaran.kunci) <= KUNCI:
        raise UnggahanKeliru("Pengiriman ini tidak bertanda. Muat ulang halaman, lalu kirim lagi.")
    with house.ledger.read() as reading:
        found = reading.find(Kiriman, id=kiriman_of(oleh.orang.id, antaran.kunci))
        if not found:
            izin.need(reading, oleh, Act.RECEIVE, izin.Tempat(antaran.instansi, antaran.unit))
    return found[0] if found else None


def _checked(house: House, oleh: Hadir, antaran: Antaran) -> None:
    if antaran.fisik:
        fisik.checked(antaran.fisik)
    units = agency(house.packs, antaran.instansi).open_units(house.clock.now())
    known = {one.id for one in units} or {""}
    # What is laid down for a matter of the whole agency belongs to no unit either.
    laid = bool(antaran.berkas) or antaran.pintu == BERKAS
    if antaran.unit not in (known | {""} if laid else known):
        raise UnitTidakDikenal
    if _rahasia(antaran) and not oleh.sees(antaran.instansi, antaran.unit, rahasia=True):
        raise TidakBerwenang(
            "Peran Anda tidak membuka surat rahasia, maka surat bersifat rahasia tidak dapat "
            "Anda unggah. Serahkan kepada petugas yang berwenang; belum ada yang dikirim."
        )


def _rahasia(antaran: Antaran) -> bool:
    return antaran.surat.sifat in SIFAT_RAHASIA


def _accepted(
    house: House,
    oleh: Hadir,
    antaran: Antaran,
    ids: list[str],
    pengantar: str,
) -> Kiriman:
    waiting = [own(house, oleh, id_) for id_ in ids]
    if not waiting:
        raise TanpaFile
    for one in waiting:
        if not one.utuh:
            raise BelumUtuh(one.nama)
    with house.uploads.held(waiting) as paths:
        came = [
            Bawaan(path, one.nama, PENGANTAR if one.id == pengantar else "")
            for one, path in zip(waiting, paths, strict=True)
        ]
        for one, path in zip(waiting, paths, strict=True):
            _same(one, path)
        files = sorted(came, key=lambda one: one.peran != PENGANTAR)
        measured(house, files)
        return accept(house, files, _slip(oleh, antaran, files))


def _same(one: Unggahan, path: Path) -> None:
    if one.sha256:
        with path.open("rb") as opened:
            if hashlib.file_digest(opened, "sha256").hexdigest() != one.sha256:
                raise IsiBerbeda(one.nama)


def _slip(oleh: Hadir, antaran: Antaran, files: Sequence[Bawaan]) -> Slip:
    return Slip(
        id=kiriman_of(oleh.orang.id, antaran.kunci),
        instansi=antaran.instansi,
        unit=antaran.unit,
        pintu=antaran.pintu,
        nama=files[0].nama,
        siapa=oleh.orang.id,
        rahasia=_rahasia(antaran),
        jenis=antaran.jenis,
        surat=antaran.surat,
        fisik=antaran.fisik,
        berkas=antaran.berkas,
    )
