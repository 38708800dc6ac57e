"""The forms of what a draft has besides its rows: head, actors, things of its own, whole text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from flask import url_for

from service.acts.sop.konsep import BAHAN, KEPALA, PELAKSANA, SELURUH, Terbaca
from service.domain.sop.bahan import CUKUP
from service.domain.sop.impor_kata import key
from service.domain.sop.konsep import SopKonsep
from service.domain.sop.konsep_baca import of_text
from service.domain.sop.tulis import TERPANJANG
from service.domain.wewenang import PERAN
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.dasar.forms import Terisi
from service.web.kata.berkas import words
from service.web.sop.kata import WUJUD, put, table, text
from service.web.sop.kepala_isian import doubted, head, keep_head

TOML = "toml"
_BARU = 2


@dataclass(frozen=True)
class BagianKonsep:
    """One piece of a draft: what it is called, its fields, and what they make of the draft."""

    judul: str
    kata: str
    potongan: str
    kelompok: Callable[[Terbaca], tuple[Kelompok, ...]]
    tulis: Callable[[SopKonsep, Terisi], SopKonsep]

    def form(self, one: Terbaca, bagian: str, terlihat: str) -> Formulir:
        """The form; it carries what of the piece was seen."""
        at = url_for("sop_bagian.write", konsep_id=one.konsep.id, bagian_sop=bagian)
        seen = Ruas("terlihat", "Terlihat", terlihat, "tersembunyi", wajib=False)
        return Formulir(
            at,
            "Simpan",
            (*self.kelompok(one), Kelompok("", (seen,))),
            batal=Tautan("Kembali ke konsep", url_for("sop_konsep.show", konsep_id=one.konsep.id)),
        )


def _actors(one: Terbaca) -> tuple[Kelompok, ...]:
    known = table(one.konsep.kepala.get("pelaksana"))
    every = tuple(Pilihan(kode, nama) for kode, nama in PERAN.items() if kode != "administrator")
    found = [
        _actor(n, f"Pelaksana {n}", kunci, value, every)
        for n, (kunci, value) in enumerate(known.items(), 1)
    ]
    more = range(len(known) + 1, len(known) + 1 + _BARU)
    return (*found, *(_actor(n, "Pelaksana baru", "", "", every) for n in more))


def _actor(n: int, judul: str, kunci: str, value: Any, every: tuple[Pilihan, ...]) -> Kelompok:
    said = table(value)
    name = value if isinstance(value, str) else text(said.get("sebutan"))
    peran = text(said.get("peran")) if said else kunci
    odd = () if not peran or peran in PERAN else (Pilihan(peran, f"{peran} (tidak dikenal)"),)
    hint = "Kosongkan untuk mengeluarkan pelaksana ini." if kunci else ""
    return Kelompok(
        judul,
        (
            Ruas(f"kunci_{n}", "Kunci", kunci, "tersembunyi", wajib=False),
            Ruas(f"sebutan_{n}", "Sebutan di SOP", name, "teks", hint, wajib=False, batas=300),
            Ruas(
                f"peran_{n}",
                "Peran yang mengerjakannya",
                peran,
                "pilih",
                wajib=False,
                pilihan=(*every, *odd),
                lebar="sedang",
            ),
            Ruas(f"kelompok_{n}", "Kelompok kolom", text(said.get("kelompok")), wajib=False),
        ),
    )


def _keep_actors(now: SopKonsep, sent: Terisi) -> SopKonsep:
    found = dict[str, Any]()
    for n in _counted(sent, "sebutan"):
        if not (name := sent[f"sebutan_{n}"]):
            continue
        kunci = sent[f"kunci_{n}"] or key(name) or f"pelaksana_{n}"
        while kunci in found:
            kunci = f"{kunci[:36]}_{n}"
        found[kunci] = {"sebutan": name, "peran": sent[f"peran_{n}"]}
        put(found[kunci], "kelompok", sent[f"kelompok_{n}"])
    return replace(now, kepala={**now.kepala, PELAKSANA: found})


def _counted(sent: Terisi, name: str) -> Iterator[int]:
    n = 1
    while f"{name}_{n}" in sent.nilai:
        yield n
        n += 1


def _things(one: Terbaca) -> tuple[Kelompok, ...]:
    known = one.konsep.bahan
    found = [
        _thing(n, f"Bahan {n}", kunci, table(value))
        for n, (kunci, value) in enumerate(known.items(), 1)
    ]
    more = range(len(known) + 1, len(known) + 1 + _BARU)
    return (*found, *(_thing(n, "Bahan baru", "", {}) for n in more))


def _thing(n: int, judul: str, kunci: str, value: Mapping[str, Any]) -> Kelompok:
    wujud = text(value.get("wujud"))
    states = tuple(
        Pilihan(state, f"{words(state)} ({WUJUD[kind]})")
        for kind, every in CUKUP.items()
        if not wujud or kind == wujud
        for state in every
    )
    unique = tuple({one.nilai: one for one in reversed(states)}.values())[::-1]
    hint = "Kosongkan untuk mengeluarkan bahan ini." if kunci else ""
    return Kelompok(
        judul,
        (
            Ruas(f"kunci_{n}", "Kunci", kunci, "tersembunyi", wajib=False),
            Ruas(f"nama_{n}", "Nama bahan", text(value.get("nama")), "teks", hint, wajib=False),
            Ruas(
                f"wujud_{n}",
                "Wujud",
                wujud,
                "pilih",
                wajib=False,
                pilihan=tuple(Pilihan(kind, WUJUD[kind]) for kind in CUKUP),
            ),
            Ruas(
                f"cukup_{n}",
                "Dianggap ada sejak",
                text(value.get("cukup")),
                "pilih",
                "Kosong: seperti biasa untuk wujud itu.",
                wajib=False,
                pilihan=(Pilihan("", "seperti biasa"), *unique),
            ),
            Ruas(
                f"jenis_{n}",
                "Jenis naskah atau kiriman",
                text(value.get("jenis")),
                "teks",
                "Hanya bila namanya lain daripada bahannya.",
                wajib=False,
            ),
        ),
    )


def _keep_things(now: SopKonsep, sent: Terisi) -> SopKonsep:
    found = dict[str, Any]()
    for n in _counted(sent, "nama"):
        if not (name := sent[f"nama_{n}"]):
            continue
        kunci = sent[f"kunci_{n}"] or key(name, 60) or f"bahan_{n}"
        while kunci in found:
            kunci = f"{kunci[:56]}_{n}"
        found[kunci] = {"nama": name, "wujud": sent[f"wujud_{n}"]}
        for more in ("cukup", "jenis"):
            put(found[kunci], more, sent[f"{more}_{n}"])
    return replace(now, bahan=found)


def _texts(one: Terbaca) -> tuple[Kelompok, ...]:
    most = TERPANJANG
    return (
        Kelompok(
            "",
            (
                Ruas("teks", "SOP", one.periksa.teks, "panjang", wajib=False, batas=most),
                Ruas("bahan", "Bahan", one.periksa.bahan_teks, "panjang", wajib=False, batas=most),
            ),
        ),
    )


def _keep_texts(now: SopKonsep, sent: Terisi) -> SopKonsep:
    return of_text(now, sent["teks"], sent["bahan"])


BAGIAN = {
    KEPALA: BagianKonsep(
        "Kepala SOP", "Nama, nomor, dan blok di atas tabelnya.", KEPALA, head, keep_head
    ),
    PELAKSANA: BagianKonsep(
        "Pelaksana",
        "Setiap kolom pelaksana dikerjakan pemegang satu peran di Berkas.",
        PELAKSANA,
        _actors,
        _keep_actors,
    ),
    BAHAN: BagianKonsep(
        "Bahan yang dibawa SOP ini",
        "Yang belum ada di daftar kantor. Bahan ini ikut tersimpan bersama SOP-nya.",
        BAHAN,
        _things,
        _keep_things,
    ),
    TOML: BagianKonsep(
        "Teks TOML",
        "Konsep ini sebagai file paket. Yang tidak ada di formulir langkah diubah di sini.",
        SELURUH,
        _texts,
        _keep_texts,
    ),
}


def pieces(konsep: SopKonsep) -> dict[str, str]:
    """What each piece says in short."""
    top, actors = konsep.kepala, table(konsep.kepala.get("pelaksana"))
    told = [text(top.get("nomor")), text(top.get("nama"))]
    named = [
        one if isinstance(one, str) else text(table(one).get("sebutan")) for one in actors.values()
    ]
    many_ = len(doubted(konsep))
    unsure = f" · {many_} belum pasti" if many_ else ""
    brought = [text(table(one).get("nama")) for one in konsep.bahan.values()]
    return {
        KEPALA: (" · ".join(one for one in told if one) or "Belum diisi.") + unsure,
        PELAKSANA: ", ".join(one for one in named if one) or "Belum ada.",
        BAHAN: ", ".join(one for one in brought if one) or "Tidak ada; semua dari daftar kantor.",
        TOML: "Konsep ini sebagai file paket, untuk yang terbiasa dengannya.",
    }
