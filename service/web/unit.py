"""The agencies of this house: units, officials, and the rule of four eyes."""

from __future__ import annotations

from flask import Blueprint, g, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.acts import instansi as acts
from service.acts.packs import agency as agency_of
from service.domain.instansi import Instansi
from service.domain.pejabat import TERTULIS, Pejabat
from service.domain.refusals import TidakAda
from service.domain.setelan import Setelan
from service.domain.tanggal import nip_berkelompok, panjang
from service.domain.wewenang import Act
from service.face.isi import Formulir, Kelompok, Kolom, Kosong, Ruas, Sel, Tabel, Tautan
from service.web import forms
from service.web.auth import hadir, house, only
from service.web.mulai import empat_mata

bp = Blueprint("unit", __name__)
Answer = Response | str
JEJAK = (Tautan("Beranda", "/"),)
UNIT = (Kolom("Nama"), Kolom("Kode"), Kolom("Kotak masuk"))
PEJABAT = (Kolom("Nama"), Kolom("Jabatan"), Kolom("NIP"), Kolom("Masa"))


@bp.get("/instansi")
@only(Act.INSTANSI, Act.LOOK)
def listing() -> Answer:
    """The first instansi this person may see; the others are linked from its page."""
    mine = _mine()
    if not mine:
        return redirect("/siapkan" if hadir().may(Act.INSTANSI) else "/", 303)
    return redirect(url_for("unit.show", kode=mine[0].id), 303)


def _mine() -> list[Setelan]:
    return [one for one in acts.at_work(house()) if _sees(one.id)]


def _sees(kode: str) -> bool:
    return hadir().may(Act.INSTANSI, kode) or kode in hadir().instansi


@bp.get("/instansi/<kode>")
@only(Act.INSTANSI, Act.LOOK)
def show(kode: str) -> str:
    """One instansi."""
    return _page(_one(kode))


def _one(kode: str) -> Setelan:
    found = [one for one in _mine() if one.id == kode]
    if not found:
        raise TidakAda("Instansi itu")
    return found[0]


def _page(setelan: Setelan, formulir: Formulir | None = None) -> str:
    agency = agency_of(house().packs, setelan.id)
    may = hadir().may(Act.INSTANSI, setelan.id)
    return render_template(
        "unit.html",
        nama=agency.nama,
        jejak=JEJAK,
        sifat=_traits(agency),
        unit=_units(agency),
        pejabat=_officials(agency),
        kosong_pejabat=Kosong(
            "Belum ada pejabat", "Nama pejabat ditulis di paket instansi, pada bagian pejabat."
        ),
        lain=tuple(
            Tautan(one.nama, url_for("unit.show", kode=one.id))
            for one in _mine()
            if one.id != setelan.id
        ),
        formulir=None,
        setelan=(formulir or _choices(setelan)) if may else None,
    )


def _traits(agency: Instansi) -> tuple[tuple[str, str], ...]:
    return (
        ("Kode", agency.kode),
        ("Kota", agency.kota),
        ("Zona waktu", agency.zona),
        ("Laman", agency.laman),
        ("Yang disimpulkan", ", ".join(agency.tafsir)),
    )


def _units(agency: Instansi) -> Tabel:
    baris = tuple(
        (Sel(one.nama), Sel(one.kode), Sel(f"inbox/{agency.kode}/{one.id}")) for one in agency.unit
    )
    return Tabel("daftar-unit", "Unit kerja", UNIT, baris)


def _officials(agency: Instansi) -> Tabel:
    baris = tuple(
        (
            Sel(one.nama_lengkap),
            Sel(one.jabatan, catatan="" if one.sebagai == "definitif" else TERTULIS[one.sebagai]),
            Sel(nip_berkelompok(one.nip) or "–"),
            Sel(_term(one)),
        )
        for one in agency.pejabat
    )
    return Tabel("daftar-pejabat", "Pejabat", PEJABAT, baris)


def _term(one: Pejabat) -> str:
    start = f"sejak {panjang(one.mulai)}" if one.mulai else ""
    end = f"sampai {panjang(one.sampai)}" if one.sampai else ""
    return f"{start} {end}".strip() or "–"


def _choices(setelan: Setelan) -> Formulir:
    seen = Ruas("versi", "Versi", str(setelan.versi), "tersembunyi")
    kelompok = Kelompok("", (empat_mata(setelan.empat_mata), seen))
    return Formulir(f"/instansi/{setelan.id}/setelan", "Simpan setelan", (kelompok,))


@bp.post("/instansi/<kode>/setelan")
@only(Act.INSTANSI)
def choose(kode: str) -> Answer:
    """Keep the four-eyes rule of an instansi."""
    one = _one(kode)
    sent = forms.read(_choices(one), lambda form: _page(one, form))
    versi = sent.angka("versi")
    sent.attempt(lambda: acts.choose(house(), g.hadir, kode, versi, sent["empat_mata"]))
    return redirect(url_for("unit.show", kode=kode, kabar="disimpan"), 303)
