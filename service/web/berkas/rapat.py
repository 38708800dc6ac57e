"""The meeting of a matter: its one form, before it and after it, and the next one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.berkas import rapat as acts
from service.acts.berkas import rapat_baca
from service.acts.berkas.rapat import Tulis
from service.acts.berkas.rapat_baca import Bertemu
from service.domain import rapat as aturan
from service.domain.rapat import Rapat
from service.domain.rapat_berkas import RapatBerkas
from service.domain.wewenang import Act
from service.face.isi_formulir import Formulir, Kelompok, Ruas
from service.web.berkas import rapat_baris as baris
from service.web.berkas import rapat_isian as isian
from service.web.berkas.rapat_muka import page, urut
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.forms import Terisi

bp = Blueprint("berkas_rapat", __name__)
UNDANG, LAPOR = "undang", "lapor"
Perbuatan = tuple[Callable[..., RapatBerkas], str]
PERBUATAN: dict[str, Perbuatan] = {
    "": (acts.write, "disimpan"),
    UNDANG: (acts.invite, "rapat-diundang"),
    LAPOR: (acts.report, "rapat-hasil"),
}


@bp.get("/berkas/<berkas_id>/rapat")
@only(Act.LOOK)
def latest(berkas_id: str) -> Response:
    """The meeting that the step of a matter waits for."""
    one = rapat_baca.read(house(), hadir(), berkas_id)
    return redirect(_at(one), 303)


@bp.get("/berkas/<berkas_id>/rapat/<n>")
@only(Act.LOOK)
def show(berkas_id: str, n: str) -> str:
    """One meeting: its call, and what came of it."""
    one = rapat_baca.read(house(), hadir(), berkas_id, urut(n))
    return _page(one, _form(one, isian.with_room(one.rapat.rapat)))


@bp.post("/berkas/<berkas_id>/rapat/<n>")
@only(Act.COMPLETE)
def save(berkas_id: str, n: str) -> Response | str:
    """Kept as a draft, called, or reported on; a button for rows only sends the form back."""
    one = rapat_baca.read(house(), hadir(), berkas_id, urut(n))
    if ubah := request.form.get("ubah"):
        return _sent_back(one, ubah)
    sent = forms.read(_form(one, isian.skeleton(request.form)), lambda wrong: _page(one, wrong))
    rapat, apa = isian.rapat_of(sent), request.form.get("apa", "")
    act, kabar = PERBUATAN.get(apa, PERBUATAN[""])
    if faults := _faults(apa, rapat, one.hari):
        room = isian.with_room(rapat)
        wrong = isian.placed(_form(one, room, sent), rapat, faults)
        replace(sent, formulir=wrong).again(())
    asked = Tulis(sent["rapat"], berkas_id, sent.angka("versi"), rapat)
    sent.attempt(lambda: act(house(), hadir(), asked))
    return redirect(_at(one, kabar), 303)


def _faults(apa: str, rapat: Rapat, today: date) -> dict[str, str]:
    if apa == UNDANG:
        return aturan.before(rapat)
    return aturan.after(rapat, today) if apa == LAPOR else {}


@bp.post("/berkas/<berkas_id>/rapat/<n>/lagi")
@only(Act.COMPLETE)
def again(berkas_id: str, n: str) -> Response:
    """The next meeting of the same people."""
    one = rapat_baca.read(house(), hadir(), berkas_id, urut(n))
    sent = forms.read(
        _again(one), lambda wrong: _page(one, _form(one, isian.with_room(one.rapat.rapat)), wrong)
    )
    after = sent.attempt(
        lambda: acts.again(house(), hadir(), berkas_id, one.rapat.id, sent["tanda"])
    )
    at = url_for("berkas_rapat.show", berkas_id=berkas_id, n=after.urut, kabar="rapat-lagi")
    return redirect(at, 303)


def _at(one: Bertemu, kabar: str | None = None) -> str:
    n = one.rapat.urut
    return url_for("berkas_rapat.show", berkas_id=one.berkas.id, n=n, kabar=kabar)


def _form(one: Bertemu, rapat: Rapat, sent: Terisi | None = None) -> Formulir:
    """The form with a meeting in it; its day is the one that was typed, where one was."""
    id_, versi = one.rapat.id or house().new_id(), one.rapat.versi if one.rapat.id else 0
    if sent:
        id_, versi = sent["rapat"], sent.angka("versi")
    return isian.form_of(rapat, _at(one), (id_, versi), hasil=_came(one, rapat))


def _came(one: Bertemu, rapat: Rapat) -> bool:
    """Whether the day of the meeting has come, by the form or by the clock."""
    typed = request.form.get("tanggal", "")
    day = rapat.tanggal
    if typed and not forms.fault(Ruas("tanggal", "Hari", jenis="tanggal"), typed):
        day = date.fromisoformat(typed)
    return day is not None and day <= one.hari


def _sent_back(one: Bertemu, ubah: str) -> str:
    """The form with the rows that were asked for; nothing of it is judged yet."""
    offered = rapat_baca.to_pick(house(), one.berkas) if ubah == baris.PILIH else {}
    picked = [offered[key] for key in request.form.getlist("orang") if key in offered]
    typed = baris.reshaped(request.form.to_dict(), ubah, picked)
    found = forms.filled(_form(one, isian.skeleton(typed)), typed)
    plain = tuple(
        replace(group, ruas=tuple(replace(x, galat="") for x in group.ruas))
        for group in found.kelompok
    )
    return _page(one, replace(found, kelompok=plain), ubah=ubah)


def _again(one: Bertemu) -> Formulir:
    tanda = Ruas("tanda", "Tanda", house().new_id(), "tersembunyi", batas=40)
    at = url_for("berkas_rapat.again", berkas_id=one.berkas.id, n=one.rapat.urut)
    return Formulir(at, "Siapkan rapat berikutnya", (Kelompok("", (tanda,)),), jaga=False)


def _page(one: Bertemu, form: Formulir, lagi: Formulir | None = None, ubah: str = "") -> str:
    told: dict[str, Any] = page(house(), one, form, ubah)
    if told["lagi"]:
        told["lagi"] = lagi or _again(one)
    return render_template("berkas/rapat.html", **told)
