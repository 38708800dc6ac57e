"""The door of a sample home: come in as one of its people, without a password."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from service.acts.orang import contoh as acts
from service.domain.catatan import RUMAH
from service.face.isi_contoh import OrangContoh
from service.web.dasar import auth
from service.web.dasar.auth import anyone, house
from service.web.dasar.muka import nama_instansi

bp = Blueprint("pintu_contoh", __name__)


@bp.get("/contoh/<pintu>")
@anyone
def show(pintu: str) -> str:
    """Whom one can be here."""
    found = acts.people(house(), pintu)
    return render_template(
        "pintu_contoh.html",
        alamat=f"/contoh/{pintu}",
        orang=[
            OrangContoh(
                one.id, one.nama, held, "" if one.instansi == RUMAH else nama_instansi(one.instansi)
            )
            for one, held in found
        ],
    )


@bp.post("/contoh/<pintu>")
@anyone
def enter(pintu: str) -> Response:
    """Come in."""
    kunci = acts.enter(house(), pintu, request.form.get("orang", ""), auth.alamat())
    return auth.let_in(kunci, "/")
