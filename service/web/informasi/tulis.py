"""A piece of information is proposed, and written in again."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.informasi import baca, ubah, usul
from service.acts.informasi.ubah import Isian
from service.acts.informasi.usul import Usulan
from service.domain.informasi.informasi import Informasi
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Ruas
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.centang import ticked
from service.web.dasar.tombol import mark
from service.web.informasi import isian
from service.web.informasi.kata import ALAMAT, JEJAK, title, units

bp = Blueprint("informasi_tulis", __name__)
KOSONG = Informasi("", "", "")


@bp.get(f"{ALAMAT}/usul")
@only(Act.FILL)
def ask() -> str:
    """The form of a new piece."""
    return _new_page(_new_form(house().new_id()))


def _new_form(tanda: str) -> Formulir:
    offered = units(Act.FILL)
    if not offered:
        raise TidakAda("Unit Anda")
    first = offered[0].nilai if len(offered) == 1 else request.form.get("unit", "")
    place = (
        Ruas("tanda", "Tanda", tanda, "tersembunyi", wajib=False),
        Ruas("unit", "Unit kerja", first, "pilih", pilihan=tuple(offered)),
    )
    return isian.form(url_for(".propose"), "Usulkan informasi ini", KOSONG, ALAMAT, place)


def _new_page(form: Formulir) -> str:
    return render_template(
        "informasi/tulis.html",
        judul="Usulkan informasi",
        kata="Yang belum diketahui boleh dikosongkan; barisnya dilengkapi sebelum diverifikasi.",
        jejak=JEJAK,
        formulir=_again(form),
    )


def _again(form: Formulir) -> Formulir:
    return ticked(form) if request.method == "POST" else form


@bp.post(f"{ALAMAT}/usul")
@only(Act.FILL)
def propose() -> Response:
    """The same form sent twice is one piece."""
    sent = forms.read(_new_form(mark("tanda")), _new_page)
    instansi, _, unit = sent["unit"].partition("/")
    unsur, pelengkap = isian.written(sent, KOSONG)
    asked = Usulan(
        mark("tanda"), instansi, unit, sent["kategori"], sent["keamanan"], unsur, pelengkap
    )
    one = sent.attempt(lambda: usul.propose(house(), hadir(), asked))
    return redirect(f"{ALAMAT}/{one.id}?kabar=informasi-diusulkan", 303)


@bp.get(f"{ALAMAT}/<informasi_id>/tulis")
@only(Act.FILL)
def edit(informasi_id: str) -> str:
    """The form of what is there already."""
    one = writable(informasi_id)
    return _edit_page(one, _edit_form(one))


def writable(informasi_id: str) -> Informasi:
    """The piece, where this person writes for its unit."""
    with house().ledger.read() as reading:
        one = baca.informasi_for(reading, hadir(), informasi_id)
    if not hadir().may(Act.FILL, one.instansi, one.unit) or one.terbatas_dilihat:
        raise TidakAda(baca.APA)
    return one


def _edit_form(one: Informasi) -> Formulir:
    seen = Ruas("versi", "Versi", str(one.versi), "tersembunyi", batas=9)
    here = f"{ALAMAT}/{one.id}"
    return isian.form(f"{here}/tulis", "Simpan perubahan", one, here, (seen,))


def _edit_page(one: Informasi, form: Formulir) -> str:
    return render_template(
        "informasi/tulis.html",
        judul="Tulis barisnya",
        kata="Yang sudah terverifikasi diverifikasi lagi sesudah kata-katanya berubah.",
        jejak=(*JEJAK, Tautan(title(one), f"{ALAMAT}/{one.id}")),
        formulir=_again(form),
    )


@bp.post(f"{ALAMAT}/<informasi_id>/tulis")
@only(Act.FILL)
def write_in(informasi_id: str) -> Response:
    """What was written, where nobody else wrote meanwhile."""
    one = writable(informasi_id)
    sent = forms.read(_edit_form(one), lambda form: _edit_page(one, form))
    versi = sent.angka("versi")
    unsur, pelengkap = isian.written(sent, one)
    asked = Isian(unsur, pelengkap, sent["kategori"], sent["keamanan"])
    sent = replace(sent, formulir=_again(sent.formulir))
    sent.attempt(lambda: ubah.write_in(house(), hadir(), one.id, versi, asked))
    return redirect(f"{ALAMAT}/{one.id}?kabar=disimpan", 303)
