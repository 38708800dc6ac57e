"""The block above an SOP table: read off paragraphs or off a table of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from service.domain.sop.identitas import Pengesah
from service.domain.sop.impor_bentuk import Kotak, Tabel, grid
from service.domain.sop.impor_kata import mended, numbered, one_line, points
from service.domain.sop.impor_label import DAFTAR, label
from service.domain.sop.impor_pengesah import signer, signers

_JUDUL = re.compile(r"^(?:standar|sop\b|prosedur|alur\b|bagan)", re.IGNORECASE)
_KAKI = re.compile(
    r"\b(?:halaman|hal\.?|page)\s*:?\s*\d+(?:\s*(?:dari|of|/)\s*\d+)?\s*$", re.IGNORECASE
)
TUTUP = "\x00"  # what stands below belongs to no label above: the cell ends here
_TAHUN = re.compile(r"^tahun \d{4}$", re.IGNORECASE)


@dataclass
class Kepala:
    """What the block says, by field; what could not be placed is told in `ragu`."""

    isi: dict[str, str] = field(default_factory=dict)
    daftar: dict[str, list[str]] = field(default_factory=dict)
    instansi: list[str] = field(default_factory=list)
    pengesah: Pengesah = field(default_factory=Pengesah)
    tanda_tangan: list[Pengesah] = field(default_factory=list)
    judul_tabel: str = ""
    tumpuk: bool = False  # labels stand in heaps, apart from what they name
    tafsir: list[str] = field(default_factory=list)
    ragu: list[str] = field(default_factory=list)


def read(before: Sequence[str | Tabel], after: Sequence[str | Tabel]) -> Kepala:
    """The block out of what stands above and below the table of rows."""
    found = Kepala()
    lines = _lines(before)
    while lines and not lines[-1].strip():
        lines.pop()
    if lines and _titled(lines[-1]):
        found.judul_tabel = one_line(lines.pop())
    _fields(found, lines)
    for one in after:
        if isinstance(one, Tabel):
            found.tanda_tangan += signers(grid(one))
    return found


def _titled(line: str) -> bool:
    clean = one_line(line)
    if not clean or label(line)[0] or numbered(line) or clean.endswith("."):
        return False
    return bool(_JUDUL.match(clean)) or (clean.isupper() and len(clean.split()) > 2)


def _lines(parts: Iterable[str | Tabel]) -> list[str]:
    found = list[str]()
    for part in parts:
        told = mended(part).split("\n") if isinstance(part, str) else _told(grid(part))
        found += [one.strip() for one in told]
    return [one for one in found if one and not _KAKI.search(one)]


def _told(rows: list[list[Kotak]]) -> list[str]:
    """A table as lines: each label followed by what stands beside it, or else below it."""
    found, used = list[str](), set[tuple[int, int]]()
    for n, row in enumerate(rows):
        for at, cell in enumerate(row):
            if (n, at) in used or not (cell.baru and cell.tepi) or not cell.isi.strip(" :\n"):
                continue
            lines = mended(cell.isi).strip().split("\n")
            found += lines
            name, rest = label(lines[0])
            if name and not rest and len(lines) == 1:
                place = _value(rows, n, at)
                if place and place not in used:
                    used.add(place)
                    found += mended(rows[place[0]][place[1]].isi).strip(" :").split("\n")
            elif not name or label(lines[-1])[0]:  # no label, or a heap of them
                continue
            found.append(TUTUP)
    return found


def _value(rows: list[list[Kotak]], n: int, at: int) -> tuple[int, int] | None:
    """The place of the value of a label: to its right, or below where another label is."""
    for across in range(at + 1, len(rows[n])):
        cell = rows[n][across]
        if cell.baru and cell.tepi and cell.isi.strip(" :\n"):
            if label(cell.isi.strip().split("\n")[0])[0]:
                break
            return (n, across)
    if n + 1 < len(rows):
        cell = rows[n + 1][at]
        if cell.baru and cell.isi.strip() and not label(cell.isi.strip().split("\n")[0])[0]:
            return (n + 1, at)
    return None


def _fields(found: Kepala, lines: Sequence[str]) -> None:
    """Each label with the lines up to the next; labels that stand in a heap share what follows."""
    heap, values, top = list[str](), list[str](), list[str]()
    filled = False  # the label on top of the heap already has a value on its own line
    for line in lines:
        if line == TUTUP:
            _placed(found, heap, values)
            heap, values, filled = [], [], False
            continue
        name, rest = label(line)
        if not name:
            (values if heap else top).append(line)
            continue
        if values or filled:
            _placed(found, heap, values)
            heap, values = [], []
        filled = bool(rest)
        if rest:
            _placed(found, heap, [])
            _placed(found, [name], [rest])
            heap = []
        heap.append(name)  # what follows a value on its own line may go on with it
    _placed(found, heap, values)
    _agency(found, top)


def _placed(found: Kepala, heap: Sequence[str], values: Sequence[str]) -> None:
    if not values or not heap:
        for name in heap:
            if name not in DAFTAR and name != "pengesah":
                found.isi.setdefault(name, "")
        return
    if len(heap) == 1:
        _give(found, heap[0], values)
        return
    shares = _shares(heap, values)
    if shares is None and not found.tumpuk:
        # Every other label had its own words below it, so these belong to the last.
        _give(found, heap[-1], values)
        found.tafsir.append(heap[-1])
        found.ragu.append(f"{', '.join(heap[:-1])} tampak kosong; isinya dianggap {heap[-1]}")
        return
    if shares is None:
        found.ragu.append(
            f"isi untuk {', '.join(heap)} tercampur dan tidak dapat dipisah: "
            f"{one_line(' / '.join(values))[:200]}"
        )
        return
    found.tumpuk = True
    for name, share in zip(heap, shares, strict=True):
        _give(found, name, share)
        found.tafsir.append(name)
    found.ragu.append(f"{', '.join(heap)} dipasangkan menurut urutan label dan isinya")


def _shares(heap: Sequence[str], values: Sequence[str]) -> list[list[str]] | None:
    """Values shared out among labels: one line each, or one list that begins at 1 each."""
    if len(heap) == len(values) and not any(numbered(one) for one in values):
        return [[one] for one in values]
    starts = [n for n, one in enumerate(values) if re.match(r"\s*1\s?[.)]\s", one)]
    if len(starts) == len(heap) and starts[0] == 0:
        ends = [*starts[1:], len(values)]
        return [list(values[a:b]) for a, b in zip(starts, ends, strict=True)]
    return None


def _give(found: Kepala, name: str, values: Sequence[str]) -> None:
    if name in DAFTAR:
        found.daftar.setdefault(name, [])
        found.daftar[name] += points("\n".join(values))
    elif name == "pengesah":
        found.pengesah, rest = signer([*_of(found.pengesah), *values])
        _unplaced(found, name, rest)
    elif name == "nama":
        found.isi[name] = one_line(f"{found.isi.get(name, '')} {' '.join(values)}")
    elif not found.isi.get(name):
        found.isi[name] = one_line(values[0])
        _unplaced(found, name, values[1:])
    else:
        _unplaced(found, name, values)


def _unplaced(found: Kepala, name: str, values: Sequence[str]) -> None:
    """Words below a field that are none of its own are told, not dropped."""
    if values:
        told = one_line(" / ".join(values))
        found.ragu.append(f"tulisan setelah {name} tidak dipakai: {told[:200]}")


def _of(one: Pengesah) -> list[str]:
    told = [one.jabatan, one.nama, one.pangkat, f"NIP {one.nip}" if one.nip else ""]
    return [words for words in told if words]


def _agency(found: Kepala, top: Sequence[str]) -> None:
    """The names of the agency: what stands above the first label, without the cover page."""
    held = [one_line(one).strip("*_ ") for one in top]
    years = [n for n, one in enumerate(held) if _TAHUN.match(one)]
    held = held[years[-1] + 1 :] if years else held
    held = [one for one in held if len(one) > 3 and not _JUDUL.match(one) and len(one) < 100]
    found.instansi = list(dict.fromkeys(held))
