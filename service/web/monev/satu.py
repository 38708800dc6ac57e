"""One question: its evidence, and what may be chosen for it."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.acts.monev import pilih
from service.acts.monev.kuesioner import question, questions
from service.acts.monev.kumpul import Kumpulan
from service.acts.monev.pilih import Tempat
from service.domain.informasi.kode import read_kode
from service.domain.monev.bukti import SUMBER
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir
from service.web.dasar import forms
from service.web.dasar.auth import carrying, hadir, house, only
from service.web.dasar.forms import Terisi
from service.web.dasar.sekali import kind_name
from service.web.kiriman import pindaian
from service.web.monev import isi
from service.web.monev.isi import Soal
from service.web.monev.pintu import need

bp = Blueprint("monev_satu", __name__)
SATU = "/monev/<instansi>/pertanyaan/<soal>"
FILE = "file"


@bp.get(SATU)
@only(Act.LOOK)
def show(instansi: str, soal: str) -> str:
    """What there is for it, and why some of it cannot go in yet."""
    return _page(instansi, soal)


@bp.post(f"{SATU}/file")
@only(Act.PUBLISH)
@carrying(pindaian.most)
def upload(instansi: str, soal: str) -> Response:
    """A file of the office, through the hallway and to the gate."""
    need(instansi)
    asked = question(questions(house().packs, instansi), soal)
    form = isi.file_form(_at(instansi, soal))
    sent = forms.read(form, lambda wrong: _page(instansi, soal, {FILE: wrong}))
    sent.must(() if pindaian.chosen() else ("Pilih filenya dahulu.",))

    def act() -> None:
        told = f"Bukti monev {asked.kode}"
        file = pindaian.taken(sent["tanda"], instansi, "", told, rahasia=False)
        pilih.file(house(), hadir(), Tempat(instansi, soal), file)

    sent.attempt(act)
    return _back(instansi, soal, "bukti-dipilih")


@bp.post(f"{SATU}/<apa>")
@only(Act.PUBLISH)
def act(instansi: str, soal: str, apa: str) -> Response:
    """A line, a paper, one less, or what the house has once more."""
    need(instansi)
    form = _known(instansi, soal)[1].get(apa)
    if form is None or apa not in ACTS:
        raise TidakAda("Bukti itu")
    sent = forms.read(form, lambda wrong: _page(instansi, soal, {apa: wrong}))
    sent.attempt(lambda: ACTS[apa](Tempat(instansi, soal), sent))
    return _back(instansi, soal, "bukti-dilepas" if apa == "lepas" else "bukti-dipilih")


def _piece(at: Tempat, sent: Terisi) -> None:
    pilih.piece(house(), hadir(), at, read_kode(sent["kode"]))


def _paper(at: Tempat, sent: Terisi) -> None:
    pilih.paper(house(), hadir(), at, sent["naskah"])


def _drop(at: Tempat, sent: Terisi) -> None:
    kind, _, name = sent["bukti"].partition(":")
    if kind == SUMBER:
        pilih.source(house(), hadir(), at, name, dipakai=False)
    else:
        pilih.drop(house(), hadir(), at, kind)


def _take(at: Tempat, sent: Terisi) -> None:
    pilih.source(house(), hadir(), at, sent["sumber"], dipakai=True)


ACTS: dict[str, Callable[[Tempat, Terisi], None]] = {
    "baris": _piece,
    "naskah": _paper,
    "lepas": _drop,
    "pakai": _take,
}


def _known(instansi: str, kode: str) -> tuple[Soal, dict[str, Formulir]]:
    """The question as it stands, and the forms that this person may use."""
    need(instansi)
    whole = questions(house().packs, instansi)
    asked = question(whole, kode)
    with house().ledger.read() as reading:
        held = Kumpulan(house(), reading, instansi, whole)
        one = Soal(asked, tuple(held.of(asked)))
        left = held.left_out(asked)
    if not hadir().may(Act.PUBLISH, instansi):
        return one, {}
    rows = pilih.offered(house(), instansi, asked.naskah)
    papers = [(row, kind_name(row.naskah)) for row in rows]
    return one, isi.forms_of(one, left, papers, _at(instansi, kode))


def _page(instansi: str, kode: str, wrong: dict[str, Formulir] | None = None) -> str:
    one, offered = _known(instansi, kode)
    may = hadir().may(Act.PUBLISH, instansi)
    if may and pindaian.may_send(instansi, ""):
        offered[FILE] = isi.file_form(_at(instansi, kode))
    back = url_for("monev.show", instansi=instansi)
    return render_template(
        "monev/satu.html",
        judul=f"Pertanyaan {one.tanya.kode}",
        jejak=(Tautan("Beranda", "/"), Tautan("Monev", back)),
        tanya=one.tanya.tanya,
        petunjuk=one.tanya.petunjuk,
        tabel=isi.evidence(one, deciding=may) if one.bukti else None,
        formulir={**offered, **(wrong or {})},
    )


def _at(instansi: str, soal: str) -> str:
    return url_for("monev_satu.show", instansi=instansi, soal=soal)


def _back(instansi: str, soal: str, kabar: str) -> Response:
    return redirect(f"{_at(instansi, soal)}?kabar={kabar}", 303)
