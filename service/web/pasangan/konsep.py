"""The draft of a template: beside what is in force, called ready, put in force or thrown away."""

from __future__ import annotations

import re
from collections.abc import Callable

from flask import Blueprint, abort, make_response, redirect, url_for
from flask import Response as FlaskResponse
from werkzeug.wrappers import Response

from service.acts.pasangan import cetak, pakai
from service.acts.pasangan import konsep as acts
from service.acts.pasangan.pakai import Setuju
from service.acts.simpan.lent import lent
from service.domain.pasangan_versi import PasanganKonsep
from service.domain.refusals import Refusal, TidakAda, TidakBerwenang
from service.domain.wewenang import Act
from service.face.isi_formulir import Formulir, Kelompok, Ruas
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.tombol import whole
from service.web.pasangan.daftar import draft, handed
from service.web.pasangan.konsep_isi import form_of, page, versions_of

VERSI = re.compile(r"-?[0-9]{1,6}")  # of a version in force; below nothing: there is none

bp = Blueprint("pasangan_konsep", __name__)


@bp.get("/pasangan/<instansi>/<jenis>/konsep")
@only(Act.PASANGAN)
def show(instansi: str, jenis: str) -> str:
    """The draft as it is now."""
    return page(_one(instansi, jenis))


def _one(instansi: str, jenis: str) -> PasanganKonsep:
    found = draft(instansi, jenis)
    if found is None:
        raise TidakAda("Konsep templat itu")
    return found


@bp.get("/pasangan/<instansi>/<jenis>/konsep/<akhir>")
@only(Act.PASANGAN)
def file(instansi: str, jenis: str, akhir: str) -> FlaskResponse:
    """One of the two files of the draft, as it was sent."""
    konsep = _one(instansi, jenis)
    if akhir == "toml":
        return handed(konsep.teks.encode(), jenis, akhir)
    with lent(house(), konsep.docx) as path:
        return handed(path.read_bytes(), jenis, akhir)


@bp.post("/pasangan/<instansi>/<jenis>/siap")
@only(Act.PASANGAN)
def declare(instansi: str, jenis: str) -> Response:
    """Ready, as it was seen."""
    konsep, versi = _one(instansi, jenis), whole("versi", 1, 999_999_999)
    _said(konsep, lambda: acts.declare(house(), hadir(), konsep.id, versi))
    return _back(konsep, "templat-siap")


@bp.post("/pasangan/<instansi>/<jenis>/tidak-siap")
@only(Act.PASANGAN)
def take_back(instansi: str, jenis: str) -> Response:
    """Ready no more."""
    konsep = _one(instansi, jenis)
    _said(konsep, lambda: acts.take_back(house(), hadir(), konsep.id))
    return _back(konsep, "templat-tidak-siap")


@bp.post("/pasangan/<instansi>/<jenis>/cetak-lagi")
@only(Act.PASANGAN)
def prove_again(instansi: str, jenis: str) -> Response:
    """Its proof once more, where none came."""
    konsep = _one(instansi, jenis)
    _said(konsep, lambda: cetak.prove_again(house(), hadir(), konsep.id))
    return _back(konsep, "templat-dicetak-lagi")


@bp.post("/pasangan/<instansi>/<jenis>/buang")
@only(Act.PASANGAN)
def discard(instansi: str, jenis: str) -> Response:
    """Thrown away."""
    konsep, versi = _one(instansi, jenis), whole("versi", 1, 999_999_999)
    _said(konsep, lambda: acts.discard(house(), hadir(), konsep.id, versi))
    to = url_for("pasangan.listing", instansi=instansi, kabar="templat-dibuang")
    return redirect(to, 303)


@bp.post("/pasangan/<instansi>/<jenis>/pakai")
@only(Act.PASANGAN)
def use(instansi: str, jenis: str) -> Response:
    """In force from now on."""
    konsep = _one(instansi, jenis)
    form = form_of(konsep, versions_of(konsep)) or _bare(konsep)
    sent = forms.read(form, lambda wrong: page(konsep, wrong))
    if sent["konsep"] != konsep.id:
        raise TidakAda("Konsep templat itu")
    kini = sent["kini"] or "0"
    if not VERSI.fullmatch(kini):
        raise forms.FormulirRusak
    asked = Setuju(konsep.id, sent.angka("versi"), int(kini), sent.nilai.get("alasan", ""))
    sent.attempt(lambda: pakai.use(house(), hadir(), asked))
    to = url_for("pasangan.show", instansi=instansi, jenis=jenis, kabar="templat-berlaku")
    return redirect(to, 303)


def _bare(konsep: PasanganKonsep) -> Formulir:
    """The form of somebody to whom none is offered: the act itself says why."""
    names = ("versi", "kini", "konsep", "alasan")
    hidden = tuple(Ruas(one, one, "", "tersembunyi", wajib=False) for one in names)
    at = url_for("pasangan_konsep.use", instansi=konsep.instansi, jenis=konsep.jenis)
    return Formulir(at, "Berlakukan templat ini", (Kelompok("", hidden),), jaga=False)


def _back(konsep: PasanganKonsep, kabar: str) -> Response:
    at = url_for("pasangan_konsep.show", instansi=konsep.instansi, jenis=konsep.jenis, kabar=kabar)
    return redirect(at, 303)


def _said(konsep: PasanganKonsep, act: Callable[[], object]) -> None:
    """The word kept; where it cannot be, the draft as it is now says why."""
    try:
        act()
    except (TidakAda, TidakBerwenang):
        raise
    except Refusal as no:
        now = draft(konsep.instansi, konsep.jenis)
        if now is None:
            raise
        abort(make_response(page(now, salah=(str(no),)), no.status))
