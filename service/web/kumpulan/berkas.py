"""One act on many matters: chosen in the list, asked once more, done, and told one by one."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, render_template, request

from service.acts.berkas import banyak as acts
from service.acts.berkas.banyak import Sekaligus, TerlaluBanyakDipilih, TiadaDipilih
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir
from service.web.berkas import banyak_isi as isi
from service.web.berkas.daftar import ALAMAT
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.kumpulan.mulai import ask_chosen

bp = Blueprint("berkas_banyak", __name__)
JEJAK = (Tautan("Beranda", "/"), Tautan("Berkas", ALAMAT))


@bp.post("/berkas/banyak")
@only(Act.COMPLETE, Act.APPROVE)
def ask() -> str:
    """What is to be done with the chosen, before anything is done."""
    apa, marks = request.form.get("apa", ""), request.form.getlist("pilih")
    if apa == isi.NASKAH:
        _need_few(marks)
        return ask_chosen(marks)
    form = _form(apa, marks)
    if not form.ruas[1].pilihan:
        raise TiadaDipilih
    return _page(apa, form)


@bp.post("/berkas/banyak/<apa>")
@only(Act.COMPLETE, Act.APPROVE)
def act(apa: str) -> str:
    """Done; the same form sent twice does each once."""
    marks = request.form.getlist("berkas")
    form = _form(apa, marks)
    sent = forms.read(form, lambda wrong: _page(apa, _kept(wrong, marks)))
    some = [one.dipilih for one in isi.chosen(house(), hadir(), marks)]
    told = (sent.nilai.get("alasan", ""), sent.nilai.get("kepada", ""))
    asked = Sekaligus(apa, sent["tanda"], tuple(some), *told)
    found = sent.attempt(lambda: acts.do_all(house(), hadir(), asked))
    return render_template(
        "berkas/banyak_hasil.html",
        judul=isi.JUDUL[apa],
        jejak=JEJAK,
        kata=isi.summary(found),
        utuh=all(one.jadi for one in found),
        hasil=isi.outcome(found),
        kembali=Tautan("Kembali ke daftar berkas", ALAMAT),
    )


def _form(apa: str, marks: list[str]) -> Formulir:
    if apa not in isi.PERBUATAN:
        raise TidakAda("Perbuatan itu")
    _need_few(marks)
    some = isi.chosen(house(), hadir(), marks)
    return isi.form(house(), hadir(), apa, some, marks)


def _need_few(marks: list[str]) -> None:
    if len(dict.fromkeys(marks)) > acts.TERBANYAK:
        raise TerlaluBanyakDipilih(len(marks))


def _kept(form: Formulir, marks: list[str]) -> Formulir:
    """The form with the boxes that were ticked."""
    groups = tuple(
        replace(
            group,
            ruas=tuple(
                replace(one, terpilih=tuple(marks)) if one.jenis == "centang" else one
                for one in group.ruas
            ),
        )
        for group in form.kelompok
    )
    return replace(form, kelompok=groups)


def _page(apa: str, form: Formulir) -> str:
    return render_template(
        "berkas/banyak.html", judul=isi.JUDUL[apa], jejak=JEJAK, formulir=replace(form, batal=BATAL)
    )


BATAL = Tautan("Batal", ALAMAT)
