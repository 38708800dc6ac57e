"""What waits for me."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for

from service.acts.instansi import at_work
from service.domain.kiriman import MENUNGGU_PETUGAS, Kiriman
from service.domain.setelan import Setelan
from service.domain.tanggal import hari_tanggal, local, pukul
from service.domain.wewenang import Act, Hadir
from service.face.isi import Kosong, Tautan, Tugas
from service.ports import House
from service.web.auth import hadir, house, signed_in

bp = Blueprint("beranda", __name__)
TERLIHAT = 10


@bp.get("/")
@signed_in
def show() -> str:
    """The first page of the day."""
    tugas = waiting(house(), hadir())
    now = local(house().clock.now(), zona_of(hadir(), at_work(house())))
    return render_template(
        "beranda.html",
        hari_ini=hari_tanggal(now.date()),
        utama=_utama(hadir()),
        tugas=tugas[:TERLIHAT],
        jumlah=len(tugas),
        semua=url_for("kiriman.listing") if len(tugas) > TERLIHAT else "",
        kosong=_kosong(hadir()),
    )


def waiting(house: House, hadir: Hadir) -> list[Tugas]:
    """Everything that waits for this person, most urgent first."""
    failed = house.lists.macet() if hadir.may(Act.WORK) else []
    stuck = [
        Tugas(
            f"Periksa {len(failed)} pekerjaan yang gagal",
            "/gagal",
            "lewat",
            "perlu tindakan",
        )
    ]
    return (stuck if failed else []) + [
        Tugas(
            f"Periksa kiriman {one.nama}",
            url_for("kiriman.listing"),
            "menunggu",
            "menunggu petugas",
            one.alasan,
            tanggal=f"diterima {hari_tanggal(local(one.diterima, zona).date())}, "
            f"{pukul(one.diterima, zona)}",
            iso=one.diterima.isoformat(),
        )
        for one, zona in undecided(house, hadir)
    ]


def undecided(house: House, hadir: Hadir) -> list[tuple[Kiriman, str]]:
    """The kiriman this person may decide about, oldest first, each with its zone."""
    zona = {one.id: one.zona for one in at_work(house)}
    with house.ledger.read() as reading:
        found = [
            one
            for kode in hadir.instansi
            for one in reading.find(Kiriman, instansi=kode, keadaan=MENUNGGU_PETUGAS)
            if hadir.may(Act.IDENTIFY, kode, one.unit)
        ]
    return [(one, zona.get(one.instansi, "WIB")) for one in sorted(found, key=_age)]


def _age(one: Kiriman) -> tuple[str, str]:
    return one.diterima.isoformat(), one.id


def zona_of(hadir: Hadir, setelan: list[Setelan]) -> str:
    """The clock a person reads: that of their first instansi."""
    zona = {one.id: one.zona for one in setelan}
    return next((zona[kode] for kode in hadir.instansi if kode in zona), "WIB")


def _utama(hadir: Hadir) -> Tautan | None:
    if hadir.may(Act.INSTANSI) and not at_work(house()):
        return Tautan("Siapkan instansi pertama", "/siapkan")
    return None


def _kosong(hadir: Hadir) -> Kosong:
    if not hadir.peran:
        return Kosong(
            "Anda belum memegang peran",
            "Begitu administrator memberi Anda peran, pekerjaan Anda muncul di sini.",
        )
    return Kosong(
        "Tidak ada yang menunggu Anda",
        "Kiriman yang perlu diperiksa dan naskah yang perlu disetujui akan muncul di sini.",
    )
