"""A paper of a matter is begun."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.acts.berkas import baca as berkas_baca
from service.acts.lihat.berkas import berkas_for
from service.acts.naskah import berkas as naskah_berkas
from service.acts.naskah.berkas import Dapat
from service.acts.naskah.fill import fill
from service.domain.berkas import Berkas
from service.domain.ids import derived, is_id
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir
from service.web.berkas import pintu as halaman
from service.web.berkas.naskah_muka import form_of, free_form, may_begin
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only

bp = Blueprint("berkas_naskah", __name__)


@bp.post("/berkas/<berkas_id>/naskah")
@only(Act.FILL)
def begin(berkas_id: str) -> Response:
    """A konsep of what the step asks for; the same form sent twice begins one."""
    whole = berkas_baca.read(house(), hadir(), berkas_id)
    if isinstance(whole, Berkas):
        raise TidakAda("Berkas itu")
    blank = form_of(house(), whole.berkas, Dapat("", "", "naskah"))
    sent = forms.read(blank, lambda wrong: str(halaman.one_page(berkas_id, wrong)))
    bahan, tanda = sent["bahan"], sent["tanda"]
    if not is_id(tanda):
        raise forms.FormulirRusak
    found = naskah_berkas.of_matter(house(), hadir(), whole)
    there = next((x for x, _ in found.ada if x.id == tanda or x.bahan == bahan), None)
    dapat = next((x for x in found.dapat if x.bahan == bahan), None)
    if dapat is None and there is None:
        raise TidakAda("Naskah untuk langkah ini")
    if dapat is None and there is not None:  # somebody began it a moment ago
        return redirect(url_for("naskah.show", naskah_id=there.id), 303)
    assert dapat, "one of the two is there"
    # Two people who press at once begin the same paper; after it was given up, another.
    before = sum(x.bahan == bahan for x, _ in found.ada)
    id_ = derived(f"naskah {berkas_id} {bahan} {before}")
    one = sent.attempt(lambda: fill(house(), berkas_id, dapat.jenis, {}, hadir(), dapat.bahan, id_))
    return redirect(url_for("naskah_isi.show", naskah_id=one.id, kabar="naskah-baru"), 303)


@bp.get("/berkas/<berkas_id>/naskah/lain")
@only(Act.FILL)
def ask(berkas_id: str) -> str:
    """Which kind of paper is begun, where no step asks for one."""
    berkas = _free(berkas_id)
    return _asked(berkas, free_form(house(), berkas))


@bp.post("/berkas/<berkas_id>/naskah/lain")
@only(Act.FILL)
def begin_other(berkas_id: str) -> Response:
    """A konsep of that kind; the same form sent twice begins one."""
    berkas = _free(berkas_id)
    sent = forms.read(free_form(house(), berkas), lambda wrong: _asked(berkas, wrong))
    if not is_id(sent["tanda"]):
        raise forms.FormulirRusak
    one = sent.attempt(
        lambda: fill(house(), berkas.id, sent["jenis"], {}, hadir(), id_=sent["tanda"])
    )
    return redirect(url_for("naskah_isi.show", naskah_id=one.id, kabar="naskah-baru"), 303)


def _free(berkas_id: str) -> Berkas:
    with house().ledger.read() as reading:
        berkas = berkas_for(reading, hadir(), berkas_id)
    if not may_begin(hadir(), berkas):
        raise TidakAda("Naskah untuk berkas ini")
    return berkas


def _asked(berkas: Berkas, form: Formulir) -> str:
    berkasnya = Tautan(berkas.judul, url_for("berkas.show", berkas_id=berkas.id))
    jejak = (Tautan("Beranda", "/"), Tautan("Berkas", "/berkas"), berkasnya)
    return render_template("berkas/naskah_lain.html", jejak=jejak, formulir=form)
