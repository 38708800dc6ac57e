"""One archive: its terms, its place, its cards, and what this person may do with it."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.acts.arsip import baca, catat, pinjam, tahan
from service.acts.arsip.baca import Kartu
from service.acts.arsip.catat import Kertas, Sasaran
from service.acts.arsip.pinjam import Minta
from service.acts.arsip.tahan import Tahan
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir
from service.web.arsip import isi, isian
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.forms import Terisi
from service.web.dasar.sekali import at_work

bp = Blueprint("arsip_satu", __name__)
SATU = f"{isi.ALAMAT}/<berkas_id>"


@bp.get(SATU)
@only(Act.LOOK)
def show(berkas_id: str) -> str:
    """All of it, as far as this person may see."""
    return _page(baca.card(house(), hadir(), berkas_id))


@bp.get(f"{isi.ALAMAT}/l/<berkas_id>")
@only(Act.LOOK)
def label(berkas_id: str) -> Response:
    """Where the label on a folder leads."""
    return redirect(url_for("arsip_satu.show", berkas_id=berkas_id), 303)


@bp.post(f"{SATU}/<apa>")
@only(Act.ARCHIVE, Act.DESTROY)
def act(berkas_id: str, apa: str) -> Response:
    """One of the forms of its page."""
    card = baca.card(house(), hadir(), berkas_id)
    form = next((x for x in _forms(card) if x.alamat.endswith(f"/{apa}")), None)
    if form is None or apa not in PERBUATAN:
        raise TidakAda("Perbuatan itu")
    sent = forms.read(form, lambda wrong: _page(card, wrong))
    sent.attempt(lambda: PERBUATAN[apa](card, sent))
    at = url_for("arsip_satu.show", berkas_id=berkas_id, kabar="disimpan")
    return redirect(at, 303)


def _forms(card: Kartu) -> list[Formulir]:
    return isian.forms(house(), card)


def _page(card: Kartu, wrong: Formulir | None = None) -> str:
    berkas = card.tegak.berkas
    zona = next((one.zona for one in at_work() if one.id == berkas.instansi), "WIB")
    every = [wrong if wrong and wrong.alamat == one.alamat else one for one in _forms(card)]
    return render_template(
        "arsip/satu.html",
        judul=berkas.judul,
        jejak=isi.JEJAK,
        berkas=Tautan("Buka berkasnya", url_for("berkas.show", berkas_id=berkas.id)),
        tas=url_for("tas.show", berkas_id=berkas.id) if card.jaga else "",
        sifat=isi.traits(card, zona),
        penahanan=isi.holds(card, zona),
        kartu=isi.loans(card, zona),
        formulir=every,
    )


def _which(card: Kartu, sent: Terisi) -> Sasaran:
    return Sasaran(card.tegak.now.id, sent.angka("versi"))


def _code(card: Kartu, sent: Terisi) -> object:
    return catat.classify(house(), hadir(), _which(card, sent), sent["kode"])


def _event(card: Kartu, sent: Terisi) -> object:
    day = sent.tanggal("hari")
    return catat.happen(house(), hadir(), _which(card, sent), day) if day else None


def _lay(card: Kartu, sent: Terisi) -> object:
    told = (sent["satuan"], sent["kondisi"], sent["tingkat"])
    paper = Kertas(sent["tempat"], sent.angka("jumlah"), *told)
    return catat.lay(house(), hadir(), _which(card, sent), paper)


def _vital(card: Kartu, sent: Terisi) -> object:
    return catat.declare_vital(house(), hadir(), _which(card, sent), sent["cadangan"])


def _not_vital(card: Kartu, sent: Terisi) -> object:
    return catat.undeclare_vital(house(), hadir(), _which(card, sent), sent["alasan"])


def _judge(card: Kartu, sent: Terisi) -> object:
    told = (sent["penilaian"], sent["alasan"])
    return catat.judge(house(), hadir(), _which(card, sent), *told)


def _hold(card: Kartu, sent: Terisi) -> object:
    asked = Tahan(sent["tanda"], card.tegak.now.id, sent["sebab"], sent["alasan"])
    return tahan.hold(house(), hadir(), asked)


def _lift(_: Kartu, sent: Terisi) -> object:
    id_, _sep, versi = sent["penahanan"].partition(".")
    return tahan.lift(house(), hadir(), id_, int(versi), sent["alasan"])


def _lend(card: Kartu, sent: Terisi) -> object:
    until = sent.tanggal("sampai") or card.today
    who = pinjam.borrower(house(), sent["peminjam"])
    asked = Minta(sent["tanda"], card.tegak.now.id, who, sent["keperluan"], until)
    return pinjam.lend(house(), hadir(), asked)


def _back(_: Kartu, sent: Terisi) -> object:
    return pinjam.take_back(house(), hadir(), *_loan(sent), sent["kondisi"])


def _lengthen(card: Kartu, sent: Terisi) -> object:
    until = sent.tanggal("sampai") or card.today
    return pinjam.lengthen(house(), hadir(), *_loan(sent), until)


def _loan(sent: Terisi) -> tuple[str, int]:
    id_, _, versi = sent["pinjaman"].partition(".")
    if not versi.isdecimal():  # only what no person types: a hidden field
        raise TidakAda("Pinjaman itu")
    return id_, int(versi)


PERBUATAN: dict[str, Callable[[Kartu, Terisi], object]] = {
    "kode": _code,
    "peristiwa": _event,
    "letak": _lay,
    "vital": _vital,
    "tidak-vital": _not_vital,
    "nilai": _judge,
    "tahan": _hold,
    "lepas": _lift,
    "pinjam": _lend,
    "kembali": _back,
    "perpanjang": _lengthen,
}
