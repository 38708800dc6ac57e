"""The signing desk: what waits for this person's signature, matter by matter."""

from __future__ import annotations

from collections import Counter
from datetime import date

from flask import Blueprint, render_template, request, url_for

from service.acts.ttd import bersama as ttd_bersama
from service.acts.ttd import kunci as kunci_ttd
from service.acts.ttd import meja as meja_ttd
from service.domain.kepercayaan import ending
from service.domain.tanggal import hari_tanggal, local
from service.domain.wewenang import PERAN, Act, Hadir
from service.face.alamat import onward, page_of
from service.face.isi import Kolom, Kosong, Sel, Tabel
from service.ports import House
from service.ports.tanda_tangan import BarisTtd
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work, paper_name

bp = Blueprint("meja_ttd", __name__)
ALAMAT = "/tanda-tangan"
SEHALAMAN = 50
TERJAUH = 50  # pages
KOLOM = (
    *(Kolom("Naskah"), Kolom("Berkas"), Kolom("Sebagai")),
    *(Kolom("Paling lambat"), Kolom("Giliran")),
)


@bp.get(ALAMAT)
@only(Act.LOOK)
def desk() -> str:
    """What waits for this person's signature."""
    asked = request.args.to_dict()
    here = min(max(page_of(asked), 1), TERJAUH)
    skip = (here - 1) * SEHALAMAN
    found = meja_ttd.waiting(house(), hadir(), skip, SEHALAMAN + 1)
    more = len(found) > SEHALAMAN and here < TERJAUH
    now = house().clock.now()
    with house().ledger.read() as reading:
        keys = kunci_ttd.to_sign_with(reading, hadir())
    return render_template(
        "tanda_tangan/meja.html",
        daftar=table(house(), hadir(), found[:SEHALAMAN]) if found else None,
        halaman=onward(ALAMAT, asked, here, more=more),
        kosong=Kosong(
            "Tidak ada yang menunggu tanda tangan Anda",
            "Naskah yang disetujui untuk ditandatangani secara elektronik muncul di sini.",
        ),
        sertifikat=bool(keys),
        peringatan=[one.warning(now) for one in ending(keys, now)],
        mulai=next((_at(one) for one in found if one.giliran and not one.dilihat), ""),
        dilihat=len(ttd_bersama.looked(house(), hadir())),
    )


def table(house: House, oleh: Hadir, some: list[BarisTtd]) -> Tabel:
    """The papers of a desk; those of one matter stand together and are counted."""
    today = local(house.clock.now(), zona_of(oleh, at_work())).date()
    many = Counter(one.naskah.berkas for one in some)
    met, rows = Counter[str](), list[tuple[Sel, ...]]()
    for one in some:
        met[one.naskah.berkas] += 1
        nth, all_ = met[one.naskah.berkas], many[one.naskah.berkas]
        with_ = f"{nth} dari {all_} naskah berkas ini" if all_ > 1 else ""
        rows.append(_row(one, paper_name(one.naskah), with_, today))
    return Tabel("tanda-tangan", "Menunggu tanda tangan Anda", KOLOM, tuple(rows))


def _at(one: BarisTtd) -> str:
    return url_for("tanda_tangan.show", naskah_id=one.naskah.id)


def _row(one: BarisTtd, nama: str, with_: str, today: date) -> tuple[Sel, ...]:
    berkas = url_for("berkas.show", berkas_id=one.naskah.berkas)
    return (
        Sel(nama, _at(one), bentuk="dikecualikan" if one.rahasia else None),
        Sel(one.judul, berkas, catatan=with_),
        Sel(PERAN.get(one.tempat.peran, one.tempat.peran)),
        due(one, today),
        _turn(one),
    )


def due(one: BarisTtd, today: date) -> Sel:
    """By when it is to be signed."""
    return by_when(one.tempat.jatuh, today)


def by_when(jatuh: date | None, today: date) -> Sel:
    """A day until which something waits, and whether it is over."""
    if jatuh is None:
        return Sel("–")
    day, iso = hari_tanggal(jatuh), jatuh.isoformat()
    if today > jatuh:
        return Sel(day, iso=iso, bentuk="lewat", catatan="Sudah lewat")
    return Sel(day, iso=iso)


def _turn(one: BarisTtd) -> Sel:
    if not one.giliran:
        return Sel("Sesudah yang lain", bentuk="baru")
    return (
        Sel("Sudah dilihat", bentuk="berjalan")
        if one.dilihat
        else Sel("Sekarang", bentuk="menunggu")
    )
