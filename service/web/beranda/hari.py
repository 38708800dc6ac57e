"""The fortnight ahead on the first page: how much ends on which day."""

from __future__ import annotations

from datetime import timedelta

from service.acts.pengingat.tenggat_kalender import per_day
from service.domain.tanggal import BULAN, HARI
from service.domain.wewenang import MAY, Act, Hadir
from service.face.alamat import link
from service.face.isi_rumah import Hari
from service.ports import House

BANYAK = 14


def first(hadir: Hadir) -> str:
    """The first agency into which a person looks; '' for none."""
    mine = {one.instansi for one in hadir.peran if one.peran in MAY[Act.LOOK]}
    return next((kode for kode in hadir.instansi if kode in mine), "")


def fortnight(house: House, hadir: Hadir) -> list[Hari]:
    """Fourteen days from today in the person's first agency; none for who looks into none."""
    kode = first(hadir)
    if not kode:
        return []
    lembar, many = per_day(house, hadir, kode, BANYAK)
    asked = {"tampil": "hari", "instansi": kode if len(hadir.instansi) > 1 else ""}
    found = []
    for n, jumlah in enumerate(many):
        on = lembar.hari_ini + timedelta(days=n)
        libur = lembar.kalender.libur_on(on)
        closed = "" if lembar.kalender.is_hari_kerja(on) else "libur"
        found.append(
            Hari(
                f"{HARI[on.weekday()]}, {on.day} {BULAN[on.month - 1]}",
                on.isoformat(),
                jumlah,
                link("/tenggat", asked, hari=on.isoformat()),
                libur.nama if libur else closed,
                hari_ini=not n,
            )
        )
    return found
