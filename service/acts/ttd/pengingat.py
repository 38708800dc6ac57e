"""Who is to sign is reminded some times, and who wrote the paper is told once it is late."""

from __future__ import annotations

from collections.abc import Iterator

from service.acts.instansi.packs import agency
from service.acts.lihat.berkas import mine
from service.acts.lihat.terlihat import reach
from service.acts.naskah.berkas import name_of
from service.acts.ttd.pengingat_hari import Hari
from service.domain.ingat import TANDA_TANGAN, Ingat
from service.domain.naskah import called
from service.domain.refusals import Refusal
from service.domain.waktu_ttd import Sela, sela, standing
from service.domain.wewenang import PERAN, Act, Hadir
from service.ports import House
from service.ports.tanda_tangan import BarisTtd, SaringKeluar


def signatures(house: House, hari: Hari, oleh: Hadir, atmost: int) -> Iterator[Ingat]:
    """What this person is to sign now, in whichever way."""
    for one in house.ttd.owed(mine(oleh), house.clock.now(), atmost):
        if told := _told(house, hari, one, "Tanda tangani"):
            yield told


def unsigned(house: House, hari: Hari, oleh: Hadir, atmost: int) -> Iterator[Ingat]:
    """What this person wrote and another did not sign in time."""
    if not oleh.may(Act.FILL):
        return
    for one in house.ttd.out(reach(house, oleh), SaringKeluar(), 0, atmost):
        naskah, jatuh = one.naskah, one.tempat.jatuh
        late = jatuh is not None and hari.today(naskah.instansi, one.unit) > jatuh
        if late and oleh.orang.id in naskah.penyiap:
            who = PERAN.get(one.tempat.peran, one.tempat.peran)
            if told := _told(house, hari, one, f"Belum ditandatangani {who}:"):
                yield told


def _told(house: House, hari: Hari, one: BarisTtd, kata: str) -> Ingat | None:
    naskah, place = one.naskah, one.tempat
    if place.diminta is None or place.jatuh is None:
        return None
    days = hari.of(naskah.instansi, one.unit)
    today = hari.today(naskah.instansi, one.unit)
    times, letter = _sela(house, naskah.instansi).nth(days, days.tanggal(place.diminta), today)
    if not times:
        return None
    return Ingat(
        standing(place.jatuh, today),
        TANDA_TANGAN,
        naskah.id,
        naskah.instansi,
        one.unit,
        f"{kata} {called(naskah, name_of(house, naskah.instansi, naskah.jenis))}",
        one.judul,
        place.jatuh,
        days.sisa(today, place.jatuh),
        one.rahasia,
        surat=letter,
    )


def _sela(house: House, instansi: str) -> Sela:
    try:
        return sela(agency(house.packs, instansi))
    except Refusal:  # a broken pack keeps nobody from being reminded
        return Sela()
