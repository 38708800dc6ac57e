"""The list on the agency's own site: in a frame that is always of today, or as a copied table."""

from __future__ import annotations

from html import escape

from service.domain.edisi import alamat
from service.domain.edisi.edisi import DIP
from service.publik.daftar import kata
from service.publik.daftar.buku import Buku
from service.publik.daftar.ke import Ke
from service.publik.daftar.lembar import Lembar, trail
from service.publik.daftar.saring import Saring, answered
from service.publik.daftar.terkini import bars, columns
from service.publik.daftar.umpan import newest

BARIS = 20
KOLOM = 3  # of the copied table


def page(buku: Buku | None, ke: Ke) -> Lembar:
    """What is to be copied."""
    nama = kata.nama(DIP)
    where = alamat.whole(ke.url, "dip/bingkai")
    frame = (
        f'<iframe src="{where}" title="{nama}" width="100%" height="600" loading="lazy"></iframe>'
    )
    return Lembar(
        "daftar_sematkan.html",
        {
            "judul": "Pasang daftar di situs Anda",
            "jejak": trail(ke, (nama, DIP)),
            "bingkai": frame,
            "salinan": _table(buku, ke.url),
        },
    )


def frame(buku: Buku | None, saring: Saring, ke: Ke) -> Lembar:
    """The page inside the frame: the beginning of what answers, and the way to all of it."""
    nama = kata.nama(DIP)
    lines, many = [], 0
    if buku is not None:
        found = answered(buku, DIP, saring)
        many = found.banyak
        lines = buku.lines(DIP, found.places(0, BARIS)) if many else []
    asked = saring.on(1).alamat
    return Lembar(
        "daftar_bingkai.html",
        {
            "nama": nama,
            "caption": nama,
            "kolom": columns(DIP),
            "bilah": bars(DIP, [(x.isi, x) for x in lines], ke),
            "banyak": kata.ribu(many),
            "alamat": ke.part(DIP, asked, 1),
        },
    )


def _table(buku: Buku | None, url: str) -> str:
    """The lines that changed last, as HTML that needs no style and no script."""
    heads = "".join(f'<th scope="col">{escape(x)}</th>' for x in columns(DIP)[:KOLOM])
    rows = []
    for one in newest(buku, DIP, Saring(), BARIS) if buku else ():
        first, *others = [one.isi.get(x, "") for x in ("ringkasan", "penguasa", "penanggung_jawab")]
        where = alamat.whole(url, alamat.item(DIP, one.kode))
        cells = "".join(f"<td>{escape(kata.short(x, 140))}</td>" for x in others)
        name = escape(kata.short(first, 200) or one.kode)
        rows.append(f'<tr><th scope="row"><a href="{escape(where)}">{name}</a></th>{cells}</tr>')
    body = "\n".join(rows)
    nama = kata.nama(DIP)
    return (
        f"<table>\n<caption>{nama}</caption>\n<thead><tr>{heads}</tr></thead>\n"
        f"<tbody>\n{body}\n</tbody>\n</table>"
    )
