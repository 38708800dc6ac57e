"""Matters: the list, a new one, one of them."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.berkas import baca as berkas_baca
from service.acts.berkas import baru as berkas_baru
from service.acts.berkas.buka import Pembukaan
from service.acts.sop.daftar import sops
from service.domain.berkas import Berkas
from service.domain.refusals import TidakAda
from service.domain.sop.bentuk import Sop
from service.domain.wewenang import Act
from service.face.isi import Kosong, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.berkas import naskah_muka as berkas_naskah_muka
from service.web.berkas import percakapan as berkas_percakapan
from service.web.berkas import satu as berkas_satu
from service.web.berkas.banyak_isi import bar
from service.web.berkas.daftar import ALAMAT, SAYA, filters, shown, table
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.sekali import at_work, known

bp = Blueprint("berkas", __name__)
Answer = Response | str


@bp.get("/berkas")
@only(Act.LOOK)
def listing() -> str:
    """What waits for this person, or what they ask for."""
    asked = request.args.to_dict()
    names = {(kode, id_): one.judul for kode in _agencies() for id_, one in _sops(kode).items()}
    daftar, halaman = table(house(), hadir(), asked, names) if at_work() else (None, None)
    return render_template(
        "berkas/daftar.html",
        daftar=daftar,
        halaman=halaman,
        banyak=bar() if daftar and daftar.pilih else None,
        saring=filters(asked),
        tersaring=shown(asked) != SAYA or bool(asked.get("cari")),
        alamat=ALAMAT,
        utama=Tautan("Buka berkas", url_for("berkas.ask")) if hadir().may(Act.COMPLETE) else None,
        kosong=Kosong("Tidak ada berkas di sini", "Ubah saringannya, atau buka berkas baru."),
    )


def _agencies() -> list[str]:
    return [one.id for one in at_work() if hadir().may(Act.LOOK, one.id)] or list(hadir().instansi)


def _sops(kode: str) -> dict[str, Sop]:
    return sops(house().packs, kode)


@bp.get("/berkas/baru")
@only(Act.COMPLETE)
def ask() -> str:
    """Under which SOP, for which unit, by what name."""
    return _new_page(_form())


@bp.post("/berkas/baru")
@only(Act.COMPLETE)
def open_() -> Response:
    """Opened; the same form sent twice opens one."""
    sent = forms.read(_form(), _new_page)
    instansi, _, sop = sent["sop"].partition("/")
    sop, _, bagian = sop.partition("/")
    unit_in, _, unit = sent["unit"].partition("/")
    asked = Pembukaan(
        sent["tanda"],
        instansi,
        unit if unit_in == instansi else "",
        sop,
        sent["judul"],
        bagian,
        rahasia=sent["sifat"] == "rahasia",
    )
    berkas = sent.attempt(lambda: berkas_baru.open_by(house(), hadir(), asked))
    return redirect(url_for("berkas.show", berkas_id=berkas.id, kabar="berkas-baru"), 303)


def _form() -> Formulir:
    here = [kode for kode in hadir().instansi if hadir().may(Act.COMPLETE, kode)]
    here += [kode for kode in hadir().instansi if kode not in here]
    fields = (
        Ruas("tanda", "Tanda", house().new_id(), "tersembunyi", batas=40),
        Ruas("sop", "SOP", request.args.get("sop", ""), "radio", pilihan=_choices(here)),
        Ruas("judul", "Judul berkas", batas=300, petunjuk="Perkaranya, sesingkat mungkin."),
        Ruas("unit", "Unit", "", "pilih", pilihan=_units(here), wajib=False),
        Ruas(
            "sifat",
            "Sifat",
            "biasa",
            "radio",
            pilihan=(
                Pilihan("biasa", "Biasa"),
                Pilihan("rahasia", "Rahasia", "Hanya terlihat oleh yang berwenang"),
            ),
        ),
    )
    batal = Tautan("Batal", ALAMAT)
    return Formulir(url_for("berkas.open_"), "Buka berkas", (Kelompok("", fields),), batal=batal)


def _choices(here: list[str]) -> tuple[Pilihan, ...]:
    found = []
    for kode in here:
        for id_, one in _sops(kode).items():
            for part in one.parts() if one.buka.petugas else ():
                nilai = f"{kode}/{id_}/{part.id}".rstrip("/")
                nama = one.judul if not part.id else f"{one.judul}: {part.nama}"
                found.append(Pilihan(nilai, nama, f"{len(one.rows(part.id))} langkah"))
    return tuple(found)


def _units(here: list[str]) -> tuple[Pilihan, ...]:
    return tuple(
        Pilihan(f"{kode}/{unit.id}", unit.nama)
        for kode in here
        if (agency := known(kode))
        for unit in agency.unit
    )


def _new_page(formulir: Formulir) -> str:
    return render_template(
        "berkas/baru.html",
        formulir=formulir,
        jejak=[Tautan("Beranda", "/"), Tautan("Berkas", ALAMAT)],
    )


@bp.get("/berkas/<berkas_id>")
@only(Act.LOOK)
def show(berkas_id: str) -> Answer:
    """One matter: where it stands, what is missing, what comes next."""
    return one_page(berkas_id)


def one_page(
    berkas_id: str, wrong: Formulir | None = None, ucapan: Formulir | None = None
) -> Answer:
    """The page, perhaps with a form that was filled in wrongly."""
    found = berkas_baca.read(house(), hadir(), berkas_id)
    if isinstance(found, Berkas):
        if not found.kiriman:
            raise TidakAda("Berkas itu")
        return redirect(url_for("kiriman.show", kiriman_id=found.kiriman), 303)
    percakapan = berkas_percakapan.section(house(), hadir(), found.berkas, ucapan)
    told = berkas_satu.page(house(), hadir(), found, wrong)
    naskah = berkas_naskah_muka.section(house(), hadir(), found)
    return render_template("berkas/satu.html", **told, percakapan=percakapan, naskah=naskah)
