"""Disputes: the list, a new one about an objection, one with its stages, letters and ruling."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.lihat.terlihat import line_for, reach
from service.acts.register import sengketa as acts
from service.acts.register import sengketa_betul, sengketa_putusan, sengketa_surat
from service.acts.register.sengketa import Catat
from service.acts.register.sengketa_putusan import Perintah
from service.acts.register.sengketa_surat import Tautkan, Ubah
from service.domain import sengketa as d
from service.domain.keberatan import Keberatan
from service.domain.refusals import TidakAda
from service.domain.sengketa import Putusan, Sengketa
from service.domain.wewenang import Act
from service.face.alamat import page_of
from service.face.isi import Halaman, Kosong, Tabel, Tautan
from service.face.isi_formulir import Formulir, Pilihan, Ruas
from service.web.dasar import forms
from service.web.dasar.auth import carrying, hadir, house, only
from service.web.dasar.forms import Terisi
from service.web.kiriman import pindaian
from service.web.register import sengketa_isian, sengketa_isian_putusan
from service.web.register.sengketa_muka import DAFTAR, page, rows

bp = Blueprint("sengketa", __name__)
SEHALAMAN = 50
BERJALAN = "berjalan"
ADA = "ada"  # stands for a scan that came and is not kept yet
SARING = {
    BERJALAN: tuple(x for x in d.TAHAP if x not in d.TERTUTUP),
    "semua": tuple(d.TAHAP),
    **{one: (one,) for one in d.TAHAP},
}


@bp.get("/sengketa")
@only(Act.LOOK)
def listing() -> str:
    """Those under way, newest first, or what is asked for."""
    asked = request.args.get("tahap", BERJALAN)
    asked = asked if asked in SARING else BERJALAN
    here = page_of(request.args.to_dict())
    skip = (here - 1) * SEHALAMAN
    places = reach(house(), hadir())
    found = house().register.sengketa(places, SARING[asked], skip, SEHALAMAN + 1)
    return render_template(
        "sengketa/daftar.html",
        daftar=Tabel("sengketa", "Sengketa", DAFTAR, rows(found[:SEHALAMAN])),
        halaman=_pages(asked, here, more=len(found) > SEHALAMAN),
        saring=(Ruas("tahap", "Tampilkan", asked, "pilih", pilihan=_choices()),),
        tersaring=asked != BERJALAN,
        kosong=Kosong(
            "Tidak ada sengketa di sini",
            "Sengketa dicatat dari halaman keberatannya, setelah pemohon mengajukannya ke Komisi "
            "Informasi.",
        ),
    )


def _choices() -> tuple[Pilihan, ...]:
    words = {BERJALAN: "Yang masih berjalan", "semua": "Semua sengketa", **d.TAHAP}
    return tuple(Pilihan(one, words[one]) for one in SARING)


def _pages(asked: str, here: int, *, more: bool) -> Halaman | None:
    if here == 1 and not more:
        return None
    return Halaman(
        here,
        here + more,
        f"Halaman {here}",
        url_for("sengketa.listing", tahap=asked, halaman=here - 1) if here > 1 else "",
        url_for("sengketa.listing", tahap=asked, halaman=here + 1) if more else "",
    )


@bp.get("/keberatan/<keberatan_id>/sengketa")
@only(Act.DISPUTE)
def ask(keberatan_id: str) -> str:
    """A dispute about this objection, to be written down."""
    about = _about(keberatan_id)
    return _new_page(about, sengketa_isian.fresh(about))


@bp.post("/keberatan/<keberatan_id>/sengketa")
@only(Act.DISPUTE)
def record(keberatan_id: str) -> Response:
    """Written down; the same form sent twice is one."""
    about = _about(keberatan_id)
    sent = forms.read(sengketa_isian.fresh(about), lambda form: _new_page(about, form))
    on = sent.tanggal("diajukan")
    assert on, "the form asks for it"
    asked = Catat(sent["tanda"], about.id, sent["komisi"], sent["nomor"], on)
    one = sent.attempt(lambda: acts.record(house(), hadir(), asked))
    return redirect(url_for("sengketa.show", sengketa_id=one.id, kabar="sengketa"), 303)


def _about(keberatan_id: str) -> Keberatan:
    with house().ledger.read() as reading:
        return line_for(reading, hadir(), Keberatan, keberatan_id, (Act.DISPUTE,))


def _new_page(about: Keberatan, form: Formulir) -> str:
    back = url_for("permohonan.show_keberatan", keberatan_id=about.id)
    return render_template(
        "permohonan/lembar.html",
        judul="Catat sengketa",
        kata="Sengketa yang diajukan pemohon ke Komisi Informasi atas tanggapan keberatan ini.",
        jejak=(
            Tautan("Beranda", "/"),
            Tautan("Register keberatan", "/register/keberatan"),
            Tautan(about.nomor or about.nomor_agenda, back),
        ),
        formulir=form,
    )


@bp.get("/sengketa/<sengketa_id>")
@only(Act.LOOK)
def show(sengketa_id: str) -> str:
    """One dispute."""
    return _page(_one(sengketa_id))


def _one(sengketa_id: str) -> Sengketa:
    with house().ledger.read() as reading:
        return acts.sengketa_for(reading, hadir(), sengketa_id)


def _page(one: Sengketa, wrong: Formulir | None = None) -> str:
    return render_template("sengketa/satu.html", **page(one, wrong))


@bp.post("/sengketa/<sengketa_id>/<apa>")
@only(Act.DISPUTE)
@carrying(pindaian.most)
def act(sengketa_id: str, apa: str) -> Response:
    """One of the acts that the page offers."""
    one = _one(sengketa_id)
    form = next((x for x in _offered(one) if x.alamat == sengketa_isian.at(one, apa)), None)
    if apa not in PERBUATAN or form is None:
        raise TidakAda("Perbuatan itu")
    sent = forms.read(form, lambda wrong: _page(one, wrong))
    sent.attempt(lambda: PERBUATAN[apa](one, sent))
    return redirect(url_for("sengketa.show", sengketa_id=one.id, kabar="disimpan"), 303)


def _offered(one: Sengketa) -> list[Formulir]:
    # A ruling sent once more is answered like the first, so its form is always known.
    again = sengketa_isian_putusan.ruling(one)
    return [*sengketa_isian_putusan.forms(one), again, *_of_letter(one)]


def _of_letter(one: Sengketa) -> list[Formulir]:
    """The forms about the letter that was sent along."""
    asked = request.form.get("surat", "")[:64]
    with house().ledger.read() as reading:
        found = sengketa_surat.moved_for(reading, hadir(), one, asked)
    moving = [sengketa_isian.moving(one, found)] if found else []
    return [sengketa_isian.parting(one, asked), *moving]


def _stage(one: Sengketa, sent: Terisi) -> None:
    told = (sent["tahap"], sent.tanggal("pada"), sent["alasan"])
    acts.go_on(house(), hadir(), one.id, sent.angka("versi"), *told)


def _letter(one: Sengketa, sent: Terisi) -> None:
    asked = Tautkan(one.id, sent["nomor"], sent["hal"], sent.tanggal("acara"))
    sengketa_surat.join(house(), hadir(), asked)


def _move(one: Sengketa, sent: Terisi) -> None:
    more = sent["cara"] == sengketa_isian.TAMBAH
    said = (sent["hal"], sent.tanggal("acara"))
    asked = Ubah(one.id, sent["surat"], sent.angka("versi"), *said, more)
    sengketa_surat.move(house(), hadir(), asked)


def _part(one: Sengketa, sent: Terisi) -> None:
    sengketa_surat.part(house(), hadir(), one.id, sent["surat"], sent["alasan"])


def _ruling(one: Sengketa, sent: Terisi) -> None:
    said = _said(sent)
    lines = tuple(" ".join(x.split()) for x in sent["butir"].splitlines() if x.strip())
    ordered, versi = Perintah(sent["sop"], lines), sent.angka("versi")
    sengketa_putusan.look(house(), hadir(), one.id, versi, said, ordered)
    sengketa_putusan.rule(house(), hadir(), one.id, versi, _scanned(one, sent, said), ordered)


def _said(sent: Terisi) -> Putusan:
    told = (sent["nomor"], sent["tanggal"], sent["amar"], sent["akibat"])
    file = ADA if pindaian.chosen() else ""
    return Putusan(*told, file, sent["diterima"], sent["dari"])


def _scanned(one: Sengketa, sent: Terisi, said: Putusan) -> Putusan:
    """The ruling with its scan, which is kept as closely as the dispute."""
    with house().ledger.read() as reading:
        rahasia = acts.is_withheld(reading, one)
    perihal = f"Putusan {sent['nomor']}"
    file = pindaian.taken(sent["tanda"], one.instansi, one.unit, perihal, rahasia=rahasia)
    return replace(said, file=file)


def _correct(one: Sengketa, sent: Terisi) -> None:
    said, versi, why = _said(sent), sent.angka("versi"), sent["alasan"]
    sengketa_betul.look(house(), hadir(), one.id, versi, said, why)
    sengketa_betul.correct(house(), hadir(), one.id, versi, _scanned(one, sent, said), why)


def _received(one: Sengketa, sent: Terisi) -> None:
    came = sent.tanggal("diterima")
    sengketa_betul.received(house(), hadir(), one.id, sent.angka("versi"), came)


def _reject(one: Sengketa, sent: Terisi) -> None:
    told = (sent.angka("versi"), sent.tanggal("ditolak"), sent["alasan"])
    sengketa_betul.reject(house(), hadir(), one.id, *told)


PERBUATAN: dict[str, Callable[[Sengketa, Terisi], None]] = {
    "tahap": _stage,
    "surat": _letter,
    "acara": _move,
    "lepas": _part,
    "putusan": _ruling,
    "diterima": _received,
    "betul": _correct,
    "tolak": _reject,
}
