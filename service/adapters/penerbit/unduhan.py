"""The formats in which an edition is given out, each made once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from service.adapters.penerbit.muatan import Unduhan
from service.domain.edisi import alamat
from service.domain.edisi.atom import Kabar, Umpan, to_atom
from service.domain.edisi.dcat import to_jsonld, to_turtle
from service.domain.edisi.edisi import DIP
from service.domain.edisi.format_tabel import to_csv, to_json
from service.domain.edisi.lajur import LAJUR, heads, rows
from service.domain.edisi.terbitan import FileTerbit, Terbitan
from service.domain.informasi.beda import Baris
from service.domain.tanggal import panjang
from service.ports import Lembar, Workbooks

Put = Callable[[Path], str]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MIME = {
    "xlsx": XLSX,
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "ttl": "text/turtle; charset=utf-8",
    "atom": "application/atom+xml",
}
PDF = "application/pdf"  # printed later, by whoever has a printer
LAMA = 1_000  # changes that the feed of one edition tells of


def made(
    one: Terbitan, url: str, room: Path, workbooks: Workbooks, put: Put, resep: str
) -> Iterator[tuple[str, Unduhan]]:
    """Each format by its name, in the store of what is public."""
    texts = {"csv": to_csv, "json": to_json, "jsonld": to_jsonld, "ttl": to_turtle, "atom": feed}
    for bentuk, mime in MIME.items():
        out = room / f"unduhan.{bentuk}"
        if bentuk == "xlsx":
            workbooks.write(out, [sheet(one)])
        else:
            out.write_bytes(texts[bentuk](one, url))
        yield bentuk, taken(one, bentuk, mime, out, put, resep)
        out.unlink()


def taken(one: Terbitan, bentuk: str, mime: str, out: Path, put: Put, resep: str) -> Unduhan:
    """A format in the store of what is public, under the name that people save it by."""
    size, edisi = out.stat().st_size, one.edisi
    nama = f"{edisi.daftar}-{edisi.instansi}-{edisi.tahun}-{edisi.urut}.{bentuk}"
    return Unduhan(FileTerbit(put(out), nama, mime, size), resep)


def sheet(one: Terbitan) -> Lembar:
    """The list in the columns of the law, its bars between the lines."""
    edisi = one.edisi
    sk = f"Surat keputusan {edisi.sk.nomor}"
    if edisi.sk.tanggal:
        sk += f" tanggal {panjang(edisi.sk.tanggal)}"
    judul = "\n".join((edisi.nama, one.badan.nama, sk))
    return Lembar(
        edisi.daftar.upper(), judul, heads(edisi.daftar), list(rows(edisi.daftar, one.baris))
    )


def feed(one: Terbitan, url: str) -> bytes:
    """What the edition brought: lines added and lines changed."""
    edisi = one.edisi
    page = alamat.whole(url, alamat.edisi(edisi))
    news = [("Ditambahkan", x) for x in one.beda.ditambah]
    news += [("Diubah", x.sesudah) for x in one.beda.diubah]
    at = edisi.terbit
    told = [_news(one, word, x, url) for word, x in news[:LAMA]] if at else []
    return to_atom(Umpan(f"{page}/umpan.atom", page, f"{edisi.nama}, {one.badan.nama}", told))


def _news(one: Terbitan, word: str, line: Baris, url: str) -> Kabar:
    daftar, at = one.edisi.daftar, one.edisi.terbit
    assert at is not None
    title = line.get("ringkasan" if daftar == DIP else "informasi", "")
    isi = "; ".join(line[x] for x in LAJUR[daftar] if line.get(x))
    where = alamat.whole(url, alamat.item(daftar, line["kode"]))
    kategori = line.get("kategori", "")
    return Kabar(where, f"{word}: {title}"[:300], isi, at, one.badan.nama, kategori)
