"""When the ground of an objection was found, where the books do not say."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.acts.baris import keberatan_waktu
from service.acts.lihat.terlihat import line_for
from service.domain.keberatan import Keberatan
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Ruas
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.register.keberatan_muka import iso

bp = Blueprint("keberatan_temuan", __name__)


@bp.get("/keberatan/<keberatan_id>/temuan")
@only(Act.IDENTIFY)
def ask(keberatan_id: str) -> str:
    """The day, and where it is written."""
    one = _mine(keberatan_id)
    return _page(one, _form(one))


@bp.post("/keberatan/<keberatan_id>/temuan")
@only(Act.IDENTIFY)
def save(keberatan_id: str) -> Response:
    """Written down; the last day for filing follows from it."""
    one = _mine(keberatan_id)
    sent = forms.read(_form(one), lambda form: _page(one, form))
    on = sent.tanggal("ditemukan")
    assert on, "the form asks for it"
    sent.attempt(
        lambda: keberatan_waktu.found(
            house(), hadir(), one.id, sent.angka("versi"), on, sent["alasan"]
        )
    )
    at = url_for("permohonan.show_keberatan", keberatan_id=one.id, kabar="disimpan")
    return redirect(at, 303)


def _mine(keberatan_id: str) -> Keberatan:
    with house().ledger.read() as reading:
        return line_for(reading, hadir(), Keberatan, keberatan_id, (Act.IDENTIFY,))


def _form(one: Keberatan) -> Formulir:
    fields = (
        Ruas("ditemukan", "Tanggal alasan ditemukan", iso(one.ditemukan), "tanggal"),
        Ruas(
            "alasan",
            "Dari mana diketahui",
            jenis="panjang",
            petunjuk="Misalnya: ditulis pemohon pada kasus posisi, atau surat jawaban tanggal itu.",
            batas=1000,
        ),
        Ruas("versi", "Versi", str(one.versi), "tersembunyi"),
    )
    at = url_for("keberatan_temuan.save", keberatan_id=one.id)
    batal = Tautan("Batal", url_for("permohonan.show_keberatan", keberatan_id=one.id))
    return Formulir(at, "Simpan tanggalnya", (Kelompok("", fields),), batal=batal)


def _page(one: Keberatan, form: Formulir) -> str:
    back = url_for("permohonan.show_keberatan", keberatan_id=one.id)
    return render_template(
        "permohonan/lembar.html",
        judul="Catat kapan alasan keberatan ditemukan",
        kata="Batas pengajuan dihitung dari tanggal ini. Keberatan yang lewat batas tidak ditolak "
        "mesin; Atasan PPID yang memutuskan.",
        jejak=(
            Tautan("Beranda", "/"),
            Tautan("Register keberatan", "/register/keberatan"),
            Tautan(one.nomor or one.nomor_agenda, back),
        ),
        formulir=form,
    )
