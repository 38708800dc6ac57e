"""The fortnight ahead on the first page: how much ends on which day."""

from __future__ import annotations

from datetime import timedelta

from service.acts.tenggat_kalender import per_day
from service.acts.terlihat import reach
from service.domain.tanggal import BULAN, HARI
from service.domain.wewenang import Hadir
from service.face.alamat import link
from service.face.isi_rumah import Hari
from service.ports import House

BANYAK = 14


def fortnight(house: House, hadir: Hadir) -> list[Hari]:
    """Fourteen days from today in the person's first agency; none for who looks into none."""
    mine = sorted({one.instansi for one in reach(house, hadir) if one.instansi in hadir.instansi})
    if not mine:
        return []
    lembar, many = per_day(house, hadir, mine[0], BANYAK)
    asked = {"tampil": "hari", "instansi": mine[0] if len(hadir.instansi) > 1 else ""}
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
