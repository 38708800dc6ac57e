"""What is done with a request beside its answer: more time, an end without answer, a new start."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.acts.lihat.terlihat import kiriman_for, line_for
from service.acts.register import permohonan_tutup, perpanjangan
from service.acts.sop import hasil
from service.domain.hasil import BUKA_KEMBALI, PERPANJANG, TUTUP
from service.domain.permohonan import TERBUKA, Permohonan
from service.domain.permohonan import TUTUP as SEBAB
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.berkas import perpanjangan_isian
from service.web.dasar import forms
from service.web.dasar.auth import carrying, hadir, house, only
from service.web.kiriman import pindaian

bp = Blueprint("permohonan_hasil", __name__)


@bp.get("/permohonan/<permohonan_id>/perpanjangan")
@only(Act.APPROVE)
def ask_more(permohonan_id: str) -> str:
    """Why the answer takes longer."""
    one = _mine(permohonan_id, Act.APPROVE)
    return _page(one, _more(one))


@bp.post("/permohonan/<permohonan_id>/perpanjangan")
@only(Act.APPROVE)
@carrying(pindaian.most)
def more(permohonan_id: str) -> Response:
    """The answer may take longer, once."""
    one = _mine(permohonan_id, Act.APPROVE)
    sent = forms.read(_more(one), lambda form: _page(one, form))
    versi = sent.angka("versi")

    def done() -> Permohonan:
        said = perpanjangan_isian.sent_by(
            sent,
            (one.instansi, one.unit),
            rahasia=_withheld(one),
            look=lambda x: perpanjangan.look_request(house(), hadir(), one.id, versi, x),
        )
        return perpanjangan.of_request(house(), hadir(), one.id, versi, said)

    sent.attempt(done)
    return _back(one, "waktu-diperpanjang")


@bp.get("/permohonan/<permohonan_id>/tutup")
@only(Act.IDENTIFY)
def ask_close(permohonan_id: str) -> str:
    """Why it ends without an answer."""
    one = _mine(permohonan_id, Act.IDENTIFY)
    return _page(one, _closing(one))


@bp.post("/permohonan/<permohonan_id>/tutup")
@only(Act.IDENTIFY)
def close(permohonan_id: str) -> Response:
    """Closed without an answer."""
    one = _mine(permohonan_id, Act.IDENTIFY)
    sent = forms.read(_closing(one), lambda form: _page(one, form))
    said = (sent.angka("versi"), sent["sebab"], sent["alasan"])
    sent.attempt(lambda: permohonan_tutup.close(house(), hadir(), one.id, *said))
    return _back(one, "ditutup")


@bp.get("/permohonan/<permohonan_id>/buka-kembali")
@only(Act.APPROVE)
def ask_again(permohonan_id: str) -> str:
    """Why it is taken up again."""
    one = _mine(permohonan_id, Act.APPROVE)
    return _page(one, _again(one))


@bp.post("/permohonan/<permohonan_id>/buka-kembali")
@only(Act.APPROVE)
def again(permohonan_id: str) -> Response:
    """In work again."""
    one = _mine(permohonan_id, Act.APPROVE)
    sent = forms.read(_again(one), lambda form: _page(one, form))
    said = (sent.angka("versi"), sent["alasan"])
    sent.attempt(lambda: permohonan_tutup.reopen(house(), hadir(), one.id, *said))
    return _back(one, "dibuka-kembali")


def ways(one: Permohonan) -> list[Tautan]:
    """What of all this the reader may do with it now."""
    may = {x: hadir().may(x, one.instansi, one.unit) for x in (Act.IDENTIFY, Act.APPROVE)}
    open_ = one.keadaan in TERBUKA
    offered = (
        ("Perpanjang waktu jawaban", "ask_more", open_ and not one.diperpanjang, Act.APPROVE),
        ("Tutup permohonan", "ask_close", open_, Act.IDENTIFY),
        ("Buka kembali", "ask_again", not open_, Act.APPROVE),
    )
    return [
        Tautan(teks, url_for(f"permohonan_hasil.{view}", permohonan_id=one.id))
        for teks, view, fits, act in offered
        if fits and may[act]
    ]


def _mine(permohonan_id: str, act: Act) -> Permohonan:
    with house().ledger.read() as reading:
        return line_for(reading, hadir(), Permohonan, permohonan_id, (act,))


def _withheld(one: Permohonan) -> bool:
    with house().ledger.read() as reading:
        return kiriman_for(reading, hadir(), one.kiriman).rahasia


def _letter(one: Permohonan, perbuatan: str) -> str:
    return hasil.of_act(house().packs, one.instansi, perbuatan)


def _more(one: Permohonan) -> Formulir:
    at = url_for("permohonan_hasil.more", permohonan_id=one.id)
    return perpanjangan_isian.form(at, one.versi, _letter(one, PERPANJANG))


def _closing(one: Permohonan) -> Formulir:
    causes = tuple(Pilihan(key, kata) for key, kata in SEBAB.items())
    at = url_for("permohonan_hasil.close", permohonan_id=one.id)
    fields = (Ruas("sebab", "Sebabnya", "", "radio", pilihan=causes), _why(_letter(one, TUTUP)))
    return _formed(one, at, "Tutup permohonan", fields)


def _again(one: Permohonan) -> Formulir:
    at = url_for("permohonan_hasil.again", permohonan_id=one.id)
    return _formed(one, at, "Buka kembali permohonan", (_why(_letter(one, BUKA_KEMBALI)),))


def _why(surat: str) -> Ruas:
    hint = f"{surat} menyertainya." if surat else ""
    return Ruas("alasan", "Keterangan", jenis="panjang", petunjuk=hint, batas=2000)


def _formed(one: Permohonan, at: str, tombol: str, fields: tuple[Ruas, ...]) -> Formulir:
    versi = Ruas("versi", "Versi", str(one.versi), "tersembunyi")
    batal = Tautan("Batal", url_for("permohonan.show", permohonan_id=one.id))
    return Formulir(at, tombol, (Kelompok("", (*fields, versi)),), batal=batal)


def _page(one: Permohonan, form: Formulir) -> str:
    back = url_for("permohonan.show", permohonan_id=one.id)
    return render_template(
        "permohonan/lembar.html",
        judul=form.tombol,
        kata="Yang dicatat di sini tampil di register dan di halaman pelacakan pemohon.",
        jejak=(
            Tautan("Beranda", "/"),
            Tautan("Register permohonan", "/register/permohonan"),
            Tautan(one.nomor_daftar or one.nomor_agenda, back),
        ),
        formulir=form,
    )


def _back(one: Permohonan, kabar: str) -> Response:
    return redirect(url_for("permohonan.show", permohonan_id=one.id, kabar=kabar), 303)
