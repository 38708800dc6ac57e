"""The officers' web door: several files, what is known of them, one kiriman."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.kiriman import unggah as acts
from service.acts.simpan.room import free_enough
from service.domain.refusals import Refusal
from service.domain.unggahan import Unggahan
from service.domain.wewenang import Act
from service.face.isi import Kosong
from service.face.isi_formulir import Formulir
from service.face.isi_kiriman import BarisUnggahan
from service.web.dasar import forms
from service.web.dasar.auth import carrying, hadir, house, only
from service.web.dasar.giliran import in_turn
from service.web.kata.kiriman import besar
from service.web.kiriman.unggah_isian import antaran_of, form, places

bp = Blueprint("unggah", __name__)
SELAIN_FILE = 2_000_000  # bytes of a form besides its files
PENGANTAR_LANGSUNG = "pengantar_file"


@bp.get("/unggah")
@only(Act.RECEIVE)
def show() -> str:
    """The form, with what came in before and was not sent yet."""
    return _page(form(house(), hadir(), house().new_id()))


def _page(formulir: Formulir, pengantar: str = "") -> str:
    waiting = acts.mine(house(), hadir())
    return render_template(
        "unggah.html",
        formulir=formulir,
        unggahan=tuple(_row(one, pengantar) for one in waiting),
        terbuka=formulir.keliru or any(ruas.nilai for ruas in formulir.kelompok[1].ruas),
        batas=besar(house().batas.ukuran),
        banyak=house().batas.file,
        kosong=None if places(house(), hadir()) else _nowhere(),
    )


def _nowhere() -> Kosong:
    return Kosong(
        "Belum ada unit yang dapat menerima",
        "Instansi Anda belum disiapkan, atau unit Anda sudah ditutup. Hubungi administrator.",
    )


def _row(one: Unggahan, pengantar: str) -> BarisUnggahan:
    arrived = "" if one.utuh else f"baru {100 * one.sudah // (one.ukuran or 1)} %"
    return BarisUnggahan(
        one.id, one.nama, besar(one.ukuran), one.utuh, arrived, one.id == pengantar
    )


def _most() -> int:
    """What one form may carry: together no more than one file may be."""
    free_enough(house(), request.content_length or 0)
    return house().batas.ukuran + SELAIN_FILE


@bp.post("/unggah")
@only(Act.RECEIVE)
@carrying(_most)
def send() -> Response:
    """Files and form at once, or the form for files that came before it."""
    asked = form(house(), hadir(), "")
    pengantar, ids, faults = _files()

    def again(formulir: Formulir) -> str:
        return _page(formulir, pengantar)

    sent = forms.read(asked, again)
    sent.must(faults)
    kiriman = sent.attempt(
        lambda: in_turn(lambda: acts.send(house(), hadir(), antaran_of(sent.nilai), ids, pengantar))
    )
    return redirect(url_for("kiriman.show", kiriman_id=kiriman.id, kabar="terkirim"), 303)


def _files() -> tuple[str, list[str], tuple[str, ...]]:
    """The covering letter, all files, and why some were not taken; what came lies safe already."""
    pengantar = request.form.get("pengantar", "")
    ids, faults = request.form.getlist("unggahan"), []
    for nama in (PENGANTAR_LANGSUNG, "file"):
        for file in request.files.getlist(nama):
            if not file.filename:
                continue
            try:
                one = acts.take(house(), hadir(), file.filename, file.stream)
            except Refusal as no:
                faults.append(str(no))
                continue
            ids.append(one.id)
            if nama == PENGANTAR_LANGSUNG:
                pengantar = one.id
    return pengantar, ids, tuple(faults)


@bp.post("/unggah/<unggahan_id>/hapus")
@only(Act.RECEIVE)
def forget(unggahan_id: str) -> Response:
    """Take a file away that was not sent."""
    acts.forget(house(), hadir(), unggahan_id)
    return redirect(url_for("unggah.show"), 303)
