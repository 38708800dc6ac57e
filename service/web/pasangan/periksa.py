"""The clinic: a template is examined, shown page by page, mended, and tried with a real matter."""

from __future__ import annotations

import re

from flask import Blueprint, Response, abort, g, make_response, redirect, render_template, request
from flask import url_for as at
from werkzeug.wrappers import Response as Answer

from service.acts.pasangan import klinik_gambar, klinik_meja
from service.acts.pasangan.klinik_gambar import CONTOH
from service.acts.pasangan.klinik_meja import UNGGAHAN
from service.acts.simpan.room import free_enough
from service.domain.klinik.periksa import TERBESAR
from service.domain.refusals import Refusal, TidakAda, TidakBerwenang
from service.domain.wewenang import Act
from service.web.dasar.auth import carrying, hadir, house, only
from service.web.dasar.file import LEMBAR_PDF, TERKURUNG
from service.web.dasar.forms import uploaded
from service.web.dasar.tombol import chosen_name, mark, whole
from service.web.pasangan.isi import konsep_at
from service.web.pasangan.periksa_isi import of_bench, of_now

bp = Blueprint("pasangan_periksa", __name__)
_HALAMAN = re.compile(r"[1-9][0-9]{0,3}")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@bp.get("/pasangan/<instansi>/<jenis>/periksa")
@only(Act.PASANGAN)
def show(instansi: str, jenis: str) -> str:
    """What the clinic says of the draft of a pair, or of what is in force."""
    return _show_now(instansi, jenis)


def _show_now(instansi: str, jenis: str, salah: tuple[str, ...] = ()) -> str:
    with klinik_meja.now(house(), hadir(), instansi, jenis) as one:
        found = klinik_meja.examined(house(), one)
        return render_template("pasangan/periksa.html", p=of_now(one, found, salah))


def _most() -> int:
    free_enough(house(), TERBESAR)
    return TERBESAR + 1_000_000


@bp.post("/pasangan/<instansi>/<jenis>/periksa")
@only(Act.PASANGAN)
@carrying(_most)
def send(instansi: str, jenis: str) -> Answer:
    """The file that was sent, or else the one there is, laid on the bench."""
    try:
        id_ = _laid(instansi, jenis)
    except (TidakAda, TidakBerwenang):
        raise
    except Refusal as no:
        abort(make_response(_show_now(instansi, jenis, (str(no),)), no.status))
    return _on(instansi, jenis, id_)


def _laid(instansi: str, jenis: str) -> str:
    with house().room() as room:
        path = uploaded("file", room)
        if path is not None:
            nama = chosen_name("file")
            return klinik_meja.lay_upload(house(), hadir(), instansi, jenis, path, nama)
    if request.form.get("asal") == UNGGAHAN:
        raise TanpaFile
    with klinik_meja.now(house(), hadir(), instansi, jenis) as one:
        return klinik_meja.lay(house(), hadir(), one)


class TanpaFile(Refusal):
    """No file was chosen."""

    def __init__(self) -> None:
        super().__init__("Pilih file templatnya (.docx), lalu tekan Periksa file ini.")


def _on(instansi: str, jenis: str, id_: str, kabar: str = "") -> Answer:
    told = kabar or None
    here = at("pasangan_periksa.one", instansi=instansi, jenis=jenis, periksa_id=id_, kabar=told)
    return redirect(here, 303)


@bp.get("/pasangan/<instansi>/<jenis>/periksa/<periksa_id>")
@only(Act.PASANGAN)
def one(instansi: str, jenis: str, periksa_id: str) -> str:
    """An examined template with the pictures of its pages."""
    return _show_one(instansi, jenis, periksa_id)


def _show_one(instansi: str, jenis: str, id_: str, salah: tuple[str, ...] = ()) -> str:
    found = klinik_meja.read(house(), hadir(), instansi, jenis, id_)
    return render_template("pasangan/periksa.html", p=of_bench(house(), hadir(), found, salah))


@bp.post("/pasangan/<instansi>/<jenis>/periksa/<periksa_id>/perbaiki")
@only(Act.PASANGAN)
def mend(instansi: str, jenis: str, periksa_id: str) -> Answer:
    """Its tags put together; the one before stays where it is."""
    try:
        made = klinik_meja.lay_mended(house(), hadir(), instansi, jenis, periksa_id)
    except (TidakAda, TidakBerwenang):
        raise
    except Refusal as no:
        page = _show_one(instansi, jenis, periksa_id, (str(no),))
        abort(make_response(page, no.status))
    return _on(instansi, jenis, made, "templat-diperbaiki")


@bp.post("/pasangan/<instansi>/<jenis>/periksa/<periksa_id>/konsep")
@only(Act.PASANGAN)
def keep(instansi: str, jenis: str, periksa_id: str) -> Answer:
    """It becomes the draft of its pair."""
    versi = whole("versi", 0, 1_000_000_000)
    asked = (instansi, jenis, periksa_id, versi, mark("tanda"))
    try:
        konsep = klinik_meja.keep_as_draft(house(), hadir(), *asked)
    except (TidakAda, TidakBerwenang):
        raise
    except Refusal as no:
        why = getattr(no, "faults", (str(no),))
        abort(make_response(_show_one(instansi, jenis, periksa_id, why), no.status))
    return redirect(konsep_at(konsep) + "?kabar=templat-diterima", 303)


@bp.get("/pasangan/<instansi>/<jenis>/periksa/<periksa_id>/<apa>/<n>")
@only(Act.PASANGAN)
def picture(instansi: str, jenis: str, periksa_id: str, apa: str, n: str) -> Response:
    """A page as PNG; what lies on a bench never changes."""
    if not _HALAMAN.fullmatch(n):
        raise TidakAda("Halaman itu")
    drawn = klinik_meja.page(house(), hadir(), instansi, jenis, periksa_id, apa, int(n))
    answer = Response(drawn, mimetype="image/png")
    answer.headers["Content-Security-Policy"] = TERKURUNG
    g.simpan = "private, max-age=3600"
    return answer


@bp.get("/pasangan/<instansi>/<jenis>/periksa/<periksa_id>/templat")
@only(Act.PASANGAN)
def template(instansi: str, jenis: str, periksa_id: str) -> Response:
    """The Word file, to go on working with."""
    held = klinik_meja.template(house(), hadir(), instansi, jenis, periksa_id)
    return _sent(held, WORD, f'attachment; filename="{jenis}.docx"', TERKURUNG)


@bp.get("/pasangan/<instansi>/<jenis>/periksa/<periksa_id>/contoh")
@only(Act.PASANGAN)
def sample(instansi: str, jenis: str, periksa_id: str) -> Response:
    """The pair filled with its own sample."""
    made = klinik_meja.printed(house(), hadir(), instansi, jenis, periksa_id, CONTOH)
    return _sent(made, "application/pdf", f'inline; filename="{jenis} contoh.pdf"', LEMBAR_PDF)


@bp.get("/pasangan/<instansi>/<jenis>/periksa/<periksa_id>/berkas/<berkas_id>")
@only(Act.PASANGAN)
def with_matter(instansi: str, jenis: str, periksa_id: str, berkas_id: str) -> Response:
    """The pair filled with what a real matter says, as this person may see it."""
    with klinik_meja.on_bench(house(), hadir(), instansi, jenis, periksa_id) as one:
        made = klinik_gambar.with_matter(house(), hadir(), one, berkas_id)
    return _sent(made, "application/pdf", f'inline; filename="{jenis} berkas.pdf"', LEMBAR_PDF)


def _sent(held: bytes, mime: str, how: str, policy: str) -> Response:
    answer = Response(held, mimetype=mime)
    answer.headers["Content-Disposition"] = how
    answer.headers["Content-Security-Policy"] = policy
    return answer
