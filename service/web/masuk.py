"""The door: log in and out."""

from __future__ import annotations

from flask import Blueprint, Response, g, redirect, render_template, request

from service.acts import masuk as acts
from service.face.isi import Formulir, Kelompok, Ruas
from service.web import auth, forms
from service.web.auth import anyone, signed_in

bp = Blueprint("masuk", __name__)
Answer = Response | str
LAGI = "Sesi Anda berakhir. Masuk lagi, lalu Anda kembali ke halaman tadi."


def _formulir(kembali: str) -> Formulir:
    ruas = (
        Ruas("nama_masuk", "Nama masuk", isi_otomatis="username", lebar="sedang"),
        Ruas("sandi", "Sandi", jenis="sandi", isi_otomatis="current-password", lebar="sedang"),
        Ruas("kembali", "Halaman tujuan", kembali, "tersembunyi", wajib=False, batas=2000),
    )
    return Formulir("/masuk", "Masuk", (Kelompok("", ruas),), jaga=False)


def _show(formulir: Formulir) -> str:
    kembali = formulir.ruas[-1].nilai
    kata = LAGI if auth.local_path(kembali) != "/" and not formulir.keliru else ""
    return render_template("masuk.html", formulir=formulir, kata=kata)


@bp.get("/masuk")
@anyone
def ask() -> Answer:
    """The page on which one logs in."""
    kembali = auth.local_path(request.args.get("kembali", "/"))
    if g.hadir:
        return redirect(kembali)  # type: ignore[return-value]
    return _show(_formulir(kembali))


@bp.post("/masuk")
@anyone
def enter() -> Answer:
    """Let a person in."""
    sent = forms.read(_formulir("/"), _show)
    kunci = sent.attempt(
        lambda: acts.enter(auth.house(), sent["nama_masuk"], sent["sandi"], auth.alamat())
    )
    return auth.let_in(kunci, sent["kembali"])


@bp.post("/keluar")
@signed_in
def leave() -> Answer:
    """Let a person out."""
    return auth.let_out()
