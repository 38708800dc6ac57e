"""What was found, in a few plain values: for programs and for a terminal."""

from __future__ import annotations

from dataclasses import dataclass

from service.acts.cari.temukan import Ditemukan


@dataclass(frozen=True)
class TempatKata:
    """Satu tempat kata itu berdiri; halaman 0 bila tidak diketahui."""

    halaman: int
    isi: str


@dataclass(frozen=True)
class Ringkas:
    """Satu file yang masuk, atau satu naskah, yang memuat semua yang dicari."""

    kiriman: str
    file: str
    naskah: str
    nama: str
    perihal: str
    nomor: str
    keadaan: str
    potongan: tuple[TempatKata, ...]


def brief(one: Ditemukan) -> Ringkas:
    """A file or a paper that was found."""
    places = tuple(TempatKata(x.halaman, "".join(x.kata)) for x in one.kutipan)
    temu = one.temu
    if temu.naskah:
        paper = temu.naskah.naskah
        told = (paper.jenis, temu.naskah.judul, paper.nomor, paper.keadaan)
        return Ringkas("", "", paper.id, *told, places)
    if temu.kiriman is None or temu.file is None:
        raise ValueError("found in nothing")
    came = temu.kiriman
    told = (temu.file.nama, came.surat.perihal, came.nomor_agenda, came.keadaan)
    return Ringkas(came.id, temu.file.id, "", *told, places)
