"""The file of a piece of information is chosen among what came in before."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from service.acts.pelepasan import baca, pasang
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work
from service.web.pelepasan import isi
from service.web.pelepasan.isi import DASAR, at

bp = Blueprint("pelepasan_pilih", __name__)


@bp.get(f"{DASAR}/pilih")
@only(Act.FILL)
def choose(informasi_id: str) -> str:
    """The newest kiriman of the unit; of one of them the files."""
    return _choosing(informasi_id, request.args.get("kiriman", "")[:40])


@bp.post(f"{DASAR}/pakai")
@only(Act.FILL)
def use(informasi_id: str) -> Response:
    """A file that came in before becomes the file of the piece."""
    kiriman = request.form.get("kiriman", "")[:40]
    with house().ledger.read() as reading:
        one, _ = baca.standing(reading, hadir(), informasi_id)
    files = pasang.files_in(house(), hadir(), informasi_id, kiriman)
    form = isi.choose_form(one, files, kiriman, at(informasi_id))
    sent = forms.read(form, lambda wrong: _choosing(informasi_id, kiriman, wrong))
    sent.attempt(lambda: pasang.attach(house(), hadir(), one.id, sent.angka("versi"), sent["file"]))
    return redirect(at(informasi_id), 303)


def _choosing(informasi_id: str, kiriman: str, wrong: Formulir | None = None) -> str:
    one, found = pasang.came(house(), hadir(), informasi_id)
    form = wrong
    if kiriman and form is None:
        files = pasang.files_in(house(), hadir(), informasi_id, kiriman)
        form = isi.choose_form(one, files, kiriman, at(informasi_id)) if files else None
    return render_template(
        "pelepasan/pilih.html",
        judul="Pilih file yang sudah diterima",
        jejak=(*isi.trail(one), Tautan("Pemeriksaan file", at(informasi_id))),
        tentang=one.unsur.ringkasan,
        formulir=form,
        tanpa=bool(kiriman) and form is None,
        tabel=isi.came(found, f"{at(informasi_id)}/pilih", zona_of(hadir(), at_work())),
    )
