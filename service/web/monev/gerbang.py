"""A file that is to be evidence at the gate: what was found in it, cleared, copied, let go."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.acts.monev import gerbang
from service.domain.gerbang.keluar import FileKeluar
from service.domain.monev.bukti import BuktiMonev
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir
from service.web.dasar.auth import hadir, house, only
from service.web.pelepasan import isi
from service.web.pelepasan.perbuatan import Halaman, lay
from service.web.pelepasan.tampil import of_row

bp = Blueprint("monev_gerbang", __name__)
SATU = "/monev/bukti/<bukti_id>"


@bp.get(SATU)
@only(Act.PUBLISH)
def show(bukti_id: str) -> str:
    """Every hit with its place, and what can be done."""
    return _page(bukti_id)


@bp.post(f"{SATU}/mulai")
@only(Act.PUBLISH)
def begin(bukti_id: str) -> Response:
    """Have it looked at."""
    gerbang.begin(house(), hadir(), bukti_id)
    return redirect(_at(bukti_id), 303)


def _at(bukti_id: str) -> str:
    return url_for("monev_gerbang.show", bukti_id=bukti_id)


def _seen(bukti_id: str) -> tuple[BuktiMonev, FileKeluar | None]:
    with house().ledger.read() as reading:
        return gerbang.standing(reading, hadir(), bukti_id)


def _page(bukti_id: str, wrong: dict[str, Formulir] | None = None) -> str:
    one, row = _seen(bukti_id)
    question = url_for("monev_satu.show", instansi=one.instansi, soal=one.pertanyaan)
    back = Tautan("Monev", url_for("monev.show", instansi=one.instansi))
    at = _at(bukti_id)
    first = {"mulai": isi.begin_form(at)}
    may = hadir().may(Act.PUBLISH, one.instansi)
    offered = (isi.forms_of(row, at) if row else first) if may else {}
    return render_template(
        "pelepasan/periksa.html",
        judul="Periksa bukti sebelum dikirim",
        jejak=(Tautan("Beranda", "/"), back, Tautan(f"Pertanyaan {one.pertanyaan}", question)),
        tentang=row.nama if row else "",
        kabar=isi.notice(row, berfile=True),
        **of_row(row),
        formulir={**offered, **(wrong or {})},
        lembaran=None,
    )


lay(bp, SATU, gerbang.perbuatan, Halaman(_at, lambda bukti_id: _seen(bukti_id)[1], _page))
