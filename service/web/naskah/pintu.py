"""Papers: the list, and one naskah with its page, its print, and what can be done with it."""

from __future__ import annotations

import re
from io import BytesIO
from typing import BinaryIO

from flask import Blueprint, redirect, render_template, request, send_file, url_for
from flask import Response as FlaskResponse
from werkzeug.wrappers import Response

from service.acts.naskah import baca as naskah_baca
from service.acts.naskah import gambar as naskah_gambar
from service.acts.naskah.baca import Terbuka
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act
from service.face.isi import Kosong
from service.face.isi_formulir import Formulir
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.file import LEMBAR_PDF, TERKURUNG, WORD
from service.web.dasar.gambar_halaman import page_number, picture_of
from service.web.dasar.sekali import at_work
from service.web.naskah import tindak
from service.web.naskah.daftar import ALAMAT, filters, named, narrowed, table
from service.web.naskah.muka import page

bp = Blueprint("naskah", __name__)
# What shows a PDF in a browser does not run inside a sandbox; it may load nothing else.


@bp.get("/naskah")
@only(Act.LOOK)
def listing() -> str:
    """The papers not yet done, or those that are asked for."""
    asked = request.args.to_dict()
    names = named(house(), hadir())
    daftar, halaman = table(house(), hadir(), asked, names) if at_work() else (None, None)
    return render_template(
        "naskah/daftar.html",
        daftar=daftar,
        halaman=halaman,
        saring=filters(hadir(), asked, names),
        tersaring=narrowed(asked),
        alamat=ALAMAT,
        kosong=Kosong(
            "Tidak ada naskah di sini", "Ubah saringannya, atau buat naskah dari halaman berkasnya."
        ),
    )


@bp.get("/naskah/<naskah_id>")
@only(Act.LOOK)
def show(naskah_id: str) -> str:
    """One naskah."""
    return _page(_one(naskah_id))


def _one(naskah_id: str) -> Terbuka:
    return naskah_baca.read(house(), hadir(), naskah_id)


def _page(one: Terbuka, wrong: Formulir | None = None) -> str:
    return render_template("naskah/satu.html", **page(house(), one, wrong))


@bp.post("/naskah/<naskah_id>/<apa>")
@only(Act.LOOK)
def act(naskah_id: str, apa: str) -> Response:
    """One of the acts that the page offers; a form that came too late says why."""
    one = _one(naskah_id)
    if apa not in tindak.TOMBOL:
        raise TidakAda("Perbuatan itu")
    sent = forms.read(tindak.form_of(apa, one), lambda wrong: _page(one, wrong))
    sent.attempt(lambda: tindak.do(house(), hadir(), one, apa, sent))
    at = url_for("naskah.show", naskah_id=naskah_id, kabar=tindak.KABAR[apa])
    return redirect(at, 303)


@bp.get("/naskah/<naskah_id>/halaman/<n>")
@only(Act.LOOK)
def picture(naskah_id: str, n: str) -> FlaskResponse:
    """A page as PNG."""
    one = _one(naskah_id)
    sha256 = one.cetakan
    if not sha256:
        raise TidakAda("Halaman itu")
    asked = page_number(n)
    many = naskah_gambar.pages(house(), sha256)
    if many and asked > many:
        raise TidakAda("Halaman itu")
    return picture_of(sha256, asked, one.tanda)


@bp.get("/naskah/<naskah_id>/pdf")
@only(Act.LOOK)
def printable(naskah_id: str) -> FlaskResponse:
    """The print itself, to be looked at and printed or to be kept; a scan that is no PDF is always
    kept, as what it is."""
    one = _one(naskah_id)
    if not one.cetakan or not one.segar:
        raise TidakAda("Cetakan naskah itu")
    kept = bool(request.args.get("unduh")) or not one.wujud.pdf
    answer = _sent(one, one.cetakan, one.wujud.akhir, one.wujud.mime, kept=kept)
    answer.headers["Content-Security-Policy"] = TERKURUNG if kept else LEMBAR_PDF
    return answer


@bp.get("/naskah/<naskah_id>/docx")
@only(Act.FILL)
def word(naskah_id: str) -> FlaskResponse:
    """The Word file, for those who may write papers here; of a void paper there is none any more,
    for nothing in it would say so."""
    one = _one(naskah_id)
    if one.tanda:
        raise TidakAda("File Word naskah yang batal")
    if not one.naskah.docx or not one.segar or not one.terbaca or not one.may(Act.FILL):
        raise TidakAda("File Word naskah itu")
    answer = _sent(one, one.naskah.docx, ".docx", WORD, kept=True)
    answer.headers["Content-Security-Policy"] = TERKURUNG
    return answer


def _sent(one: Terbuka, sha256: str, akhir: str, mime: str, *, kept: bool) -> FlaskResponse:
    told = " ".join(filter(None, (one.nama, one.naskah.nomor or "konsep", one.tanda)))
    name = re.sub(r"[^\w .,()-]+", "-", told).strip(" -")
    return send_file(
        _bytes(one, sha256),
        mimetype=mime,
        as_attachment=kept,
        download_name=f"{name}{akhir}",
        etag=False,
    )


def _bytes(one: Terbuka, sha256: str) -> BinaryIO:
    """As the store has it; of a void paper a copy that says so."""
    if one.tanda:
        return BytesIO(naskah_gambar.crossed(house(), sha256, one.tanda))
    return house().store.open(sha256)
