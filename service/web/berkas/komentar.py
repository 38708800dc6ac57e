"""What is done in the section of comments: said, taken back, followed."""

from __future__ import annotations

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from service.acts.berkas import komentar
from service.acts.berkas.komentar import Ucapan
from service.acts.lihat.berkas import berkas_for
from service.domain.wewenang import Act
from service.web.berkas.percakapan import form
from service.web.berkas.pintu import one_page
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only

bp = Blueprint("berkas_komentar", __name__)


@bp.post("/berkas/<berkas_id>/komentar")
@only(Act.LOOK)
def write(berkas_id: str) -> Response:
    """Said; the same form sent twice says it once."""
    with house().ledger.read() as reading:
        berkas_for(reading, hadir(), berkas_id)
    asked = form(house(), berkas_id)
    sent = forms.read(asked, lambda wrong: str(one_page(berkas_id, ucapan=wrong)))
    said = Ucapan(sent["tanda"], sent["teks"])
    sent.attempt(lambda: komentar.write(house(), hadir(), berkas_id, said))
    return _back(berkas_id, "komentar")


@bp.post("/berkas/<berkas_id>/komentar/<komentar_id>/tarik")
@only(Act.LOOK)
def take_back(berkas_id: str, komentar_id: str) -> Response:
    """Its words are gone, a mark stays."""
    komentar.take_back(house(), hadir(), komentar_id)
    return _back(berkas_id, "komentar-ditarik")


@bp.post("/berkas/<berkas_id>/ikuti")
@only(Act.LOOK)
def follow(berkas_id: str) -> Response:
    """Told of what is said from now on, or no more."""
    yes = request.form.get("ikuti") == "ya"
    komentar.follow(house(), hadir(), berkas_id, yes=yes)
    return _back(berkas_id, "diikuti" if yes else "tidak-diikuti")


def _back(berkas_id: str, kabar: str) -> Response:
    way = url_for("berkas.show", berkas_id=berkas_id, kabar=kabar, _anchor="komentar")
    return redirect(way, 303)
