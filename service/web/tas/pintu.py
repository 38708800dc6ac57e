"""The bag of one matter: asked for, and taken in its open and its closed part."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, redirect, render_template, send_file, url_for
from flask import Response as FlaskResponse
from werkzeug.wrappers import Response

from service.acts.lihat.berkas import berkas_for
from service.acts.tas import minta
from service.domain.berkas import Berkas
from service.domain.gembok import chosen
from service.domain.ids import derived
from service.domain.refusals import TidakAda
from service.domain.tas.tas import JADI, TERBUKA, TERTUTUP, TasBerkas, name_of
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir
from service.web.dasar import forms, kenangan
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.file import TERKURUNG
from service.web.dasar.sekali import known
from service.web.dasar.tombol import mark
from service.web.tas import isi

bp = Blueprint("tas", __name__)
SATU = "/berkas/<berkas_id>/tas"
TERKUNCI = "application/octet-stream"


@bp.get(SATU)
@only(Act.ARCHIVE)
def show(berkas_id: str) -> str:
    """What there is of it, and what may be asked."""
    return _page(berkas_id)


@bp.post(SATU)
@only(Act.ARCHIVE)
def ask(berkas_id: str) -> Response:
    """It is owed; sent twice it is one."""
    berkas, last = _seen(berkas_id)
    form = _asked(berkas, last)
    sent = forms.read(form, lambda wrong: _page(berkas_id, {"susun": wrong}))
    id_ = derived(f"tas {berkas.id} {mark('tanda')}")
    sent.attempt(lambda: minta.ask(house(), hadir(), berkas.id, id_))
    return redirect(url_for("tas.show", berkas_id=berkas.id, kabar="tas-diminta"), 303)


@bp.get(f"{SATU}/<tas_id>")
@only(Act.ARCHIVE)
def download(berkas_id: str, tas_id: str) -> FlaskResponse:
    """The open part as it was made."""
    _seen(berkas_id)
    one, opened = minta.open_(house(), hadir(), tas_id)
    answer = send_file(
        opened,
        mimetype="application/zip",
        as_attachment=True,
        download_name=f"{name_of(one, TERBUKA)}.zip",
        etag=False,
    )
    answer.content_length = one.ukuran_terbuka
    answer.headers["Content-Security-Policy"] = TERKURUNG
    return answer


@bp.post(f"{SATU}/<tas_id>")
@only(Act.ARCHIVE)
def download_closed(berkas_id: str, tas_id: str) -> Response:
    """The closed part, locked with what was typed just now."""
    berkas, _ = _seen(berkas_id)
    if not minta.may_closed(hadir(), berkas):
        raise TidakAda(minta.APA)
    at = url_for("tas.download_closed", berkas_id=berkas_id, tas_id=tas_id)
    sent = forms.read(isi.lock_form(at), lambda wrong: _page(berkas_id, {"kunci": wrong}))

    def act() -> tuple[TasBerkas, Iterator[bytes]]:
        kunci = chosen(sent["sandi"], sent["ulang"], sent["penerima"])
        return minta.open_closed(house(), hadir(), tas_id, kunci)

    one, locked = sent.attempt(act)
    answer = Response(locked, mimetype=TERKUNCI)
    told = f'attachment; filename="{name_of(one, TERTUTUP)}.zip.age"'
    answer.headers["Content-Disposition"] = told
    answer.headers["Content-Security-Policy"] = TERKURUNG
    return answer


def _seen(berkas_id: str) -> tuple[Berkas, TasBerkas | None]:
    with house().ledger.read() as reading:
        berkas = berkas_for(reading, hadir(), berkas_id)
        if not minta.may(hadir(), berkas):
            raise TidakAda("Berkas itu")
        return berkas, minta.latest(reading, berkas.id)


def _asked(berkas: Berkas, last: TasBerkas | None) -> Formulir:
    at = url_for("tas.ask", berkas_id=berkas.id)
    return isi.ask_form(at, house().new_id(), lagi=last is not None)


def _page(berkas_id: str, wrong: dict[str, Formulir] | None = None) -> str:
    berkas, last = _seen(berkas_id)
    agency = known(berkas.instansi)
    gone = kenangan.here() is not None
    offered = {"susun": _asked(berkas, last)} if berkas.dossier and not gone else {}
    done = last if last and last.keadaan == JADI and not gone else None
    at = url_for("tas.download", berkas_id=berkas.id, tas_id=done.id) if done else ""
    if done and done.tertutup and minta.may_closed(hadir(), berkas):
        offered["kunci"] = isi.lock_form(at)
    home = Tautan(berkas.judul, url_for("berkas.show", berkas_id=berkas.id))
    return render_template(
        "tas/berkas.html",
        judul="Tas arsip",
        jejak=(Tautan("Beranda", "/"), Tautan("Berkas", "/berkas"), home),
        kabar_tas=isi.notice(last, agency.zona if agency else "WIB") if last and not gone else None,
        tabel=isi.parts(done, at) if done else None,
        belum=not berkas.dossier and not gone,
        musnah=gone,
        formulir={**offered, **(wrong or {})},
    )
