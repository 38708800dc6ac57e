"""The bags of a list that is handed over: made where they lack, and taken as one package."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.acts.tas import serah
from service.domain.refusals import TidakAda
from service.domain.tas.serah import may_leave
from service.domain.tas.tas import DIMINTA, GAGAL, JADI, TERBUKA
from service.domain.wewenang import Act
from service.face.isi import Kolom, Sel, Tabel, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Ruas
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.file import TERKURUNG
from service.web.dasar.tombol import mark

bp = Blueprint("tas_serah", __name__)
SATU = "/arsip/usul/<usul_id>/tas"
KEPALA = (Kolom("Tas"), Kolom("Arsip"))


@bp.get(SATU)
@only(Act.ARCHIVE)
def show(usul_id: str) -> str:
    """How many of its archives have their bag."""
    return _page(usul_id)


@bp.post(SATU)
@only(Act.ARCHIVE)
def ask(usul_id: str) -> Response:
    """A bag for each that has none."""
    form = _ask_form(usul_id)
    sent = forms.read(form, lambda wrong: _page(usul_id, wrong))
    sent.attempt(lambda: serah.ask_all(house(), hadir(), usul_id, mark("tanda")))
    return redirect(url_for("tas_serah.show", usul_id=usul_id, kabar="tas-diminta"), 303)


@bp.post(f"{SATU}/terbuka")
@only(Act.ARCHIVE)
def download(usul_id: str) -> Response:
    """All open parts, written while they are read."""
    form = _take_form(usul_id)
    sent = forms.read(form, lambda wrong: _page(usul_id, wrong))

    def act() -> tuple[str, Iterator[bytes]]:
        return serah.packed(house(), hadir(), usul_id, TERBUKA)

    nama, parts = sent.attempt(act)
    answer = Response(parts, mimetype="application/zip")
    answer.headers["Content-Disposition"] = f'attachment; filename="{nama}.zip"'
    answer.headers["Content-Security-Policy"] = TERKURUNG
    return answer


def _ask_form(usul_id: str) -> Formulir:
    field = Ruas("tanda", "Tanda", house().new_id(), "tersembunyi", batas=40)
    at = url_for("tas_serah.ask", usul_id=usul_id)
    return Formulir(at, "Susun tas yang belum ada", (Kelompok("", (field,)),), jaga=False)


def _take_form(usul_id: str) -> Formulir:
    at = url_for("tas_serah.download", usul_id=usul_id)
    return Formulir(at, "Unduh paket penyerahan", (Kelompok("", ()),), jaga=False)


def _page(usul_id: str, wrong: Formulir | None = None) -> str:
    with house().ledger.read() as reading:
        here = serah.standing(reading, hadir(), usul_id)
    if not hadir().may(Act.ARCHIVE, here.usul.instansi, here.usul.unit):
        raise TidakAda("Usul itu")
    rows = (
        ("Siap", here.many(JADI)),
        ("Sedang disusun", here.many(DIMINTA)),
        ("Tidak berhasil disusun", here.many(GAGAL)),
        ("Belum ada", len(here.usul.arsip) - len(here.tas)),
    )
    leaves = may_leave(here.usul)
    offered = [_ask_form(usul_id)] if leaves and here.belum else []
    offered += [_take_form(usul_id)] if leaves else []
    return render_template(
        "tas/serah.html",
        judul="Paket penyerahan",
        jejak=(
            Tautan("Beranda", "/"),
            Tautan("Arsip", "/arsip"),
            Tautan(here.usul.judul, f"/arsip/usul/{here.usul.id}"),
        ),
        tabel=Tabel(
            "tas",
            "Tas dari usul ini",
            KEPALA,
            tuple((Sel(kata), Sel(str(n))) for kata, n in rows if n),
        ),
        boleh=leaves,
        formulir=[wrong if wrong and wrong.alamat == x.alamat else x for x in offered],
    )
