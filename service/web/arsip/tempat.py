"""Rooms, shelves and boxes: what stands where, what lies in it, its labels, its stock-taking."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.acts.arsip import isi_tempat
from service.acts.arsip import tempat as acts
from service.acts.arsip.isi_tempat import IsiTempat
from service.domain.arsip.opname import ASING, LABEL, TEMUAN
from service.domain.arsip.tempat import DI_DALAM, MACAM, Tempat, listed, told
from service.domain.refusals import TidakAda
from service.domain.tanggal import local, panjang
from service.domain.wewenang import Act
from service.face.isi import Kolom, Sel, Tabel, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.face.qr import drawn
from service.web.arsip import isi
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.forms import Terisi
from service.web.dasar.sebutan import unit_name
from service.web.dasar.sekali import at_work, known

bp = Blueprint("arsip_tempat", __name__)
ALAMAT = f"{isi.ALAMAT}/tempat"
SEMUA = f"{ALAMAT}/<instansi>"
SATU = f"{SEMUA}/<tempat_id>"
BILA_KOSONG = "Hanya tempat yang kosong; catatannya tetap ada."


@bp.get(ALAMAT)
@only(Act.LOOK)
def first() -> Response:
    """Those of the first agency of this person."""
    mine = _mine()
    if not mine:
        raise TidakAda("Tempat itu")
    return redirect(url_for("arsip_tempat.listing", instansi=mine[0]), 303)


def _mine() -> list[str]:
    """The agencies of which this person may know a place."""
    here, may = hadir().instansi, hadir().may
    return [one.id for one in at_work() if one.id in here or may(Act.LOOK, one.id)]


@bp.get(SEMUA)
@only(Act.LOOK)
def listing(instansi: str) -> str:
    """Every place, each after what it stands in."""
    return _list_page(instansi)


@bp.post(SEMUA)
@only(Act.ARCHIVE)
def make(instansi: str) -> Response:
    """One more place."""
    sent = forms.read(_new(instansi), lambda wrong: _list_page(instansi, wrong))
    above = _places(instansi).get(sent["induk"])
    unit = above.unit if above else sent["unit"]  # what stands in a place is kept with it
    wanted = Tempat(sent["tanda"], instansi, unit, sent["macam"], sent["nama"], sent["induk"])
    sent.attempt(lambda: acts.make(house(), hadir(), wanted))
    at = url_for("arsip_tempat.listing", instansi=instansi, kabar="disimpan")
    return redirect(at, 303)


def _places(instansi: str) -> dict[str, Tempat]:
    if instansi not in _mine():
        raise TidakAda("Tempat itu")
    with house().ledger.read() as reading:
        return acts.places_for(reading, hadir(), instansi)


def _new(instansi: str) -> Formulir:
    places = _places(instansi)
    holders = {kind for inside in DI_DALAM.values() for kind in inside}
    above = tuple(
        Pilihan(one.id, told(one.id, places))
        for one in listed(places)
        if one.macam in holders and one.ditutup is None
    )
    fields = (
        Ruas("tanda", "Tanda", house().new_id(), "tersembunyi", batas=40),
        Ruas("macam", "Macam", "", "pilih", pilihan=tuple(Pilihan(*x) for x in MACAM.items())),
        Ruas("nama", "Nama atau nomor", contoh="14", batas=60, lebar="sempit"),
        Ruas(
            "induk",
            "Di dalam",
            "",
            "pilih",
            "Kosong hanya untuk ruang.",
            wajib=False,
            pilihan=above,
        ),
        Ruas(
            "unit",
            "Unit pemiliknya",
            "",
            "pilih",
            "Hanya ditanyakan untuk ruang; kosong: milik unit kearsipan.",
            wajib=False,
            pilihan=_units(instansi),
        ),
    )
    tombol = "Tambah tempat"
    return Formulir(f"{ALAMAT}/{instansi}", tombol, (Kelompok("", fields),))


def _units(instansi: str) -> tuple[Pilihan, ...]:
    """Those whose places this person may make."""
    found = known(instansi)
    every = found.unit if found else ()
    return tuple(
        Pilihan(one.id, one.nama) for one in every if hadir().may(Act.ARCHIVE, instansi, one.id)
    )


def _list_page(instansi: str, wrong: Formulir | None = None) -> str:
    places = _places(instansi)
    rows = tuple(
        (
            Sel(told(one.id, places), f"{ALAMAT}/{instansi}/{one.id}"),
            Sel(unit_name(instansi, one.unit) if one.unit else "Unit kearsipan"),
            Sel("Tidak dipakai lagi" if one.ditutup else "Dipakai"),
        )
        for one in listed(places)
    )
    head = (Kolom("Tempat"), Kolom("Pemilik"), Kolom("Keadaan"))
    may = hadir().may(Act.ARCHIVE, instansi) or bool(_units(instansi))
    return render_template(
        "arsip/tempat.html",
        judul="Tempat simpan",
        jejak=isi.JEJAK,
        tabel=Tabel("tempat", "Tempat simpan", head, rows),
        temuan=None,
        label=[],
        formulir=[wrong or _new(instansi)] if may else [],
    )


@bp.get(SATU)
@only(Act.LOOK)
def show(instansi: str, tempat_id: str) -> str:
    """What lies there, a label for each, and the last stock-taking."""
    return _page(isi_tempat.look(house(), hadir(), instansi, tempat_id))


@bp.post(f"{SATU}/<apa>")
@only(Act.ARCHIVE)
def act(instansi: str, tempat_id: str, apa: str) -> Response:
    """Go through it with a scanner, or give it up."""
    one = isi_tempat.look(house(), hadir(), instansi, tempat_id)
    form = next((x for x in _forms(one) if x.alamat.endswith(f"/{apa}")), None)
    if form is None:
        raise TidakAda("Perbuatan itu")
    sent = forms.read(form, lambda wrong: _page(one, wrong))
    sent.attempt(lambda: PERBUATAN[apa](one, sent))
    at = url_for("arsip_tempat.show", instansi=instansi, tempat_id=tempat_id, kabar="disimpan")
    return redirect(at, 303)


def _forms(one: IsiTempat) -> list[Formulir]:
    place = one.tempat
    if place.ditutup or not hadir().may(Act.ARCHIVE, place.instansi, place.unit):
        return []
    at = f"{ALAMAT}/{place.instansi}/{place.id}"
    hint = "Arahkan pemindai ke label setiap arsip di tempat ini; satu label satu baris."
    tanda = Ruas("tanda", "Tanda", house().new_id(), "tersembunyi", batas=40)
    scan = Ruas("label", "Label yang terpindai", "", "panjang", hint, wajib=False, batas=200_000)
    seen = Ruas("versi", "Versi", str(place.versi), "tersembunyi")
    count, over = "Periksa isi tempat", "Tidak dipakai lagi"
    return [
        Formulir(f"{at}/opname", count, (Kelompok("", (tanda, scan)),)),
        Formulir(f"{at}/tutup", over, (Kelompok("", (seen,), BILA_KOSONG),), jaga=False),
    ]


def _page(one: IsiTempat, wrong: Formulir | None = None) -> str:
    place, base = one.tempat, house().url.rstrip("/")
    rows = tuple(
        (
            Sel(nama, f"{isi.ALAMAT}/{x.id}"),
            Sel(x.kode or "–"),
            Sel(told(x.tempat, one.tempat_lain)),
        )
        for x, nama in one.arsip
    )
    head = (Kolom("Berkas"), Kolom("Kode"), Kolom("Tempat"))
    labels = [
        {"qr": drawn(f"{base}{LABEL}{x.id}", f"Label {nama}"), "nama": nama, "kode": x.kode}
        for x, nama in one.arsip
    ]
    return render_template(
        "arsip/tempat.html",
        judul=told(place.id, one.tempat_lain),
        jejak=(*isi.JEJAK, Tautan("Tempat simpan", f"{ALAMAT}/{place.instansi}")),
        tabel=Tabel("isi", "Arsip di tempat ini", head, rows),
        temuan=_found(one),
        label=labels,
        formulir=[wrong if wrong and wrong.alamat == x.alamat else x for x in _forms(one)],
    )


def _found(one: IsiTempat) -> Tabel | None:
    """The last stock-taking; a matter that this person may not see is not named."""
    if one.opname is None:
        return None
    zona = next((x.zona for x in at_work() if x.id == one.tempat.instansi), "WIB")
    day = panjang(local(one.opname.pada, zona).date())
    rows = tuple(
        (Sel(one.nama.get(what, what), f"{isi.ALAMAT}/{what}"), Sel(TEMUAN[found]))
        if what in one.nama
        else (Sel("Label lain"), Sel(TEMUAN[ASING]))
        for what, found in one.opname.temuan
    )
    return Tabel("temuan", f"Pemeriksaan {day}", (Kolom("Arsip"), Kolom("Temuan")), rows)


def _count(one: IsiTempat, sent: Terisi) -> object:
    place, lines = one.tempat, sent["label"].split("\n")
    return acts.count(house(), hadir(), sent["tanda"], place.instansi, place.id, lines)


def _give_up(one: IsiTempat, sent: Terisi) -> object:
    place = one.tempat
    return acts.give_up(house(), hadir(), place.instansi, place.id, sent.angka("versi"))


PERBUATAN: dict[str, Callable[[IsiTempat, Terisi], object]] = {
    "opname": _count,
    "tutup": _give_up,
}
