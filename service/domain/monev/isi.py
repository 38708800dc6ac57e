"""What a ZIP of evidence holds: where each file lies, and the list that tells of all of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from service.domain.monev.kuesioner import Kuesioner, Pertanyaan

BELUM = "Belum ada bukti"
KEPALA = (
    "Kode",
    "Kategori",
    "Pertanyaan",
    "Bukti",
    "Dari",
    "File dalam ZIP",
    "Bita",
    "SHA-256",
    "Keterangan",
)
TERPANJANG = 48  # letters of a name, so that no path is too long for Windows
_LAIN = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Termuat:
    """One line of the list: a file that is in the ZIP, or evidence that is not, and why."""

    kode: str
    nama: str = ""
    dari: str = ""
    file: str = ""
    ukuran: int = 0
    sidik: str = ""
    kata: str = ""


def plain(words: str) -> str:
    """Words as a part of a file's name."""
    bare = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    whole = _LAIN.sub("-", bare).strip("-")
    if len(whole) <= TERPANJANG:
        return whole
    cut, dash, _ = whole[: TERPANJANG + 1].rpartition("-")
    return cut if dash else whole[:TERPANJANG]


def folder(one: Pertanyaan) -> str:
    """The folder of a question; its number first, so that folders stand in order."""
    return f"{one.kode}-{plain(one.tanya)}".rstrip("-")


def file_name(urut: int, nama: str, bagian: int = 0, banyak: int = 0) -> str:
    """What a file is called in its folder; parts say which of how many."""
    part = f"-bagian-{bagian}-dari-{banyak}" if banyak > 1 else ""
    return f"{urut:02}-{plain(nama.removesuffix('.pdf')) or 'bukti'}{part}.pdf"


def rows(whole: Kuesioner, held: Iterable[Termuat]) -> list[tuple[str | int, ...]]:
    """The list by question; one without any evidence stands in it, too."""
    by: dict[str, list[Termuat]] = {}
    for one in held:
        by.setdefault(one.kode, []).append(one)
    return [
        (
            asked.kode,
            whole.name(asked),
            asked.tanya,
            x.nama,
            x.dari,
            x.file,
            x.ukuran or "",
            x.sidik,
            x.kata,
        )
        for asked in whole.pertanyaan
        for x in by.get(asked.kode) or [Termuat(asked.kode, kata=BELUM)]
    ]


def as_html(judul: str, kata: Sequence[str], lines: Iterable[Sequence[str | int]]) -> str:
    """The list as a page that opens anywhere, its files linked."""
    head = "".join(f'<th scope="col">{escape(x)}</th>' for x in KEPALA)
    body = "".join(f"<tr>{_cells(line)}</tr>\n" for line in lines)
    said = "".join(f"<p>{escape(x)}</p>\n" for x in kata)
    return (
        '<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(judul)}</title>\n<style>body{{font-family:sans-serif;margin:1rem}}"
        "table{border-collapse:collapse}th,td{border:1px solid #555;padding:.3rem .5rem;"
        "text-align:left;vertical-align:top;overflow-wrap:anywhere}</style>\n</head>\n"
        f"<body>\n<h1>{escape(judul)}</h1>\n{said}<table>\n<caption>Bukti per pertanyaan</caption>"
        f"\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n</body>\n</html>\n"
    )


def _cells(line: Sequence[str | int]) -> str:
    kode, *rest = line
    told = [f'<th scope="row">{escape(str(kode))}</th>']
    for name, value in zip(KEPALA[1:], rest, strict=True):
        words = escape(str(value))
        if name == "File dalam ZIP" and value:
            words = f'<a href="{words}">{words}</a>'
        told.append(f"<td>{words}</td>")
    return "".join(told)
