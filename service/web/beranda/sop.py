"""Drafts of SOPs that this person is asked to put in force."""

from __future__ import annotations

from flask import url_for

from service.acts.sop.siap import ready_for
from service.domain.sop.konsep import SopKonsep
from service.domain.wewenang import Hadir
from service.face.isi import Tugas
from service.ports import House
from service.web.dasar.muka import nama_instansi
from service.web.kata.pengingat import short
from service.web.sop.siap_isi import declared_at

TERLIHAT = 5


def to_use(house: House, hadir: Hadir) -> tuple[int, list[Tugas]]:
    """How many wait, and those that wait longest."""
    found = ready_for(house, hadir)
    some = found[:TERLIHAT]
    names = house.lists.nama_orang({one.siap_oleh for one in some})
    several = len(hadir.instansi) > 1
    return len(found), [_task(one, names.get(one.siap_oleh, "–"), several) for one in some]


def _task(one: SopKonsep, penyiap: str, several: bool) -> Tugas:
    at = f" · {nama_instansi(one.instansi)}" if several else ""
    return Tugas(
        f"SOP siap diberlakukan: {short(one.nama)}",
        url_for("sop_pakai.show", konsep_id=one.id),
        "menunggu",
        "menunggu keputusan",
        f"disiapkan {penyiap}{at}",
        tanggal=declared_at(one),
        iso=one.siap_sejak.isoformat() if one.siap_sejak else "",
    )
