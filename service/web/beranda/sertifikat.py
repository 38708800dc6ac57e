"""Certificates of this person that end soon, on the first page of the day."""

from __future__ import annotations

from service.acts.ttd import kunci as kunci_ttd
from service.domain.kepercayaan import ending
from service.domain.wewenang import Hadir
from service.face.isi import Tugas
from service.ports import House


def certificates(house: House, hadir: Hadir) -> list[Tugas]:
    """One task where none that they hold lasts; with another one to sign with, there is none."""
    now = house.clock.now()
    with house.ledger.read() as reading:
        mine = kunci_ttd.mine(reading, hadir)
    return [
        Tugas(
            f"Perpanjang sertifikat {one.nama}",
            "/akun/sertifikat",
            "lewat" if one.sampai and one.sampai < now else "menunggu",
            "sudah berakhir" if one.sampai and one.sampai < now else "segera berakhir",
            one.warning(now),
        )
        for one in ending(mine, now)
    ]
