"""One paper that is signed here after it was looked at."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.naskah import baca as naskah_baca
from service.acts.naskah.baca import Terbuka
from service.acts.ttd import kunci as kunci_ttd
from service.acts.ttd import tandatangani
from service.acts.ttd import tolak as tolak_ttd
from service.acts.ttd.tandatangani import Diminta
from service.domain.frasa_sandi import FrasaSandi
from service.domain.kunci_ttd import KunciTtd
from service.domain.tempat_ttd import PERLU_DICEK, TempatTtd
from service.domain.wewenang import PERAN, Act
from service.face.isi import Pemberitahuan, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Ruas
from service.web.dasar import forms, kenangan
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.forms import Terisi
from service.web.naskah.muka import printed, trail
from service.web.naskah.tindak import seen, versi_of
from service.web.ttd.bersama import beside, seen_form
from service.web.ttd.giliran import my_turn
from service.web.ttd.isian import DIKIRIM, asked, asks, keys, macam, ready, secret

bp = Blueprint("tanda_tangan", __name__)


@bp.get("/naskah/<naskah_id>/tanda-tangan")
@only(Act.LOOK)
def show(naskah_id: str) -> str:
    """The paper to be looked at, and the form that signs it."""
    one = naskah_baca.read(house(), hadir(), naskah_id)
    return _page(one)


def _page(
    one: Terbuka,
    wrong: Formulir | None = None,
    back: Formulir | None = None,
) -> str:
    here = url_for("tanda_tangan.show", naskah_id=one.naskah.id)
    mine, held = one.giliran_ttd, keys()
    shown = _form(one, mine, held) if mine and held else None
    return render_template(
        "tanda_tangan/satu.html",
        judul=f"Tanda tangani {one.nama} {one.naskah.nomor}".strip(),
        jejak=(*trail(one), Tautan(one.nama, url_for("naskah.show", naskah_id=one.naskah.id))),
        formulir=(wrong or shown) if mine else None,
        gagal=_over(one, wrong) if wrong and not mine else None,
        kembali=back or (_back(one) if mine else None),
        sertifikat=bool(held),
        giliran=mine is not None,
        lihat=seen_form(one) if mine and held else None,
        tetangga=beside(one.naskah.id) if mine else (),
        cetakan=printed(house(), one, here),
        unduh=()
        if kenangan.here()
        else (Tautan("Buka PDF", url_for("naskah.printable", naskah_id=one.naskah.id)),),
    )


@bp.post("/naskah/<naskah_id>/tanda-tangan")
@only(Act.LOOK)
def sign(naskah_id: str) -> Response:
    """One signature, with the passphrase in this request and nowhere else."""
    one, mine = my_turn(naskah_id)
    form = _form(one, mine, keys())
    if asked():
        return _send_code(one, form)
    sent = forms.read(form, lambda wrong: _again(naskah_id, wrong))

    def act() -> None:
        versi = versi_of(one, sent["sidik"])
        wanted = Diminta(naskah_id, versi, mine.id, sent["kunci"])
        with FrasaSandi(sent["frasa"], macam(sent.nilai.get("macam", ""))) as frasa:
            tandatangani.sign(house(), hadir(), wanted, frasa)

    sent.attempt(act)
    return redirect(url_for("naskah.show", naskah_id=naskah_id, kabar="naskah-ttd"), 303)


def _again(naskah_id: str, wrong: Formulir) -> str:
    """The form with what is amiss; where it may not be signed now any more, only that."""
    return _page(naskah_baca.read(house(), hadir(), naskah_id), wrong)


def _over(one: Terbuka, wrong: Formulir) -> Pemberitahuan:
    """Why it was not signed, where nothing is left to be typed; and who looks into it where."""
    doubt = any(x.keadaan == PERLU_DICEK for x in one.tempat)
    at = url_for("periksa_ttd.show", naskah_id=one.naskah.id)
    on = Tautan("Lihat apa yang diketahui", at) if doubt else None
    return Pemberitahuan(" ".join(wrong.salah), "bahaya", on)


def _send_code(one: Terbuka, form: Formulir) -> Response:
    """A one-time code for who signs at BSrE; nothing is signed."""
    shown = ready(forms.filled(form, request.form))
    kunci = request.form.get("kunci", "")
    sent = Terisi(shown, {}, lambda wrong: _page(one, wrong))
    sent.attempt(lambda: kunci_ttd.send_code(house(), hadir(), kunci))
    at = url_for("tanda_tangan.show", naskah_id=one.naskah.id, kabar=DIKIRIM)
    return redirect(at, 303)


@bp.post("/naskah/<naskah_id>/tidak-menandatangani")
@only(Act.LOOK)
def refuse(naskah_id: str) -> Response:
    """Back to those who wrote it, with the reason."""
    one, mine = my_turn(naskah_id)
    sent = forms.read(_back(one), lambda wrong: _page(one, back=wrong))

    def act() -> None:
        versi = versi_of(one, sent["sidik"])
        tolak_ttd.decline(house(), hadir(), naskah_id, versi, mine.id, sent["alasan"])

    sent.attempt(act)
    return redirect(url_for("naskah.show", naskah_id=naskah_id, kabar="naskah-kembalikan"), 303)


def _back(one: Terbuka) -> Formulir:
    fields = (
        seen(one),
        Ruas(
            "alasan",
            "Yang harus diperbaiki",
            jenis="panjang",
            batas=2_000,
            petunjuk="Terbaca oleh yang menyiapkan naskah ini dan tersimpan di riwayatnya.",
        ),
    )
    at = url_for("tanda_tangan.refuse", naskah_id=one.naskah.id)
    return Formulir(at, "Kembalikan tanpa menandatangani", (Kelompok("", fields),), jaga=False)


def _form(one: Terbuka, place: TempatTtd, mine: list[KunciTtd]) -> Formulir:
    fields = (
        seen(one),
        *secret(mine, "Diketik setiap kali menandatangani; tidak disimpan di mana pun."),
    )
    at = url_for("tanda_tangan.sign", naskah_id=one.naskah.id)
    sebagai = PERAN.get(place.peran, place.peran)
    return Formulir(
        at,
        "Tanda tangani",
        (Kelompok(f"Sebagai {sebagai}", fields),),
        lain=asks("Kirim kode sekali pakai kepada saya", mine),
        batal=Tautan("Kembali ke naskah", url_for("naskah.show", naskah_id=one.naskah.id)),
        jaga=False,
    )
