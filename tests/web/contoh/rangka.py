"""The frame of every sample page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from service.face.isi import Menu, Muka, Tautan
from service.face.isi_formulir import Formulir, Ruas

Pages = dict[str, tuple[str, dict[str, Any]]]

BERANDA = Tautan("Beranda", "/contoh/beranda")


def menu(here: str) -> tuple[Menu, ...]:
    names = [
        ("Beranda", "beranda", 7),
        ("Kiriman", "kiriman", 4),
        ("Berkas", "berkas", 0),
        ("Naskah", "naskah", 0),
        ("Daftar (DIP/DIK)", "daftar", 0),
        ("Orang dan unit", "orang", 0),
        ("Kalender", "kalender", 0),
        ("Jurnal", "jurnal", 0),
        ("Keadaan", "keadaan", 0),
        ("Gagal, perlu tindakan", "gagal", 2),
    ]
    return tuple(
        Menu(teks, f"/contoh/{name}", di_sini=name == here, jumlah=jumlah)
        for teks, name, jumlah in names
    )


MUKA = Muka(
    instansi="Dinas Contoh Kota Contoh",
    rupa="/rupa/contoh.css",
    menu=menu("bagian"),
    orang="Contoh Satu",
    peran="PPID Pelaksana",
    akun="/contoh/akun",
    keluar="/kirim/keluar",
    csrf="contoh-csrf",
)

TAMU = Muka(csrf="contoh-csrf")


def at(here: str) -> dict[str, Any]:
    return {"muka": replace(MUKA, menu=menu(here))}


ALASAN = Ruas(
    "alasan",
    "Alasan",
    jenis="panjang",
    petunjuk="Dicatat di jurnal bersama nama Anda.",
)


def keliru(formulir: Formulir, prefix: str, **faults: str) -> Formulir:
    """The same form as it comes back with faults; `prefix` keeps its ids apart."""
    kelompok = tuple(
        replace(
            k,
            ruas=tuple(
                replace(r, galat=faults.get(r.nama, ""), kunci=prefix + r.nama) for r in k.ruas
            ),
        )
        for k in formulir.kelompok
    )
    return replace(formulir, kelompok=kelompok)
