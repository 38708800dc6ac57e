"""One item of a matter: its worksheet, what is missing in it, and its outcome."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flask import Blueprint, abort, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.berkas import baca as berkas_baca
from service.acts.berkas import butir as berkas_butir
from service.acts.berkas.baca import Penuh
from service.acts.register import pemicu as berkas_pemicu
from service.acts.sop import peraturan
from service.domain.berkas import BERJALAN, Berkas
from service.domain.butir import Butir
from service.domain.pengecualian import is_closed
from service.domain.refusals import Overtaken, TidakAda
from service.domain.tanggal import local
from service.domain.uji import PERMOHONAN, faults
from service.domain.uji_blok import as_decided
from service.domain.wewenang import Act
from service.face.isi import Kolom, Pemberitahuan, Sel, Tabel, Tautan
from service.face.isi_formulir import Formulir
from service.web.berkas import butir_isian as isian
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.forms import Terisi
from service.web.dasar.sekali import known
from service.web.kata.berkas import outcome

bp = Blueprint("berkas_butir", __name__)
DIDAHULUI = (
    "Orang lain menyimpan lembar ini lebih dahulu. Isian yang tidak Anda ubah sudah mengikuti yang "
    "tersimpan; yang berbeda tampak berdampingan. Bandingkan dahulu; menyimpan lagi berarti "
    "tulisan Anda yang dipakai."
)
BANDING = (Kolom("Isian"), Kolom("Tersimpan sekarang"), Kolom("Tulisan Anda"))


@bp.get("/berkas/<berkas_id>/butir/<butir_id>")
@only(Act.LOOK)
def show(berkas_id: str, butir_id: str) -> str:
    """The worksheet, to be filled where this person has a part in it."""
    whole, one = _known(berkas_id, butir_id)
    return _page(whole, one)


def _known(berkas_id: str, butir_id: str) -> tuple[Penuh, Butir]:
    whole = berkas_baca.read(house(), hadir(), berkas_id)
    if isinstance(whole, Berkas):
        raise TidakAda("Butir itu")
    found = next((one for one in whole.butir if one.id == butir_id), None)
    if found is None:
        raise TidakAda("Butir itu")
    return whole, found


@bp.post("/berkas/<berkas_id>/butir/<butir_id>")
@only(Act.COMPLETE)
def save(berkas_id: str, butir_id: str) -> Response:
    """What the meeting wrote; gaps are kept, and named."""
    whole, one = _known(berkas_id, butir_id)
    form = isian.worksheet(whole, one, more=bool(_neighbours(whole, one)[1]))
    sent = forms.read(form, lambda wrong: _page(whole, one, lembar=wrong))
    lembar = isian.sheet(sent, one.uji)
    versi = sent.angka("versi")
    if versi != one.versi:
        _overtaken(whole, one, sent)

    def kept() -> Butir | None:
        try:
            return berkas_butir.write_test(house(), hadir(), one.id, versi, lembar)
        except Overtaken:
            return None

    if sent.attempt(kept) is None:
        _overtaken(*_known(berkas_id, butir_id), sent)
    if isian.LANJUT in request.form:
        after = _neighbours(whole, one)[1]
        goal = _at(whole, after, "disimpan") if after else desk(whole, "disimpan")
        return redirect(goal, 303)
    return redirect(_at(whole, one, "disimpan"), 303)


def _overtaken(whole: Penuh, now: Butir, sent: Terisi) -> None:
    """Who came second keeps what they wrote, beside what is kept now; the request ends here."""
    form = isian.worksheet(whole, now, more=bool(_neighbours(whole, now)[1]))
    mine = isian.merged(form, sent)
    wrong = replace(mine.formulir, salah=(DIDAHULUI,))
    theirs, ours = (
        dict(isian.told(whole.berkas.instansi, one))
        for one in (now.uji, isian.sheet(mine, now.uji))
    )
    rows = tuple(
        (Sel(name), Sel(theirs.get(name, "–")), Sel(ours.get(name, "–")))
        for name in dict.fromkeys((*theirs, *ours))
        if theirs.get(name) != ours.get(name)
    )
    table = Tabel("banding", "Yang tersimpan dan tulisan Anda", BANDING, rows) if rows else None
    abort(make_response(_page(whole, now, lembar=wrong, banding=table), 409))


@bp.post("/berkas/<berkas_id>/butir/<butir_id>/putus")
@only(Act.COMPLETE)
def decide(berkas_id: str, butir_id: str) -> Response:
    """The outcome of the item."""
    whole, one = _known(berkas_id, butir_id)
    form = isian.decision(whole, one) or forms.nothing()
    sent = forms.read(form, lambda wrong: _page(whole, one, putusan=wrong))
    sent.attempt(
        lambda: berkas_butir.decide(house(), hadir(), one.id, sent.angka("versi"), sent["hasil"])
    )
    return redirect(_at(whole, one, "disimpan"), 303)


@bp.post("/berkas/<berkas_id>/butir/<butir_id>/keluarkan")
@only(Act.COMPLETE)
def take_out(berkas_id: str, butir_id: str) -> Response:
    """Out of the matter, with the reason."""
    whole, one = _known(berkas_id, butir_id)
    sent = forms.read(isian.out(whole, one), lambda wrong: _page(whole, one, keluar=wrong))
    sent.attempt(
        lambda: berkas_butir.take_out(house(), hadir(), one.id, sent.angka("versi"), sent["alasan"])
    )
    return redirect(desk(whole, "disimpan"), 303)


def _at(whole: Penuh, one: Butir, kabar: str = "") -> str:
    at = whole.berkas.id
    return url_for("berkas_butir.show", berkas_id=at, butir_id=one.id, kabar=kabar or None)


def desk(whole: Penuh, kabar: str = "") -> str:
    """The page of all items."""
    return url_for("berkas_uji.show", berkas_id=whole.berkas.id, kabar=kabar or None)


def _neighbours(whole: Penuh, one: Butir) -> tuple[Butir | None, Butir | None]:
    """The items before and after this one, of those that count."""
    before = [x for x in whole.butir if not x.dicabut and x.urut < one.urut]
    after = [x for x in whole.butir if not x.dicabut and x.urut > one.urut]
    return (before[-1] if before else None), (after[0] if after else None)


def today_of(whole: Penuh) -> date:
    """The day it is where the matter belongs."""
    agency = known(whole.berkas.instansi)
    zona = agency.zona_of(whole.berkas.unit) if agency else "WIB"
    return local(house().clock.now(), zona).date()


def may_write(whole: Penuh) -> bool:
    """Whether this person may write worksheets of the matter now."""
    return whole.ikut and whole.berkas.keadaan == BERJALAN and whole.berkas.ditunda is None


def _page(
    whole: Penuh,
    one: Butir,
    lembar: Formulir | None = None,
    putusan: Formulir | None = None,
    keluar: Formulir | None = None,
    banding: Tabel | None = None,
) -> str:
    fixed = whole.terang.proved(one)
    may = may_write(whole) and not one.dicabut and not fixed
    before, after = _neighbours(whole, one)
    kata, bentuk = outcome(whole.terang, one)
    sheet = as_decided(one.uji, one.hasil)
    gaps = list(faults(sheet, today_of(whole)).values())
    lacks = whole.terang.lacks(one, today_of(whole)) if is_closed(one) and not fixed else []
    return render_template(
        "berkas/butir.html",
        judul=one.judul,
        jejak=[
            Tautan("Beranda", "/"),
            Tautan("Berkas", "/berkas"),
            Tautan(whole.berkas.judul, url_for("berkas.show", berkas_id=whole.berkas.id)),
            Tautan("Uji konsekuensi", desk(whole)),
        ],
        letak=f"Butir {one.urut} dari {len(whole.butir)}",
        sebelum=Tautan(before.judul, _at(whole, before)) if before else None,
        sesudah=Tautan(after.judul, _at(whole, after)) if after else None,
        hasil=(kata, bentuk),
        kabar=_notices(whole, one),
        tetap=fixed,
        kurang=[] if fixed or one.dicabut else gaps,
        bukti=[x for x in lacks if x not in gaps],
        isi=isian.told(whole.berkas.instansi, one.uji),
        banding=banding,
        lembar=(lembar or isian.worksheet(whole, one, more=bool(after))) if may else None,
        putusan=(putusan or isian.decision(whole, one)) if may else None,
        keluar=(keluar or isian.out(whole, one)) if may else None,
    )


def _notices(whole: Penuh, one: Butir) -> list[Pemberitahuan]:
    """What is worth a look and stops nothing."""
    daftar = peraturan.regulations(house().packs, whole.berkas.instansi)
    told = peraturan.sheet_warnings(daftar, one.uji)
    found = [Pemberitahuan(f"{one} {peraturan.LANJUT}", "perhatian") for one in told]
    nomor = one.uji.rujukan
    if one.uji.pemicu != PERMOHONAN or not nomor:
        return found
    if berkas_pemicu.is_known(house(), hadir(), whole.berkas, nomor):
        return found
    kata = (
        f"Nomor permohonan {nomor} tidak ada di register, atau Anda tidak berwenang melihatnya. "
        "Lembar tetap tersimpan; periksa nomornya."
    )
    return [*found, Pemberitahuan(kata, "perhatian")]
