"""Bindings in the words and shapes of their pages."""

from __future__ import annotations

from dataclasses import dataclass

from flask import url_for

from service.acts.jilid.minta import listed, may_shut
from service.domain.berkas import Berkas
from service.domain.dossier.bundel import GOLONGAN
from service.domain.dossier.jilidan import BERKAS, SENGKETA, Jilidan
from service.domain.dossier.lembar import size
from service.domain.sengketa import Sengketa
from service.domain.tanggal import moment
from service.face.isi import Bentuk
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.dasar import kenangan
from service.web.dasar.auth import hadir, house
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work

SATU, BOLAK = "satu", "bolak_balik"
CETAK = (
    Pilihan(SATU, "Dibaca di layar, atau dicetak satu sisi"),
    Pilihan(BOLAK, "Dicetak bolak-balik", "Setiap naskah mulai di sisi depan"),
)
ALASAN_BERKAS = (
    "Hanya perlu bila dossier memuat file informasi yang dikecualikan; alasannya dicatat."
)


@dataclass(frozen=True)
class Terjilid:
    """One binding on its page, and the form by which it is taken."""

    judul: str
    kata: str
    bentuk: Bentuk
    catatan: str
    kurang: tuple[str, ...]
    formulir: Formulir | None


def of_matter(berkas: Berkas) -> list[Formulir]:
    """What can be asked for a matter; nothing of one that was destroyed."""
    if kenangan.here():
        return []
    return [_asking(url_for("jilid.ask", berkas_id=berkas.id), "Jilid berkas ini")]


def dossier(berkas: Berkas) -> Formulir | None:
    """The form by which the dossier is taken, once there is one."""
    if not berkas.dossier or kenangan.here():
        return None
    at = url_for("jilid.dossier", berkas_id=berkas.id)
    return Formulir(at, "Unduh dossier", (Kelompok("", (_reason(ALASAN_BERKAS, wajib=False),)),))


def of_dispute(one: Sengketa, *, rahasia: bool) -> list[Formulir]:
    """What can be asked for a dispute: its open part, and its closed one for those who may."""
    if kenangan.here():
        return []
    at = url_for("jilid.gather", sengketa_id=one.id)
    forms = [] if rahasia else [_asking(at, "Susun bundel sengketa")]
    if may_shut(hadir(), one):
        forms.append(_asking(f"{at}/tertutup", "Susun bagian tertutup", _reason(TERTUTUP)))
    return forms


TERTUTUP = "Bagian ini memuat informasi yang dikecualikan, untuk pemeriksaan tertutup."
URUTAN = tuple(GOLONGAN.values())


def _asking(at: str, tombol: str, *more: Ruas) -> Formulir:
    fields = (
        Ruas("tanda", "Tanda", house().new_id(), "tersembunyi", batas=40),
        Ruas("cetak", "Cara cetak", SATU, "radio", pilihan=CETAK),
        *more,
    )
    return Formulir(at, tombol, (Kelompok("", fields),))


def _reason(petunjuk: str, *, wajib: bool = True) -> Ruas:
    return Ruas("alasan", "Alasan membuka", "", "panjang", petunjuk, wajib=wajib, batas=1_000)


def made(tentang: str, wrong: Formulir | None = None, *, musnah: bool = False) -> list[Terjilid]:
    """Those that this person asked for, the latest first; one of their forms may be wrong."""
    gone = musnah or kenangan.here() is not None
    zona = zona_of(hadir(), at_work())
    with house().ledger.read() as reading:
        found = listed(reading, hadir(), tentang)
    return [_one(one, zona, wrong, musnah=gone) for one in found]


def _one(one: Jilidan, zona: str, wrong: Formulir | None, *, musnah: bool) -> Terjilid:
    kinds = {BERKAS: "Berkas", SENGKETA: "Bundel sengketa"}
    judul = "Bagian tertutup" if one.tertutup else kinds[one.apa]
    more = ", bolak-balik" if one.bolak_balik else ""
    bentuk: Bentuk = "menunggu" if one.menunggu else "selesai" if one.file else "lewat"
    kata = (
        "Sedang dijilid"
        if one.menunggu
        else f"{one.halaman} halaman, {size(one.ukuran)}"
        if one.file
        else "Tidak dapat dijilid"
    )
    note = one.sebab or f"Diminta {moment(one.diminta, zona)}"
    if musnah and one.file:
        kata, bentuk = "Sudah dimusnahkan", "lewat"
    form = None if musnah else taking(one)
    form = wrong if form and wrong and wrong.alamat == form.alamat else form
    return Terjilid(f"{judul}{more}", kata, bentuk, note.rstrip("."), one.kurang, form)


def taking(one: Jilidan) -> Formulir | None:
    """The form by which it is taken."""
    if not one.file:
        return None
    fields = (_reason("Alasannya dicatat di jurnal."),) if one.tertutup else ()
    at = url_for("jilid.take", jilidan_id=one.id)
    return Formulir(at, "Unduh", (Kelompok("", fields),), jaga=False)
