"""The desk: what waits for a person, one at a time, with one key to confirm and go on."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.instansi.aturan import aturan_of
from service.acts.kiriman import ajaran, nomor_daftar
from service.acts.kiriman import putusan as acts
from service.acts.lihat.terlihat import kiriman_for
from service.domain.kiriman import Kiriman
from service.domain.refusals import Refusal, TidakAda
from service.domain.tanggal import local, panjang, pukul
from service.domain.wewenang import Act
from service.face.alamat import page_of, pages
from service.face.isi import Kolom, Kosong, Sel, Tabel
from service.face.isi_formulir import Formulir
from service.face.isi_meja import Ajaran
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.sebutan import unit_name
from service.web.dasar.sekali import known
from service.web.kiriman import meja_isian, meja_satu
from service.web.kiriman.belum_diputus import undecided

bp = Blueprint("meja", __name__)
Answer = Response | str
SEHALAMAN = 50
KOLOM = (
    Kolom("Kiriman"),
    Kolom("Diterima"),
    Kolom("Nomor agenda"),
    Kolom("Unit"),
    Kolom("Yang perlu diputuskan"),
)


@bp.get("/meja")
@only(Act.IDENTIFY, Act.PEOPLE)
def listing() -> str:
    """What waits, the oldest first."""
    asked = request.args.to_dict()
    many, found = undecided(house(), hadir(), (page_of(asked) - 1) * SEHALAMAN, SEHALAMAN)
    baris = tuple(
        (
            Sel(
                one.nama,
                url_for("meja.show", kiriman_id=one.id),
                bentuk="dikecualikan" if one.rahasia else "menunggu",
            ),
            Sel(
                f"{panjang(local(one.diterima, zona).date())}, {pukul(one.diterima, zona)}",
                iso=one.diterima.isoformat(),
            ),
            Sel(one.nomor_agenda or "–"),
            Sel(unit_name(one.instansi, one.unit) or "–"),
            Sel(one.alasan or "–"),
        )
        for one, zona in found
    )
    return render_template(
        "meja.html",
        daftar=Tabel("meja", "Kiriman yang menunggu keputusan Anda", KOLOM, baris),
        halaman=pages("/meja", asked, many, SEHALAMAN, "kiriman"),
        mulai=url_for("meja.show", kiriman_id=found[0][0].id) if found else "",
        tawaran=_offers(asked.get("baru", "")),
        kosong=Kosong(
            "Meja kosong",
            "Kiriman yang tidak dapat diputuskan mesin sendiri akan menunggu Anda di sini.",
        ),
    )


def _seen(kiriman_id: str) -> Kiriman:
    """The kiriman, where this person decides about it; else it is not there."""
    with house().ledger.read() as reading:
        one = kiriman_for(reading, hadir(), kiriman_id)
    if one.instansi and not hadir().may(Act.IDENTIFY, one.instansi, one.unit):
        raise TidakAda("Kiriman itu")
    return one


def _page(one: Kiriman, wrong: Formulir | None = None) -> str:
    asked = request.args.to_dict()
    meja = meja_satu.shown(house(), hadir(), one, asked, wrong)
    return render_template("meja_satu.html", meja=meja, tawaran=_offers(asked.get("baru", "")))


def _offers(kiriman_id: str) -> list[Ajaran]:
    """What may follow from the decision just taken: a legal number, a rule for its sender."""
    if not kiriman_id:
        return []
    try:
        one = _seen(kiriman_id)
    except TidakAda:
        return []
    found = (meja_satu.numbered(house(), one), meja_satu.lesson(house(), hadir(), one))
    return [offer for offer in found if offer]


@bp.get("/meja/<kiriman_id>")
@only(Act.IDENTIFY, Act.PEOPLE)
def show(kiriman_id: str) -> str:
    """One kiriman: its page beside its values."""
    return _page(_seen(kiriman_id))


@bp.post("/meja/<kiriman_id>/tetapkan")
@only(Act.IDENTIFY)
def confirm(kiriman_id: str) -> Answer:
    """Everything as it stands in the fields, and on to the next."""
    one = _seen(kiriman_id)
    files = meja_satu.files_of(house(), one)
    agency = known(one.instansi)
    if agency is None:
        raise TidakAda("Instansi kiriman itu")
    form = meja_isian.form(one, aturan_of(house(), one.instansi), agency, files)
    sent = forms.read(form, lambda wrong: _page(one, wrong))
    after, _ = meja_satu.following(house(), hadir(), one)
    sent.attempt(
        lambda: acts.confirm(
            house(), hadir(), kiriman_id, sent.angka("versi"), meja_isian.taken(sent)
        )
    )
    return _onward(after, kiriman_id, "ditetapkan")


def _onward(after: str, baru: str, kabar: str) -> Response:
    """To the next that waits; to the empty desk where none does."""
    if after:
        return redirect(url_for("meja.show", kiriman_id=after, kabar=kabar, baru=baru), 303)
    return redirect(url_for("meja.listing", kabar=kabar, baru=baru), 303)


@bp.post("/meja/<kiriman_id>/sisihkan")
@only(Act.IDENTIFY)
def aside(kiriman_id: str) -> Answer:
    """Put aside, with a reason."""
    one = _seen(kiriman_id)
    form = meja_satu.aside_form(one)
    sent = forms.read(form, lambda wrong: _refused(one, wrong))
    after, _ = meja_satu.following(house(), hadir(), one)
    sent.attempt(
        lambda: acts.put_aside(house(), hadir(), kiriman_id, sent.angka("versi"), sent["alasan"])
    )
    return _onward(after, "", "disisihkan")


def _refused(one: Kiriman, wrong: Formulir) -> str:
    """The desk with what was wrong in one of its smaller forms, told on top."""
    told = (*wrong.salah, *(ruas.galat for ruas in wrong.ruas if ruas.galat))
    return render_template(
        "meja_satu.html",
        meja=meja_satu.shown(house(), hadir(), one, request.args.to_dict()),
        tawaran=[],
        salah=told,
    )


@bp.post("/meja/<kiriman_id>/ulang")
@only(Act.IDENTIFY, Act.PEOPLE)
def again(kiriman_id: str) -> Answer:
    """Have it looked at once more."""
    one = _seen(kiriman_id)
    acts.again(house(), hadir(), kiriman_id, _versi(one))
    return redirect(url_for("kiriman.show", kiriman_id=kiriman_id, kabar="diperiksa_ulang"), 303)


@bp.post("/meja/<kiriman_id>/tempat")
@only(Act.IDENTIFY, Act.PEOPLE)
def place(kiriman_id: str) -> Answer:
    """Say in which unit a stray belongs."""
    one = _seen(kiriman_id)
    form = meja_satu.place_form(house(), hadir(), one)
    sent = forms.read(form, lambda wrong: _refused(one, wrong))
    instansi, _, unit = sent["tempat"].partition("/")
    sent.attempt(
        lambda: acts.place(house(), hadir(), kiriman_id, sent.angka("versi"), instansi, unit)
    )
    return redirect(url_for("kiriman.show", kiriman_id=kiriman_id, kabar="ditempatkan"), 303)


@bp.post("/meja/<kiriman_id>/rahasia")
@only(Act.IDENTIFY)
def secret(kiriman_id: str) -> Answer:
    """Make it a withheld matter."""
    one = _seen(kiriman_id)
    after, _ = meja_satu.following(house(), hadir(), one)
    acts.secret(house(), hadir(), kiriman_id, _versi(one))
    return _onward(after, "", "dirahasiakan")


@bp.post("/meja/<kiriman_id>/nomor")
@only(Act.IDENTIFY)
def number(kiriman_id: str) -> Answer:
    """Give the legal number."""
    one = _seen(kiriman_id)
    given = nomor_daftar.give(house(), hadir(), kiriman_id, _versi(one))
    return redirect(url_for("kiriman.show", kiriman_id=given.id, kabar="dinomori"), 303)


@bp.post("/meja/<kiriman_id>/ajarkan")
@only(Act.IDENTIFY)
def teach(kiriman_id: str) -> Answer:
    """Let all letters of this sender be of this kind."""
    _seen(kiriman_id)
    ajaran.teach(house(), hadir(), kiriman_id)
    return redirect(url_for("aturan_pengirim.listing", kabar="diajarkan"), 303)


def _versi(one: Kiriman) -> int:
    """The version the page showed; where the form names none, the one that stands."""
    text = request.form.get("versi", "")
    if text and not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Refusal("Halaman ini sudah tidak berlaku. Muat ulang, lalu coba lagi.")
    return int(text) if text else one.versi
