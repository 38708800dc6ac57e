"""The pages on which a matter or a dispute is bound, and what was bound is taken."""

from __future__ import annotations

from typing import BinaryIO

from flask import Blueprint, redirect, render_template, send_file, url_for
from flask import Response as FlaskResponse
from werkzeug.wrappers import Response

from service.acts.jilid import dossier as dossiers
from service.acts.jilid import minta
from service.acts.jilid.minta import Minta
from service.acts.jilid.sebutan import called_of
from service.acts.jilid.sengketa import gone_of
from service.acts.lihat.berkas import berkas_for
from service.acts.register import sengketa as disputes
from service.domain.arsip.kenangan import ArsipMusnah, Kenangan
from service.domain.berkas import Berkas
from service.domain.dossier.jilidan import BERKAS, SENGKETA, Jilidan
from service.domain.dossier.sebutan import filed
from service.domain.refusals import Refusal, TidakAda
from service.domain.sengketa import Sengketa
from service.domain.tanggal import local
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir
from service.web.dasar import forms, kenangan
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.file import TERKURUNG
from service.web.dasar.forms import Terisi
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work
from service.web.jilid import isi

bp = Blueprint("jilid", __name__)
PDF = "application/pdf"


@bp.get("/berkas/<berkas_id>/jilid")
@only(Act.LOOK)
def show(berkas_id: str) -> str:
    """What is bound of a matter, and what can be asked for."""
    return _of_matter(_matter(berkas_id))


@bp.post("/berkas/<berkas_id>/jilid")
@only(Act.LOOK)
def ask(berkas_id: str) -> Response:
    """The matter as it is now is bound for this person."""
    berkas = _matter(berkas_id)
    sent = forms.read(isi.of_matter(berkas)[0], lambda wrong: _of_matter(berkas, wrong))
    sent.attempt(lambda: minta.ask(house(), hadir(), _asked(sent, BERKAS, berkas.id)))
    return redirect(url_for("jilid.show", berkas_id=berkas.id, kabar="jilid-diminta"), 303)


@bp.post("/berkas/<berkas_id>/dossier")
@only(Act.LOOK)
def dossier(berkas_id: str) -> FlaskResponse:
    """The dossier of a matter that is over."""
    berkas = _matter(berkas_id)
    form = isi.dossier(berkas)
    if form is None:
        raise _why_not(dossiers.APA)
    sent = forms.read(form, lambda wrong: _of_matter(berkas, wrong))
    one, opened = sent.attempt(lambda: dossiers.opened(house(), hadir(), berkas.id, sent["alasan"]))
    return _handed(opened, filed("dossier", _called(one.id), one.id))


@bp.get("/sengketa/<sengketa_id>/bundel")
@only(Act.DISPUTE)
def pack(sengketa_id: str) -> str:
    """The papers of a dispute, as the commission hears it."""
    return _of_dispute(_dispute(sengketa_id))


@bp.post("/sengketa/<sengketa_id>/bundel")
@only(Act.DISPUTE)
def gather(sengketa_id: str) -> Response:
    """What may be shown of it is bound for this person."""
    return _gathered(sengketa_id, tertutup=False)


@bp.post("/sengketa/<sengketa_id>/bundel/tertutup")
@only(Act.DISPUTE)
def gather_shut(sengketa_id: str) -> Response:
    """What is withheld is bound apart, with a reason."""
    return _gathered(sengketa_id, tertutup=True)


def _gathered(sengketa_id: str, *, tertutup: bool) -> Response:
    one = _dispute(sengketa_id)
    at = url_for("jilid.gather_shut" if tertutup else "jilid.gather", sengketa_id=one.id)
    form = next((x for x in _offered(one) if x.alamat == at), None)
    if form is None:
        raise _why_not("Bagian itu", _gone(one))
    sent = forms.read(form, lambda wrong: _of_dispute(one, wrong))
    asked = _asked(sent, SENGKETA, one.id, tertutup=tertutup)
    sent.attempt(lambda: minta.ask(house(), hadir(), asked))
    return redirect(url_for("jilid.pack", sengketa_id=one.id, kabar="jilid-diminta"), 303)


@bp.post("/jilidan/<jilidan_id>")
@only(Act.LOOK)
def take(jilidan_id: str) -> FlaskResponse:
    """The file, for who asked for it."""
    one = minta.mine(house(), hadir(), jilidan_id)
    form = isi.taking(one)
    if form is None:
        raise TidakAda("Jilidan itu")
    sent = forms.read(form, lambda wrong: _where(one, wrong))
    why = sent.nilai.get("alasan", "")
    done, opened = sent.attempt(lambda: minta.opened(house(), hadir(), one.id, why))
    part = "bagian tertutup" if done.tertutup else "jilidan"
    about = _dispute(done.tentang).nomor if done.apa == SENGKETA else _called(done.tentang)
    day = local(done.diminta, zona_of(hadir(), at_work()))
    more = [*(["bolak-balik"] if done.bolak_balik else []), f"{day:%Y-%m-%d %H.%M}"]
    return _handed(opened, filed(part, about, done.tentang, *more))


def _called(berkas_id: str) -> str:
    with house().ledger.read() as reading:
        return called_of(house(), reading, berkas_for(reading, hadir(), berkas_id))


def _where(one: Jilidan, wrong: Formulir) -> str:
    if one.apa == SENGKETA:
        return _of_dispute(_dispute(one.tentang), wrong)
    return _of_matter(_matter(one.tentang), wrong)


def _handed(opened: BinaryIO, nama: str) -> FlaskResponse:
    answer = send_file(
        opened,
        mimetype=PDF,
        as_attachment=True,
        download_name=f"{nama}.pdf",
        etag=False,
    )
    answer.headers["Content-Security-Policy"] = TERKURUNG
    return answer


def _asked(sent: Terisi, apa: str, tentang: str, *, tertutup: bool = False) -> Minta:
    both = sent["cetak"] == isi.BOLAK
    return Minta(sent["tanda"], apa, tentang, both, tertutup, sent.nilai.get("alasan", ""))


def _matter(berkas_id: str) -> Berkas:
    with house().ledger.read() as reading:
        return berkas_for(reading, hadir(), berkas_id)


def _dispute(sengketa_id: str) -> Sengketa:
    with house().ledger.read() as reading:
        return disputes.sengketa_for(reading, hadir(), sengketa_id)


def _gone(one: Sengketa) -> Kenangan | None:
    """The destruction of papers of it, where it cannot be bound any more."""
    with house().ledger.read() as reading:
        return gone_of(reading, hadir(), one)


def _why_not(apa: str, gone: Kenangan | None = None) -> Refusal:
    """Why its page offers it not: it was destroyed, or it never was to be had."""
    one = kenangan.here() or gone
    return ArsipMusnah(one) if one else TidakAda(apa)


def _offered(one: Sengketa) -> list[Formulir]:
    with house().ledger.read() as reading:
        rahasia = disputes.is_withheld(reading, one)
        if gone_of(reading, hadir(), one):
            return []
    return isi.of_dispute(one, rahasia=rahasia)


def _of_matter(berkas: Berkas, wrong: Formulir | None = None) -> str:
    back = url_for("berkas.show", berkas_id=berkas.id)
    return _page(
        "Jilidan berkas",
        (Tautan("Berkas", "/berkas"), Tautan(berkas.judul, back)),
        berkas.id,
        _with(wrong, isi.of_matter(berkas)),
        wrong,
        dossier=_swap(wrong, isi.dossier(berkas)),
        kata="Berkas ini sebagaimana adanya sekarang, dengan sampul, daftar isi, dan nomor "
        "halaman, dari naskah dan file yang dapat Anda buka.",
    )


def _of_dispute(one: Sengketa, wrong: Formulir | None = None) -> str:
    back = url_for("sengketa.show", sengketa_id=one.id)
    gone = None if kenangan.here() else _gone(one)  # of which its own frame says nothing
    return _page(
        "Bundel sengketa",
        (Tautan("Sengketa", url_for("sengketa.listing")), Tautan(one.nomor, back)),
        one.id,
        _with(wrong, _offered(one)),
        wrong,
        musnah=gone is not None,
        urutan=isi.URUTAN,
        kata=gone.kata
        if gone
        else "Surat-surat perkara ini menurut urutan pemeriksaan di Komisi Informasi, setiap "
        "surat sebagai bukti T-1, T-2, dan seterusnya.",
    )


def _page(
    judul: str,
    jejak: tuple[Tautan, ...],
    tentang: str,
    formulir: list[Formulir],
    wrong: Formulir | None,
    *,
    musnah: bool = False,
    **more: object,
) -> str:
    return render_template(
        "jilid/satu.html",
        judul=judul,
        jejak=(Tautan("Beranda", "/"), *jejak),
        formulir=formulir,
        terjilid=isi.made(tentang, wrong, musnah=musnah),
        **more,
    )


def _with(wrong: Formulir | None, every: list[Formulir]) -> list[Formulir]:
    return [wrong if wrong and wrong.alamat == one.alamat else one for one in every]


def _swap(wrong: Formulir | None, one: Formulir | None) -> Formulir | None:
    return wrong if wrong and one and wrong.alamat == one.alamat else one
