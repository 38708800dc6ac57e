"""Steps of matters that wait for this person, and those that went up to them."""

from __future__ import annotations

from flask import url_for

from service.acts.berkas.titip import given_to
from service.acts.lihat.berkas import mine
from service.acts.pengingat.daftar import above, of_matter, risen
from service.acts.ttd.pengingat_hari import Hari
from service.domain.berkas import Berkas
from service.domain.pengingat import KATA, last_gone_up
from service.domain.sop import tampak as t
from service.domain.wewenang import Hadir
from service.face.isi import Bentuk, Tugas
from service.ports import House
from service.web.kata.pengingat import BENTUK as BENTUK_INGAT
from service.web.kata.pengingat import short, task

TERLIHAT = 10
TERLIHAT_NAIK = 5
TERBANYAK = 1000  # no further is counted
BENTUK: dict[str, Bentuk] = {t.LEWAT: "lewat", t.SEGERA: "menunggu", t.BARU: "baru"}


def steps(house: House, hadir: Hadir) -> tuple[int, list[Tugas]]:
    """How many wait, and those that are due first."""
    places = mine(hadir)
    found = house.perkara.waiting(places, TERLIHAT)
    many = len(found)
    if many == TERLIHAT:
        many = house.perkara.count_waiting(places, TERBANYAK)
    with house.ledger.read() as reading:
        hari = Hari(house, reading)
        given = given_to(house, hadir)
        return many + len(given), [_task(hari, one) for one in (*given, *found)]


def gone_up(house: House, hadir: Hadir) -> tuple[int, list[Tugas]]:
    """How many those below this person left undone for too long, and the oldest of them."""
    places = above(mine(hadir))
    if not places:
        return 0, []
    with house.ledger.read() as reading:
        hari = Hari(house, reading)
        found = list(risen(house, hari, hadir, TERLIHAT_NAIK))
        many = len(found)
        if many >= TERLIHAT_NAIK:
            last = max(
                last_gone_up(hari.of(kode), hari.today(kode))
                for kode in {one.tempat.instansi for one in places}
            )
            many = max(many, house.perkara.count_waiting(places, TERBANYAK, last))
    return many, [task(one, "") for one in found[:TERLIHAT_NAIK]]


def _task(hari: Hari, one: Berkas) -> Tugas:
    days, today = hari.of(one.instansi, one.unit), hari.today(one.instansi, one.unit)
    told = of_matter(hari, one)
    now = t.tampak(t.Jam(one.jatuh, tersentuh=one.versi > 1), t.days(days, today))
    step = hari.step(one)
    return Tugas(
        short(step.kegiatan if step else one.judul),
        url_for("berkas.show", berkas_id=one.id),
        BENTUK_INGAT[told.jenis] if told else BENTUK.get(now, "berjalan"),
        KATA[told.jenis].lower() if told else t.SEBUTAN[now].lower(),
        one.judul,
        days.sisa(today, one.jatuh) if one.jatuh else "",
        iso=one.jatuh.isoformat() if one.jatuh else "",
    )
