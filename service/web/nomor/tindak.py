"""What can be done with a book, each looked at before it is kept."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from service.acts.nomor import buku_bagian
from service.domain.nomor import Nomor
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act
from service.face.isi_formulir import Formulir
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, need, only
from service.web.dasar.sekali import known
from service.web.nomor import jalan
from service.web.nomor.isian import CARA
from service.web.nomor.jalan import BUKU, at
from service.web.nomor.sasaran import Pratinjau, Sasaran

bp = Blueprint("nomor_tindak", __name__)
Answer = Response | str


@bp.get(f"{BUKU}/ambil/<cara>")
@only(Act.NUMBER)
def ask(kode: str, seri: str, masa: str, cara: str) -> str:
    """The form of one deed."""
    one = _sasaran(kode, seri, masa, cara)
    return _form_page(one, cara, CARA[cara].formulir(one))


def _sasaran(kode: str, seri: str, masa: str, cara: str) -> Sasaran:
    need(Act.NUMBER, kode)
    agency, state = known(kode), jalan.standing(kode, seri, masa)
    if cara not in CARA or agency is None:
        raise TidakAda
    buku_bagian.named(agency, state.buku)
    today = jalan.today(agency)
    if CARA[cara].kini and not state.buku.holds(today):
        raise TidakAda("Buku itu")
    return Sasaran(house(), hadir(), agency, state, today, jalan.deed(state, cara))


def _form_page(
    one: Sasaran, cara: str, formulir: Formulir, pratinjau: Pratinjau | None = None
) -> str:
    return render_template(
        "nomor/ambil.html",
        judul=CARA[cara].judul,
        kata=CARA[cara].kata,
        jejak=jalan.trail(one.state),
        formulir=formulir,
        pratinjau=pratinjau,
    )


@bp.post(f"{BUKU}/ambil/<cara>")
@only(Act.NUMBER)
def act(kode: str, seri: str, masa: str, cara: str) -> Answer:
    """Look at what would be kept, or keep it."""
    one = _sasaran(kode, seri, masa, cara)
    deed = CARA[cara]
    sent = forms.read(deed.formulir(one), lambda form: _form_page(one, cara, form))
    with house().room() as room:
        file: Path | None = forms.uploaded("tabel", room)
        seen = sent.attempt(lambda: deed.lihat(one, sent, file))
        if not seen.siap or "lihat" in request.form:
            return _form_page(one, cara, deed.lagi(sent, seen), seen)
        made = sent.attempt(lambda: deed.simpan(one, sent, file))
    return redirect(_where(one, cara, made), 303)


def _where(one: Sasaran, cara: str, made: object) -> str:
    """What stands beside the book is shown itself: its month may not be the one on the page."""
    if cara == "luar" and isinstance(made, Nomor):
        return f"{jalan.number(one.state, made)}?kabar=nomor-luar"
    return at(one.state, kabar=f"nomor-{cara}")
