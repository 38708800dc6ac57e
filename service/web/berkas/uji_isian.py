"""The forms of the workbench."""

from __future__ import annotations

from datetime import date

from flask import url_for

from service.acts.berkas.baca import Penuh
from service.domain.berkas import BERJALAN
from service.domain.butir import as_seen
from service.domain.pengecualian import PIMPINAN
from service.domain.uji_salin import SALINAN
from service.domain.wewenang import PERAN
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.berkas.uji_isi import done, standing, unapproved
from service.web.dasar.auth import house


def copying(whole: Penuh) -> Formulir:
    """From which item, and what."""
    items = tuple(Pilihan(one.id, f"{one.urut}. {one.judul}") for one in standing(whole))
    parts = tuple(Pilihan(key, kata) for key, kata in SALINAN.items())
    over = (Pilihan("1", "Timpa isian yang sudah ada di butir tujuan"),)
    fields = (
        Ruas("dari", "Dari butir", "", "pilih", pilihan=items),
        Ruas("apa", "Yang disalin", jenis="centang", pilihan=parts, wajib=True),
        Ruas("timpa", "Bila sudah berisi", jenis="centang", pilihan=over, wajib=False),
    )
    at = url_for("berkas_uji.copy", berkas_id=whole.berkas.id)
    return Formulir(at, "Salin ke butir yang dicentang", (Kelompok("", fields),))


def addition(whole: Penuh) -> Formulir:
    """Many items at once."""
    fields = (
        Ruas("tanda", "Tanda", house().new_id(), "tersembunyi", batas=40),
        Ruas(
            "daftar",
            "Judul butir, satu baris satu butir",
            "",
            "panjang",
            petunjuk="Boleh ditempel dari daftar atau kolom Excel; nomor di depannya dibuang.",
            batas=160_000,
        ),
    )
    at = url_for("berkas_uji.put_in", berkas_id=whole.berkas.id)
    return Formulir(at, "Tambah butir", (Kelompok("", fields),))


def decision(whole: Penuh, today: date) -> Formulir | None:
    """All that are ready decided at once, where this person decides now."""
    if not whole.per_butir or not whole.giliran or not _open(whole):
        return None
    ready = [
        one
        for one in standing(whole)
        if not one.hasil and one.uji.kesimpulan in whole.per_butir and done(one, today).utuh
    ]
    if not ready:
        return None
    at = url_for("berkas_uji.decide", berkas_id=whole.berkas.id)
    tombol = f"Tetapkan {len(ready)} butir sesuai kesimpulan rapat"
    return Formulir(at, tombol, (Kelompok("", (seen(whole),)),), jaga=False)


def seen(whole: Penuh) -> Ruas:
    """The items as they stood on this page."""
    return Ruas("dilihat", "Dilihat", as_seen(whole.butir), "tersembunyi")


def approval(whole: Penuh) -> Formulir | None:
    """The approval of the head, where something waits for it."""
    waiting = unapproved(whole)
    if not waiting or not whole.kepala or not _open(whole):
        return None
    at = url_for("berkas_uji.approve", berkas_id=whole.berkas.id)
    tombol = f"Setujui pengecualian {len(waiting)} butir"
    return Formulir(at, tombol, (Kelompok("", (seen(whole),)),), jaga=False)


def withdrawal(whole: Penuh) -> Formulir | None:
    """The approval taken back."""
    if not whole.terang.persetujuan or not whole.kepala or not _open(whole):
        return None
    hint = f"Hanya {PERAN[PIMPINAN]} yang dapat menariknya; alasannya tercatat di jurnal."
    fields = (Ruas("alasan", "Alasan", "", "panjang", petunjuk=hint, batas=2000),)
    at = url_for("berkas_uji.withdraw", berkas_id=whole.berkas.id)
    return Formulir(at, "Tarik persetujuan", (Kelompok("", fields),))


def _open(whole: Penuh) -> bool:
    return whole.berkas.keadaan == BERJALAN and whole.berkas.ditunda is None
