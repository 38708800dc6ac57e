"""A unit's list from Excel: sent, read by a machine, judged by a person, taken in."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, send_file, url_for
from werkzeug.wrappers import Response

from service.acts.dikecualikan import masuk as closed
from service.acts.informasi import masuk as acts
from service.acts.informasi.masuk import TERBESAR, Unggah
from service.acts.simpan.room import free_enough
from service.domain.daftar_unit import lajur as lj
from service.domain.daftar_unit import masuk as m
from service.domain.daftar_unit.masuk import DaftarMasuk
from service.domain.refusals import Refusal, TidakAda
from service.domain.wewenang import Act
from service.face.isi import Kosong, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Ruas
from service.web.dasar import forms
from service.web.dasar.auth import carrying, hadir, house, only
from service.web.dasar.file import TERKURUNG
from service.web.dasar.tombol import chosen_name, mark
from service.web.informasi import masuk_isi as isi
from service.web.informasi.kata import JEJAK, units
from service.web.informasi.masuk_isi import ALAMAT

bp = Blueprint("informasi_masuk", __name__)
TERLIHAT = 100
DI_SINI = (*JEJAK, Tautan("Impor", ALAMAT))
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class TanpaDaftar(Refusal):
    """No file was chosen."""

    def __init__(self) -> None:
        super().__init__("Pilih daftar unit dalam bentuk Excel (.xlsx). Belum ada yang disimpan.")


@bp.get(ALAMAT)
@only(Act.FILL)
def listing() -> str:
    """The lists that came in, and the form for another."""
    return _list_page(_form(house().new_id()))


def _list_page(form: Formulir) -> str:
    return render_template(
        "informasi/masuk.html",
        jejak=JEJAK,
        formulir=form,
        daftar=isi.table(acts.listed(house(), hadir(), TERLIHAT)),
        kosong=Kosong(
            "Belum ada daftar yang masuk",
            "Unggah daftar unit di atas, atau kirimkan sebagai kiriman usulan DIP atau DIK.",
        ),
    )


def _form(tanda: str) -> Formulir:
    offered = tuple(units(Act.FILL))
    if not offered:
        raise TidakAda("Unit Anda")
    first = offered[0].nilai if len(offered) == 1 else ""
    return Formulir(
        ALAMAT,
        "Baca daftarnya",
        (
            Kelompok(
                "",
                (
                    Ruas("tanda", "Tanda", tanda, "tersembunyi", wajib=False),
                    Ruas("unit", "Unit pemilik daftar", first, "pilih", pilihan=offered),
                    Ruas(
                        "file",
                        "Daftar unit",
                        jenis="file",
                        petunjuk="Excel (.xlsx), paling besar "
                        f"{TERBESAR // 1_000_000} MB. Kolomnya boleh menurut bentuk resmi atau "
                        "urutan unit sendiri. Makro tidak pernah dijalankan.",
                    ),
                ),
            ),
        ),
        berlampiran=True,
        jaga=False,
    )


def _most() -> int:
    free_enough(house(), TERBESAR)
    return TERBESAR + 1_000_000


@bp.post(ALAMAT)
@only(Act.FILL)
@carrying(_most)
def send() -> Response:
    """The workbook is kept; a machine reads it."""
    sent = forms.read(_form(mark("tanda")), _list_page)
    one = sent.attempt(lambda: _taken(sent))
    return redirect(url_for(".show", daftar_id=one.id), 303)


def _taken(sent: forms.Terisi) -> DaftarMasuk:
    instansi, _, unit = sent["unit"].partition("/")
    with house().room() as room:
        path = forms.uploaded("file", room)
        if path is None:
            raise TanpaDaftar
        asked = Unggah(mark("tanda"), instansi, unit, chosen_name("file"), path)
        return acts.send(house(), hadir(), asked)


@bp.get(f"{ALAMAT}/<daftar_id>")
@only(Act.FILL)
def show(daftar_id: str) -> str:
    """One list: what was read of it, and what a person says."""
    return _page(acts.list_for(house(), hadir(), daftar_id))


def _page(one: DaftarMasuk, wrong: Formulir | None = None) -> str:
    short = isi.fresh(one)
    judged = one.keadaan in (m.DIBACA, m.DITOLAK)
    here = f"{ALAMAT}/{one.id}"
    open_ = short is not None and one.keadaan == m.DIBACA
    return render_template(
        "informasi/masuk_satu.html",
        jejak=DI_SINI,
        d=isi.shown(one, short),
        alamat=here,
        berjalan=one.keadaan in m.BERJALAN,
        galat=one.galat,
        versi=one.versi,
        terima=short.baik if short and open_ else 0,
        ragu=short.jumlah["ragu"] if short and open_ else 0,
        dik=short is not None and short.daftar == lj.DIK,
        formulir=wrong or (isi.form(one, short) if short and judged else None),
        kembali=f"{here}/kembali" if one.kembali else "",
        asal=f"/kiriman/{one.kiriman}" if one.kiriman else "",
        buang=judged,
    )


@bp.post(f"{ALAMAT}/<daftar_id>/atur")
@only(Act.FILL)
def choose(daftar_id: str) -> Response:
    """What a person says of the columns and the doubtful lines; it is read again."""
    one = acts.list_for(house(), hadir(), daftar_id)
    short = isi.fresh(one)
    if short is None:
        raise TidakAda(acts.APA)
    sent = forms.read(isi.form(one, short), lambda wrong: _page(one, wrong))
    told = isi.said(one, short, sent.nilai)
    sent.attempt(lambda: acts.choose(house(), hadir(), one.id, sent.angka("versi"), told))
    return redirect(url_for(".show", daftar_id=one.id), 303)


@bp.post(f"{ALAMAT}/<daftar_id>/<apa>")
@only(Act.FILL)
def judge(daftar_id: str, apa: str) -> Response:
    """Take the right lines in, propose them for the test, or throw the list away."""
    one = acts.list_for(house(), hadir(), daftar_id)
    deed = {"terima": acts.accept, "ajukan": closed.accept, "buang": acts.throw_away}.get(apa)
    if deed is None:
        raise TidakAda("Perbuatan itu")
    seen = Ruas("versi", "Versi", "", "tersembunyi", batas=9)
    form = Formulir(f"{ALAMAT}/{one.id}/{apa}", "", (Kelompok("", (seen,)),))
    sent = forms.read(form, lambda _: _page(one))
    deed(house(), hadir(), one.id, sent.angka("versi"))
    return redirect(url_for(".show", daftar_id=one.id), 303)


@bp.get(f"{ALAMAT}/<daftar_id>/kembali")
@only(Act.FILL)
def going_back(daftar_id: str) -> Response:
    """The workbook with what is to be mended, each fault at its cell."""
    one, opened = acts.going_back(house(), hadir(), daftar_id)
    name = f"Perbaiki {one.nama_file.rsplit('.', 1)[0]}"[:150] + ".xlsx"
    answer = send_file(opened, mimetype=XLSX, as_attachment=True, download_name=name, etag=False)
    answer.headers["Content-Security-Policy"] = TERKURUNG
    return answer
