"""The form of a naskah as it was sent: read back into its isian, each fault at its field."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from werkzeug.datastructures import MultiDict

from service.domain import ruas as r
from service.domain.ruas_baku import empty
from service.domain.ruas_periksa import fault, mandate_faults
from service.face.isi_formulir import Formulir, Kelompok, Ruas
from service.web.dasar.forms import typed
from service.web.naskah.isian import Bahan, form_of, most_rows
from service.web.naskah.ruas import named, official_of, value_of

_UBAH = re.compile(r"(tambah|hapus)-([A-Za-z0-9_]+)(?:-([0-9]{1,4}))?")


@dataclass(frozen=True)
class Dibaca:
    """What was sent: the form again, the isian it makes, and which of its ruas brought a file."""

    formulir: Formulir
    isian: dict[str, Any]
    unggahan: tuple[str, ...]


@dataclass
class _Bacaan:
    """A form while it is read."""

    bahan: Bahan
    sent: Mapping[str, str]
    files: Collection[str]
    lengkap: bool
    galat: dict[str, str] = field(default_factory=dict)
    unggahan: list[str] = field(default_factory=list)

    def wrong(self, nama: str, label: str, why: str) -> None:
        """Note what is wrong at a field; the first counts."""
        self.galat.setdefault(nama, f"{label} {why}.")


def read(
    bahan: Bahan,
    alamat: str,
    sent: MultiDict[str, str],
    *,
    files: Collection[str] = (),
    lengkap: bool = True,
    tersembunyi: tuple[Ruas, ...] = (),
) -> Dibaca:
    """The isian that was typed; `lengkap`: what must be there is missed, too.

    A ruas that the form did not carry stays as it was, so that a page shown earlier loses nothing.
    `files`: the names of the fields for which a file was chosen.
    """
    told = {name: value.replace("\r\n", "\n") for name, value in sent.items()}
    at = _Bacaan(bahan, told, files, lengkap)
    isian = {
        one.nama: bahan.value(one) for one in bahan.pasangan.ruas if one.asal not in r.GIVEN_LATER
    }
    for one in bahan.asked:
        isian[one.nama] = _value(at, one)
    blank = form_of(bahan, alamat, tersembunyi, sent_rows(bahan, told))
    return Dibaca(_overlaid(blank, sent, at.galat), isian, tuple(at.unggahan))


def _value(at: _Bacaan, ruas: r.Ruas) -> Any:
    match ruas.jenis:
        case r.DAFTAR:
            return _table(at, ruas)
        case r.PEJABAT:
            return _official(at, ruas)
        case r.GAMBAR | r.DAFTAR_DIP:
            return _file(at, ruas)
    return _single(at, ruas, named(ruas.nama), at.bahan.value(ruas))


def _single(at: _Bacaan, ruas: r.Ruas, nama: str, before: Any) -> Any:
    value = value_of(ruas, at.sent[nama]) if nama in at.sent else before
    if empty(value):
        if ruas.wajib and at.lengkap:
            at.wrong(nama, ruas.label, "belum diisi")
    elif why := fault(ruas, value):
        at.wrong(nama, ruas.label, why)
    return value


def _official(at: _Bacaan, ruas: r.Ruas) -> Any:
    if named(ruas.nama, "nama") not in at.sent:
        return at.bahan.value(ruas)
    value = official_of(ruas, at.sent)
    for key, label in (("nama", "Nama"), ("jabatan", "Jabatan")):
        if at.lengkap and not value.get(key) and (value or ruas.wajib):
            at.wrong(named(ruas.nama, key), f"{label} {ruas.label}", "belum diisi")
    for key, held in value.items():
        why = fault(ruas, {key: held})
        if why:
            at.wrong(named(ruas.nama, key), ruas.label, why)
    for key, why in mandate_faults(value).items():
        at.wrong(named(ruas.nama, key), ruas.label, why)
    return value


def _file(at: _Bacaan, ruas: r.Ruas) -> Any:
    nama, before = named(ruas.nama), at.bahan.value(ruas)
    if nama in at.files:
        at.unggahan.append(ruas.nama)
        return before
    if not ruas.wajib and at.sent.get(named(ruas.nama, "hapus")):
        return None
    if empty(before) and ruas.wajib and at.lengkap:
        at.wrong(nama, ruas.label, "belum diunggah")
    return before


def _table(at: _Bacaan, ruas: r.Ruas) -> list[dict[str, Any]]:
    many, rows = sent_rows(at.bahan, at.sent).get(ruas.nama, 0), list[dict[str, Any]]()
    if not many:
        return at.bahan.rows(ruas)
    for n in range(1, many + 1):
        names = {one.nama: named(ruas.nama, n, one.nama) for one in ruas.kolom}
        if not any(at.sent.get(name, "").strip() for name in names.values()):
            continue
        rows.append({one.nama: _single(at, one, names[one.nama], None) for one in ruas.kolom})
    if not rows and ruas.wajib and at.lengkap:
        first = named(ruas.nama, 1, ruas.kolom[0].nama)
        at.wrong(first, ruas.label, "belum diisi; isi sedikitnya satu baris")
    return rows


# --- rows ------------------------------------------------------------------------------------


def sent_rows(bahan: Bahan, sent: Mapping[str, str]) -> dict[str, int]:
    """How many rows of each table came with a form; those over the limit, too."""
    return {one.nama: n for one in _tables(bahan) if (n := _count(one, sent))}


def _tables(bahan: Bahan) -> Iterator[r.Ruas]:
    return (one for one in bahan.asked if one.jenis == r.DAFTAR)


def _count(ruas: r.Ruas, sent: Mapping[str, str]) -> int:
    n = 0
    while named(ruas.nama, n + 1, ruas.kolom[0].nama) in sent:
        n += 1
    return n


def reshaped(
    bahan: Bahan,
    alamat: str,
    sent: MultiDict[str, str],
    ubah: str,
    tersembunyi: tuple[Ruas, ...] = (),
) -> Formulir:
    """The form with the row that a button asks for, and all that was typed; nothing is judged."""
    told, found = MultiDict(sent), _UBAH.fullmatch(ubah)
    rows = sent_rows(bahan, told)
    tables = {one.nama: one for one in _tables(bahan)}
    if found and (one := tables.get(found[2])) and one.nama in rows:
        if found[1] == "tambah":
            rows[one.nama] = min(rows[one.nama] + 1, max(most_rows(one), rows[one.nama]))
        elif found[3] and 1 <= int(found[3]) <= rows[one.nama]:
            _drop(one, told, int(found[3]), rows[one.nama])
            rows[one.nama] = max(rows[one.nama] - 1, 1)
    return _overlaid(form_of(bahan, alamat, tersembunyi, rows), told, {})


def _drop(ruas: r.Ruas, told: MultiDict[str, str], gone: int, many: int) -> None:
    """Take a row out, and let those below it move up."""
    for n in range(gone, many + 1):
        for one in ruas.kolom:
            told[named(ruas.nama, n, one.nama)] = told.get(named(ruas.nama, n + 1, one.nama), "")


def _overlaid(formulir: Formulir, sent: MultiDict[str, str], galat: Mapping[str, str]) -> Formulir:
    def over(one: Ruas) -> Ruas:
        one = replace(one, galat=galat.get(one.nama, ""))
        if one.jenis == "file" or one.nama not in sent:
            return one
        if one.jenis == "centang":
            return replace(one, terpilih=tuple(sent.getlist(one.nama)))
        return replace(one, nilai=typed(one, sent))

    def group(one: Kelompok) -> Kelompok:
        return replace(one, ruas=tuple(map(over, one.ruas)))

    return replace(formulir, kelompok=tuple(map(group, formulir.kelompok)))
