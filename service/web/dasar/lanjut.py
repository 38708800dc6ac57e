"""The log-in form, and what was typed when a session ended: it waits there until one is back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

from flask import Request, make_response, render_template
from werkzeug.wrappers import Response

from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Ruas
from service.web.dasar.forms import Terisi

TERBANYAK = 200_000  # letters of a form that waits
RAHASIA = frozenset({"csrf", "sandi", "lama"})  # never written into a page
LAGI = "Sesi Anda berakhir. Masuk lagi, lalu Anda kembali ke halaman tadi."
UTUH = "Sesi Anda berakhir. Isian tadi belum tersimpan, tetapi masih utuh: masuk lagi, lalu kirim."


def local_path(text: str) -> str:
    """A path of this house, or '/': never an address that leads away."""
    plain = text.isprintable() and "\\" not in text
    return text if plain and text.startswith("/") and not text.startswith("//") else "/"


def formulir(kembali: str, lanjut: str = "", isian: str = "") -> Formulir:
    """Name and password, with where to go on and what was typed there."""
    ruas = (
        Ruas("nama_masuk", "Nama masuk", isi_otomatis="username", lebar="sedang"),
        Ruas("sandi", "Sandi", jenis="sandi", isi_otomatis="current-password", lebar="sedang"),
        Ruas("kembali", "Halaman tujuan", kembali, "tersembunyi", wajib=False, batas=2000),
        Ruas("lanjut", "Alamat isian", lanjut, "tersembunyi", wajib=False, batas=2000),
        Ruas("isian", "Isian tadi", isian, "tersembunyi", wajib=False, batas=2 * TERBANYAK),
    )
    return Formulir("/masuk", "Masuk", (Kelompok("", ruas),), jaga=False)


def show(form: Formulir) -> str:
    """The page on which one logs in."""
    asked = {ruas.nama: ruas.nilai for ruas in form.ruas}
    back = LAGI if local_path(asked["kembali"]) != "/" else ""
    kata = UTUH if asked["lanjut"] else back
    return render_template("masuk.html", formulir=form, kata="" if form.keliru else kata)


def can_wait(request: Request) -> bool:
    """Whether what was sent came from a page of ours, and is small enough to wait in one.

    A browser always names the page a form stood on; what another site sends is not kept.
    """
    if request.method != "POST" or urlsplit(request.headers.get("Origin", "")).netloc == "":
        return False
    ours = urlsplit(request.headers["Origin"]).netloc == request.host
    size = request.content_length or 0
    return ours and size < TERBANYAK and not request.files and "HX-Request" not in request.headers


def ask(request: Request, kembali: str) -> str:
    """The log-in page, with the form that was sent waiting in it."""
    kept = [[name, text] for name, text in request.form.items(multi=True) if name not in RAHASIA]
    return show(formulir(kembali, request.path, json.dumps(kept)))


def go_on(sent: Terisi, csrf: str) -> Response:
    """The form that waited, to be sent by the person's own hand; nothing sends itself."""
    html = render_template(
        "lanjut.html",
        alamat=local_path(sent["lanjut"]),
        isian=tuple(_pairs(sent["isian"])),
        csrf=csrf,
        buang=Tautan("Buang isian ini", local_path(sent["kembali"])),
    )
    return make_response(html)


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    try:
        found = json.loads(text or "[]")
    except (ValueError, RecursionError):
        return
    for pair in found if isinstance(found, list) else []:
        if isinstance(pair, list) and len(pair) == 2 and pair[0] not in RAHASIA:
            yield _whole(pair[0]), _whole(pair[1])


def _whole(text: object) -> str:
    """Half a character, which no page can hold, is shown as a question mark."""
    return str(text).encode("utf-8", "replace").decode()
