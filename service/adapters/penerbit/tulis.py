"""Writes the book that the public reads, from nothing but what was handed over."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from service.adapters.penerbit.muatan import Muatan, Unduhan, key
from service.adapters.penerbit.skema import INDEKS, TABEL
from service.domain.edisi.edisi import DIK, DIP
from service.domain.edisi.lajur import CARI
from service.domain.edisi.pilah import told, values
from service.domain.edisi.terbitan import Badan, Terbitan
from service.domain.informasi.beda import Baris, Beda
from service.domain.informasi.sumbu import BILAH
from service.domain.teks import kata

Akar = Callable[[str], str]
# Letters that no page may hold; they come in from spreadsheets and say nothing.
_KENDALI = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


@dataclass
class Naskah:
    """What was written so far."""

    book: sqlite3.Connection
    akar: Akar
    baris: dict[str, int] = field(default_factory=dict)  # a line's text, and its id
    sejak: dict[tuple[str, str, int], str] = field(default_factory=dict)  # first seen in an edition
    roots: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Kini:
    """A line of today's list."""

    badan: str
    edisi: int
    baris: Baris
    file: bool


def write(path: Path, semua: Sequence[Muatan], akar: Akar) -> None:
    """A whole new book in the empty file at `path`."""
    with closing(sqlite3.connect(path, isolation_level=None)) as book:
        book.executescript(TABEL)
        book.execute("BEGIN")
        work = Naskah(book, akar)
        today: dict[str, list[Kini]] = {DIP: [], DIK: []}
        for muatan in sorted(semua, key=lambda one: (one.badan.nama, one.badan.kode)):
            _body(work, muatan, today)
        for daftar, lines in today.items():
            _today(work, daftar, lines)
        roots = ((one,) for one in sorted(set(work.roots.values())))
        book.executemany("INSERT INTO akar VALUES (?)", roots)
        book.execute("COMMIT")
        book.executescript(INDEKS)


def add_download(
    book: Path, path: Path, which: tuple[str, int, int], badan: Badan, one: Unduhan
) -> None:
    """The book again in the empty file at `path`, with one more format of an edition."""
    shutil.copyfile(book, path)
    with closing(sqlite3.connect(path)) as copy, copy:
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute(
            """INSERT INTO unduhan SELECT id, 'pdf', ?, ?, ?, ?, ? FROM edisi
            WHERE daftar = ? AND tahun = ? AND urut = ? AND badan = ?""",
            (*vars(one.file).values(), one.resep, *which, badan.kode),
        )


def _body(work: Naskah, muatan: Muatan, today: dict[str, list[Kini]]) -> None:
    badan = muatan.badan
    said = (badan.kode, badan.nama, badan.zona, badan.laman, badan.surel)
    work.book.execute("INSERT INTO badan VALUES (?, ?, ?, ?, ?)", said)
    work.book.execute("INSERT INTO tanda VALUES (?, ?)", (badan.kode, muatan.sidik))
    for one in muatan.terbitan:
        number = _edition(work, muatan, one)
        if one.kini:
            today[one.edisi.daftar] += [
                Kini(badan.kode, number, line, line["kode"] in one.file) for line in one.baris
            ]


def _edition(work: Naskah, muatan: Muatan, one: Terbitan) -> int:
    edisi, badan = one.edisi, muatan.badan.kode
    number = int(work.book.execute("SELECT coalesce(max(id), 0) + 1 FROM edisi").fetchone()[0])
    shown = one.baris if one.terlihat else ()
    work.book.execute(
        f"INSERT INTO edisi VALUES ({', '.join('?' * 17)})",  # noqa: S608 (question marks)
        (
            number,
            badan,
            edisi.daftar,
            edisi.tahun,
            edisi.urut,
            edisi.jenis,
            edisi.keadaan,
            edisi.nama,
            edisi.sk.nomor,
            str(edisi.sk.tanggal or ""),
            _iso(edisi.terbit),
            _iso(edisi.ditarik),
            _plain(edisi.alasan),
            len(shown),
            int(one.kini),
            one.beda.kata if one.terlihat else "",
            one.beda.tetap if one.terlihat else 0,
        ),
    )
    ids = [_line(work, baris) for baris in shown]
    rows = ((number, n, id_) for n, id_ in enumerate(ids, 1))
    work.book.executemany("INSERT INTO isi VALUES (?, ?, ?)", rows)
    for id_ in ids:
        work.sejak.setdefault((badan, edisi.daftar, id_), _iso(edisi.terbit))
    if one.terlihat:
        lines = ((number, n, *x) for n, x in enumerate(_differences(one.beda), 1))
        work.book.executemany("INSERT INTO beda VALUES (?, ?, ?, ?, ?, ?, ?)", lines)
        _files(work, muatan, one, number)
    gone = ((badan, number, x.kode, _iso(x.pada), _plain(x.alasan)) for x in one.ditarik)
    work.book.executemany("INSERT INTO ditarik VALUES (?, ?, ?, ?, ?)", gone)
    return number


def _files(work: Naskah, muatan: Muatan, one: Terbitan, number: int) -> None:
    listed = {line["kode"] for line in one.baris}
    files = {kode: file for kode, file in one.file.items() if kode in listed}
    if one.sk_pdf:
        files[""] = one.sk_pdf
    rows = [(number, k, x.sha256, x.nama, x.mime, x.ukuran) for k, x in files.items()]
    work.book.executemany("INSERT INTO file VALUES (?, ?, ?, ?, ?, ?)", rows)
    made = muatan.unduhan.get(key(one), {})
    rows_made = [
        (number, bentuk, x.file.sha256, x.file.nama, x.file.mime, x.file.ukuran, x.resep)
        for bentuk, x in made.items()
    ]
    work.book.executemany("INSERT INTO unduhan VALUES (?, ?, ?, ?, ?, ?, ?)", rows_made)


def _line(work: Naskah, baris: Baris) -> int:
    text = _json(baris)
    if text not in work.baris:
        work.baris[text] = number = len(work.baris) + 1
        work.book.execute("INSERT INTO baris VALUES (?, ?, ?)", (number, baris["kode"], text))
    return work.baris[text]


def _differences(beda: Beda) -> Iterator[tuple[str, str, str, str, str]]:
    for one in beda.ditambah:
        yield "ditambah", one["kode"], "", "{}", _json(one)
    for changed in beda.diubah:
        ruas = " ".join(changed.ruas)
        yield "diubah", changed.kode, ruas, _json(changed.sebelum), _json(changed.sesudah)
    for one in beda.dihapus:
        yield "dihapus", one["kode"], "", _json(one), "{}"


def _today(work: Naskah, daftar: str, lines: list[Kini]) -> None:
    bars = {kategori: n for n, kategori in enumerate(BILAH)}
    lines.sort(key=lambda one: bars.get(one.baris.get("kategori", ""), len(bars)))
    rows, words = [], []
    bits: dict[tuple[str, str], bytearray] = defaultdict(lambda: bytearray(len(lines) // 8 + 1))
    for n, one in enumerate(lines):
        id_ = _line(work, one.baris)
        since = work.sejak[one.badan, daftar, id_]
        rows.append((daftar, n, one.badan, one.edisi, id_, one.baris["kode"], since))
        words.append((n, *searched(work, one.baris)))
        for way in values(daftar, one.badan, one.baris, file=one.file):
            bits[way][n >> 3] |= 1 << (n & 7)
    work.book.executemany("INSERT INTO kini VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    put = f"INSERT INTO cari_{daftar} (rowid, kata, akar) VALUES (?, ?, ?)"  # noqa: S608 (two names)
    work.book.executemany(put, words)
    ways = (
        (daftar, nama, nilai, told(nama, nilai), int.from_bytes(bit, "little").bit_count(), bit)
        for (nama, nilai), bit in sorted(bits.items())
    )
    work.book.executemany("INSERT INTO pilah VALUES (?, ?, ?, ?, ?, ?)", ways)


def searched(work: Naskah, baris: Baris) -> tuple[str, str]:
    """The words of a line as they stand, and their roots."""
    said = (baris[name] for name in sorted(CARI & set(baris)))
    words = [word for one in said for word in kata(one)]
    for word in words:
        if word not in work.roots:
            work.roots[word] = work.akar(word) if word.isalpha() else word
    return " ".join(words), " ".join(work.roots[word] for word in words)


def _json(baris: Baris) -> str:
    told = {name: _plain(said) for name, said in sorted(baris.items())}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _plain(text: str) -> str:
    return _KENDALI.sub(" ", text)


def _iso(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""
