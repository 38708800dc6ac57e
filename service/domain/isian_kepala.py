"""The head of a table of papers: found among the first rows, each column known by its label."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.domain import ruas as r
from service.domain.angka import ribuan
from service.domain.refusals import Refusal
from service.domain.ruas_baku import empty
from service.domain.tabel_isian import TabelIsian

KEPALA_DALAM = 15  # rows in which the head is looked for
KODE, BERKAS = "Kode berkas", "Berkas"


class KepalaTabelSalah(Refusal):
    """The head of the table does not say which column is which ruas."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__(
            f"{' '.join(faults)} Belum ada yang disimpan. Betulkan kepala tabelnya, lalu unggah "
            "lagi."
        )


class TabelTerlaluPanjang(Refusal):
    """More papers than are made at once."""

    def __init__(self, many: int, most: int) -> None:
        super().__init__(
            f"Tabel memuat {ribuan(many)} baris; sekali jalan paling banyak "
            f"{ribuan(most)}. Belum ada yang disimpan. Bagi tabelnya, lalu unggah "
            "satu per satu."
        )


class TabelKosong(Refusal):
    """Nothing stands below the head."""

    def __init__(self) -> None:
        super().__init__("Tabel belum memuat satu baris pun di bawah kepalanya. Isi, lalu unggah.")


@dataclass(frozen=True)
class Lajur:
    """One column: its head, its ruas, and the key in it where the ruas has several."""

    label: str
    ruas: r.Ruas
    kunci: str


@dataclass(frozen=True)
class Kepala:
    """Where the head stands, what each column is, and where the codes of matters stand."""

    at: int
    lajur: Mapping[int, Lajur]
    kode: int | None


def norm(text: str) -> str:
    """A label as it is compared."""
    return " ".join(text.casefold().replace(":", " ").split())


def label_of(ruas: r.Ruas, key: str) -> str:
    """What a column is called."""
    return f"{ruas.label}: {key}" if key else ruas.label


def head(
    tabel: TabelIsian, lajur: Sequence[Lajur], told: Mapping[str, Any], *, berkode: bool
) -> Kepala:
    """The head; KepalaTabelSalah with all its faults. `told`: what needs no column."""
    known = {norm(one.label): one for one in lajur}
    codes = {norm(KODE), norm(BERKAS)} if berkode else set[str]()
    first = tabel.baris[:KEPALA_DALAM]
    looked = [
        (sum(norm(x) in known or norm(x) in codes for x in y.sel), -n) for n, y in enumerate(first)
    ]
    hits, before = max(looked, default=(0, 0))  # of rows alike, the first
    if not hits:
        names = [KODE] * berkode + [one.label for one in lajur]
        raise KepalaTabelSalah([f"Kepala tabel tidak ditemukan; kolomnya: {', '.join(names)}."])
    faults, places, kode = list[str](), dict[int, Lajur](), None
    for n, text in enumerate(first[-before].sel):
        one = known.get(norm(text))
        if norm(text) in codes:
            kode = n if norm(text) == norm(KODE) else kode
        elif one and one in places.values():
            faults.append(f"Kolom '{text.strip()}' ada dua.")
        elif one:
            places[n] = one
        elif text.strip():
            faults.append(_strange(text, known))
        if text.strip() and n in tabel.lajur_tersembunyi and norm(text) != norm(KODE):
            faults.append(f"Kolom '{text.strip()}' tersembunyi; tampilkan, atau hapus kolomnya.")
    faults += _absent(known, places, told)
    if berkode and kode is None:
        faults.append(f"Kolom '{KODE}' belum ada; unduh formulirnya dari daftar berkas.")
    if faults:
        raise KepalaTabelSalah(faults)
    return Kepala(-before, places, kode)


def _strange(text: str, known: Mapping[str, Lajur]) -> str:
    close = difflib.get_close_matches(norm(text), known, n=1)
    guess = f"; mungkin '{known[close[0]].label}'" if close else ""
    return f"Kolom '{text.strip()[:80]}' tidak dikenal{guess}."


def _absent(
    known: Mapping[str, Lajur], places: Mapping[int, Lajur], told: Mapping[str, Any]
) -> list[str]:
    there = {one.ruas.nama for one in places.values()}
    lacks = {
        one.ruas.label: None
        for one in known.values()
        if one.ruas.wajib and one.ruas.nama not in there and empty(told.get(one.ruas.nama))
    }
    return [f"Kolom '{label}' belum ada." for label in lacks]
