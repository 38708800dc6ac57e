"""What came in: the list, one kiriman with its files, and its paper."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.kiriman import fisik
from service.acts.lihat.terlihat import kiriman_for
from service.domain.kiriman import Kiriman
from service.domain.wewenang import Act
from service.face.isi import Kosong, Tautan
from service.face.isi_formulir import Formulir
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work
from service.web.kiriman import daftar as kiriman_daftar
from service.web.kiriman import satu as kiriman_satu
from service.web.kiriman.unggah_isian import fisik_of

bp = Blueprint("kiriman", __name__)
Answer = Response | str


@bp.get("/kiriman")
@only(Act.LOOK, Act.PEOPLE)
def listing() -> str:
    """All that came in and this person may see, newest first."""
    asked = request.args.to_dict()
    daftar, halaman = kiriman_daftar.table(house(), hadir(), asked)
    tersaring = kiriman_daftar.is_filtered(asked, zona_of(hadir(), at_work()))
    return render_template(
        "kiriman.html",
        daftar=daftar,
        halaman=halaman,
        saring=kiriman_daftar.filters(house(), hadir(), asked),
        tersaring=tersaring,
        alamat=kiriman_daftar.ALAMAT,
        utama=Tautan("Unggah file", "/unggah") if hadir().may(Act.RECEIVE) else None,
        kosong=_none(tersaring),
    )


def _none(tersaring: bool) -> Kosong:
    if tersaring:
        return Kosong(
            "Tidak ada kiriman yang cocok",
            "Ubah saringannya, atau tampilkan semua.",
        )
    return Kosong(
        "Belum ada kiriman",
        "File yang diunggah, diletakkan di folder masuk, atau datang lewat surel muncul di sini.",
    )


def _seen(kiriman_id: str) -> Kiriman:
    with house().ledger.read() as reading:
        return kiriman_for(reading, hadir(), kiriman_id)


def _page(one: Kiriman, formulir: Formulir | None = None) -> str:
    return render_template(
        "kiriman_satu.html", **kiriman_satu.page(house(), hadir(), one, formulir)
    )


@bp.get("/kiriman/<kiriman_id>")
@only(Act.LOOK, Act.PEOPLE)
def show(kiriman_id: str) -> str:
    """One kiriman: what came, where each file stands, and all that was done with it."""
    return _page(_seen(kiriman_id))


@bp.post("/kiriman/<kiriman_id>/fisik")
@only(Act.RECEIVE)
def record(kiriman_id: str) -> Answer:
    """Write down where the paper lies."""
    one = _seen(kiriman_id)
    sent = forms.read(kiriman_satu.fisik_form(one), lambda wrong: _page(one, wrong))
    versi, wanted = sent.angka("versi"), fisik_of(sent.nilai)
    sent.attempt(lambda: fisik.record(house(), hadir(), kiriman_id, versi, wanted))
    return redirect(url_for("kiriman.show", kiriman_id=kiriman_id, kabar="disimpan"), 303)
