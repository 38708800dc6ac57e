"""The forms on the page of a dispute: a new one, its next stage, its letters."""

from __future__ import annotations

from flask import url_for

from service.domain import sengketa as d
from service.domain.keberatan import Keberatan
from service.domain.sengketa import Sengketa, SuratSengketa
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.dasar.auth import house

GANTI, TAMBAH = "ganti", "tambah"


def fresh(about: Keberatan) -> Formulir:
    """A dispute to be written down."""
    fields = (
        Ruas("tanda", "Tanda", house().new_id(), "tersembunyi", batas=40),
        Ruas("komisi", "Komisi Informasi", contoh="Komisi Informasi Pusat", batas=200),
        Ruas("nomor", "Nomor register sengketa", batas=120, lebar="sedang"),
        Ruas("diajukan", "Tanggal diajukan pemohon", jenis="tanggal"),
    )
    at = url_for("sengketa.record", keberatan_id=about.id)
    batal = Tautan("Batal", url_for("permohonan.show_keberatan", keberatan_id=about.id))
    return Formulir(at, "Catat sengketa", (Kelompok("", fields),), batal=batal)


def at(one: Sengketa, apa: str) -> str:
    """Where a form about a dispute goes."""
    return url_for("sengketa.act", sengketa_id=one.id, apa=apa)


def versi(one: Sengketa, kunci: str) -> Ruas:
    """What of it was seen when the form was made."""
    return Ruas("versi", "Versi", str(one.versi), "tersembunyi", kunci=f"versi-{kunci}")


def stage(one: Sengketa) -> Formulir:
    """Its next stage."""
    choices = tuple(Pilihan(x, d.TAHAP[x]) for x in d.LANJUT[one.tahap])
    fields = (
        versi(one, "tahap"),
        Ruas("tahap", "Tahap berikutnya", "", "radio", pilihan=choices),
        Ruas(
            "pada",
            "Tanggal tahap itu dimulai",
            jenis="tanggal",
            petunjuk="Kosongkan bila hari ini.",
            wajib=False,
        ),
        Ruas(
            "alasan",
            "Keterangan",
            jenis="panjang",
            petunjuk="Wajib bila sengketa dicabut.",
            wajib=False,
            batas=1000,
            kunci="alasan-tahap",
        ),
    )
    return Formulir(at(one, "tahap"), "Pindahkan tahap", (Kelompok("Tahap", fields),))


def letter(one: Sengketa) -> Formulir:
    """A letter to be joined."""
    fields = (
        Ruas(
            "nomor",
            "Nomor agenda kiriman",
            petunjuk="Surat itu harus sudah masuk dan bernomor agenda.",
            batas=120,
            lebar="sedang",
            kunci="nomor-surat",
        ),
        *_event("", "", ""),
    )
    named = Kelompok(
        "Surat",
        fields,
        "Bila surat memanggil ke dua hari, tautkan dengan hari pertama, lalu tambahkan hari "
        "berikutnya dengan “Ubah hari acara” pada surat itu.",
    )
    return Formulir(at(one, "surat"), "Tautkan surat", (named,))


def _event(hal: str, acara: str, kunci: str) -> tuple[Ruas, Ruas]:
    """What a letter is, and the day to which it calls."""
    kinds = tuple(Pilihan(key, kata) for key, kata in d.HAL.items())
    return (
        Ruas("hal", "Surat apa", hal, "pilih", pilihan=kinds, kunci=f"hal{kunci}"),
        Ruas(
            "acara",
            "Tanggal acara",
            acara,
            "tanggal",
            petunjuk="Wajib untuk panggilan. Tampil di kalender tenggat dan diingatkan.",
            wajib=False,
            kunci=f"acara{kunci}",
        ),
    )


def moving(one: Sengketa, surat: SuratSengketa) -> Formulir:
    """Another day of a letter: in place of the one it has, or besides it."""
    ways = (
        Pilihan(GANTI, "Menggantikan hari yang tercatat", "Salah catat, atau acaranya diundur"),
        Pilihan(TAMBAH, "Hari lain dari surat yang sama", "Surat itu memanggil ke dua hari"),
    )
    key = f"-{surat.id}"
    fields = (
        Ruas("surat", "Surat", surat.id, "tersembunyi", kunci=f"surat-acara{key}"),
        Ruas("versi", "Versi", str(surat.versi), "tersembunyi", kunci=f"versi{key}"),
        *_event(surat.hal, surat.acara.isoformat() if surat.acara else "", key),
        Ruas("cara", "Hari itu", GANTI, "radio", pilihan=ways, kunci=f"cara{key}"),
    )
    return Formulir(at(one, "acara"), "Ubah hari acara", (Kelompok("", fields),), jaga=False)


def parting(one: Sengketa, surat_id: str) -> Formulir:
    """A letter let go of, with the reason."""
    fields = (
        Ruas("surat", "Surat", surat_id, "tersembunyi", kunci=f"surat-{surat_id}"),
        Ruas("alasan", "Alasan dilepas", batas=500, kunci=f"alasan-{surat_id}"),
    )
    return Formulir(at(one, "lepas"), "Lepas surat", (Kelompok("", fields),), jaga=False)
