"""The decree of an edition: what was found in it, cleared, copied, let go to the public."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template
from werkzeug.wrappers import Response

from service.acts.edisi import sk
from service.domain.edisi.edisi import Edisi
from service.domain.gerbang.keluar import FileKeluar
from service.domain.wewenang import Act
from service.face.isi import Pemberitahuan, Tautan
from service.face.isi_formulir import Formulir
from service.web.dasar.auth import hadir, house, only
from service.web.edisi import isi as kata_edisi
from service.web.pelepasan import isi
from service.web.pelepasan.perbuatan import Halaman, lay
from service.web.pelepasan.tampil import of_row

bp = Blueprint("edisi_sk", __name__)
SK = f"{kata_edisi.ALAMAT}/<edisi_id>/sk"
BELUM = Pemberitahuan("Surat keputusan ini belum diperiksa. Sebelum dilepas, tidak keluar.")
TIDAK_ADA = Pemberitahuan(
    "Edisi ini tidak mempunyai surat keputusan penetapan bertanda tangan yang dapat diumumkan."
)


@bp.get(SK)
@only(Act.PUBLISH)
def show(edisi_id: str) -> str:
    """Every hit with its place, and what can be done."""
    return _page(edisi_id)


@bp.post(f"{SK}/mulai")
@only(Act.PUBLISH)
def begin(edisi_id: str) -> Response:
    """Have it looked at."""
    sk.begin(house(), hadir(), edisi_id)
    return redirect(_at(edisi_id), 303)


def _at(edisi_id: str) -> str:
    return f"{kata_edisi.ALAMAT}/{edisi_id}/sk"


def _seen(edisi_id: str) -> tuple[Edisi, FileKeluar | None, bool]:
    with house().ledger.read() as reading:
        one, row = sk.standing(reading, hadir(), edisi_id)
        return one, row, bool(sk.decree(reading, one))


def _page(edisi_id: str, wrong: dict[str, Formulir] | None = None) -> str:
    at = _at(edisi_id)
    one, row, there = _seen(edisi_id)
    first = {"mulai": isi.begin_form(at)} if there else {}
    may = hadir().may(Act.PUBLISH, one.instansi)
    offered = (isi.forms_of(row, at) if row else first) if may else {}
    return render_template(
        "pelepasan/periksa.html",
        judul="Surat keputusan untuk umum",
        jejak=[*kata_edisi.JEJAK, Tautan(kata_edisi.title(one), f"{kata_edisi.ALAMAT}/{one.id}")],
        tentang=kata_edisi.title(one),
        kabar=isi.notice(row, berfile=True) if row else BELUM if there else TIDAK_ADA,
        **of_row(row),
        formulir={**offered, **(wrong or {})},
        lembaran=None,
    )


lay(bp, SK, sk.perbuatan, Halaman(_at, lambda edisi_id: _seen(edisi_id)[1], _page))
