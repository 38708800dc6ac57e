"""Files of a template come in: for a kind that there is, or for a new one."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.acts.pasangan.masuk import TERBESAR, Unggah, take_in
from service.acts.simpan.room import free_enough
from service.domain.pasangan_versi import PasanganKonsep
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Ruas
from service.web.dasar import forms
from service.web.dasar.auth import carrying, hadir, house, only
from service.web.dasar.tombol import chosen_name, mark
from service.web.pasangan.daftar import draft, page
from service.web.pasangan.isi import konsep_at, trail
from service.web.pasangan.kata import fields, upload

bp = Blueprint("pasangan_unggah", __name__)


def _most() -> int:
    free_enough(house(), TERBESAR)
    return TERBESAR + 1_500_000


@bp.post("/pasangan/<instansi>/<jenis>/unggah")
@only(Act.PASANGAN)
@carrying(_most)
def send(instansi: str, jenis: str) -> Response:
    """The files, examined; with faults the page says each of them."""
    _reach(instansi)

    def again(wrong: Formulir) -> str:
        return page(instansi, jenis, wrong)

    sent = forms.read(upload(instansi, jenis, draft(instansi, jenis)), again)
    konsep = sent.attempt(lambda: _taken(sent, instansi, jenis))
    return redirect(konsep_at(konsep) + "?kabar=templat-diterima", 303)


@bp.get("/pasangan/<instansi>/jenis-baru")
@only(Act.PASANGAN)
def fresh(instansi: str) -> str:
    """The form for a kind of paper that nobody has yet."""
    _reach(instansi)
    return _fresh_page(instansi, _fresh_form(instansi))


@bp.post("/pasangan/<instansi>/jenis-baru")
@only(Act.PASANGAN)
@carrying(_most)
def make(instansi: str) -> Response:
    """The draft of a new kind."""
    _reach(instansi)
    sent = forms.read(_fresh_form(instansi), lambda wrong: _fresh_page(instansi, wrong))
    konsep = sent.attempt(lambda: _taken(sent, instansi, sent["jenis"]))
    return redirect(konsep_at(konsep) + "?kabar=templat-diterima", 303)


def _reach(instansi: str) -> None:
    if not hadir().may(Act.PASANGAN, instansi):
        raise TidakAda("Instansi itu")


def _fresh_form(instansi: str) -> Formulir:
    kind = Ruas(
        "jenis",
        "Nama jenis",
        petunjuk="Nama pendek tanpa spasi; menjadi nama kedua filenya.",
        contoh="surat_keterangan",
        batas=60,
        lebar="sedang",
    )
    return Formulir(
        url_for("pasangan_unggah.make", instansi=instansi),
        "Periksa dan simpan sebagai konsep",
        (Kelompok("", (kind, *fields(house().new_id(), "0"))),),
        batal=Tautan("Batal", url_for("pasangan.listing", instansi=instansi)),
        berlampiran=True,
        jaga=False,
    )


def _fresh_page(instansi: str, form: Formulir) -> str:
    return render_template("pasangan/baru.html", formulir=form, jejak=trail(instansi))


def _taken(sent: forms.Terisi, instansi: str, jenis: str) -> PasanganKonsep:
    with house().room() as room:
        docx, toml = (_file(nama, room) for nama in ("docx", "toml"))
        asked = Unggah(
            mark("tanda"),
            instansi,
            jenis,
            sent.angka("versi"),
            docx,
            chosen_name("docx"),
            toml,
            sent.nilai.get("rupa", ""),
        )
        return take_in(house(), hadir(), asked)


def _file(nama: str, room: Path) -> Path | None:
    below = room / nama
    below.mkdir()
    return forms.uploaded(nama, below)
