"""What the forms about a matter share: where they go, what they carry, why something is done."""

from __future__ import annotations

from flask import url_for

from service.acts.berkas.baca import Penuh
from service.face.isi_formulir import Formulir, Kelompok, Ruas
from service.ports import House


def at(whole: Penuh, act: str) -> str:
    """Where a form about a matter goes."""
    return url_for("berkas_langkah.act", berkas_id=whole.berkas.id, apa=act)


def versi(whole: Penuh) -> Ruas:
    """The version that was seen."""
    return Ruas("versi", "Versi", str(whole.berkas.versi), "tersembunyi")


def tanda(house: House) -> Ruas:
    """Makes the same form sent twice one deed."""
    return Ruas("tanda", "Tanda", house.new_id(), "tersembunyi", batas=40)


def plain(whole: Penuh, act: str, tombol: str) -> Formulir:
    """A button alone."""
    return Formulir(at(whole, act), tombol, (Kelompok("", (versi(whole),)),), jaga=False)


def why(whole: Penuh, act: str, tombol: str, hint: str = "") -> Formulir:
    """An act that is explained."""
    # Several such forms stand on one page; each label belongs to its own field.
    name = f"alasan-{act}"
    alasan = Ruas("alasan", "Alasan", jenis="panjang", petunjuk=hint, batas=2000, kunci=name)
    return Formulir(at(whole, act), tombol, (Kelompok(tombol, (versi(whole), alasan)),))
