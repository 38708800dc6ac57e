"""The form by which a thing is laid down: what is missing first."""

from __future__ import annotations

from service.acts.berkas.baca import Penuh
from service.domain.sop.bahan import (
    BUTIR,
    CUKUP,
    EDISI,
    FISIK,
    HANYA_DIBUAT,
    KIRIMAN,
    NASKAH,
    Bahan,
)
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.ports import House
from service.web.berkas.ruas import at, tanda
from service.web.kata.berkas import words


def lacking(whole: Penuh) -> list[Bahan]:
    """The things that the step still wants and that this person may lay down."""
    wanted = {*whole.kurang, *whole.belum}
    return [one for one in bringable(whole) if one.nama in wanted]


def bringable(whole: Penuh) -> list[Bahan]:
    """The things of the present step that a person lays down."""
    row = whole.langkah
    if row is None:
        return []
    keys = dict.fromkeys((*(one.bahan for one in row.kelengkapan), *row.semua_keluaran))
    things = (whole.jalan.bahan[key] for key in keys)
    own = HANYA_DIBUAT - {EDISI} | {BUTIR}
    return [one for one in things if one.wujud not in own and one.id in whole.boleh]


def bring(house: House, whole: Penuh) -> Formulir:
    """What the step needs or makes, laid down with its state and its file."""
    lacks = lacking(whole)
    things = lacks + [one for one in bringable(whole) if one not in lacks]
    first = lacks[0] if lacks else None
    states = dict.fromkeys(state for one in things for state in CUKUP[one.wujud])
    row = whole.langkah
    enough = {one.id: row.cukup.get(one.id, one.cukup) if row else one.cukup for one in things}
    choices = tuple(
        Pilihan(one.id, one.nama, f"cukup bila {words(enough[one.id]).lower()}") for one in things
    )
    fields = (
        tanda(house),
        Ruas("bahan", "Bahan", first.id if first else "", "radio", pilihan=choices),
        Ruas(
            "keadaan",
            "Keadaannya",
            enough[first.id] if first else "",
            "pilih",
            pilihan=tuple(Pilihan(one, words(one)) for one in states),
        ),
        Ruas(
            "file",
            "Pindaian atau filenya",
            jenis="file",
            petunjuk=_which(things),
            wajib=False,
        ),
        Ruas("nomor", "Nomor", wajib=False, batas=120),
        *(_handed_over() if any(one.wujud == FISIK for one in things) else ()),
    )
    return Formulir(
        at(whole, "bahan"), "Catat bahan", (Kelompok("Catat bahan", fields),), berlampiran=True
    )


def _handed_over() -> tuple[Ruas, ...]:
    """Where a thing on paper lies; and why one person stands on both sides."""
    return (
        Ruas(
            "catatan",
            "Tempat, jumlah, dan kondisi",
            wajib=False,
            batas=500,
            petunjuk="Untuk berkas fisik, misalnya: lemari 2, 3 map, baik.",
        ),
        Ruas(
            "alasan",
            "Alasan bila Anda juga yang menyerahkan",
            wajib=False,
            batas=1000,
            kunci="alasan-bahan",
        ),
    )


def _which(things: list[Bahan]) -> str:
    asked = [one.nama for one in things if one.wujud in (NASKAH, KIRIMAN)]
    return f"Perlu untuk {', '.join(asked)}." if asked else ""
