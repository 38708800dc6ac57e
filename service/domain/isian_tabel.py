"""Many papers from one table: a row is a paper, a column a ruas; every fault at its cell."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.domain import ruas as r
from service.domain.isian_kepala import (
    BERKAS,
    KODE,
    Lajur,
    TabelKosong,
    TabelTerlaluPanjang,
    head,
    label_of,
    norm,
)
from service.domain.ruas_baku import baku, empty
from service.domain.ruas_periksa import fault
from service.domain.tabel_isian import CACAT, BarisTabel, TabelIsian

NASKAH_TERBANYAK = 5_000
NILAI_TERPANJANG = 60  # letters of a wrong value that are shown
KOLOM = (*r.KOLOM, r.DAFTAR_TEKS)  # what one cell can hold
_BERTITIK = (
    "jabatan",
    "nama",
    "pangkat",
    "nip",
)  # an official stands in several columns: `Penerima: nama`


@dataclass(frozen=True)
class Salah:
    """What is wrong at one cell of a row, and what helps."""

    kolom: str
    nilai: str
    kata: str


@dataclass(frozen=True)
class BarisNaskah:
    """One paper of the table: its row as the spreadsheet counts, its isian, what is wrong."""

    baris: int
    isian: dict[str, Any]
    salah: tuple[Salah, ...]
    berkas: str = ""  # the code of its matter, where each row has one of its own


def lajur(
    pasangan: r.Pasangan, tetap: Mapping[str, Any], isi: Mapping[str, Any] | None = None
) -> list[Lajur]:
    """Each column of a form: what is filled in; not what `tetap` or `isi` say for all of them."""
    told = {**tetap, **(isi or {})}
    return [one for one in _known(pasangan, tetap) if empty(told.get(one.ruas.nama))]


def kepala(pasangan: r.Pasangan, tetap: Mapping[str, Any] | None = None) -> list[str]:
    """The head of a table for this pair: a column for each ruas that is filled in."""
    return [one.label for one in lajur(pasangan, tetap or {})]


def contoh_baris(pasangan: r.Pasangan, tetap: Mapping[str, Any] | None = None) -> list[str]:
    """The pair's own samples as a row below that head."""
    return [cell(one, one.ruas.contoh) for one in lajur(pasangan, tetap or {})]


def cell(one: Lajur, value: Any) -> str:
    """A value as it stands in its cell."""
    held = value.get(one.kunci, "") if one.kunci and isinstance(value, Mapping) else value
    if isinstance(held, list):
        return "\n".join(map(str, held))
    return "" if held is None or isinstance(held, Mapping) else str(held)


def besides(pasangan: r.Pasangan, tetap: Mapping[str, Any]) -> list[str]:
    """What must be filled in at each paper by itself, because no cell can hold it."""
    inside = {one.ruas.nama for one in _known(pasangan, {})}
    return [
        one.label
        for one in pasangan.ruas
        if one.wajib
        and one.asal not in r.GIVEN_LATER
        and one.nama not in inside
        and empty(tetap.get(one.nama))
    ]


def codes(tabel: TabelIsian) -> list[str]:
    """What stands in the column of codes, as far as there is one; for asking whose they are."""
    for at, row in enumerate(tabel.baris):
        for n, one in enumerate(row.sel):
            if norm(one) == norm(KODE):
                return [x.at(n).strip() for x in tabel.baris[at + 1 :]]
    return []


def read(
    pasangan: r.Pasangan,
    tabel: TabelIsian,
    tetap: Mapping[str, Any] | None = None,
    *,
    isi: Mapping[str, Any] | None = None,
    berkas: Collection[str] | None = None,
) -> list[BarisNaskah]:
    """A paper for each row; `tetap`: what no column may say, `isi`: what none need say.

    `berkas`: the matters there are, where each row names its own by its code.
    """
    fixed, told = tetap or {}, {**(tetap or {}), **(isi or {})}
    found = head(tabel, _known(pasangan, fixed), told, berkode=berkas is not None)
    body = tabel.baris[found.at + 1 :]
    if not body:
        raise TabelKosong
    if len(body) > NASKAH_TERBANYAK:
        raise TabelTerlaluPanjang(len(body), NASKAH_TERBANYAK)
    rows = [_paper(one, found.lajur, told, found.kode) for one in body]
    return _once(rows, body, berkas, found.kode)


def _known(pasangan: r.Pasangan, tetap: Mapping[str, Any]) -> list[Lajur]:
    """Each column that a table may have: its label, its ruas, and the key in it."""
    found = list[Lajur]()
    for one in pasangan.ruas:
        if one.asal in r.GIVEN_LATER or not empty(tetap.get(one.nama)):
            continue
        if one.jenis in KOLOM:
            found.append(Lajur(label_of(one, ""), one, ""))
        elif one.jenis == r.PEJABAT:
            found += [Lajur(label_of(one, key), one, key) for key in _BERTITIK]
    many = Counter(norm(one.label) for one in found)
    many.update((norm(KODE), norm(BERKAS)))  # a ruas that is called so says which it is
    return [
        Lajur(f"{one.label} ({one.ruas.nama})", one.ruas, one.kunci)
        if many[norm(one.label)] > 1
        else one
        for one in found
    ]


def _paper(
    row: BarisTabel, places: Mapping[int, Lajur], told: Mapping[str, Any], kode: int | None
) -> BarisNaskah:
    typed = dict[str, Any]()
    for at, one in places.items():
        text, ruas = row.at(at), one.ruas
        if one.kunci:
            held = typed.setdefault(ruas.nama, {})
            typed[ruas.nama] = {**held, one.kunci: text.strip()} if text.strip() else held
        else:
            typed[ruas.nama] = text.split("\n") if ruas.jenis == r.DAFTAR_TEKS else text
    asked = {one.ruas.nama: one.ruas for one in places.values()}
    isian = {nama: baku(ruas, typed[nama]) for nama, ruas in asked.items()}
    code = row.at(kode).strip() if kode is not None else ""
    return BarisNaskah(row.nomor, {**told, **isian}, tuple(_faults(row, places, isian)), code)


def _faults(
    row: BarisTabel, places: Mapping[int, Lajur], isian: Mapping[str, Any]
) -> Iterator[Salah]:
    if row.tersembunyi:
        yield Salah(
            "", "", "Baris ini tersembunyi. Tampilkan bila memang ikut, atau hapus barisnya."
        )
    told = set[str]()
    for at, one in places.items():
        ruas = one.ruas
        if odd := row.cacat.get(at):
            told.add(ruas.nama)
            yield Salah(one.label, _short(row.at(at)), f"{ruas.label} {CACAT[odd]}.")
    for at, one in places.items():
        ruas = one.ruas
        if ruas.nama not in told and (kata := _said(ruas, isian[ruas.nama])):
            told.add(ruas.nama)
            yield Salah(one.label, _short(row.at(at)), kata)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= NILAI_TERPANJANG else f"{flat[:NILAI_TERPANJANG]}…"


def _said(ruas: r.Ruas, value: Any) -> str:
    if why := fault(ruas, value):
        return f"{ruas.label} {why}."
    nameless = ruas.jenis == r.PEJABAT and not empty(value) and empty(value.get("nama"))
    if nameless or (ruas.wajib and empty(value)):
        return f"{ruas.label}{' (nama)' * nameless} belum diisi."
    return ""


def _once(
    rows: Sequence[BarisNaskah],
    body: Sequence[BarisTabel],
    berkas: Collection[str] | None,
    kode: int | None,
) -> list[BarisNaskah]:
    """The rows with what can only be seen among others: one that stands there twice."""
    first, found = dict[str, int](), list[BarisNaskah]()
    for one, row in zip(rows, body, strict=True):
        key = one.berkas if berkas is not None else json.dumps(one.isian, sort_keys=True)
        seen = first.setdefault(key, one.baris)
        salah = one.salah
        if berkas is not None:
            salah = (*_code(one, seen, berkas, row.cacat.get(-1 if kode is None else kode)), *salah)
        elif seen != one.baris:
            same = f"Baris ini sama dengan baris {seen}. Hapus salah satunya, atau bedakan isinya."
            salah = (*salah, Salah("", "", same))
        found.append(BarisNaskah(one.baris, one.isian, salah, one.berkas))
    return found


def _code(one: BarisNaskah, seen: int, berkas: Collection[str], odd: str | None) -> Iterator[Salah]:
    """What is wrong with the code by which a row names its matter."""
    if odd:
        yield Salah(KODE, _short(one.berkas), f"{KODE} {CACAT[odd]}.")
    elif not one.berkas:
        kata = f"{KODE} kosong. Salin dari formulir yang Anda unduh, atau hapus barisnya."
        yield Salah(KODE, "", kata)
    elif one.berkas not in berkas:
        kata = (
            "Berkas dengan kode ini tidak ditemukan, sudah ditutup, atau bukan wewenang Anda. "
            "Unduh formulirnya sekali lagi, atau hapus barisnya."
        )
        yield Salah(KODE, _short(one.berkas), kata)
    elif seen != one.baris:
        kata = f"Berkas ini sudah ada di baris {seen}. Satu berkas satu baris; hapus salah satunya."
        yield Salah(KODE, _short(one.berkas), kata)
