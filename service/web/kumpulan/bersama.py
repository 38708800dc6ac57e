"""One act on many papers of a table: what is asked, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence

from flask import url_for

from service.acts.kumpulan import bersama
from service.acts.kumpulan.bersama import Dapat, Nasib
from service.acts.kumpulan.lihat import Terbuka
from service.domain.angka import ribuan
from service.domain.refusals import Refusal
from service.domain.wewenang import Hadir
from service.face.isi import Kolom, Sel, Tabel
from service.face.isi_formulir import Formulir, Kelompok, Ruas
from service.ports import House

HASIL = (Kolom("Naskah"), Kolom("Hasil"))
JUDUL = {
    bersama.AJUKAN: "Ajukan banyak naskah",
    bersama.PARAF: "Paraf banyak naskah",
    bersama.SETUJUI: "Setujui banyak naskah",
}
TOMBOL = {
    bersama.AJUKAN: "Ajukan {} naskah",
    bersama.PARAF: "Paraf {} naskah",
    bersama.SETUJUI: "Setujui {} naskah",
}


class TiadaYangDapat(Refusal):
    """None of the papers waits for this act of this person any more."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Tidak ada lagi naskah yang menunggu perbuatan itu dari Anda. Tidak ada yang diubah. "
            "Muat ulang halaman kumpulannya."
        )


def together_form(house: House, oleh: Hadir, one: Terbuka, apa: str) -> Formulir:
    """The form of one act on many papers."""
    found = next((x for x in bersama.possible(house, oleh, one) if x.apa == apa), None)
    if found is None:
        raise TiadaYangDapat
    return form_of(one.kumpulan.id, found)


def form_of(kumpulan_id: str, one: Dapat) -> Formulir:
    """One button for these papers, and what is asked before it."""
    fields = [Ruas("sidik", "Yang terlihat", one.sidik, "tersembunyi", batas=40)]
    if one.seorang:
        hint = "Anda juga yang menyiapkan naskahnya. Alasan Anda dicatat di jurnal tiap naskah."
        label = "Mengapa tidak ada orang kedua"
        fields.append(
            Ruas("alasan", label, jenis="panjang", batas=2_000, petunjuk=hint, kunci=one.apa)
        )
    rest = ""
    if one.sisa:
        rest = (
            f"Sekali tekan {len(one.naskah)} naskah menurut urutan barisnya; {ribuan(one.sisa)} "
            "lagi sesudah itu."
        )
    at = url_for("naskah_kumpulan_satu.act", kumpulan_id=kumpulan_id, apa=one.apa)
    words = TOMBOL[one.apa].format(ribuan(len(one.naskah)))
    return Formulir(at, words, (Kelompok("", tuple(fields), rest),), jaga=one.seorang)


def summary(found: Sequence[Nasib]) -> str:
    """How many were done."""
    done = sum(one.jadi for one in found)
    left = len(found) - done
    if not left:
        return f"{ribuan(done)} naskah dikerjakan."
    return (
        f"{ribuan(done)} naskah dikerjakan, {ribuan(left)} tidak. Yang tidak tetap seperti semula."
    )


def outcome(one: Terbuka, found: Sequence[Nasib]) -> Tabel:
    """What became of each: those that were refused first."""
    urut = {x.id: n for n, x in enumerate(one.naskah, 1)}
    ordered = sorted(found, key=lambda x: (x.jadi, urut.get(x.naskah.id, 0)))
    rows_ = tuple(
        (
            Sel(
                f"Naskah ke-{urut.get(x.naskah.id, 0)}",
                url_for("naskah.show", naskah_id=x.naskah.id),
            ),
            Sel(
                x.kata.rstrip(".") if x.jadi else "Tidak dikerjakan",
                bentuk="selesai" if x.jadi else "lewat",
                catatan="" if x.jadi else x.kata,
            ),
        )
        for x in ordered
    )
    return Tabel("hasil", "Hasil untuk setiap naskah", HASIL, rows_)
