"""A list as the body of a page on another site: plain HTML that needs no style and no script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from service.domain.edisi.dorong import Dorongan

BUKA, TUTUP = "<!-- wp:html -->", "<!-- /wp:html -->"  # what stands between is left as it is


def mark(nama: str) -> str:
    """What says that a page is ours."""
    return f'<div id="{escape(nama)}" class="berkas-daftar">'


def page(one: Dorongan, there: Mapping[str, str]) -> str:
    """The page with its table, and the files that stand there already, by bentuk."""
    return "\n".join((BUKA, mark(one.nama), *_parts(one, there), "</div>", TUTUP))


def _parts(one: Dorongan, there: Mapping[str, str]) -> Iterator[str]:
    yield f"<p>{escape(one.kata)}</p>"
    links = [
        f'<li><a href="{escape(there[x.bentuk])}">{escape(x.judul)}</a> '
        f"({_size(x.file.ukuran)}, SHA-256 <code>{x.file.sha256}</code>)</li>"
        for x in one.file
        if x.bentuk in there
    ]
    if links:
        yield "<h2>Unduh</h2>"
        yield from ("<ul>", *links, "</ul>")
    if one.alamat:
        yield (
            f'<p><a href="{escape(one.alamat)}">Cari dan saring daftar ini di situs layanan '
            "informasi</a></p>"
        )
    if one.kepala:
        yield from _table(one)


def _table(one: Dorongan) -> Iterator[str]:
    heads = "".join(f'<th scope="col">{escape(x)}</th>' for x in one.kepala)
    yield f"<table>\n<caption>{escape(one.judul)}</caption>\n<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for row in one.baris:
        if len(row) == 1:
            yield f'<tr><th colspan="{len(one.kepala)}" scope="colgroup">{escape(row[0])}</th></tr>'
            continue
        first, title, *others = (escape(x).replace("\n", "<br>") for x in row)
        cells = "".join(f"<td>{x}</td>" for x in others)
        yield f'<tr><td>{first}</td><th scope="row">{title}</th>{cells}</tr>'
    yield "</tbody>\n</table>"


def _size(bita: int) -> str:
    return f"{bita} bita" if bita < 10_000 else f"{bita / 1000:.0f} kB"
