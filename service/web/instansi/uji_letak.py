"""Before the first real signature: where it would be seen, on the pages of a sample paper."""

from __future__ import annotations

from flask import Blueprint, Response, g, redirect, render_template, url_for
from werkzeug.wrappers import Response as Answer

from service.acts.ttd import uji_letak as acts
from service.acts.ttd.uji_letak import UjiLetak
from service.domain.esign.uji_letak import TempatUji
from service.domain.wewenang import PERAN, Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.face.isi_ttd import GambarUji, KotakUji, TempatUjiMuka
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.file import TERKURUNG
from service.web.dasar.gambar_halaman import page_number

bp = Blueprint("uji_letak", __name__)
TERBANYAK = 12  # pages that are shown


@bp.get("/instansi/<kode>/uji-letak")
@only(Act.INSTANSI)
def show(kode: str) -> str:
    """Which kind of paper is to be tried."""
    return _page(kode)


def _page(
    kode: str, wrong: Formulir | None = None, one: UjiLetak | None = None, id_: str = ""
) -> str:
    asked = _form(kode, one.jenis if one else "")
    return render_template(
        "instansi/uji_letak.html",
        jejak=(Tautan("Beranda", "/"), Tautan("Instansi", url_for("unit.show", kode=kode))),
        formulir=wrong or asked,
        layanan=house().esign.in_use,
        nama=one.nama if one else "",
        tempat=tuple(map(_told, one.tempat)) if one else (),
        gambar=tuple(_pictures(kode, id_, one)) if one else (),
        banyak=one.halaman if one else 0,
    )


def _form(kode: str, jenis: str) -> Formulir:
    kinds = acts.offered(house(), hadir(), kode)
    offered = tuple(Pilihan(one, nama) for one, nama in kinds.items())
    first = jenis or (offered[0].nilai if offered else "")
    field = Ruas("jenis", "Jenis naskah", first, "pilih", pilihan=offered)
    at = url_for("uji_letak.ask", kode=kode)
    return Formulir(at, "Uji letaknya", (Kelompok("", (field,)),), jaga=False)


@bp.post("/instansi/<kode>/uji-letak")
@only(Act.INSTANSI)
def ask(kode: str) -> Answer:
    """A sample of that kind, printed for this person alone."""
    sent = forms.read(_form(kode, ""), lambda wrong: _page(kode, wrong))
    made = sent.attempt(lambda: acts.lay(house(), hadir(), kode, sent["jenis"]))
    return redirect(url_for("uji_letak.one", kode=kode, uji_id=made), 303)


@bp.get("/instansi/<kode>/uji-letak/<uji_id>")
@only(Act.INSTANSI)
def one(kode: str, uji_id: str) -> str:
    """The sample with the boxes on its pages."""
    found = acts.read(house(), hadir(), kode, uji_id)
    return _page(kode, one=found, id_=uji_id)


@bp.get("/instansi/<kode>/uji-letak/<uji_id>/<n>")
@only(Act.INSTANSI)
def picture(kode: str, uji_id: str, n: str) -> Response:
    """A page as PNG; what lies on a bench never changes."""
    drawn = acts.page(house(), hadir(), kode, uji_id, page_number(n))
    answer = Response(drawn, mimetype="image/png")
    answer.headers["Content-Security-Policy"] = TERKURUNG
    g.simpan = "private, max-age=3600"
    return answer


def _told(one: TempatUji) -> TempatUjiMuka:
    where = ""
    if one.letak:
        at = one.letak
        where = (
            f"Halaman {at.nomor}, {_cm(at.kiri)} cm dari kiri dan {_cm(at.atas)} cm dari atas, "
            f"{_cm(at.lebar)} × {_cm(at.tinggi)} cm."
        )
    return TempatUjiMuka(
        PERAN.get(one.peran, one.peran), where, one.dikirim, one.cacat, one.catatan
    )


def _cm(points: float) -> str:
    return f"{points / 72 * 2.54:.1f}".replace(".", ",")


def _pictures(kode: str, id_: str, one: UjiLetak) -> list[GambarUji]:
    """The pages on which something is seen, and the first where nothing is."""
    some = sorted({x.letak.nomor for x in one.tempat if x.letak}) or [1]
    return [
        GambarUji(
            url_for("uji_letak.picture", kode=kode, uji_id=id_, n=n), n, tuple(_boxes(one, n))
        )
        for n in some[:TERBANYAK]
    ]


def _boxes(one: UjiLetak, n: int) -> list[KotakUji]:
    return [
        KotakUji(
            round(100 * x.letak.kiri / x.halaman.lebar, 2),
            round(100 * x.letak.atas / x.halaman.tinggi, 2),
            round(100 * x.letak.lebar / x.halaman.lebar, 2),
            round(100 * x.letak.tinggi / x.halaman.tinggi, 2),
            urut,
            bool(x.cacat),
        )
        for urut, x in enumerate(one.tempat, 1)
        if x.letak and x.halaman and x.letak.nomor == n
    ]
