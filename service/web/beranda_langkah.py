"""Steps of matters that wait for this person."""

from __future__ import annotations

from flask import url_for

from service.acts.berkas_lihat import mine
from service.acts.berkas_titip import given_to
from service.acts.kalender import kalender
from service.acts.sop_versi import walked
from service.domain.berkas import Berkas
from service.domain.sop import tampak as t
from service.domain.wewenang import Hadir
from service.face.isi import Bentuk, Tugas
from service.ports import House

TERLIHAT = 10
TERBANYAK = 1000  # no further is counted
BENTUK: dict[str, Bentuk] = {t.LEWAT: "lewat", t.SEGERA: "menunggu", t.BARU: "baru"}


def steps(house: House, hadir: Hadir) -> tuple[int, list[Tugas]]:
    """How many wait, and those that are due first."""
    places = mine(hadir)
    found = house.perkara.waiting(places, TERLIHAT)
    many = len(found)
    if many == TERLIHAT:
        many = house.perkara.count_waiting(places, TERBANYAK)
    given = given_to(house, hadir)
    return many + len(given), [_task(house, one) for one in (*given, *found)]


def _task(house: House, one: Berkas) -> Tugas:
    with house.ledger.read() as reading:
        sop = walked(reading, one).sop
        days = kalender(house, reading, one.instansi, one.unit)
    row = sop.row(one.langkah)
    act = next((each for each in row.tahap if each.id == one.tahap), None)
    today = days.tanggal(house.clock.now())
    now = t.tampak(t.Jam(one.jatuh, tersentuh=one.versi > 1), t.days(days, today))
    return Tugas(
        act.kegiatan if act else row.kegiatan,
        url_for("berkas.show", berkas_id=one.id),
        BENTUK.get(now, "berjalan"),
        t.SEBUTAN[now].lower(),
        one.judul,
        days.sisa(today, one.jatuh) if one.jatuh else "",
        iso=one.jatuh.isoformat() if one.jatuh else "",
    )
