"""The page on which something was found: its picture, its words, and where else they stand."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for

from service.acts.cari.tanya import asked_for
from service.acts.cari.temukan import Lembar, sheet
from service.acts.lihat.terlihat import file_for
from service.acts.lihat.tertutup import need_free
from service.acts.naskah import baca as naskah_baca
from service.acts.naskah import gambar as naskah_gambar
from service.domain.cari import Tanya, marked
from service.domain.kiriman import File
from service.domain.naskah import Naskah, called
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act
from service.face.isi import Halaman, Tautan
from service.web.dasar import kenangan
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.gambar_halaman import page_number
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work
from service.web.kiriman.file import BERGAMBAR, is_drawn

bp = Blueprint("cari_lihat", __name__)
BANYAK = 30  # pages named; who looks for more reads on from the last


@bp.get("/file/<file_id>/lihat/<n>")
@only(Act.LOOK)
def file(file_id: str, n: str) -> str:
    """A page of a file that came in."""
    asked = page_number(n)
    with house().ledger.read() as reading:
        found = file_for(reading, hadir(), file_id)
        need_free(reading, found)
    drawn = (
        not kenangan.here() and is_drawn(found) and (found.mime.startswith(BERGAMBAR) or asked == 1)
    )
    picture = url_for("file.page", file_id=file_id, n=asked) if drawn else ""
    milik = Tautan("Lihat kirimannya", f"/kiriman/{found.kiriman}#f-{found.id}")
    return _shown(found, asked, found.nama, found.halaman, picture, milik)


@bp.get("/naskah/<naskah_id>/lihat/<n>")
@only(Act.LOOK)
def naskah(naskah_id: str, n: str) -> str:
    """A page of one of our own papers, for who may read it."""
    asked, one = page_number(n), naskah_baca.read(house(), hadir(), naskah_id)
    if not one.terbaca:
        raise TidakAda("Halaman itu")
    kept = one.cetakan and not kenangan.here()
    many = naskah_gambar.pages(house(), one.cetakan) if kept else 0
    drawn = kept and asked <= many
    picture = url_for("naskah.picture", naskah_id=naskah_id, n=asked) if drawn else ""
    milik = Tautan("Lihat naskahnya", f"/naskah/{naskah_id}")
    return _shown(one.naskah, asked, called(one.naskah, one.nama), many, picture, milik)


def _shown(
    thing: File | Naskah, n: int, judul: str, banyak: int, gambar: str, milik: Tautan
) -> str:
    kata = request.args.get("kata", "")[:200]
    told = {"kata": kata}
    asked = asked_for(house(), told, zona_of(hadir(), at_work()))
    seen = sheet(house(), hadir(), thing, n, asked)
    last = max(banyak, seen.banyak)
    if n > max(last, 1):
        raise TidakAda("Halaman itu")
    return render_template(
        "cari/lembar.html",
        judul=judul,
        jejak=[Tautan("Cari", url_for("cari.show", kata=kata or None))],
        n=n,
        gambar=gambar,
        teks=_marked(seen.isi, asked.ditandai),
        ada_di=_places(seen, n, kata),
        kata=kata,
        halaman=_pages(n, last, kata),
        milik=milik,
        musnah=kenangan.here() is not None,
    )


def _marked(isi: str, tanya: Tanya) -> tuple[str, ...]:
    lines = (one.strip() for one in isi.splitlines())
    text = "\n".join(one for one in lines if one)
    return marked(text, tanya, house().stemmer.akar, lines=True).kata if text else ()


def _places(seen: Lembar, n: int, kata: str) -> tuple[Tautan, ...]:
    if not kata:
        return ()
    return tuple(
        Tautan(f"halaman {page}", "" if page == n else _to(page, kata))
        for page in seen.ada_di[:BANYAK]
    )


def _pages(n: int, last: int, kata: str) -> Halaman | None:
    if last <= 1:
        return None
    before = _to(n - 1, kata) if n > 1 else ""
    after = _to(n + 1, kata) if n < last else ""
    return Halaman(n, last, f"Halaman {n} dari {last}", before, after)


def _to(page: int, kata: str) -> str:
    told = {**(request.view_args or {}), "n": page, "kata": kata or None}
    return url_for(str(request.endpoint), **told)
