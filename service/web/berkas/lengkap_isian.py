"""The forms by which a head lets a matter go on without a paper, and asks for it again."""

from __future__ import annotations

from collections.abc import Iterator

from service.acts.berkas.baca import Penuh
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.ports import House
from service.web.berkas.ruas import at, tanda


def forms(house: House, whole: Penuh) -> Iterator[Formulir]:
    """What lacks and may be waived; what is waived."""
    if whole.dapat_dikesampingkan:
        yield _waive(house, whole)
    if whole.dikesampingkan:
        yield _ask_again(whole)


def _waive(house: House, whole: Penuh) -> Formulir:
    some = tuple(Pilihan(one.id, one.nama) for one in whole.dapat_dikesampingkan)
    hint = (
        "Berkas dilanjutkan dan dapat ditutup tanpa kelengkapan ini. Alasannya tercatat di jurnal "
        "dan kekurangannya tetap disebut di daftar kelengkapan."
    )
    fields = (
        tanda(house),
        Ruas("bahan", "Kelengkapan", "", "pilih", pilihan=some, kunci="bahan-kesampingkan"),
        Ruas("alasan", "Alasan", "", "panjang", hint, batas=2000, kunci="alasan-kesampingkan"),
    )
    tombol = "Kesampingkan kelengkapan"
    return Formulir(at(whole, "kesampingkan"), tombol, (Kelompok(tombol, fields),))


def _ask_again(whole: Penuh) -> Formulir:
    names = {one.id: one.nama for one in whole.jalan.bahan.values()}
    some = tuple(Pilihan(one.id, names.get(one.bahan, one.bahan)) for one in whole.dikesampingkan)
    field = Ruas("keringanan", "Kelengkapan", "", "pilih", pilihan=some)
    tombol = "Minta lagi kelengkapan"
    return Formulir(at(whole, "minta-lagi"), tombol, (Kelompok(tombol, (field,)),), jaga=False)
