"""Tokens: the programs that may come in, as whom, until when; one made, one taken back."""

from __future__ import annotations

from flask import Blueprint, g, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.acts.orang import token as acts
from service.acts.orang.token import Baris
from service.domain.refusals import TidakAda
from service.domain.tanggal import moment, panjang
from service.domain.token import BERAKHIR, BERLAKU, DICABUT
from service.domain.wewenang import Act
from service.face.isi import Bentuk, Kolom, Kosong, Sel, Tabel, Tautan
from service.face.isi_formulir import Formulir, Pastikan
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.muka import nama_instansi
from service.web.dasar.pemegang import nama_unit, sebutan
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work
from service.web.program.token_isian import asked_of, new_form

bp = Blueprint("token", __name__)
ALAMAT = "/token"
JEJAK = (Tautan("Beranda", "/"), Tautan("Token program", ALAMAT))
KOLOM = ("Program", "Untuk", "Berlaku sampai", "Terakhir dipakai", "Keadaan")
BENTUK: dict[str, Bentuk] = {BERLAKU: "berjalan", BERAKHIR: "lewat", DICABUT: "selesai"}
KOSONG = Kosong(
    "Belum ada token",
    "Program lain, misalnya sistem kepegawaian atau portal data, masuk dengan token. Buat satu "
    "token untuk setiap program, supaya masing-masing dapat dicabut sendiri.",
)


@bp.get(ALAMAT)
@only(Act.PEOPLE)
def listing() -> str:
    """Every token this administrator keeps."""
    rows = acts.listing(house(), hadir())
    tabel = Tabel("token", "Token program", tuple(map(Kolom, KOLOM)), tuple(map(_row, rows)))
    return render_template(
        "program/token.html",
        jejak=JEJAK[:1],
        daftar=tabel,
        baru=Tautan("Buat token", f"{ALAMAT}/baru"),
        petunjuk=Tautan("Petunjuk API", url_for("api.docs")),
        kosong=KOSONG,
    )


def _row(one: Baris) -> tuple[Sel, ...]:
    token = one.token
    return (
        Sel(token.nama, url_for("token.show", program=token.id)),
        Sel(_place(one), catatan=sebutan(token.instansi, token.peran)),
        Sel(panjang(token.sampai), iso=token.sampai.isoformat()),
        Sel(_used(one)),
        Sel(one.keadaan, bentuk=BENTUK[one.keadaan]),
    )


def _place(one: Baris) -> str:
    token = one.token
    name = nama_instansi(token.instansi)
    return f"{name}, {nama_unit(token.instansi, token.unit)}" if token.unit else name


def _used(one: Baris) -> str:
    zona = zona_of(hadir(), at_work())
    return moment(one.terakhir, zona) if one.terakhir else "belum pernah"


@bp.get(f"{ALAMAT}/baru")
@only(Act.PEOPLE)
def new() -> str:
    """The form of a new token."""
    return _show_new(new_form(house(), hadir(), house().new_id()))


def _show_new(formulir: Formulir) -> str:
    return render_template("program/baru.html", formulir=formulir, jejak=JEJAK)


@bp.post(f"{ALAMAT}/baru")
@only(Act.PEOPLE)
def create() -> Response | str:
    """A new token; its secret is on this answer and on none after it."""
    sent = forms.read(new_form(house(), hadir(), ""), _show_new)
    token, rahasia = sent.attempt(lambda: acts.make(house(), g.hadir, sent["id"], asked_of(sent)))
    return render_template(
        "program/rahasia.html",
        nama=token.nama,
        rahasia=rahasia,
        contoh=f'curl -H "Authorization: Bearer $TOKEN" {url_for("api.tentang", _external=True)}',
        jejak=JEJAK,
        kembali=Tautan("Sudah saya simpan", url_for("token.show", program=token.id)),
    )


@bp.get(f"{ALAMAT}/<program>")
@only(Act.PEOPLE)
def show(program: str) -> str:
    """One token: what it may, and how it is taken back."""
    one = next((x for x in acts.listing(house(), hadir()) if x.token.id == program), None)
    if one is None:
        raise TidakAda
    token = one.token
    shut = Pastikan(
        nama="cabut",
        teks="Cabut token…",
        judul=f"Cabut token {token.nama}?",
        kata="Program yang memakainya tidak dapat masuk lagi sejak saat ini. Yang sudah "
        "dikerjakannya tetap tercatat. Token yang dicabut tidak dapat dihidupkan lagi.",
        alamat=url_for("token.revoke", program=token.id),
        tombol="Cabut token",
    )
    zona = zona_of(hadir(), at_work())
    return render_template(
        "program/satu.html",
        nama=token.nama,
        jejak=JEJAK,
        bentuk=BENTUK[one.keadaan],
        keadaan=one.keadaan,
        sifat=(
            ("Untuk", _place(one)),
            ("Peran", sebutan(token.instansi, token.peran)),
            ("Dibuat", moment(token.dibuat, zona)),
            ("Berlaku sampai", panjang(token.sampai)),
            ("Terakhir dipakai", _used(one)),
            ("Dicabut", moment(token.dicabut, zona) if token.dicabut else ""),
        ),
        cabut=None if token.dicabut else shut,
    )


@bp.post(f"{ALAMAT}/<program>/cabut")
@only(Act.PEOPLE)
def revoke(program: str) -> Response:
    """Take a token back."""
    acts.revoke(house(), hadir(), program)
    return redirect(url_for("token.show", program=program, kabar="token-dicabut"), 303)
