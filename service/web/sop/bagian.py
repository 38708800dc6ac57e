"""What a draft has besides its rows, a form each."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.acts.sop import konsep as acts
from service.acts.sop.konsep import SELURUH, Terbaca
from service.domain.refusals import TidakAda
from service.domain.sop.konsep import KONSEP
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.centang import ticked
from service.web.sop.bagian_isian import BAGIAN, BagianKonsep
from service.web.sop.daftar import JEJAK
from service.web.sop.simpan import keep, seen_anew

bp = Blueprint("sop_bagian", __name__)


@bp.get("/sop/konsep/<konsep_id>/<bagian_sop>")
@only(Act.SOP)
def show(konsep_id: str, bagian_sop: str) -> str:
    """One piece as it is."""
    one, found = _found(konsep_id, bagian_sop)
    if found.konsep.keadaan != KONSEP:
        raise TidakAda("Bagian itu")
    seen = acts.sidik(found.konsep, one.potongan)
    return _page(one, found, one.form(found, bagian_sop, seen))


def _found(konsep_id: str, bagian: str) -> tuple[BagianKonsep, Terbaca]:
    found = acts.read(house(), hadir(), konsep_id)
    if bagian not in BAGIAN:
        raise TidakAda("Bagian itu")
    return BAGIAN[bagian], found


def _page(one: BagianKonsep, found: Terbaca, form: Formulir) -> str:
    konsep = found.konsep
    here = url_for("sop_konsep.show", konsep_id=konsep.id)
    return render_template(
        "sop/bagian.html",
        judul=one.judul,
        kata=one.kata,
        jejak=(*JEJAK, Tautan("Konsep", url_for("sop_konsep.listing")), Tautan(konsep.nama, here)),
        cacat=found.periksa.cacat if one.potongan == SELURUH else found.periksa.at(one.potongan),
        formulir=form,
    )


@bp.post("/sop/konsep/<konsep_id>/<bagian_sop>")
@only(Act.SOP)
def write(konsep_id: str, bagian_sop: str) -> Response:
    """The piece as it was written."""
    one, found = _found(konsep_id, bagian_sop)

    def again(wrong: Formulir) -> str:
        _, now = _found(konsep_id, bagian_sop)
        fresh = seen_anew(wrong, lambda: acts.sidik(now.konsep, one.potongan))
        return _page(one, now, ticked(fresh))

    sent = forms.read(one.form(found, bagian_sop, ""), again)
    keep(konsep_id, one.potongan, sent, lambda now: one.tulis(now, sent))
    return redirect(url_for("sop_konsep.show", konsep_id=konsep_id, kabar="disimpan"), 303)
