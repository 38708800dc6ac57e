"""A file with an SOP in it comes in, and becomes a draft."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, send_file, url_for
from werkzeug.wrappers import Response

from service.acts.simpan.room import free_enough
from service.acts.sop import konsep_masuk as acts
from service.acts.sop.konsep import draft_for
from service.acts.sop.konsep_masuk import TERBESAR, Unggah
from service.domain.refusals import Refusal, TidakAda
from service.domain.sop.konsep import SopKonsep
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.dasar import forms
from service.web.dasar.auth import carrying, hadir, house, only
from service.web.dasar.file import TERKURUNG
from service.web.dasar.forms import uploaded
from service.web.dasar.muka import nama_instansi
from service.web.dasar.tombol import chosen_name, mark, whole
from service.web.sop.daftar import JEJAK

bp = Blueprint("sop_impor", __name__)


class TanpaFileSop(Refusal):
    """No file was chosen."""

    def __init__(self) -> None:
        super().__init__("Pilih file SOP-nya: Word (.docx), Excel (.xlsx), atau PDF berteks.")


@bp.get("/sop/impor")
@only(Act.SOP)
def show() -> str:
    """The form for a file."""
    return _page(_form(house().new_id()))


def places() -> tuple[Pilihan, ...]:
    """The agencies whose SOPs this person writes."""
    mine = [one for one in hadir().instansi if hadir().may(Act.SOP, one)]
    return tuple(Pilihan(one, nama_instansi(one)) for one in mine)


def _form(tanda: str) -> Formulir:
    every = places()
    only_one = every[0].nilai if len(every) == 1 else ""
    where = (
        Ruas("instansi", "Instansi", only_one, "tersembunyi")
        if only_one
        else Ruas("instansi", "Instansi", "", "pilih", pilihan=every, lebar="sedang")
    )
    return Formulir(
        url_for("sop_impor.send"),
        "Baca tabelnya",
        (
            Kelompok(
                "",
                (
                    where,
                    Ruas("tanda", "Tanda", tanda, "tersembunyi", wajib=False),
                    Ruas(
                        "file",
                        "File SOP",
                        jenis="file",
                        petunjuk="Word (.docx), Excel (.xlsx), atau PDF berteks yang memuat tabel "
                        f"SOP AP, paling besar {TERBESAR // 1_000_000} MB. Hasil pindai tidak "
                        "dapat dibaca tabelnya; pakai file aslinya. Makro tidak pernah dijalankan.",
                    ),
                ),
            ),
        ),
        batal=Tautan("Batal", url_for("sop.listing")),
        berlampiran=True,
        jaga=False,
    )


def _page(form: Formulir) -> str:
    return render_template("sop/impor.html", formulir=form, jejak=JEJAK)


def _most() -> int:
    free_enough(house(), TERBESAR)
    return TERBESAR + 1_000_000


@bp.post("/sop/impor")
@only(Act.SOP)
@carrying(_most)
def send() -> Response:
    """The file, read in the box."""
    sent = forms.read(_form(""), _page)
    konsep = sent.attempt(lambda: _taken(sent))
    to = "sop_impor.tables" if konsep.tabel_lain else "sop_konsep.show"
    return redirect(url_for(to, konsep_id=konsep.id, kabar="sop-terbaca"), 303)


def _taken(sent: forms.Terisi) -> SopKonsep:
    with house().room() as room:
        path = uploaded("file", room)
        if path is None:
            raise TanpaFileSop
        asked = Unggah(mark("tanda"), sent["instansi"], chosen_name("file"), path)
        return acts.take_in(house(), hadir(), asked)


@bp.get("/sop/konsep/<konsep_id>/tabel")
@only(Act.SOP)
def tables(konsep_id: str) -> str:
    """Which of the tables in the file is meant."""
    konsep = draft_for(house(), hadir(), konsep_id)
    return render_template(
        "sop/tabel.html",
        konsep=konsep,
        jejak=(*JEJAK, Tautan("Konsep", url_for("sop_konsep.listing"))),
        tanda=house().new_id(),
    )


@bp.post("/sop/konsep/<konsep_id>/tabel")
@only(Act.SOP)
def choose(konsep_id: str) -> Response:
    """The table that is meant."""
    n = whole("tabel", 1, 1000)
    konsep = acts.other_table(house(), hadir(), konsep_id, n, mark("tanda"))
    return redirect(url_for("sop_konsep.show", konsep_id=konsep.id), 303)


@bp.get("/sop/konsep/<konsep_id>/file")
@only(Act.SOP)
def original(konsep_id: str) -> Response:
    """The very bytes that came in."""
    konsep = draft_for(house(), hadir(), konsep_id)
    if not konsep.file:
        raise TidakAda("File itu")
    answer = send_file(
        house().store.open(konsep.file),
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=konsep.nama_file,
        etag=False,
    )
    answer.headers["Content-Security-Policy"] = TERKURUNG
    return answer
