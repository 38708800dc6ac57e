"""The form of a naskah beside its print: kept unfinished, or kept and put forward."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flask import Blueprint, abort, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.naskah import baca as naskah_baca
from service.acts.naskah import fill, submit
from service.acts.naskah import gambar_masuk as gambar_naskah
from service.acts.naskah.baca import Terbuka
from service.acts.simpan.keep import Kept
from service.domain import ruas as r
from service.domain.naskah import BelumDicetak
from service.domain.refusals import Overtaken, Refusal, TidakAda, TidakBerwenang
from service.domain.ruas_baku import empty
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Tombol
from service.face.isi_naskah import Terlihat
from service.web.dasar import forms
from service.web.dasar.auth import carrying, hadir, house, only
from service.web.kiriman import pindaian
from service.web.naskah.isian import APA, UBAH, Bahan, form_of, said
from service.web.naskah.kirim import Dibaca, read, reshaped
from service.web.naskah.lembar import lembar
from service.web.naskah.muka import printed, trail
from service.web.naskah.ruas import named
from service.web.naskah.tindak import seen, versi_of

bp = Blueprint("naskah_isi", __name__)
AJUKAN = "ajukan"
DISUSUL = (
    "Naskah ini diubah orang lain sejak Anda membukanya. Belum ada yang disimpan; isian Anda "
    "masih ada di bawah ini, dan yang tersimpan sekarang ditunjukkan di atasnya. Betulkan bila "
    "perlu, lalu simpan lagi: isian Anda yang dipakai."
)


@bp.get("/naskah/<naskah_id>/isi")
@only(Act.FILL)
def show(naskah_id: str) -> Response | str:
    """The form, for who may write it now; else the paper itself."""
    one = _one(naskah_id)
    if not one.dapat_ditulis:
        return redirect(url_for("naskah.show", naskah_id=naskah_id), 303)
    known = _known(one)
    return _page(one, known, _fresh(one, form_of(known, _at(one), (seen(one),))))


def _one(naskah_id: str) -> Terbuka:
    one = naskah_baca.read(house(), hadir(), naskah_id)
    if one.pasangan is None or not one.terbaca:
        raise TidakAda("Formulir naskah itu")
    return one


@bp.post("/naskah/<naskah_id>/isi")
@only(Act.FILL)
@carrying(pindaian.most)
def save(naskah_id: str) -> Response | str:
    """What was typed is kept, and put forward where asked; whatever refuses it, it is not lost."""
    one = _one(naskah_id)
    known, apa = _known(one), request.form.get(APA, "")
    if ubah := request.form.get(UBAH):
        again = reshaped(known, _at(one), request.form, ubah, (seen(one),))
        return _page(one, known, _fresh(one, again))
    files = [name for name in request.files if request.files[name].filename]
    told = read(
        *(known, _at(one), request.form),
        files=files,
        lengkap=apa == AJUKAN,
        tersembunyi=(seen(one),),
    )
    form = _fresh(one, told.formulir)
    if form.keliru:
        _again(one, known, form, 422)
    try:
        _kept(one, told)
    except Overtaken:
        _both(one, told)
    except (TidakAda, TidakBerwenang):
        raise
    except Refusal as no:
        _again(one, known, replace(form, salah=getattr(no, "faults", (str(no),))), no.status)
    return _on(one, apa)


def _on(one: Terbuka, apa: str) -> Response:
    """Where it goes on: the form again, or the paper, put forward where its print was seen."""
    id_ = one.naskah.id
    if apa != AJUKAN:
        return redirect(url_for("naskah_isi.show", naskah_id=id_, kabar="naskah-simpan"), 303)
    try:
        submit.submit(house(), id_, hadir(), _one(id_).naskah.versi)
    except BelumDicetak:
        return redirect(url_for("naskah.show", naskah_id=id_, kabar="naskah-lihat"), 303)
    return redirect(url_for("naskah.show", naskah_id=id_, kabar="naskah-ajukan"), 303)


def _kept(one: Terbuka, told: Dibaca) -> None:
    versi = versi_of(one, request.form.get("sidik", ""))
    more, pictures = _uploaded(one, told)
    fill.write(house(), one.naskah.id, hadir(), versi, told.isian | more, pictures)


def _uploaded(one: Terbuka, told: Dibaca) -> tuple[dict[str, Any], list[Kept]]:
    """What the files that came stand for: a picture in the store, or the rows of a list."""
    found, pictures = dict[str, Any](), list[Kept]()
    assert one.pasangan, "asked for before"
    for nama in told.unggahan:
        ruas = one.pasangan.ruas_of(nama)
        with house().room() as room:
            path = forms.uploaded(named(nama), room)
            if path is None or ruas is None:
                continue
            if ruas.jenis == r.DAFTAR_DIP:
                found[nama] = fill.daftar(house(), path)
                continue
            kept = gambar_naskah.take(house(), path)
        found[nama] = kept.sha256
        pictures.append(kept)
    return found, pictures


def _both(before: Terbuka, told: Dibaca) -> None:
    """The form with what was typed, and above it what another kept meanwhile."""
    one = _one(before.naskah.id)
    known = _known(one)
    assert one.pasangan, "asked for before"
    other = tuple(
        Terlihat(ruas.label, said(ruas, now) if not empty(now := known.value(ruas)) else "Kosong.")
        for ruas in known.asked
        if known.value(ruas) != told.isian.get(ruas.nama)
    )
    form = _with_seen(_fresh(one, told.formulir), one)
    _again(one, known, replace(form, salah=(DISUSUL,)), 409, other)


def _with_seen(form: Formulir, one: Terbuka) -> Formulir:
    """The form for the paper as it is now, so that keeping it again is meant."""
    return replace(
        form,
        kelompok=tuple(
            replace(k, ruas=tuple(seen(one) if x.nama == seen(one).nama else x for x in k.ruas))
            for k in form.kelompok
        ),
    )


def _again(
    one: Terbuka, known: Bahan, form: Formulir, status: int, other: tuple[Terlihat, ...] = ()
) -> None:
    abort(make_response(_page(one, known, form, other), status))


def _at(one: Terbuka) -> str:
    return url_for("naskah_isi.save", naskah_id=one.naskah.id)


def _fresh(one: Terbuka, form: Formulir) -> Formulir:
    """The form with the buttons of this page."""
    rows = tuple(x for x in form.lain if x.nama == UBAH)
    more = (Tombol("Simpan dan ajukan", APA, AJUKAN), *rows)
    back = Tautan("Kembali ke naskah", url_for("naskah.show", naskah_id=one.naskah.id))
    return replace(form, tombol="Simpan", lain=more, batal=back)


def _known(one: Terbuka) -> Bahan:
    """What is known of the paper: kept, and, where nothing was, what its matter says now."""
    assert one.pasangan, "asked for before"
    told, ruas = naskah_baca.sources(house(), one), one.pasangan.ruas
    tetap = {x.nama: told[x.nama] for x in ruas if x.asal == r.INSTANSI and x.nama in told}
    isian = dict(one.naskah.isian)
    for x in ruas:
        if x.asal != r.BERKAS or x.nama not in told:
            continue
        if x.jenis == r.BUTIR or empty(isian.get(x.nama)):
            isian[x.nama] = told[x.nama]
    return Bahan(one.pasangan, isian, tetap, _links(one))


def _links(one: Terbuka) -> Mapping[str, Tautan]:
    """Where that which is not typed here is changed."""
    own = Tautan("Dari data instansi", url_for("unit.listing"))
    desk = Tautan("Dari meja uji", url_for("berkas_uji.show", berkas_id=one.berkas.id))
    return {r.BUTIR: desk} | dict.fromkeys((r.KOP, r.PEJABAT, r.TEKS), own)


def _page(one: Terbuka, known: Bahan, form: Formulir, other: tuple[Terlihat, ...] = ()) -> str:
    here = url_for("naskah_isi.show", naskah_id=one.naskah.id)
    paper = Tautan(one.nama, url_for("naskah.show", naskah_id=one.naskah.id))
    return render_template(
        "naskah/isi.html",
        judul="Isi naskah",
        jejak=(*trail(one), paper),
        lembar=lembar(known, form),
        lain=other,
        cetakan=printed(house(), one, here),
        unduh=(),
    )
