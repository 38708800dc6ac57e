"""The six deeds with a file on its way out, as doors of whatever page shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from service.acts.pelepasan.perbuatan import Dilihat, Perbuatan
from service.domain.gerbang import keluar
from service.domain.gerbang.hitam import marked
from service.domain.gerbang.keluar import FileKeluar
from service.domain.wewenang import Act
from service.face.isi_formulir import Formulir
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.pelepasan import isi

Salah = dict[str, Formulir]


@dataclass(frozen=True, slots=True)
class Halaman:
    """The page that has these doors: where it is, what stands there, how it is drawn."""

    at: Callable[[str], str]
    row: Callable[[str], FileKeluar | None]
    page: Callable[[str, Salah], str]


def lay(bp: Blueprint, dasar: str, act: Perbuatan, halaman: Halaman) -> None:
    """Lay the doors below this address, which names the one thing that the file belongs to."""

    def done(nama: str, induk: str, deed: Callable[[forms.Terisi, Dilihat], object]) -> Response:
        row = halaman.row(induk)
        form = isi.forms_of(row, halaman.at(induk)).get(nama) if row else None
        if form is None:
            raise keluar.TidakPadaSaatnya(row.keadaan if row else keluar.MENUNGGU)
        sent = forms.read(form, lambda wrong: halaman.page(induk, {nama: wrong}))
        sent.attempt(lambda: deed(sent, Dilihat(induk, sent.angka("versi"))))
        return redirect(halaman.at(induk), 303)

    @bp.post(f"{dasar}/lepas")
    @only(Act.PUBLISH)
    def clear(**induk: str) -> Response:
        """The chosen hits may be known by everybody."""
        ids = request.form.getlist("temuan")

        def deed(sent: forms.Terisi, di: Dilihat) -> object:
            return act.clear(house(), hadir(), di, sent["dilihat"], ids, sent["alasan"])

        return done("lepas", _one(induk), deed)

    @bp.post(f"{dasar}/salinan")
    @only(Act.PUBLISH)
    def copy(**induk: str) -> Response:
        """Make a copy of what is seen."""
        return done("salinan", _one(induk), lambda _, di: act.copy(house(), hadir(), di))

    @bp.post(f"{dasar}/hitam")
    @only(Act.PUBLISH)
    def blacken(**induk: str) -> Response:
        """Take out what lies under the boxes, and prove it."""
        kinds = [one for one in request.form.getlist("jenis") if one in isi.PRIBADI]

        def deed(sent: forms.Terisi, di: Dilihat) -> object:
            return act.blacken(house(), hadir(), di, marked(sent["kotak"]), kinds)

        return done("hitam", _one(induk), deed)

    @bp.post(f"{dasar}/asli")
    @only(Act.PUBLISH)
    def without_copy(**induk: str) -> Response:
        """Give the copy up."""
        return done("asli", _one(induk), lambda _, di: act.without_copy(house(), hadir(), di))

    @bp.post(f"{dasar}/umumkan")
    @only(Act.PUBLISH)
    def release(**induk: str) -> Response:
        """Let exactly these bytes out."""

        def deed(sent: forms.Terisi, di: Dilihat) -> object:
            return act.release(house(), hadir(), di, sent["dilihat"])

        return done("umumkan", _one(induk), deed)

    @bp.post(f"{dasar}/tarik")
    @only(Act.PUBLISH)
    def withdraw(**induk: str) -> Response:
        """Take it back."""

        def deed(sent: forms.Terisi, di: Dilihat) -> object:
            return act.withdraw(house(), hadir(), di, sent["alasan"])

        return done("tarik", _one(induk), deed)


def _one(induk: dict[str, str]) -> str:
    """The one thing that the address names, however it calls it."""
    (found,) = induk.values()
    return found
