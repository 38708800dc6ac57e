"""One paper that is signed here after it was looked at."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.acts.naskah import baca as naskah_baca
from service.acts.naskah.baca import Terbuka
from service.acts.ttd import kunci as kunci_ttd
from service.acts.ttd import tandatangani
from service.acts.ttd import tolak as tolak_ttd
from service.acts.ttd.tandatangani import Diminta
from service.domain.frasa_sandi import FRASA, TOTP, FrasaSandi, Macam
from service.domain.kunci_ttd import BSRE, JENIS, KunciTtd
from service.domain.refusals import TidakAda
from service.domain.tempat_ttd import TempatTtd
from service.domain.wewenang import PERAN, Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web import forms
from service.web.auth import hadir, house, only
from service.web.giliran_ttd import key_and_secret, my_turn
from service.web.naskah_muka import printed, trail
from service.web.naskah_tindak import seen, versi_of
from service.web.ttd_bersama import beside, seen_form

bp = Blueprint("tanda_tangan", __name__)
MACAM = Ruas(
    "macam",
    "Yang diketik",
    FRASA,
    "pilih",
    pilihan=(
        Pilihan(FRASA, "Frasa sandi, passphrase, atau PIN"),
        Pilihan(TOTP, "Kode sekali pakai (TOTP) dari BSrE"),
    ),
)


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
    code: Formulir | None = None,
) -> str:
    here = url_for("tanda_tangan.show", naskah_id=one.naskah.id)
    mine = one.giliran_ttd
    return render_template(
        "tanda_tangan/satu.html",
        judul=f"Tanda tangani {one.nama} {one.naskah.nomor}".strip(),
        jejak=(*trail(one), Tautan(one.nama, url_for("naskah.show", naskah_id=one.naskah.id))),
        formulir=wrong or (_form(one, mine) if mine and _keys() else None),
        kode=code or (_code(one) if mine else None),
        kembali=back or (_back(one) if mine else None),
        sertifikat=bool(_keys()),
        giliran=mine is not None,
        lihat=seen_form(one) if mine and _keys() else None,
        tetangga=beside(one.naskah.id) if mine else (),
        cetakan=printed(house(), one, here),
        unduh=(Tautan("Buka PDF", url_for("naskah.printable", naskah_id=one.naskah.id)),),
    )


@bp.post("/naskah/<naskah_id>/tanda-tangan")
@only(Act.LOOK)
def sign(naskah_id: str) -> Response:
    """One signature, with the passphrase in this request and nowhere else."""
    one, mine = my_turn(naskah_id)
    sent = forms.read(_form(one, mine), lambda wrong: _page(one, wrong))

    def act() -> None:
        versi = versi_of(one, sent["sidik"])
        asked = Diminta(naskah_id, versi, mine.id, sent["kunci"])
        with FrasaSandi(sent["frasa"], _macam(sent.nilai.get("macam", ""))) as frasa:
            tandatangani.sign(house(), hadir(), asked, frasa)

    sent.attempt(act)
    return redirect(url_for("naskah.show", naskah_id=naskah_id, kabar="naskah-ttd"), 303)


def _macam(told: str) -> Macam:
    return TOTP if told == TOTP else FRASA


@bp.post("/naskah/<naskah_id>/tanda-tangan/kode")
@only(Act.LOOK)
def code(naskah_id: str) -> Response:
    """A one-time code for who signs at BSrE."""
    one = naskah_baca.read(house(), hadir(), naskah_id)
    form = _code(one)
    if one.giliran_ttd is None or form is None:
        raise TidakAda("Tempat tanda tangan Anda pada naskah itu")
    sent = forms.read(form, lambda wrong: _page(one, code=wrong))
    sent.attempt(lambda: kunci_ttd.send_code(house(), hadir(), sent["kunci"]))
    return redirect(url_for("tanda_tangan.show", naskah_id=naskah_id, kabar="kode-ttd"), 303)


def _code(one: Terbuka) -> Formulir | None:
    """The form that asks for a code; None where no service of mine sends any."""
    there = [x for x in _keys() if x.jenis == BSRE]
    if not there or not house().esign.sends_codes:
        return None
    offered = tuple(Pilihan(x.id, f"{x.nama} ({x.samar})") for x in there)
    key = Ruas("kunci", "Sertifikat BSrE", there[0].id, "pilih", pilihan=offered, kunci="kode")
    at = url_for("tanda_tangan.code", naskah_id=one.naskah.id)
    return Formulir(at, "Kirim kode sekali pakai kepada saya", (Kelompok("", (key,)),), jaga=False)


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


def _keys() -> list[KunciTtd]:
    with house().ledger.read() as reading:
        return kunci_ttd.to_sign_with(reading, hadir())


def _form(one: Terbuka, mine: TempatTtd) -> Formulir:
    keys = _keys()
    offered = tuple(Pilihan(x.id, f"{x.nama} ({x.samar or JENIS[x.jenis]})") for x in keys)
    codes = house().esign.sends_codes and any(x.jenis == BSRE for x in keys)
    fields = (
        seen(one),
        *key_and_secret(offered, "Diketik setiap kali menandatangani; tidak disimpan di mana pun."),
        *((MACAM,) if codes else ()),
    )
    at = url_for("tanda_tangan.sign", naskah_id=one.naskah.id)
    sebagai = PERAN.get(mine.peran, mine.peran)
    kelompok = Kelompok(f"Sebagai {sebagai}", fields)
    batal = Tautan("Kembali ke naskah", url_for("naskah.show", naskah_id=one.naskah.id))
    return Formulir(at, "Tanda tangani", (kelompok,), batal=batal, jaga=False)
