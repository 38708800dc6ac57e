"""The suggestions of the public on the page of a round, and what is done with them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from service.acts.berkas.baca import Penuh
from service.acts.register import masukan_putaran
from service.acts.register.masukan_putaran import Putaran
from service.domain.berkas import BERJALAN
from service.domain.masukan import DISISIHKAN, DIUSULKAN, MasukanPublik
from service.domain.tanggal import hari_tanggal, local
from service.domain.wewenang import Act
from service.face.alamat import HALAMAN, page_of, pages, ribuan
from service.face.isi import Halaman
from service.face.isi_formulir import Formulir, Kelompok, Ruas
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only

bp = Blueprint("berkas_masukan", __name__)
TAMPIL = 20  # suggestions on one page; those nobody dealt with come first
PANJANG_ALASAN = 500


@dataclass(frozen=True)
class Satu:
    """One suggestion as the page shows it."""

    tentang: str
    isi: str
    diterima: str
    nomor: str
    kiriman: str
    butir: str  # where it was made a proposal; '' where it was not
    disisihkan: bool
    usul: Formulir | None
    sisih: Formulir | None


def section(whole: Penuh, zona: str) -> dict[str, Any] | None:
    """All that the page says of them; None where the step asks for none."""
    berkas = whole.berkas
    if berkas.keadaan != BERJALAN or not masukan_putaran.thing_of(whole.jalan, berkas):
        return None
    asked = {HALAMAN: request.args.get(HALAMAN, "")}  # and no word of an act done before
    found = _page(berkas.id, asked)
    if found and not found.masukan:  # beyond the last page, since some were moved away
        asked.pop(HALAMAN, None)
        found = _page(berkas.id, asked)
    if found is None:
        return None
    at = url_for("berkas.show", berkas_id=berkas.id)
    may = whole.ikut and berkas.ditunda is None
    return {
        "kata": _counted(found, zona),
        "masukan": [_one(berkas.id, one, zona, may=may) for one in found.masukan],
        "halaman": _on(pages(at, asked, found.banyak, TAMPIL, "masukan")),
        "rekap": _recap(berkas.id) if may and not found.rekap else None,
    }


def _page(berkas_id: str, asked: dict[str, str]) -> Putaran | None:
    skip = (max(page_of(asked), 1) - 1) * TAMPIL
    return masukan_putaran.of_round(house(), hadir(), berkas_id, TAMPIL, skip)


def _on(halaman: Halaman | None) -> Halaman | None:
    """The way on, to where the suggestions stand on the page."""
    if halaman is None:
        return None

    def to(alamat: str) -> str:
        return alamat and f"{alamat}#masukan-judul"

    nomor = tuple((number, to(alamat)) for number, alamat in halaman.nomor)
    before, after = to(halaman.sebelum), to(halaman.sesudah)
    return replace(halaman, sebelum=before, sesudah=after, nomor=nomor)


def _counted(found: Putaran, zona: str) -> str:
    dari = found.jendela.dari
    since = f" sejak {hari_tanggal(local(dari, zona).date())}" if dari else ""
    many, made = found.banyak, found.menurut.get(DIUSULKAN, 0)
    aside = found.menurut.get(DISISIHKAN, 0)
    if not many:
        return f"Tidak ada masukan publik{since}. Rekapnya nihil."
    words = f"{ribuan(many)} masukan publik{since}, {ribuan(made)} di antaranya diusulkan"
    return f"{words} dan {ribuan(aside)} disisihkan." if aside else f"{words}."


def _one(berkas_id: str, one: MasukanPublik, zona: str, *, may: bool) -> Satu:
    butir, aside = "", one.keadaan == DISISIHKAN
    if one.butir:
        butir = url_for("berkas_butir.show", berkas_id=one.berkas, butir_id=one.butir)
    return Satu(
        one.isian.tentang,
        one.isian.isi,
        hari_tanggal(local(one.diterima, zona).date()),
        one.nomor_agenda,
        url_for("kiriman.show", kiriman_id=one.kiriman),
        butir,
        aside,
        _proposal(berkas_id, one.id, one.isian.tentang) if may and not butir else None,
        _aside(berkas_id, one.id) if may and not butir and not aside else None,
    )


def _proposal(berkas_id: str, masukan_id: str, judul: str) -> Formulir:
    fields = (
        Ruas("judul", "Judul usulan", judul, batas=300, kunci=f"judul-{masukan_id}"),
        Ruas("masukan", "Masukan", masukan_id, "tersembunyi", kunci=f"masukan-{masukan_id}"),
    )
    at = url_for("berkas_masukan.propose", berkas_id=berkas_id)
    return Formulir(at, "Usulkan menjadi butir", (Kelompok("", fields),), jaga=False)


def _aside(berkas_id: str, masukan_id: str) -> Formulir:
    fields = (
        Ruas("alasan", "Alasan", batas=PANJANG_ALASAN, kunci=f"alasan-{masukan_id}"),
        Ruas("masukan", "Masukan", masukan_id, "tersembunyi", kunci=f"sisih-{masukan_id}"),
    )
    at = url_for("berkas_masukan.put_aside", berkas_id=berkas_id)
    return Formulir(at, "Sisihkan masukan", (Kelompok("", fields),), jaga=False)


def _recap(berkas_id: str) -> Formulir:
    at = url_for("berkas_masukan.recap", berkas_id=berkas_id)
    return Formulir(at, "Catat rekap masukan publik", (Kelompok("", ()),), jaga=False)


@bp.post("/berkas/<berkas_id>/masukan/usulan")
@only(Act.COMPLETE)
def propose(berkas_id: str) -> Response:
    """A suggestion made an item of the round."""
    sent = forms.read(_proposal(berkas_id, request.form.get("masukan", "")[:64], ""), _nowhere)
    masukan_putaran.propose(house(), hadir(), berkas_id, sent["masukan"], sent["judul"])
    return redirect(url_for("berkas.show", berkas_id=berkas_id, kabar="masukan-diusulkan"), 303)


@bp.post("/berkas/<berkas_id>/masukan/sisih")
@only(Act.COMPLETE)
def put_aside(berkas_id: str) -> Response:
    """A suggestion of which nothing is made."""
    sent = forms.read(_aside(berkas_id, request.form.get("masukan", "")[:64]), _nowhere)
    masukan_putaran.put_aside(house(), hadir(), berkas_id, sent["masukan"], sent["alasan"])
    return redirect(url_for("berkas.show", berkas_id=berkas_id, kabar="masukan-disisihkan"), 303)


@bp.post("/berkas/<berkas_id>/masukan/rekap")
@only(Act.COMPLETE)
def recap(berkas_id: str) -> Response:
    """They count as gathered."""
    masukan_putaran.recap(house(), hadir(), berkas_id)
    return redirect(url_for("berkas.show", berkas_id=berkas_id, kabar="masukan-direkap"), 303)


def _nowhere(wrong: Formulir) -> str:
    """A form of the page of a round that was filled in wrongly: what is wrong, and the way back."""
    raise masukan_putaran.MasukanTidakSah(next((x.galat for x in wrong.ruas if x.galat), ""))
