"""The kiriman that wait for a person."""

from __future__ import annotations

from datetime import datetime

from flask import Blueprint, render_template, request

from service.domain.tanggal import hari_tanggal, local, pukul
from service.domain.wewenang import Act
from service.face.alamat import page_of, pages
from service.face.isi import Kolom, Kosong, Sel, Tabel
from service.web.auth import hadir, house, only
from service.web.beranda import undecided

bp = Blueprint("kiriman", __name__)
SEHALAMAN = 50
KOLOM = (Kolom("Nama"), Kolom("Diterima"), Kolom("Unit"), Kolom("Sebab menunggu"))


@bp.get("/kiriman")
@only(Act.IDENTIFY, Act.PEOPLE)
def listing() -> str:
    """Which kiriman wait, since when, and why."""
    asked = request.args.to_dict()
    many, found = undecided(house(), hadir(), (page_of(asked) - 1) * SEHALAMAN, SEHALAMAN)
    baris = tuple(
        (
            Sel(one.nama, bentuk="menunggu"),
            Sel(_time(one.diterima, zona), iso=one.diterima.isoformat()),
            Sel(one.unit or "–"),
            Sel(one.alasan or "–"),
        )
        for one, zona in found
    )
    return render_template(
        "kiriman.html",
        daftar=Tabel("kiriman", "Kiriman yang menunggu petugas", KOLOM, baris),
        halaman=pages("/kiriman", asked, many, SEHALAMAN, "kiriman"),
        kosong=Kosong(
            "Tidak ada kiriman yang menunggu",
            "File yang masuk lewat kotak masuk dan tidak dapat dikenali mesin akan muncul di sini.",
        ),
    )


def _time(moment: datetime, zona: str) -> str:
    return f"{hari_tanggal(local(moment, zona).date())}, {pukul(moment, zona)}"
