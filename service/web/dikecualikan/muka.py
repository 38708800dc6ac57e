"""The list of what is withheld, one piece of it, and what is done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import TypeVar

from flask import Blueprint, abort, render_template, request, url_for
from flask import redirect as to
from werkzeug.wrappers import Response

from service.acts.dikecualikan import baca, buka, keputusan
from service.acts.dikecualikan.baca import Terbuka
from service.acts.dikecualikan.uji import name_of
from service.acts.informasi.baca import informasi_for
from service.acts.informasi.usul import UsulanTidakSah
from service.domain.informasi.keadaan import KEADAAN, TERBATAS_DILIHAT
from service.domain.informasi.kode import spoken
from service.domain.informasi.pembukaan import Pembukaan
from service.domain.informasi.riwayat import SkBelumSah
from service.domain.refusals import TidakAda
from service.domain.tanggal import local
from service.domain.uji import DITUTUP
from service.domain.wewenang import Act
from service.face.alamat import page_of, pages
from service.face.isi import Kosong, Tautan
from service.face.isi_formulir import Formulir, Pilihan, Ruas
from service.web.dasar import forms
from service.web.dasar.auth import carrying, hadir, house, only, signed_in
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work
from service.web.dikecualikan import isi, isian, tawaran, tindak
from service.web.kiriman.pindaian import most

bp = Blueprint("dikecualikan", __name__)
ALAMAT = "/dikecualikan"
BERANDA = Tautan("Beranda", "/")
JEJAK = (BERANDA, Tautan("Dikecualikan", ALAMAT))
SEHALAMAN = 50
View = TypeVar("View", bound=Callable[..., object])


def closed(view: View) -> View:
    """For those who see what is withheld; all others get what an unknown address gets."""

    @wraps(view)
    def shut(*args: object, **more: object) -> object:
        if not hadir().may(Act.SECRET):
            abort(404)
        return view(*args, **more)

    return signed_in(shut)  # type: ignore[return-value]


@bp.get(ALAMAT)
@closed
def listing() -> str:
    """What is withheld, what ends first before the rest."""
    asked = request.args.to_dict()
    keadaan = asked.get("keadaan", "")
    found = baca.listed(house(), hadir(), keadaan)
    skip = (page_of(asked) - 1) * SEHALAMAN
    today = local(house().clock.now(), zona_of(hadir(), at_work())).date()
    ends = isi.ending(found, today.year)
    states = tuple(Pilihan(x, kata) for x, kata in KEADAAN.items() if x in TERBATAS_DILIHAT)
    offered = (Pilihan("", "Semua"), *states)
    return render_template(
        "dikecualikan/daftar.html",
        jejak=[BERANDA],
        daftar=isi.table(found[skip : skip + SEHALAMAN]),
        halaman=pages(ALAMAT, asked, len(found), SEHALAMAN, "informasi"),
        saring=(
            Ruas(
                "keadaan",
                "Keadaan",
                keadaan,
                "pilih",
                pilihan=offered,
                wajib=False,
            ),
        ),
        tersaring=bool(keadaan),
        alamat=ALAMAT,
        usul=url_for("dikecualikan.ask") if hadir().may(Act.FILL) else "",
        mendesak=sum(1 for one in found if one.mendesak),
        menunggu=[
            Tautan(name_of(one), f"{isi.at(one.id)}#minta-{asked.id}")
            for asked, one in buka.waiting_pieces(house(), hadir())
        ],
        belum=[
            Tautan(item.judul, url_for("dikecualikan.ask_apply", butir_id=item.id))
            for item, _ in baca.unapplied(house(), hadir())
        ],
        berakhir=ends,
        kosong=Kosong(
            "Belum ada yang dikecualikan",
            "Usulkan informasi yang perlu diuji; sesudah surat keputusannya ditandatangani, "
            "barisnya tampil di sini beserta sisa waktunya.",
        ),
    )


@bp.get(f"{ALAMAT}/usul")
@only(Act.FILL)
def ask() -> str:
    """The form by which somebody proposes that something be withheld."""
    return _proposal()


@bp.post(f"{ALAMAT}/usul")
@only(Act.FILL)
@carrying(most)
def propose() -> Response:
    """It is proposed; whoever may not see what is withheld does not see it again."""
    form = _proposal_form(request.form.get("informasi", ""))
    sent = forms.read(form, _proposal)
    one = sent.attempt(lambda: tindak.proposed(sent))
    if not hadir().sees(one.instansi, one.unit, rahasia=True):
        return to(url_for("beranda.show", kabar="dikecualikan-diusulkan"), 303)
    return to(f"{isi.at(one.id)}?kabar=dikecualikan-diusulkan", 303)


def _proposal_form(id_: str) -> Formulir:
    if not id_:
        units = isian.units()
        if not units:
            raise UsulanTidakSah(
                "Anda tidak memegang unit untuk mengusulkan. Belum ada yang diubah."
            )
        return isian.proposal(None, units)
    with house().ledger.read() as reading:
        return isian.proposal(informasi_for(reading, hadir(), id_), [])


def _proposal(wrong: Formulir | None = None) -> str:
    form = wrong or _proposal_form(request.args.get("informasi", ""))
    up = JEJAK if hadir().may(Act.SECRET) else (BERANDA,)
    return render_template("dikecualikan/usul.html", jejak=up, formulir=form)


@bp.get(f"{ALAMAT}/<informasi_id>")
@closed
def show(informasi_id: str) -> str:
    """One piece: its line, both consequences, its history, and what can be done."""
    return _page(baca.one(house(), hadir(), informasi_id))


def _page(whole: Terbuka, wrong: Formulir | None = None) -> str:
    one, zona = whole.informasi, zona_of(hadir(), at_work())
    acts = [
        replace(each, formulir=wrong) if wrong and wrong.alamat == each.formulir.alamat else each
        for each in tawaran.offered(whole, tawaran.open_matters(one))
    ]
    return render_template(
        "dikecualikan/satu.html",
        judul=name_of(one) or spoken(one.kode),
        jejak=JEJAK,
        keadaan=(isi.BENTUK[one.keadaan], KEADAAN[one.keadaan]),
        tahap=(isi.TAHAP[whole.dijaga.tahap], isi.left(whole.dijaga)),
        sifat=isi.traits(whole),
        tindak=acts,
        keliru=wrong is not None,
        jawab=[
            (f"minta-{x.id}", whole.nama.get(x.oleh, ""), whole.kata.get(x.alasan, ""), forms_)
            for x, forms_ in _answers(whole)
        ],
        pengujian=isi.tests(whole),
        pembukaan=isi.openings(whole, zona),
        peristiwa=isi.events(whole, zona),
    )


def _answers(whole: Terbuka) -> list[tuple[Pembukaan, tuple[Formulir, Formulir]]]:
    mine = {x.id for x in buka.waiting(house(), hadir())}
    return [(x, isian.answering(x)) for x in whole.pembukaan if x.id in mine]


@bp.post(f"{ALAMAT}/<informasi_id>/<apa>")
@closed
@carrying(most)
def act(informasi_id: str, apa: str) -> Response:
    """One of the things that the page offers."""
    whole = baca.one(house(), hadir(), informasi_id)
    offered = tawaran.offered(whole, tawaran.open_matters(whole.informasi))
    found = next((x for x in offered if x.apa == apa), None)
    if found is None or apa not in tindak.PERBUATAN:
        raise TidakAda("Perbuatan itu")
    sent = forms.read(found.formulir, lambda wrong: _page(whole, wrong))
    return sent.attempt(lambda: tindak.PERBUATAN[apa](whole.informasi, sent))


@bp.get(f"{ALAMAT}/hasil/<butir_id>")
@closed
def ask_apply(butir_id: str) -> str:
    """The outcome of an item, before it counts."""
    return _apply_page(butir_id)


@bp.post(f"{ALAMAT}/hasil/<butir_id>")
@closed
def apply(butir_id: str) -> Response:
    """The piece is where its decree has it."""
    form = _apply_form(butir_id)
    sent = forms.read(form, lambda wrong: _apply_page(butir_id, wrong))
    one = sent.attempt(lambda: tindak.applied(butir_id, sent))
    if one.keadaan in TERBATAS_DILIHAT:
        return to(f"{isi.at(one.id)}?kabar=dikecualikan-diterapkan", 303)
    return to(f"{ALAMAT}?kabar=dikecualikan-diterapkan", 303)


def _apply_form(butir_id: str) -> Formulir:
    with house().ledger.read() as reading:
        item, berkas = keputusan.item_for(reading, hadir(), butir_id)
        try:
            paper = bool(keputusan.decree(reading, berkas).naskah)
        except SkBelumSah:
            paper = True  # the act says that it is not signed
    return isian.applying(item, paper=paper, closed=item.hasil in DITUTUP)


def _apply_page(butir_id: str, wrong: Formulir | None = None) -> str:
    with house().ledger.read() as reading:
        item, berkas = keputusan.item_for(reading, hadir(), butir_id)
        lacks = keputusan.proofs(reading, berkas).lacks(item) if item.hasil in DITUTUP else []
    return render_template(
        "dikecualikan/terap.html",
        jejak=JEJAK,
        judul=item.judul,
        sifat=isi.worksheet(item),
        kurang=lacks,
        formulir=wrong or _apply_form(butir_id),
    )


@bp.post(f"{ALAMAT}/buka/<asked>/<apa>")
@closed
def answer(asked: str, apa: str) -> Response:
    """The second person agrees, or does not."""
    id_ = buka.piece_of(house(), hadir(), asked)
    whole = baca.one(house(), hadir(), id_)
    pair = next((x for one, x in _answers(whole) if one.id == asked), None)
    if pair is None or apa not in ("setuju", "tolak"):
        raise TidakAda("Permintaan itu")
    sent = forms.read(pair[apa == "tolak"], lambda wrong: _page(whole, wrong))
    sent.attempt(lambda: tindak.answered(asked, apa, sent))
    return to(f"{isi.at(id_)}?kabar=dikecualikan-{apa}", 303)
