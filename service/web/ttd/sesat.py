"""Files from the signers' folder that nobody can place: one of them, and what a person says of
it."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, send_file, url_for
from flask import Response as FlaskResponse
from werkzeug.wrappers import Response

from service.acts.kembali import sesat
from service.acts.kembali.sesat import Sesat
from service.acts.naskah import gambar as naskah_gambar
from service.acts.naskah.berkas import name_of
from service.domain import file_sesat as s
from service.domain.kembalian import TERPANJANG
from service.domain.naskah import called
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act
from service.face.isi import Bentuk, Kolom, Sel, Tabel, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.ports.tanda_tangan import BarisTtd
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.file import TERKURUNG
from service.web.dasar.gambar_halaman import page_number, picture_of
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work
from service.web.kata.berkas import moment

bp = Blueprint("sesat", __name__)
TERLIHAT = 50  # of the list
HALAMAN_TERLIHAT = 6
BENTUK: dict[str, Bentuk] = {
    s.MENUNGGU: "menunggu",
    s.DIPASANGKAN: "selesai",
    s.DISISIHKAN: "baru",
}
KOLOM = (Kolom("File"), Kolom("Sejak"), Kolom("Mengapa"))


def listed(zona: str) -> Tabel | None:
    """Those that wait, for the page of what came back."""
    rows = tuple(
        (
            Sel(one.nama, url_for("sesat.show", sesat_id=one.id)),
            Sel(moment(one.datang, zona), iso=one.datang.isoformat()),
            Sel(one.sebab),
        )
        for one in sesat.waiting(house(), hadir(), TERLIHAT)
    )
    return Tabel("sesat", "File yang tidak dikenal", KOLOM, rows) if rows else None


@bp.get("/kembali/sesat/<sesat_id>")
@only(Act.SIGN, Act.PEOPLE)
def show(sesat_id: str) -> str:
    """One file, and what can be said of it."""
    return _page(_one(sesat_id))


def _one(sesat_id: str) -> Sesat:
    return sesat.read(house(), hadir(), sesat_id)


def _page(one: Sesat, wrong: Formulir | None = None) -> str:
    came, zona = one.sesat, zona_of(hadir(), at_work())
    shown = [_belongs(one)] if one.calon else []
    shown = [*shown, _aside(one)] if came.keadaan == s.MENUNGGU else []
    if wrong:
        shown = [wrong, *(x for x in shown if x.alamat != wrong.alamat)]
    many = min(naskah_gambar.pages(house(), came.file), HALAMAN_TERLIHAT)
    by = house().lists.nama_orang({came.oleh}).get(came.oleh, "") if came.oleh else ""
    traits = [
        ("Ditemukan", moment(came.datang, zona)),
        ("Mengapa tidak dikenal", came.sebab),
        ("Diputuskan oleh", by),
        ("Pada", moment(came.pada, zona) if came.pada else ""),
        ("Alasan", one.alasan),
    ]
    return render_template(
        "kembali/sesat.html",
        judul=came.nama,
        jejak=(Tautan("Beranda", "/"), Tautan("File kembali", url_for("kembali.desk"))),
        keadaan=(BENTUK[came.keadaan], s.KATA[came.keadaan]),
        sifat=tuple((name, value) for name, value in traits if value),
        naskah=_paper(came.naskah),
        formulir=shown,
        kosong=not one.calon and came.keadaan == s.MENUNGGU,
        gambar=tuple(
            (n, url_for("sesat.picture", sesat_id=came.id, n=str(n))) for n in range(1, many + 1)
        ),
        unduh=url_for("sesat.original", sesat_id=came.id),
    )


def _paper(naskah_id: str) -> str:
    return url_for("naskah.show", naskah_id=naskah_id) if naskah_id else ""


def _belongs(one: Sesat) -> Formulir:
    """The form that says which paper it is."""
    offered = (Pilihan("", "Pilih naskahnya"), *map(_offered, one.calon))
    which = Ruas("naskah", "Naskah yang mana", jenis="pilih", pilihan=offered)
    hint = "File ini lalu dinilai dengan aturan yang sama seperti semua yang kembali."
    at = url_for("sesat.belongs", sesat_id=one.sesat.id)
    fields = (_seen(one), which, _reason("Bagaimana Anda memastikannya", "pasang"))
    return Formulir(at, "Pasangkan dengan naskah itu", (Kelompok("Ini naskah kita", fields, hint),))


def _offered(one: BarisTtd) -> Pilihan:
    nama = called(one.naskah, name_of(house(), one.naskah.instansi, one.naskah.jenis))
    return Pilihan(one.naskah.id, nama if one.rahasia else f"{nama} · {one.judul}")


def _aside(one: Sesat) -> Formulir:
    """The form that says it is none of ours."""
    fields = (_seen(one), _reason("Mengapa bukan naskah kita", "sisih"))
    hint = "Filenya tetap tersimpan dan dapat diunduh dari halaman ini."
    at = url_for("sesat.put_aside", sesat_id=one.sesat.id)
    return Formulir(at, "Bukan naskah kita", (Kelompok("Bukan naskah kita", fields, hint),))


def _seen(one: Sesat) -> Ruas:
    return Ruas("versi", "Yang terlihat", str(one.sesat.versi), "tersembunyi", batas=9)


def _reason(label: str, kunci: str) -> Ruas:
    return Ruas("alasan", label, jenis="panjang", batas=TERPANJANG, kunci=kunci)


@bp.post("/kembali/sesat/<sesat_id>/pasang")
@only(Act.SIGN)
def belongs(sesat_id: str) -> Response:
    """It is that paper."""
    one = _one(sesat_id)
    sent = forms.read(_belongs(one), lambda wrong: _page(one, wrong))
    told = (sesat_id, sent.angka("versi"), sent["naskah"], sent["alasan"])
    sent.attempt(lambda: sesat.belongs(house(), hadir(), *told))
    return redirect(url_for("kembali.desk", kabar="sesat-pasang"), 303)


@bp.post("/kembali/sesat/<sesat_id>/sisih")
@only(Act.SIGN, Act.PEOPLE)
def put_aside(sesat_id: str) -> Response:
    """It is none of ours."""
    one = _one(sesat_id)
    sent = forms.read(_aside(one), lambda wrong: _page(one, wrong))
    told = (sesat_id, sent.angka("versi"), sent["alasan"])
    sent.attempt(lambda: sesat.put_aside(house(), hadir(), *told))
    return redirect(url_for("kembali.desk", kabar="sesat-sisih"), 303)


@bp.get("/kembali/sesat/<sesat_id>/gambar/<n>")
@only(Act.SIGN, Act.PEOPLE)
def picture(sesat_id: str, n: str) -> FlaskResponse:
    """One of its pages as PNG."""
    came, asked = _one(sesat_id).sesat, page_number(n)
    if asked > naskah_gambar.pages(house(), came.file):
        raise TidakAda("Halaman itu")
    return picture_of(came.file, asked)


@bp.get("/kembali/sesat/<sesat_id>/file")
@only(Act.SIGN, Act.PEOPLE)
def original(sesat_id: str) -> FlaskResponse:
    """The very bytes, never opened by the browser itself."""
    came = _one(sesat_id).sesat
    answer = send_file(
        house().store.open(came.file),
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=came.nama,
        etag=False,
    )
    answer.headers["Content-Security-Policy"] = TERKURUNG
    return answer
