"""The rounds of an agency, one round with its units, and a unit's word that nothing changed."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.berkas.henti import Minta
from service.acts.putaran import baca
from service.acts.putaran.nihil import nothing_new
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act
from service.face.isi import Kosong, Tautan
from service.face.isi_formulir import Formulir, Pilihan, Ruas
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.muka import nama_instansi
from service.web.laporan.tempat import chosen, mine, today
from service.web.putaran import isi

bp = Blueprint("putaran", __name__)


@bp.get("/putaran")
@only(Act.LOOK)
def listing() -> str:
    """The rounds of the last months, the latest first."""
    instansi = chosen(request.args.get("instansi", ""))
    found = baca.rounds(house(), hadir(), instansi, today(instansi))
    bodies = tuple(Pilihan(one.id, one.nama) for one in mine())
    return render_template(
        "putaran/daftar.html",
        judul="Putaran pengumpulan",
        jejak=(Tautan("Beranda", "/"),),
        kata=f"{nama_instansi(instansi)}: daftar informasi setiap unit, bulan demi bulan.",
        saring=(Ruas("instansi", "Instansi", instansi, "pilih", pilihan=bodies),)
        if len(bodies) > 1
        else (),
        alamat=url_for("putaran.listing"),
        gambar=isi.months(found),
        tabel=isi.month_table(found),
        kosong=Kosong(
            "Belum ada putaran",
            "Putaran pertama dibuka petugas di halaman Berkas; sesudah itu kalender membuka yang "
            "berikutnya. Bila SOP tidak menetapkan irama, daftar yang masuk tampil di sini menurut "
            "bulannya.",
        ),
    )


@bp.get("/putaran/<instansi>/<masa>")
@only(Act.LOOK)
def show(instansi: str, masa: str) -> str:
    """One round: every unit, how far it is, and what its step lacks."""
    return _page(instansi, masa)


def _page(instansi: str, masa: str, wrong: Formulir | None = None) -> str:
    found = baca.of_period(house(), hadir(), chosen(instansi), isi.month(masa))
    if not found:
        raise TidakAda("Putaran itu")
    return render_template(
        "putaran/satu.html",
        judul=f"Putaran {found[0].nama}",
        jejak=(Tautan("Beranda", "/"), _list(instansi)),
        kata=nama_instansi(instansi),
        putaran=[isi.shown(one) for one in found],
        formulir=[
            wrong if wrong and wrong.alamat == form.alamat else form for form in isi.forms_of(found)
        ],
        salah=wrong,
    )


@bp.post("/putaran/<instansi>/<masa>/<berkas_id>/nihil")
@only(Act.COMPLETE)
def nothing(instansi: str, masa: str, berkas_id: str) -> Response:
    """The unit says that nothing changed."""
    found = baca.of_period(house(), hadir(), chosen(instansi), isi.month(masa))
    form = isi.form_of(found, berkas_id)
    sent = forms.read(form, lambda wrong: _page(instansi, masa, wrong))
    asked = Minta(berkas_id, sent.angka("versi"), sent["alasan"])
    sent.attempt(lambda: nothing_new(house(), hadir(), asked))
    here = url_for("putaran.show", instansi=instansi, masa=masa)
    return redirect(f"{here}?kabar=unit-nihil", 303)


def _list(instansi: str) -> Tautan:
    return Tautan("Putaran", url_for("putaran.listing", instansi=instansi))
