"""The papers of a matter on its page."""

from __future__ import annotations

from dataclasses import dataclass

from flask import url_for

from service.acts.berkas.baca import Penuh
from service.acts.naskah import berkas as naskah_berkas
from service.acts.naskah.berkas import Dapat
from service.acts.naskah.jenis import kinds
from service.domain.berkas import BERJALAN, Berkas
from service.domain.naskah import KATA, Naskah
from service.domain.wewenang import Act, Hadir
from service.face.isi import Kolom, Sel, Tabel, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.ports import House
from service.web.kata.naskah import BENTUK

KOLOM = (Kolom("Naskah"), Kolom("Keadaan"), Kolom("Nomor"))


@dataclass(frozen=True)
class Bagian:
    """The part of a matter's page about its papers."""

    tabel: Tabel | None
    formulir: tuple[Formulir, ...]  # one for each paper that can be begun
    banyak: str  # where many are begun from a table; '' where this person begins none here
    lain: str  # where a paper of any other kind is begun


def section(house: House, oleh: Hadir, whole: Penuh) -> Bagian | None:
    """The papers there are, and those that can be begun; None where neither is."""
    found = naskah_berkas.of_matter(house, oleh, whole)
    rows = tuple(_row(one, nama) for one, nama in found.ada)
    table = Tabel("naskah", "Naskah", KOLOM, rows) if rows else None
    begin = tuple(form_of(house, whole.berkas, one) for one in found.dapat)
    many = other = ""
    if may_begin(oleh, whole.berkas):
        many = url_for("naskah_kumpulan.ask", berkas=whole.berkas.id)
        other = url_for("berkas_naskah.ask", berkas_id=whole.berkas.id)
    return Bagian(table, begin, many, other) if table or begin or many else None


def may_begin(oleh: Hadir, berkas: Berkas) -> bool:
    """Whether a person may begin a paper that no step asks for."""
    return oleh.may(Act.FILL, berkas.instansi, berkas.unit) and berkas.keadaan == BERJALAN


def _row(one: Naskah, nama: str) -> tuple[Sel, ...]:
    at = url_for("naskah.show", naskah_id=one.id)
    return (
        Sel(nama, at),
        Sel(KATA[one.keadaan], bentuk=BENTUK[one.keadaan]),
        Sel(one.nomor or "–"),
    )


def form_of(house: House, berkas: Berkas, one: Dapat) -> Formulir:
    """One button that begins a paper."""
    asked = (
        Ruas("tanda", "Tanda", house.new_id(), "tersembunyi", batas=40),
        Ruas("bahan", "Bahan", one.bahan, "tersembunyi", batas=80),
    )
    at = url_for("berkas_naskah.begin", berkas_id=berkas.id)
    return Formulir(at, f"Buat {one.nama}", (Kelompok("", asked),), jaga=False)


def free_form(house: House, berkas: Berkas) -> Formulir:
    """A paper of any kind that the agency can write."""
    named = kinds(house, berkas.instansi)
    asked = (
        Ruas("tanda", "Tanda", house.new_id(), "tersembunyi", batas=40),
        Ruas(
            *("jenis", "Jenis naskah", "", "pilih"),
            pilihan=tuple(Pilihan(jenis, nama) for jenis, nama in named.items()),
            lebar="sedang",
            petunjuk="Yang sudah diketahui dari berkas ini terisi sendiri.",
        ),
    )
    at = url_for("berkas_naskah.ask", berkas_id=berkas.id)
    back = Tautan("Batal", url_for("berkas.show", berkas_id=berkas.id))
    return Formulir(at, "Buat naskah", (Kelompok("", asked),), batal=back)
