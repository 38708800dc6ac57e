"""The decree of an edition: what was found in it, cleared, copied, let go to the public."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from service.acts.edisi import sk
from service.domain.edisi.edisi import Edisi
from service.domain.gerbang import keluar
from service.domain.gerbang.hitam import marked
from service.domain.gerbang.keluar import DILEPAS, FileKeluar
from service.domain.wewenang import Act
from service.face.isi import Pemberitahuan, Tautan
from service.face.isi_formulir import Formulir
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.edisi import isi as kata_edisi
from service.web.pelepasan import isi
from service.web.pelepasan.pintu import table_of

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


@bp.post(f"{SK}/lepas")
@only(Act.PUBLISH)
def clear(edisi_id: str) -> Response:
    """The chosen hits may be known by everybody."""
    chosen = request.form.getlist("temuan")

    def act(sent: forms.Terisi) -> FileKeluar:
        asked = (sent.angka("versi"), sent["dilihat"], chosen, sent["alasan"])
        return sk.clear(house(), hadir(), edisi_id, *asked)

    return _done(edisi_id, "lepas", act)


@bp.post(f"{SK}/salinan")
@only(Act.PUBLISH)
def copy(edisi_id: str) -> Response:
    """Make a copy of what is seen."""
    return _done(
        edisi_id, "salinan", lambda sent: sk.copy(house(), hadir(), edisi_id, sent.angka("versi"))
    )


@bp.post(f"{SK}/hitam")
@only(Act.PUBLISH)
def blacken(edisi_id: str) -> Response:
    """Take out what lies under the boxes, and prove it."""
    kinds = [one for one in request.form.getlist("jenis") if one in isi.PRIBADI]

    def act(sent: forms.Terisi) -> FileKeluar:
        asked = (sent.angka("versi"), kinds, marked(sent["kotak"]))
        return sk.blacken(house(), hadir(), edisi_id, *asked)

    return _done(edisi_id, "hitam", act)


@bp.post(f"{SK}/asli")
@only(Act.PUBLISH)
def without_copy(edisi_id: str) -> Response:
    """Give the copy up."""
    return _done(
        edisi_id,
        "asli",
        lambda sent: sk.without_copy(house(), hadir(), edisi_id, sent.angka("versi")),
    )


@bp.post(f"{SK}/umumkan")
@only(Act.PUBLISH)
def release(edisi_id: str) -> Response:
    """Let exactly these bytes out."""
    return _done(
        edisi_id,
        "umumkan",
        lambda sent: sk.release(house(), hadir(), edisi_id, sent.angka("versi"), sent["dilihat"]),
    )


@bp.post(f"{SK}/tarik")
@only(Act.PUBLISH)
def withdraw(edisi_id: str) -> Response:
    """Take it back."""
    return _done(
        edisi_id,
        "tarik",
        lambda sent: sk.withdraw(house(), hadir(), edisi_id, sent.angka("versi"), sent["alasan"]),
    )


def _at(edisi_id: str) -> str:
    return f"{kata_edisi.ALAMAT}/{edisi_id}/sk"


def _seen(edisi_id: str) -> tuple[Edisi, FileKeluar | None, bool]:
    with house().ledger.read() as reading:
        one, row = sk.standing(reading, hadir(), edisi_id)
        return one, row, bool(sk.decree(reading, one))


def _done(edisi_id: str, nama: str, act: Callable[[forms.Terisi], FileKeluar]) -> Response:
    _, row, _ = _seen(edisi_id)
    form = isi.forms_of(row, _at(edisi_id)).get(nama) if row else None
    if form is None:
        raise keluar.TidakPadaSaatnya(row.keadaan if row else keluar.MENUNGGU)
    sent = forms.read(form, lambda wrong: _page(edisi_id, {nama: wrong}))
    sent.attempt(lambda: act(sent))
    return redirect(_at(edisi_id), 303)


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
        pesan=row.pesan if row else "",
        tabel=table_of(row) if row and row.pemeriksaan.tembus else None,
        bersih=bool(row and row.aturan and not row.pemeriksaan.tembus),
        formulir={**offered, **(wrong or {})},
        lembaran=None,
        keluar=row if row and row.keadaan == DILEPAS else None,
    )
