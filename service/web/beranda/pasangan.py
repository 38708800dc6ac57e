"""Drafts of templates that this person is asked to put in force."""

from __future__ import annotations

from service.acts.pasangan.konsep import ready_for
from service.domain.pasangan_versi import PasanganKonsep
from service.domain.wewenang import Hadir
from service.face.isi import Tugas
from service.ports import House
from service.web.dasar.muka import nama_instansi
from service.web.kata.berkas import moment
from service.web.kata.pengingat import short
from service.web.pasangan.isi import konsep_at, zona

TERLIHAT = 5


def templates(house: House, hadir: Hadir) -> tuple[int, list[Tugas]]:
    """How many wait, and those that wait longest."""
    found = ready_for(house, hadir)
    some = found[:TERLIHAT]
    names = house.lists.nama_orang({one.siap_oleh for one in some})
    several = len(hadir.instansi) > 1
    return len(found), [_task(one, names.get(one.siap_oleh, "–"), several) for one in some]


def _task(one: PasanganKonsep, penyusun: str, several: bool) -> Tugas:
    at = f" · {nama_instansi(one.instansi)}" if several else ""
    since = one.siap_sejak or one.dibuat
    return Tugas(
        f"Templat siap diberlakukan: {short(one.nama)}",
        konsep_at(one),
        "menunggu",
        "menunggu keputusan",
        f"disusun {penyusun}{at}",
        tanggal=moment(since, zona(one.instansi)),
        iso=since.isoformat(),
    )
