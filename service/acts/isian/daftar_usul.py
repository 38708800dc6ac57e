"""The archives of a list line by line, as its papers and its printed sheet have them."""

from __future__ import annotations

from typing import Any

from service.domain.arsip import usul_isian as u
from service.domain.arsip.arsip import Arsip
from service.domain.arsip.jadwal_pakai import BERLAKU, JadwalArsip
from service.domain.arsip.tempat import Tempat
from service.domain.arsip.usul import Usul
from service.domain.berkas import Berkas
from service.domain.tanggal import local
from service.ports import Reading


def rows_of(reading: Reading, usul: Usul, zona: str) -> list[dict[str, Any]]:
    """Each archive in its order."""
    ids = list(usul.arsip)
    matters = {x.id: x for x in reading.find(Berkas, id=ids)} if ids else {}
    known = {x.id: x for x in reading.find(Arsip, id=ids)} if ids else {}
    places = {x.id: x for x in reading.find(Tempat, instansi=usul.instansi)}
    found = [(known[x], matters[x]) for x in ids if x in known and x in matters]
    return [u.listed(u.Isi(a, m.judul, local(m.dibuka, zona).date()), places) for a, m in found]


def grounds_of(reading: Reading, usul: Usul) -> list[str]:
    """The laws and the schedule under which they leave."""
    found = reading.find(JadwalArsip, instansi=usul.instansi, keadaan=BERLAKU)
    return u.grounds(found[0].dasar if found else "")
