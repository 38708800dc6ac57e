"""The archive on the first page of the day: lists that wait, paper that is to come back."""

from __future__ import annotations

from flask import url_for

from service.acts.arsip.ingat import waiting
from service.domain.arsip.penyusutan import MACAM
from service.domain.arsip.usul import DIAJUKAN, Usul
from service.domain.tanggal import local, panjang
from service.domain.wewenang import Hadir
from service.face.isi import Tugas
from service.ports import House
from service.ports.arsip import BarisPinjam

TERLIHAT = 5


def kept(house: House, hadir: Hadir, zona: str) -> list[Tugas]:
    """One task a list, and one a loan."""
    found = waiting(house, hadir, zona, TERLIHAT)
    today = local(house.clock.now(), zona).date()
    return [
        *(
            _loan(x, "Kembalikan kertas arsip", late=x.pinjaman.kembali_sebelum < today)
            for x in found.milik
        ),
        *(_loan(x, "Tagih kertas arsip yang dipinjam", late=True) for x in found.terlambat),
        *map(_list, found.usul),
    ]


def _loan(one: BarisPinjam, apa: str, *, late: bool) -> Tugas:
    until = one.pinjaman.kembali_sebelum
    return Tugas(
        apa,
        url_for("arsip_satu.show", berkas_id=one.pinjaman.arsip),
        "lewat" if late else "menunggu",
        "terlambat" if late else "segera",
        one.judul,
        tanggal=f"sampai {panjang(until)}",
        iso=until.isoformat(),
    )


def _list(one: Usul) -> Tugas:
    decide = one.keadaan == DIAJUKAN
    kata = MACAM[one.macam]
    return Tugas(
        f"{'Putuskan' if decide else 'Laksanakan'} usul {kata[:1].lower()}{kata[1:]}",
        url_for("arsip_usul_satu.show", usul_id=one.id),
        "menunggu",
        "menunggu persetujuan" if decide else "disetujui",
        one.judul,
    )
