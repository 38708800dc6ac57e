"""Fields that several forms of what is withheld have."""

from __future__ import annotations

from flask import url_for

from service.domain.informasi.informasi import Informasi
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas

ALASAN = 2_000  # letters of a reason


def form(
    one: Informasi, apa: str, tombol: str, fields: list[Ruas], *, berlampiran: bool = False
) -> Formulir:
    """What is done with a piece, under the name of the act."""
    at = url_for("dikecualikan.act", informasi_id=one.id, apa=apa)
    groups = (Kelompok("", tuple(fields)),)
    return Formulir(at, tombol, groups, berlampiran=berlampiran, jaga=False)


def versi(one: Informasi) -> Ruas:
    """The piece as the person saw it."""
    return Ruas("versi", "Versi", str(one.versi), "tersembunyi", batas=9)


def why(kunci: str) -> Ruas:
    """A reason; several of them stand on one page."""
    return Ruas("alasan", "Alasan", jenis="panjang", batas=ALASAN, kunci=f"alasan-{kunci}")


def safe(*, wajib: bool = False) -> Ruas:
    """Somebody answers for the words that the public reads."""
    tick = (Pilihan("1", "Saya sudah membaca seluruh barisnya; ringkasan ini aman diumumkan"),)
    return Ruas("aman", "Pernyataan", jenis="centang", pilihan=tick, wajib=wajib)
