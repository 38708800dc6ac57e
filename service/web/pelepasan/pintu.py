"""The file of a piece of information: what was found in it, cleared, copied, blackened, let go."""

from __future__ import annotations

import re
from dataclasses import replace

from flask import Blueprint, Response, g, redirect, render_template, request
from werkzeug.wrappers import Response as Answer

from service.acts.pelepasan import baca, pasang, putus
from service.acts.simpan import gambar
from service.domain.gerbang import keluar
from service.domain.gerbang.keluar import DILEPAS, DIPERIKSA, FileKeluar
from service.domain.gerbang.lembar_bukti import sheet_of
from service.domain.informasi.informasi import Informasi
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act
from service.face.isi_formulir import Formulir
from service.face.isi_meja import Lembaran
from service.web.dasar import forms
from service.web.dasar.auth import carrying, hadir, house, only
from service.web.dasar.file import TERKURUNG
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work
from service.web.kiriman import pindaian
from service.web.pelepasan import isi
from service.web.pelepasan.isi import DASAR
from service.web.pelepasan.perbuatan import Halaman, lay
from service.web.pelepasan.tampil import of_row

bp = Blueprint("pelepasan", __name__)
_HALAMAN = re.compile(r"[1-9][0-9]{0,4}")


@bp.get(DASAR)
@only(Act.FILL, Act.PUBLISH)
def show(informasi_id: str) -> str:
    """Every hit with its place, beside the page; what can be done, without any script."""
    return _page(informasi_id)


@bp.post(f"{DASAR}/mulai")
@only(Act.FILL, Act.PUBLISH)
def begin(informasi_id: str) -> Answer:
    """Have it looked at."""
    putus.begin(house(), hadir(), informasi_id)
    return _back(informasi_id)


@bp.post(f"{DASAR}/file")
@only(Act.FILL)
@carrying(pindaian.most)
def attach(informasi_id: str) -> Answer:
    """The file that the piece gives out comes in, and is named in its line."""
    one, _ = _seen(informasi_id)
    form = isi.file_form(one, isi.at(informasi_id))
    sent = forms.read(form, lambda wrong: _page(informasi_id, {"file": wrong}))
    sent.must(() if pindaian.chosen() else ("Pilih filenya dahulu.",))

    def act() -> None:
        place = (one.instansi, one.unit, one.unsur.ringkasan)
        file = pindaian.taken(sent["tanda"], *place, rahasia=False)
        pasang.attach(house(), hadir(), one.id, sent.angka("versi"), file)

    sent.attempt(act)
    return _back(informasi_id)


@bp.get(f"{DASAR}/halaman/<n>")
@only(Act.FILL, Act.PUBLISH)
def picture(informasi_id: str, n: str) -> Response:
    """A page of what would go out, as PNG."""
    with house().ledger.read() as reading:
        one, row = baca.standing(reading, hadir(), informasi_id)
        if row is None or not _HALAMAN.fullmatch(n):
            raise TidakAda("Halaman itu")
        file = baca.file_of(reading, hadir(), one)
        baca.need_open(reading, one, row.tampak)
    shown = replace(file, sha256=row.tampak, mime=row.tampak_mime)
    answer = Response(gambar.page(house(), shown, int(n)), mimetype="image/png")
    answer.headers["Content-Security-Policy"] = TERKURUNG
    g.simpan = "private, no-cache"
    return answer


def _back(informasi_id: str) -> Answer:
    return redirect(isi.at(informasi_id), 303)


def _seen(informasi_id: str) -> tuple[Informasi, FileKeluar | None]:
    with house().ledger.read() as reading:
        return baca.standing(reading, hadir(), informasi_id)


def _page(informasi_id: str, wrong: dict[str, Formulir] | None = None) -> str:
    at = isi.at(informasi_id)
    one, row = _seen(informasi_id)
    may = hadir().may(Act.PUBLISH, one.instansi, one.unit)
    offered = {"mulai": isi.begin_form(at)} if row is None else isi.forms_of(row, at)
    if row is None and not one.pelengkap.sidik:
        offered = {}
    if not may:
        offered = {name: form for name, form in offered.items() if name == "mulai"}
    if one.dapat_diubah and not one.tertutup and pindaian.may_send(one.instansi, one.unit):
        offered["file"] = isi.file_form(one, at)
    return render_template(
        "pelepasan/periksa.html",
        judul="Periksa file sebelum diumumkan",
        jejak=isi.trail(one),
        tentang=one.unsur.ringkasan,
        kabar=isi.notice(row, bool(one.pelengkap.sidik)),
        **of_row(row),
        formulir={**offered, **(wrong or {})},
        lembaran=_sheet(one, row, at) if row and row.keadaan in (DIPERIKSA, DILEPAS) else None,
        bukti=_proof(one, row) if row and row.cara == keluar.HITAM else [],
        pilih=f"{at}/pilih" if "file" in offered else "",
    )


def _proof(one: Informasi, row: FileKeluar) -> list[tuple[str, str]]:
    """How the blackened copy was proved, as the journal has it."""
    found = sheet_of(row.hasil, house().perkara.trail(one))
    if found is None:
        return []
    names = house().lists.nama_orang({found.oleh})
    return isi.proof(found, names.get(found.oleh, ""), zona_of(hadir(), at_work()))


def _sheet(one: Informasi, row: FileKeluar, at: str) -> Lembaran:
    many = baca.pages_of(house(), hadir(), one)
    text = request.args.get("halaman", "1")
    n = max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 5 else 1
    n = min(n, many) if many else n
    drawn = row.tampak_mime.startswith("image/") or row.tampak_mime in gambar.DIUBAH
    return Lembaran(
        gambar=f"{at}/halaman/{n}" if drawn or row.tampak_mime == keluar.PDF else "",
        alt=f"Halaman {n} dari yang akan keluar",
        nama="Salinan untuk umum" if row.hasil else "File aslinya",
        kata=f"Halaman {n} dari {many}" if many else f"Halaman {n}",
        kosong="Tidak ada gambar halaman untuk jenis file ini.",
        sebelum=f"{at}?halaman={n - 1}" if n > 1 else "",
        sesudah="" if n == many else f"{at}?halaman={n + 1}",
    )


lay(bp, DASAR, putus.perbuatan, Halaman(isi.at, lambda informasi_id: _seen(informasi_id)[1], _page))
