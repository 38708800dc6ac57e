"""Versions of a template beside each other, brought back, or taken out of use."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.pasangan import beda
from service.acts.pasangan import pakai as acts
from service.acts.pasangan.pakai import Kembali
from service.acts.pasangan.riwayat import history, one_of
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.tombol import whole
from service.web.pasangan.banding import beside
from service.web.pasangan.isi import called, trail
from service.web.pasangan.kata import name_of

bp = Blueprint("pasangan_versi", __name__)
TERBESAR = 1_000_000


@bp.get("/pasangan/<instansi>/<jenis>/bandingkan")
@only(Act.LOOK)
def compare(instansi: str, jenis: str) -> str:
    """Two versions beside each other."""
    every = history(house(), hadir(), instansi, jenis)
    before, after = (one_of(every, _asked(name)) for name in ("dari", "ke"))
    nama = name_of(every)
    found = beda.between(house(), every, before, after)
    same = beda.same_samples(every, before, after)
    return render_template(
        "pasangan/bandingkan.html",
        judul="Bandingkan templat",
        nama=nama,
        jejak=trail(instansi, jenis, nama),
        banding=beside(instansi, jenis, (called(before), called(after)), found, same=same),
    )


def _asked(name: str) -> int:
    text = request.args.get(name, "")
    if not (text.isascii() and text.isdigit() and len(text) < 7):
        raise TidakAda("Versi itu")
    return int(text)


@bp.post("/pasangan/<instansi>/<jenis>/kembali")
@only(Act.PASANGAN_USE)
def go_back(instansi: str, jenis: str) -> Response:
    """An earlier version in force again."""
    urut = whole("urut", 0, TERBESAR)
    asked = Kembali(instansi, jenis, whole("kini", 0, TERBESAR), _reason(), urut)
    acts.go_back(house(), hadir(), asked)
    return _done(instansi, jenis, "templat-kembali")


@bp.post("/pasangan/<instansi>/<jenis>/cabut")
@only(Act.PASANGAN_USE)
def withdraw(instansi: str, jenis: str) -> Response:
    """No paper of this kind is begun any more."""
    asked = Kembali(instansi, jenis, whole("kini", 0, TERBESAR), _reason())
    acts.withdraw(house(), hadir(), asked)
    return _done(instansi, jenis, "templat-dicabut")


def _reason() -> str:
    return request.form.get("alasan", "")[:1000]


def _done(instansi: str, jenis: str, kabar: str) -> Response:
    return redirect(url_for("pasangan.show", instansi=instansi, jenis=jenis, kabar=kabar), 303)
