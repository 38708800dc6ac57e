"""The door: log in and out."""

from __future__ import annotations

from flask import Blueprint, g, redirect, request
from werkzeug.wrappers import Response

from service.acts.orang import masuk as acts
from service.web.dasar import auth, forms, lanjut
from service.web.dasar.auth import anyone, signed_in

bp = Blueprint("masuk", __name__)
Answer = Response | str


@bp.get("/masuk")
@anyone
def ask() -> Answer:
    """The page on which one logs in."""
    kembali = lanjut.local_path(request.args.get("kembali", "/"))
    if g.hadir:
        return redirect(kembali)
    return lanjut.show(lanjut.formulir(kembali))


@bp.post("/masuk")
@anyone
def enter() -> Answer:
    """Let a person in."""
    sent = forms.read(lanjut.formulir("/"), lanjut.show)
    kunci = sent.attempt(
        lambda: acts.enter(auth.house(), sent["nama_masuk"], sent["sandi"], auth.alamat())
    )
    if sent["lanjut"]:
        return auth.bearing(kunci, lanjut.go_on(sent, kunci.sesi.csrf))
    return auth.let_in(kunci, sent["kembali"])


@bp.post("/keluar")
@signed_in
def leave() -> Answer:
    """Let a person out."""
    return auth.let_out()
