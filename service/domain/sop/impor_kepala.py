"""The head of an SOP table: which column is which, also where it is merged, misspelt or broken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from service.domain.sop.impor_bentuk import Kotak
from service.domain.sop.impor_kata import letters, likeness, one_line

NOMOR, KEGIATAN, PELAKSANA, MUTU = "nomor", "kegiatan", "pelaksana", "mutu baku"
KELENGKAPAN, WAKTU, KELUARAN, KETERANGAN = "kelengkapan", "waktu", "keluaran", "keterangan"
KOLOM: dict[str, tuple[str, ...]] = {
    NOMOR: ("no", "nomor", "nomer", "nourut", "nomorurut"),
    KEGIATAN: (
        "kegiatan",
        "uraian",
        "uraiankegiatan",
        "uraianprosedur",
        "uraiantugas",
        "aktivitas",
        "aktifitas",
        "prosedur",
        "tahapan",
        "langkah",
        "langkahkegiatan",
        "uraianaktivitas",
    ),
    PELAKSANA: ("pelaksana", "pelaksanakegiatan"),
    MUTU: ("mutubaku", "bakumutu"),
    KELENGKAPAN: (
        "kelengkapan",
        "persyaratan",
        "kelengkapanpersyaratan",
        "persyaratankelengkapan",
        "persyaratanperlengkapan",
        "perlengkapan",
        "syarat",
        "input",
    ),
    WAKTU: ("waktu", "waktupenyelesaian", "lamawaktu", "durasi"),
    KELUARAN: ("output", "keluaran", "hasil", "outputkeluaran", "hasiloutput"),
    KETERANGAN: ("ket", "keterangan", "keterangancatatan"),
}
_BAWAH = (KELENGKAPAN, WAKTU, KELUARAN)
_PERTAMA = 60  # rows within which a head begins; the block above may be of the same table


@dataclass(frozen=True)
class Lajur:
    """One column: its kind, and for an actor its name and what stands above it."""

    jenis: str = ""
    sebutan: str = ""
    kelompok: str = ""


@dataclass(frozen=True)
class Kepala:
    """The head: its rows, and every column from the left."""

    awal: int
    akhir: int  # the first row below it
    lajur: tuple[Lajur, ...]
    ragu: tuple[str, ...] = ()

    def at(self, jenis: str) -> int | None:
        """The first column of a kind."""
        return next((n for n, one in enumerate(self.lajur) if one.jenis == jenis), None)

    @property
    def pelaksana(self) -> tuple[int, ...]:
        """The columns of actors."""
        return tuple(n for n, one in enumerate(self.lajur) if one.jenis == PELAKSANA)


def kind(isi: str) -> str:
    """Which column a head's words name; '' where they name none."""
    return _kind(letters(isi)) if len(isi) <= 80 else ""


@lru_cache(maxsize=4_096)
def _kind(plain: str) -> str:
    if not plain or len(plain) > 32:
        return ""
    for jenis, words in KOLOM.items():
        if plain in words:
            return jenis
    if len(plain) < 4:
        return ""
    near = {
        jenis: likeness(plain, [one for one in words if abs(len(one) - len(plain)) <= 2])
        for jenis, words in KOLOM.items()  # PPID Pelaksana is longer than Pelaksana
    }
    ranked = max(near, key=lambda jenis: near[jenis])
    return ranked if near[ranked] else ""


def find(rows: Sequence[Sequence[Kotak]]) -> Kepala | None:
    """The first head of the table, or None."""
    for n in range(min(len(rows), _PERTAMA)):
        if is_head(rows[n]):
            above = n and {kind(one.isi) for one in rows[n - 1]} & {PELAKSANA, MUTU}
            return _read(rows, n - 1 if above else n, _end(rows, n))
    return None


def is_head(row: Sequence[Kotak]) -> bool:
    """Whether a row names the activity and at least one other column."""
    found = {kind(one.isi) for one in row if one.baru}
    return KEGIATAN in found and bool(found & {PELAKSANA, MUTU, *_BAWAH})


def below(row: Sequence[Kotak], lajur: Sequence[Lajur]) -> bool:
    """Whether a row only repeats what stands in the head."""
    named = {letters(one.sebutan) for one in lajur} | {letters(one.kelompok) for one in lajur}
    told = [one.isi for one in row if one.baru and one.tepi and letters(one.isi)]
    return bool(told) and all(letters(one) in named or kind(one) for one in told)


def counted(row: Sequence[Kotak]) -> bool:
    """Whether a row only counts the columns: 1, 2, 3 …"""
    told = [one_line(one.isi).strip("().") for one in row if one.tepi and one.isi.strip()]
    return len(told) >= 4 and told == [str(n) for n in range(1, len(told) + 1)]


def _end(rows: Sequence[Sequence[Kotak]], start: int) -> int:
    """The first row below the head: heads name columns or groups, rows tell what is done."""
    first = rows[start]
    wide = [n for n, one in enumerate(first) if kind(one.isi) in (NOMOR, KEGIATAN)]
    n = start + 1
    while n < len(rows) and n < start + 4:
        row = rows[n]
        if counted(row):
            return n + 1
        fresh = any(row[at].baru and one_line(row[at].isi) for at in wide)
        named = any(one.baru and kind(one.isi) in _BAWAH for one in row)
        if fresh and not named:
            return n
        n += 1
    return n


def _read(rows: Sequence[Sequence[Kotak]], start: int, last: int) -> Kepala:
    head, wide = [row for row in rows[start:last] if not counted(row)], len(rows[start])
    lajur, above = list[Lajur](), ""
    for at in range(wide):
        own = [row[at].isi for row in head if one_line(row[at].isi)]
        kinds = [found for one in own if (found := kind(one))]
        top = kinds[0] if kinds else ""
        above = top or above
        bare = not top and above == KEGIATAN and own  # actors without the word above them
        if top == PELAKSANA or bare or (not top and above == PELAKSANA):
            lajur.append(_actor(head, at))
        elif MUTU in (top, above) and len(kinds) > 1:
            lajur.append(Lajur(kinds[-1]))
        elif top == MUTU or (not top and above == MUTU):
            lajur.append(Lajur(MUTU))
        else:
            lajur.append(Lajur(top))
    return _settled(rows, start, last, lajur)


def _actor(head: Sequence[Sequence[Kotak]], at: int) -> Lajur:
    told = list[str]()
    for n, row in enumerate(head):
        words = _spread(row, at) if n + 1 < len(head) else one_line(row[at].isi)
        if words and kind(words) != PELAKSANA and words not in told:
            told.append(words)
    if not told:
        return Lajur(PELAKSANA)
    return Lajur(PELAKSANA, told[-1], " / ".join(told[:-1]))


def _spread(row: Sequence[Kotak], at: int) -> str:
    """What stands above a column; where nothing is merged, what stands to its left."""
    while at and not one_line(row[at].isi) and row[at].baru:
        at -= 1
    words = one_line(row[at].isi)
    return "" if kind(words) not in ("", PELAKSANA) else words


def _settled(rows: Sequence[Sequence[Kotak]], start: int, last: int, lajur: list[Lajur]) -> Kepala:
    doubts = list[str]()
    lajur = _placed(lajur, doubts)
    names = [one.jenis for one in lajur]
    if NOMOR not in names and KEGIATAN in names:
        at = names.index(KEGIATAN) - 1
        if at >= 0 and not names[at]:
            lajur[at] = Lajur(NOMOR)
    for n, one in enumerate(lajur):
        if one.jenis == PELAKSANA and not one.sebutan and _empty(rows[last:], n):
            lajur[n] = Lajur()
        elif one.jenis == PELAKSANA and not one.sebutan:
            lajur[n] = replace(one, sebutan="")
            doubts.append(f"kolom pelaksana ke-{n + 1} tidak bernama")
    doubts += [
        f"kolom {jenis} tidak ditemukan"
        for jenis in (KEGIATAN, PELAKSANA, KELENGKAPAN, WAKTU, KELUARAN)
        if all(one.jenis != jenis for one in lajur)
    ]
    return Kepala(start, last, tuple(lajur), tuple(doubts))


def _placed(lajur: list[Lajur], doubts: list[str]) -> list[Lajur]:
    """Columns under Mutu Baku without a name of their own, by the order that the form sets."""
    bare = [n for n, one in enumerate(lajur) if one.jenis == MUTU]
    missing = [one for one in _BAWAH if all(row.jenis != one for row in lajur)]
    if not bare:
        return lajur
    found = list(lajur)
    for n, jenis in zip(bare, missing if len(missing) == len(bare) else (), strict=False):
        found[n] = Lajur(jenis)
        doubts.append(f"kolom {jenis} dikenali dari urutannya, bukan dari judulnya")
    return [Lajur() if one.jenis == MUTU else one for one in found]


def _empty(rows: Sequence[Sequence[Kotak]], at: int) -> bool:
    return not any(one_line(row[at].isi) or row[at].lambang for row in rows)
