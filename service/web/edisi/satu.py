"""One edition: its lines, what differs, its paper, and what this person may do with it."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.edisi import baca, rancang, sk, terbit
from service.acts.edisi.susun import Isi, contents
from service.acts.edisi.terbaca import for_reader
from service.acts.edisi.terbit import Penarikan, Penerbitan
from service.acts.edisi.tertahan import held_back
from service.acts.lihat.berkas import seen
from service.acts.naskah import daftar_edisi
from service.domain.berkas import Berkas
from service.domain.edisi.edisi import DITETAPKAN, PENETAPAN, RANCANGAN, TERBIT, Edisi
from service.domain.naskah import DITULIS, Naskah
from service.domain.wewenang import Act
from service.face.alamat import page_of, pages
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir
from service.ports import Reading
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.sekali import at_work, paper_name
from service.web.edisi import isi, isian
from service.web.edisi.isian import YA

bp = Blueprint("edisi_satu", __name__)
SATU = f"{isi.ALAMAT}/<edisi_id>"
SEHALAMAN = 100


@bp.get(SATU)
@only(Act.LOOK)
def show(edisi_id: str) -> str:
    """All of it, as far as this person may see."""
    return _page(edisi_id)


def _page(edisi_id: str, keliru: Formulir | None = None) -> str:
    with house().ledger.read() as reading:
        one = baca.edisi_for(reading, hadir(), edisi_id)
        known = for_reader(reading, hadir(), one, contents(house(), reading, one))
        paper, matter = _paper(reading, one), _matter(reading, one)
        publishing = terbit.may_publish(reading, hadir(), one)
        held = held_back(house(), reading, one, known.susunan.baris)
        decreed = bool(sk.decree(reading, one))
    asked = request.args.to_dict()
    rows, at = known.susunan.baris, url_for("edisi_satu.show", edisi_id=one.id)
    first = (page_of(asked) - 1) * SEHALAMAN
    some = rows[first : first + SEHALAMAN]
    written = paper.keadaan in DITULIS if paper else False
    drawing = one.keadaan == RANCANGAN and baca.may_draw_up(hadir(), one.instansi)
    form = _form(one, at, publishing=publishing)
    return render_template(
        "edisi/satu.html",
        judul=isi.title(one),
        jejak=isi.JEJAK,
        sifat=isi.traits(one, _zona(one), _paper_link(paper), matter),
        banyak=len(rows),
        tertinggal=known.tertinggal,
        kurang=isi.lacking(known),
        kata_beda=known.beda.kata if _follows(one, known) else "",
        beda=isi.difference(one, known) if _follows(one, known) else None,
        terperinci=isi.TERPERINCI,
        baris=isi.lines(one, some, first + 1) if some else None,
        halaman=pages(at, asked, len(rows), SEHALAMAN, "baris"),
        mulai_naskah=_begin(one, matter) if drawing and not paper else None,
        perbarui=f"{at}/perbarui" if drawing and written else "",
        batal=isian.discard(one, at) if drawing and one.beku is None else None,
        formulir=keliru or form if one.keadaan == DITETAPKAN else None,
        tarik=keliru or form if one.keadaan == TERBIT else None,
        tertahan=held,
        tertahan_tabel=isi.held_back(held, hadir()),
        surat=f"{at}/sk" if decreed and hadir().may(Act.PUBLISH, one.instansi) else "",
        menunggu_lain=one.keadaan == DITETAPKAN and not publishing,
    )


def _follows(one: Edisi, known: Isi) -> bool:
    """Whether there is an edition before it to differ from."""
    return bool(one.sebelum) or bool(known.beda.tetap or known.beda.diubah or known.beda.dihapus)


def _form(one: Edisi, at: str, *, publishing: bool) -> Formulir | None:
    if one.keadaan == DITETAPKAN and publishing:
        return isian.publish_form(one, at, sendiri=hadir().orang.id in one.penyusun)
    if one.keadaan == TERBIT and hadir().may(Act.PUBLISH, one.instansi):
        return isian.withdraw_form(one, at)
    return None


def _paper(reading: Reading, one: Edisi) -> Naskah | None:
    """The paper of its decree, where this person may see the matter it lies in."""
    if not one.naskah or _matter(reading, one) is None:
        return None
    return reading.get(Naskah, one.naskah)


def _paper_link(paper: Naskah | None) -> Tautan | None:
    at = url_for("naskah.show", naskah_id=paper.id) if paper else ""
    return Tautan(paper_name(paper), at) if paper else None


def _matter(reading: Reading, one: Edisi) -> Tautan | None:
    for berkas in reading.find(Berkas, id=one.berkas):
        if seen(hadir(), berkas):
            return Tautan(berkas.judul, url_for("berkas.show", berkas_id=berkas.id))
    return None


def _begin(one: Edisi, matter: Tautan | None) -> Tautan | None:
    """Where the paper of a draft is begun."""
    if matter is None or one.jenis != PENETAPAN:
        return None
    return Tautan("Mulai naskah SK di berkasnya", matter.alamat)


def _zona(one: Edisi) -> str:
    return next((x.zona for x in at_work() if x.id == one.instansi), "WIB")


@bp.post(f"{SATU}/perbarui")
@only(Act.FILL)
def renew(edisi_id: str) -> Response:
    """Its paper prints the lines as they stand now."""
    with house().ledger.read() as reading:
        one = baca.edisi_for(reading, hadir(), edisi_id)
    daftar_edisi.renew(house(), hadir(), one.naskah)
    return _back(one.id, "edisi-diperbarui")


@bp.post(f"{SATU}/batal")
@only(Act.VERIFY)
def discard(edisi_id: str) -> Response:
    """The draft will be no edition."""
    versi = request.form.get("versi", "")
    rancang.discard(house(), hadir(), edisi_id, int(versi) if forms.is_angka(versi) else 0)
    return _back(edisi_id, "edisi-batal")


@bp.post(f"{SATU}/terbitkan")
@only(Act.PUBLISH)
def publish(edisi_id: str) -> Response:
    """The public reads it, at once or from its moment on."""
    one = _seen(edisi_id)
    at = url_for("edisi_satu.show", edisi_id=one.id)
    form = isian.publish_form(one, at, sendiri=hadir().orang.id in one.penyusun)
    sent = forms.read(form, lambda wrong: _page(edisi_id, wrong))
    masa = sent.attempt(lambda: isian.window_of(sent, _zona(one)))
    alasan = sent.nilai.get("alasan", "")
    asked = Penerbitan(one.id, sent.angka("versi"), masa, alasan)
    sent.attempt(lambda: terbit.publish(house(), hadir(), asked))
    return _back(one.id, "edisi-terbit")


@bp.post(f"{SATU}/tarik")
@only(Act.PUBLISH)
def withdraw(edisi_id: str) -> Response:
    """The public reads why it was taken back."""
    one = _seen(edisi_id)
    form = isian.withdraw_form(one, url_for("edisi_satu.show", edisi_id=one.id))
    sent = forms.read(form, lambda wrong: _page(edisi_id, wrong))
    asked = Penarikan(one.id, sent.angka("versi"), sent["alasan"], kembali=sent["kembali"] == YA)
    sent.attempt(lambda: terbit.withdraw(house(), hadir(), asked))
    return _back(one.id, "edisi-ditarik")


def _seen(edisi_id: str) -> Edisi:
    with house().ledger.read() as reading:
        return baca.edisi_for(reading, hadir(), edisi_id)


def _back(edisi_id: str, kabar: str) -> Response:
    return redirect(url_for("edisi_satu.show", edisi_id=edisi_id, kabar=kabar), 303)
