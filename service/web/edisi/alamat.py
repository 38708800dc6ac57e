"""The addresses that the public list names: which do not answer, and since when."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.acts.edisi import alamat
from service.domain.edisi.alamat_periksa import HASIL, SEBULAN, AlamatDiperiksa
from service.domain.refusals import TidakAda
from service.domain.setelan import Setelan
from service.domain.tanggal import hari_tanggal, local
from service.domain.wewenang import Act
from service.face.alamat import ribuan
from service.face.isi import Kolom, Kosong, Sel, Tabel
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.sekali import at_work
from service.web.edisi import isi

bp = Blueprint("edisi_alamat", __name__)
HALAMAN = f"{isi.ALAMAT}/alamat"
TERBANYAK = 200
KOLOM = ("Alamat", "Baris", "Keadaan", "Sejak", "Terakhir diperiksa")
BELUM = Kosong(
    "Belum ada alamat yang diperiksa",
    "Sesudah sebuah edisi DIP terbit, file dan tautan di barisnya dibuka satu per satu, dan "
    f"sekali lagi setiap {SEBULAN.days} hari.",
)


@bp.get(HALAMAN)
@only(Act.LOOK)
def listing() -> str:
    """Agency by agency, what is amiss first."""
    parts = [_part(one) for one in at_work() if hadir().may(Act.LOOK, one.id)]
    return render_template(
        "edisi/alamat.html",
        jejak=isi.JEJAK,
        bagian=[one for one in parts if one],
        kosong=BELUM,
    )


@bp.post(f"{HALAMAN}/<instansi>")
@only(Act.PUBLISH)
def again(instansi: str) -> Response:
    """What is amiss is looked at once more."""
    if instansi not in {one.id for one in at_work()}:
        raise TidakAda
    alamat.again(house(), hadir(), instansi)
    return redirect(url_for("edisi_alamat.listing", kabar="alamat-diperiksa"), 303)


def _part(one: Setelan) -> dict[str, object] | None:
    found = alamat.found(house(), one.id)
    if not found:
        return None
    broken = [x for x in found if not x.baik]
    last = max(x.diperiksa for x in found)
    return {
        "nama": one.nama,
        "kata": f"{ribuan(len(found))} alamat, {ribuan(len(broken))} tidak seperti seharusnya. "
        f"Terakhir diperiksa {hari_tanggal(local(last, one.zona).date())}.",
        "tabel": _table(one, broken) if broken else None,
        "lebih": max(0, len(broken) - TERBANYAK),
        "lagi": f"{HALAMAN}/{one.id}" if broken and hadir().may(Act.PUBLISH, one.id) else "",
    }


def _table(one: Setelan, broken: Sequence[AlamatDiperiksa]) -> Tabel:
    rows = tuple(_row(x, one.zona) for x in islice(broken, TERBANYAK))
    judul = f"Alamat yang tidak seperti seharusnya, {one.nama}"
    return Tabel(f"alamat-{one.id}", judul, tuple(Kolom(x) for x in KOLOM), rows)


def _row(one: AlamatDiperiksa, zona: str) -> tuple[Sel, ...]:
    days = (hari_tanggal(local(x, zona).date()) for x in (one.sejak, one.diperiksa))
    whose = "situs lain" if not one.alamat.startswith("/") else "file yang diumumkan"
    return (
        Sel(one.alamat, catatan=whose),
        Sel(one.kode, url_for("informasi.listing", kata=one.kode)),
        Sel(HASIL[one.hasil], bentuk="lewat", catatan=one.kata),
        *(Sel(day) for day in days),
    )
