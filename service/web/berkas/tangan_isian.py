"""The forms by which a matter comes into other hands, goes elsewhere, or is not waited for."""

from __future__ import annotations

from service.acts.berkas.baca import Penuh
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.berkas.ruas import at, versi, why
from service.web.dasar.sebutan import unit_name

SELURUH = "-"  # a matter of the agency as a whole


def give(whole: Penuh) -> Formulir:
    """The step in the hands of somebody else: one of its people, or another on their behalf."""
    people = tuple(
        Pilihan(one.id, one.nama if one.pelaksana else f"{one.nama} (atas nama)")
        for one in whole.serah
    )
    hint = (
        "Wajib untuk yang bertanda (atas nama): ia bukan pelaksana langkah ini, dan hanya "
        "mengerjakan langkah ini saja."
    )
    fields = (
        versi(whole),
        Ruas("kepada", "Kepada", "", "pilih", pilihan=people, lebar="sedang"),
        Ruas(
            "alasan",
            "Alasan",
            jenis="panjang",
            petunjuk=hint,
            wajib=False,
            batas=2000,
            kunci="alasan-serah",
        ),
    )
    tombol = "Serahkan langkah"
    return Formulir(at(whole, "serah"), tombol, (Kelompok(tombol, fields),))


def move(whole: Penuh) -> Formulir:
    """Where the matter belongs; the unit of its letter first, where that went elsewhere."""
    berkas, went = whole.berkas, whole.letak_surat
    chosen = (went or SELURUH) if went is not None and went in whole.pindah else ""
    units = tuple(
        Pilihan(one or SELURUH, unit_name(berkas.instansi, one) or "Seluruh instansi")
        for one in whole.pindah
    )
    fields = (
        versi(whole),
        Ruas("unit", "Unit", chosen, "pilih", pilihan=units, lebar="sedang"),
        Ruas("alasan", "Alasan", jenis="panjang", batas=2000, kunci="alasan-pindah"),
    )
    tombol = "Pindahkan ke unit lain"
    return Formulir(at(whole, "pindah"), tombol, (Kelompok(tombol, fields),))


def late(whole: Penuh) -> Formulir:
    """One unit's part ends as it stands; the round goes on without it."""
    hint = (
        "Bagian unit ini berakhir sebagaimana adanya dan putarannya maju tanpa menunggunya. Yang "
        "sudah dibuat tetap tersimpan."
    )
    return why(whole, "tidak-ditunggu", "Catat unit ini tidak ditunggu", hint)
