"""Rows of the form of a meeting: one more, one less, people picked; what was typed stays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from werkzeug.datastructures import MultiDict

from service.domain.rapat import PESERTA as ANGGOTA
from service.domain.rapat import Peserta
from service.web.berkas.rapat_isian import ACARA, BAGIAN, PESERTA, sent_rows

UBAH = re.compile(r"(tambah|hapus)-(acara|peserta)(?:-([0-9]{1,3}))?")
PILIH, SEMUA_HADIR = "pilih", "hadir-semua"
Baris = dict[str, str]


def reshaped(
    sent: Mapping[str, str], ubah: str, picked: Sequence[Peserta] = ()
) -> MultiDict[str, str]:
    """What was typed, with the rows that the pressed button asks for."""
    many = dict(zip((ACARA, PESERTA), sent_rows(sent), strict=True))
    rows = {apa: [_row(sent, apa, n) for n in range(1, many[apa] + 1)] for apa in BAGIAN}
    if ubah == PILIH:
        rows[PESERTA] = [*_filled(rows[PESERTA]), *map(_picked, picked)]
    elif ubah == SEMUA_HADIR:
        rows[PESERTA] = [_came(one) for one in rows[PESERTA]]
    elif found := UBAH.fullmatch(ubah):
        act, apa, n = found[1], found[2], int(found[3] or 0)
        if act == "tambah":
            rows[apa].append({"sebagai": ANGGOTA})
        else:
            rows[apa] = [one for at, one in enumerate(rows[apa], 1) if at != n]
    return _numbered(sent, rows)


def _row(sent: Mapping[str, str], apa: str, n: int) -> Baris:
    return {part: sent.get(f"{apa}-{n}-{part}", "") for part in BAGIAN[apa]}


def _filled(rows: Iterable[Baris]) -> list[Baris]:
    """Those in which somebody stands."""
    return [one for one in rows if any(one[part] for part in ("nama", "jabatan", "unit"))]


def _came(one: Baris) -> Baris:
    """Present, unless somebody already said otherwise."""
    said = one["hadir"] or one["diwakili"] or not one["nama"]
    return one if said else {**one, "hadir": "ya"}


def _picked(one: Peserta) -> Baris:
    return {"nama": one.nama, "jabatan": one.jabatan, "unit": one.unit, "sebagai": one.sebagai}


def _numbered(sent: Mapping[str, str], rows: Mapping[str, list[Baris]]) -> MultiDict[str, str]:
    kept = {
        name: value for name, value in sent.items() if not re.match(r"(acara|peserta)-[0-9]", name)
    }
    for apa, some in rows.items():
        for n, one in enumerate(some, 1):
            kept |= {f"{apa}-{n}-{part}": one.get(part, "") for part in BAGIAN[apa]}
    return MultiDict(kept)
