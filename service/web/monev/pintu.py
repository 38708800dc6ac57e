"""All questions of an agency, how far each is, and the ZIP."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, send_file, url_for
from flask import Response as FlaskResponse
from werkzeug.wrappers import Response

from service.acts.monev import ekspor
from service.acts.monev.kuesioner import TanpaPertanyaan, questions
from service.acts.monev.kumpul import Kumpulan
from service.domain.ids import derived
from service.domain.monev.bukti import JADI
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act
from service.face.isi import Kosong, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.file import TERKURUNG
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sekali import at_work, known
from service.web.dasar.tombol import mark
from service.web.monev import isi
from service.web.monev.isi import Soal

bp = Blueprint("monev", __name__)
SATU = "/monev/<instansi>"
BERANDA = Tautan("Beranda", "/")
BELUM = Kosong(
    "Belum ada pertanyaan monev",
    "Pengelola mesin menaruhnya sebagai monev.toml di paket instansi atau di paket umum, lalu "
    "memeriksanya dengan ./berkas check.",
)


@bp.get("/monev")
@only(Act.LOOK)
def listing() -> Response:
    """The questions of the agency that is asked for, else of the first of the person."""
    mine = [one.id for one in at_work() if hadir().sees(one.id)]
    asked = request.args.get("instansi", "")
    if not mine or (asked and asked not in mine):
        raise TidakAda("Monev itu")
    return redirect(url_for("monev.show", instansi=asked or mine[0]), 303)


@bp.get(SATU)
@only(Act.LOOK)
def show(instansi: str) -> str:
    """Every question, and what the last ZIP was."""
    return _page(instansi)


@bp.post(f"{SATU}/susun")
@only(Act.PUBLISH)
def compose(instansi: str) -> Response:
    """A ZIP is asked for."""
    need(instansi)
    form = _form(instansi)
    sent = forms.read(form, lambda wrong: _page(instansi, wrong))
    id_ = derived(f"ekspor monev {instansi} {mark('tanda')}")
    sent.attempt(lambda: ekspor.ask(house(), hadir(), instansi, id_))
    return redirect(url_for("monev.show", instansi=instansi, kabar="monev-diminta"), 303)


@bp.get(f"{SATU}/zip/<ekspor_id>")
@only(Act.PUBLISH)
def download(instansi: str, ekspor_id: str) -> FlaskResponse:
    """The ZIP as it was made."""
    need(instansi)
    one, opened = ekspor.open_(house(), hadir(), ekspor_id)
    answer = send_file(
        opened,
        mimetype="application/zip",
        as_attachment=True,
        download_name=f"bukti-monev-{one.instansi}-{one.tahun}.zip",
        etag=False,
    )
    answer.content_length = one.ukuran
    answer.headers["Content-Security-Policy"] = TERKURUNG
    return answer


def need(instansi: str) -> None:
    """TidakAda where this person does not see the whole agency."""
    if known(instansi) is None or not hadir().sees(instansi):
        raise TidakAda("Monev itu")


def _page(instansi: str, wrong: Formulir | None = None) -> str:
    need(instansi)
    try:
        whole = questions(house().packs, instansi)
    except TanpaPertanyaan:
        return render_template("monev/belum.html", jejak=(BERANDA,), kosong=BELUM)
    with house().ledger.read() as reading:
        held = Kumpulan(house(), reading, instansi, whole)
        soal = [Soal(x, tuple(held.of(x))) for x in whole.pertanyaan]
        last = ekspor.last(reading, hadir(), instansi, whole.tahun)
    agency = known(instansi)
    here = url_for("monev.show", instansi=instansi)
    may = hadir().may(Act.PUBLISH, instansi)
    mine = [one for one in at_work() if hadir().sees(one.id)]
    bodies = tuple(Pilihan(one.id, one.nama) for one in mine)
    done = last is not None and last.keadaan == JADI and may
    return render_template(
        "monev/daftar.html",
        judul=whole.judul,
        jejak=(BERANDA,),
        kata=f"{nama_instansi(instansi)}. {whole.catatan}".strip(),
        saring=(Ruas("instansi", "Instansi", instansi, "pilih", pilihan=bodies),)
        if len(bodies) > 1
        else (),
        alamat=url_for("monev.listing"),
        kabar_zip=isi.notice(last, agency.zona if agency else "WIB") if last else None,
        unduh=f"{here}/zip/{last.id}" if last and done else "",
        formulir=(wrong or _form(instansi)) if may else None,
        tabel=isi.table(whole, soal, here),
    )


def _form(instansi: str) -> Formulir:
    field = Ruas("tanda", "Tanda", house().new_id(), "tersembunyi", batas=40)
    at = url_for("monev.compose", instansi=instansi)
    return Formulir(at, "Susun ZIP bukti", (Kelompok("", (field,)),), jaga=False)
