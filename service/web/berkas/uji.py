"""The workbench: every item of a matter on one page, many put in, copied and approved at once."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.berkas import baca as berkas_baca
from service.acts.berkas import bukti as berkas_bukti
from service.acts.berkas import butir as berkas_butir
from service.acts.berkas import putus as berkas_putus
from service.acts.berkas import salin as berkas_salin
from service.acts.berkas.baca import Penuh
from service.acts.berkas.salin import Salin
from service.domain.berkas import Berkas
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir
from service.web.berkas import uji_isi as isi
from service.web.berkas import uji_isian as isian
from service.web.berkas.butir import may_write, today_of
from service.web.dasar import centang, forms
from service.web.dasar.auth import hadir, house, only

bp = Blueprint("berkas_uji", __name__)


@bp.get("/berkas/<berkas_id>/uji")
@only(Act.LOOK)
def show(berkas_id: str) -> str:
    """All items: their laws, what was weighed, the conclusion, and what is missing."""
    return _page(_known(berkas_id))


def _known(berkas_id: str) -> Penuh:
    whole = berkas_baca.read(house(), hadir(), berkas_id)
    if isinstance(whole, Berkas) or not isi.is_tested(whole):
        raise TidakAda("Uji konsekuensi berkas itu")
    return whole


@bp.post("/berkas/<berkas_id>/uji/tambah")
@only(Act.COMPLETE)
def put_in(berkas_id: str) -> Response:
    """One item for each line."""
    whole = _known(berkas_id)
    sent = forms.read(isian.addition(whole), lambda wrong: _page(whole, tambah=wrong))
    sent.attempt(
        lambda: berkas_butir.put_in_all(
            house(), hadir(), whole.berkas.id, sent["tanda"], sent["daftar"]
        )
    )
    return redirect(_at(whole, "butir-butir"), 303)


@bp.post("/berkas/<berkas_id>/uji/salin")
@only(Act.COMPLETE)
def copy(berkas_id: str) -> Response:
    """The laws or the weighing of one item, in others that were chosen."""
    whole = _known(berkas_id)
    ticked = tuple(request.form.getlist("pilih"))
    parts = tuple(request.form.getlist("apa"))

    def again(wrong: Formulir) -> str:
        return _page(whole, salin=centang.ticked(wrong), pilih=ticked)

    sent = forms.read(isian.copying(whole), again)
    asked = Salin(sent["dari"], isi.chosen(ticked), frozenset(parts), bool(sent["timpa"]))
    sent.attempt(lambda: berkas_salin.copy(house(), hadir(), whole.berkas.id, asked))
    return redirect(_at(whole, "butir-disalin"), 303)


@bp.post("/berkas/<berkas_id>/uji/putus")
@only(Act.COMPLETE)
def decide(berkas_id: str) -> Response:
    """Every item that is ready gets what its worksheet concludes."""
    whole = _known(berkas_id)
    form = isian.decision(whole, today_of(whole)) or forms.nothing()
    sent = forms.read(form, lambda wrong: _page(whole, putus=wrong))
    sent.attempt(
        lambda: berkas_putus.decide_all(house(), hadir(), whole.berkas.id, sent["dilihat"])
    )
    return redirect(_at(whole, "diputus"), 303)


@bp.post("/berkas/<berkas_id>/uji/setujui")
@only(Act.DECIDE)
def approve(berkas_id: str) -> Response:
    """The head approves what is to be excluded."""
    whole = _known(berkas_id)
    form = isian.approval(whole) or forms.nothing()
    sent = forms.read(form, lambda wrong: _page(whole, setuju=wrong))
    sent.attempt(lambda: berkas_bukti.approve(house(), hadir(), whole.berkas.id, sent["dilihat"]))
    return redirect(_at(whole, "disetujui"), 303)


@bp.post("/berkas/<berkas_id>/uji/tarik")
@only(Act.DECIDE)
def withdraw(berkas_id: str) -> Response:
    """The head takes his approval back."""
    whole = _known(berkas_id)
    form = isian.withdrawal(whole) or forms.nothing()
    sent = forms.read(form, lambda wrong: _page(whole, tarik=wrong))
    sent.attempt(lambda: berkas_bukti.withdraw(house(), hadir(), whole.berkas.id, sent["alasan"]))
    return redirect(_at(whole, "persetujuan-ditarik"), 303)


def _at(whole: Penuh, kabar: str) -> str:
    return url_for("berkas_uji.show", berkas_id=whole.berkas.id, kabar=kabar)


def _page(
    whole: Penuh,
    tambah: Formulir | None = None,
    salin: Formulir | None = None,
    putus: Formulir | None = None,
    setuju: Formulir | None = None,
    tarik: Formulir | None = None,
    pilih: tuple[str, ...] = (),
) -> str:
    today, may = today_of(whole), may_write(whole)
    shown = isi.narrowed(whole, request.args.get("tampil", ""), today)
    rows = isi.table(whole, shown, today)
    several = may and len([one for one in whole.butir if not one.dicabut]) > 1
    if several:
        rows = replace(rows, pilih=isi.marks(shown), terpilih=pilih)
    return render_template(
        "berkas/uji.html",
        judul="Uji konsekuensi",
        jejak=[
            Tautan("Beranda", "/"),
            Tautan("Berkas", "/berkas"),
            Tautan(whole.berkas.judul, url_for("berkas.show", berkas_id=whole.berkas.id)),
        ],
        kata=isi.summary(whole, today),
        bukti=isi.proofs(whole),
        saring=isi.filters(request.args.get("tampil", "")) if len(whole.butir) > 1 else [],
        tersaring=bool(request.args.get("tampil")),
        alamat=url_for("berkas_uji.show", berkas_id=whole.berkas.id),
        daftar=rows,
        kosong=isi.nothing_here(whole, may=may),
        salin=(salin or isian.copying(whole)) if several and shown else None,
        tambah=tambah or (isian.addition(whole) if may and not whole.tertulis else None),
        tertulis=may and whole.tertulis,
        putus=putus or isian.decision(whole, today),
        setuju=setuju or isian.approval(whole),
        tarik=tarik or isian.withdrawal(whole),
    )
