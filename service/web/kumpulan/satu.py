"""One table of papers: begun, followed, put forward and approved together, bound into one file."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, send_file, url_for
from flask import Response as FlaskResponse
from werkzeug.wrappers import Response

from service.acts.kumpulan import bersama, gabung
from service.acts.kumpulan import daftar as acts
from service.acts.kumpulan.lihat import Terbuka, read
from service.domain.kumpulan import BENTUK, ZIP
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.file import TERKURUNG
from service.web.kumpulan import bersama as bersama_isi
from service.web.kumpulan import muka
from service.web.kumpulan.isi import JEJAK

bp = Blueprint("naskah_kumpulan_satu", __name__)
MULAI, URUNGKAN = "mulai", "urungkan"


@bp.get("/kumpulan/<kumpulan_id>")
@only(Act.LOOK)
def show(kumpulan_id: str) -> str:
    """One table: what it would begin, or how far its papers are."""
    return _page(read(house(), hadir(), kumpulan_id))


def _page(one: Terbuka, wrong: Formulir | None = None) -> str:
    told = muka.page(house(), hadir(), one, request.args.to_dict(), wrong)
    return render_template("kumpulan/satu.html", **told)


@bp.post("/kumpulan/<kumpulan_id>/<apa>")
@only(Act.LOOK)
def act(kumpulan_id: str, apa: str) -> Response | str:
    """Begin it, give it up, ask for a file, or one act on many papers."""
    one = read(house(), hadir(), kumpulan_id)
    if apa in bersama.PERBUATAN:
        return _together(one, apa)
    sent = forms.read(muka.plain_form(one, apa), lambda wrong: _page(one, wrong))
    if apa in BENTUK:
        sent.attempt(lambda: gabung.ask(house(), hadir(), kumpulan_id, apa))
    elif apa == MULAI:
        sent.attempt(lambda: acts.begin(house(), hadir(), kumpulan_id))
    elif apa == URUNGKAN:
        sent.attempt(lambda: acts.give_up(house(), hadir(), kumpulan_id))
    else:
        raise TidakAda("Perbuatan itu")
    return redirect(url_for(".show", kumpulan_id=kumpulan_id), 303)


def _together(one: Terbuka, apa: str) -> str:
    """Each paper has its answer."""
    id_ = one.kumpulan.id
    asked = bersama_isi.together_form(house(), hadir(), one, apa)
    sent = forms.read(asked, lambda wrong: _page(one, wrong))
    why = sent.nilai.get("alasan", "")
    found = sent.attempt(lambda: bersama.do_all(house(), hadir(), id_, apa, sent["sidik"], why))
    here = url_for(".show", kumpulan_id=id_)
    return render_template(
        "berkas/banyak_hasil.html",
        judul=bersama_isi.JUDUL[apa],
        jejak=(*JEJAK, Tautan("Kumpulan naskah", here)),
        kata=bersama_isi.summary(found),
        utuh=all(x.jadi for x in found),
        hasil=bersama_isi.outcome(one, found),
        kembali=Tautan("Kembali ke kumpulan", here),
    )


@bp.get("/kumpulan/<kumpulan_id>/file/<bentuk>")
@only(Act.LOOK)
def download(kumpulan_id: str, bentuk: str) -> FlaskResponse:
    """All papers in one file, for who may see every one of them at this moment."""
    one, opened = gabung.open_(house(), hadir(), kumpulan_id, bentuk)
    answer = send_file(
        opened,
        mimetype="application/zip" if bentuk == ZIP else "application/pdf",
        as_attachment=True,
        download_name=muka.file_name(house(), one, bentuk),
        etag=False,
    )
    answer.headers["Content-Security-Policy"] = TERKURUNG
    return answer
