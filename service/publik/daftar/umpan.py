"""What machines read besides the formats: feeds of what changed, and the map of the site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from service.domain.edisi import alamat
from service.domain.edisi.atom import SEBERMULA, Kabar, Umpan, to_atom
from service.domain.edisi.edisi import DAFTAR
from service.domain.edisi.lajur import LAJUR
from service.domain.informasi.sumbu import KATEGORI_DIP
from service.publik.daftar import kata
from service.publik.daftar.buku import Buku, Terbit
from service.publik.daftar.saring import Saring, answered

TERBARU = 50
SEBAGIAN = 20_000  # addresses in one part of the map


def feed(buku: Buku | None, daftar: str, saring: Saring, url: str) -> bytes:
    """The lines that changed last, of all or of those that answer a question."""
    asked = f"?{saring.on(1).alamat}" if saring.ada else ""
    here = alamat.whole(url, f"{daftar}/atom.xml{asked}")
    page = alamat.whole(url, f"{daftar}{asked}")
    lines = newest(buku, daftar, saring) if buku else []
    entries = [_entry(buku, daftar, one, url) for one in lines if buku]
    return to_atom(Umpan(here, page, kata.nama(daftar), entries))


def newest(buku: Buku, daftar: str, saring: Saring, many: int = TERBARU) -> list[Terbit]:
    """The lines that changed last."""
    bit = answered(buku, daftar, saring).bit
    places: list[int] = []
    for place in buku.newest(daftar):
        if bit >> place & 1:
            places.append(place)
            if len(places) == many:
                break
    return buku.lines(daftar, places)


def paths(buku: Buku | None) -> Iterator[str]:
    """Every page of the lists that stays, from the lists down to their lines."""
    for daftar in DAFTAR:
        yield daftar
        yield f"{daftar}/edisi"
    for daftar in DAFTAR if buku else ():
        assert buku is not None
        yield from (
            f"{daftar}/edisi/{one.badan}/{one.tahun}/{one.urut}"
            for one in buku.of(daftar)
            if one.tampak
        )
        rows = buku.ask("SELECT kode FROM kini WHERE daftar = ? ORDER BY urut", daftar)
        yield from (alamat.item(daftar, row[0]) for row in rows)


def sitemap(paths_: Sequence[str], url: str) -> bytes:
    """One part of the map."""
    return _xml("urlset", "url", [alamat.whole(url, one) for one in paths_])


def sitemap_index(many: int, url: str) -> bytes:
    """The parts of the map."""
    parts = range(1, max(1, -(-many // SEBAGIAN)) + 1)
    return _xml("sitemapindex", "sitemap", [alamat.whole(url, f"sitemap-{n}.xml") for n in parts])


def _xml(whole: str, part: str, places: Sequence[str]) -> bytes:
    lines = "".join(f"<{part}><loc>{escape(one)}</loc></{part}>\n" for one in places)
    head = '<?xml version="1.0" encoding="utf-8"?>\n'
    kind = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'{head}<{whole} xmlns="{kind}">\n{lines}</{whole}>\n'.encode()


def _entry(buku: Buku, daftar: str, one: Terbit, url: str) -> Kabar:
    isi = "; ".join(one.isi[x] for x in LAJUR[daftar] if one.isi.get(x))
    return Kabar(
        alamat.whole(url, alamat.item(daftar, one.kode)),
        kata.judul(daftar, one.isi) or one.kode,
        isi,
        one.pada or SEBERMULA,
        buku.badan[one.badan].nama,
        KATEGORI_DIP.get(one.isi.get("kategori", ""), ""),
    )
