"""The form by which a step is done, or sent back."""

from __future__ import annotations

from textwrap import shorten

from service.acts.berkas.baca import Penuh
from service.acts.lihat.berkas import is_unit
from service.domain.pengecualian import is_approval
from service.domain.sop.bentuk import PER_UNIT, Langkah
from service.domain.sop.jalan import goals
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.berkas.ruas import at, versi
from service.web.berkas.uji_isi import approving
from service.web.berkas.uji_isian import seen
from service.web.dasar.sebutan import unit_name
from service.web.kata.berkas import words

TERPANJANG = 90  # letters of a row beside a choice


def step(whole: Penuh) -> Formulir:
    """The step done, or sent back."""
    fields = [versi(whole), *_items_seen(whole)]
    if whole.pilihan:
        back = any(kembali for _, kembali in whole.pilihan)
        rows = goals(whole.jalan.sop, whole.berkas.posisi)
        choices = tuple(
            Pilihan(hasil, words(hasil), _where(rows[hasil], kembali=kembali))
            for hasil, kembali in whole.pilihan
        )
        forward = all(kembali for _, kembali in whole.pilihan)
        on = Pilihan("", "Lanjut dengan hasil tiap butir", approving(whole))
        plain = (on,) if forward else ()
        fields.append(
            Ruas("hasil", "Hasil", "", "radio", pilihan=(*plain, *choices), wajib=not forward)
        )
        if back:
            hint = "Wajib bila dikembalikan; tulis apa yang harus diperbaiki."
            fields.append(
                Ruas("alasan", "Alasan", jenis="panjang", petunjuk=hint, wajib=False, batas=2000)
            )
            fields += _units_again(
                whole, [rows[hasil] for hasil, kembali in whole.pilihan if kembali]
            )
    return Formulir(at(whole, "selesai"), "Selesaikan langkah", (Kelompok("", tuple(fields)),))


def _units_again(whole: Penuh, goals_back: list[Langkah | None]) -> list[Ruas]:
    """Which units walk again, where the matter can be sent back to the rows of the units."""
    units = dict.fromkeys(one.unit for one in whole.anak if is_unit(one))
    if not units or not any(row and row.untuk == PER_UNIT for row in goals_back):
        return []
    named = tuple(Pilihan(one, unit_name(whole.berkas.instansi, one)) for one in units)
    hint = (
        "Bila dikembalikan kepada unit. Tanpa centang, semua unit mengulang; hasil unit lain tetap."
    )
    return [
        Ruas(
            "unit",
            "Unit yang mengulang",
            jenis="centang",
            pilihan=named,
            petunjuk=hint,
            wajib=False,
        )
    ]


def _items_seen(whole: Penuh) -> list[Ruas]:
    """The items as they stand on the page of a head who approves them by the step."""
    row = whole.langkah
    if row is None or not whole.kepala:
        return []
    return [seen(whole)] if is_approval(whole.jalan.sop, whole.jalan.bahan, row) else []


def _where(row: Langkah | None, *, kembali: bool) -> str:
    """Where a choice leads, in the words of the row there."""
    if row is None:
        return "Berkas selesai"
    name = f"langkah {row.nomor}: {row.kegiatan}" if row.nomor else f"langkah: {row.kegiatan}"
    return f"{'Dikembalikan ke' if kembali else 'Ke'} {shorten(name, TERPANJANG, placeholder=' …')}"
