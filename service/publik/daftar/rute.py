"""The lists by HTTP: which address shows what, and how long it may be kept by who asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from flask import Flask, Response, current_app, redirect, render_template, request, send_file
from werkzeug.exceptions import BadRequest, NotFound
from werkzeug.wrappers import Response as Answer

from service.domain.edisi.edisi import DAFTAR, DIP
from service.domain.edisi.terbitan import FileTerbit
from service.domain.informasi.kode import KodeSalahTulis, read_kode, spoken
from service.face.door import KEBIJAKAN
from service.publik.daftar import akses, arsip, butir, katalog, sematkan, terkini, umpan
from service.publik.daftar.buku import Buku, Edisi, Rak
from service.publik.daftar.ke import Hidup, Ke
from service.publik.daftar.lembar import Lembar
from service.publik.daftar.saring import Saring
from service.publik.daftar.simpan import Kiriman, Simpanan, packed

# Together with the time a publication takes, what was taken back is gone within a minute.
SEBENTAR = "public, max-age=20"
HTML, ATOM, XML = "text/html; charset=utf-8", "application/atom+xml", "application/xml"
Draw = Callable[[Buku | None, Ke], Lembar | bytes]


@dataclass(frozen=True)
class Meja:
    """Where the lists lie, and what was answered from them already."""

    rak: Rak
    terbuka: Path | None
    url: str
    simpanan: Simpanan


def lists(app: Flask, daftar: Path, terbuka: Path | None, url: str) -> None:
    """Give an app the pages of both lists."""
    app.extensions["daftar"] = Meja(Rak(daftar), terbuka, url, Simpanan())
    for nama in DAFTAR:
        for path, view in _views(nama):
            app.add_url_rule(f"/{nama}{path}", f"{nama}{path}", view)
    app.add_url_rule("/dip/<kode>/<nama>", "dip_file", _file)
    app.add_url_rule("/dip/sematkan", "sematkan", _embed)
    app.add_url_rule(f"/{akses.ALAMAT}", "aksesibilitas", _access)
    for nama in katalog.BENTUK:
        app.add_url_rule(f"/{nama}", nama.replace(".", "_"), partial(_catalogue, nama))
    app.add_url_rule("/dip/bingkai", "bingkai", _frame)
    app.add_url_rule("/sitemap.xml", "sitemap", _sitemap)
    app.add_url_rule("/sitemap-<int:part>.xml", "sitemap_part", _sitemap_part)
    app.add_url_rule("/robots.txt", "robots", _robots)


def _views(nama: str) -> Iterable[tuple[str, Callable[..., Answer]]]:
    def today() -> Answer:
        saring = Saring.read(request.args)
        return given(saring.alamat, lambda buku, ke: terkini.page(buku, nama, saring, ke))

    def feed() -> Answer:
        saring = Saring.read(request.args).on(1)
        return given(saring.alamat, lambda buku, ke: umpan.feed(buku, nama, saring, ke.url), ATOM)

    def archive() -> Answer:
        return given("", lambda buku, ke: arsip.page(buku, nama, ke))

    def short(tahun: int, urut: int) -> Answer:
        found = _buku().of(nama)
        bodies = {one.badan for one in found}
        if len(bodies) != 1 or not any((x.tahun, x.urut) == (tahun, urut) for x in found):
            raise NotFound
        return redirect(f"/{nama}/edisi/{bodies.pop()}/{tahun}/{urut}")

    def edition(badan: str, tahun: int, urut: int) -> Answer:
        page = Saring.read(request.args).halaman
        return given(
            str(page), lambda buku, ke: arsip.one(*_one(buku, nama, badan, tahun, urut), page, ke)
        )

    def changed(badan: str, tahun: int, urut: int) -> Answer:
        page = Saring.read(request.args).halaman
        return given(
            str(page),
            lambda buku, ke: arsip.changes(*_one(buku, nama, badan, tahun, urut), page, ke),
        )

    def download(badan: str, tahun: int, urut: int, unduhan: str) -> Answer:
        buku, edisi = _one(_buku(), nama, badan, tahun, urut)
        made = [*buku.unduhan(edisi.id).values(), buku.file(edisi.id, "")]
        return _sent(next((x for x in made if x and x.nama == unduhan), None))

    def line(kode: str) -> Answer:
        if (right := _right(kode)) != kode:
            return redirect(f"/{nama}/{right}", 301)
        return given("", lambda buku, ke: _item(buku, nama, right, ke))

    whole = "/edisi/<badan>/<int:tahun>/<int:urut>"
    return (
        ("", today),
        ("/atom.xml", feed),
        ("/edisi", archive),
        ("/edisi/<int:tahun>/<int:urut>", short),
        (whole, edition),
        (f"{whole}/beda", changed),
        (f"{whole}/<unduhan>", download),
        ("/<kode>", line),
    )


def given(asked: str, draw: Draw, mime: str = HTML) -> Answer:
    """The answer to a question, drawn once for each state of the book."""
    here, buku = _meja(), _meja().rak.buku()
    url = here.url or request.url_root.rstrip("/")
    key = f"{request.path}?{asked}" + ("" if here.url else f" {url}")
    stand = buku.tanda if buku else ""
    kept = here.simpanan.get(stand, key)
    if kept is None:
        drawn = draw(buku, Hidup(url))
        kept = _packed(drawn, mime, buku)
        here.simpanan.put(stand, key, kept)
    return _answer(kept, buku)


def _packed(drawn: Lembar | bytes, mime: str, buku: Buku | None) -> Kiriman:
    if isinstance(drawn, bytes):
        return packed(drawn, mime, 200)
    ke = Hidup(_meja().url)
    told = {"tata": "layout.html", "ke": ke, **({"kontak": buku.kontak} if buku else {})}
    page = render_template(drawn.templat, **told, **drawn.isi)
    return packed(page.encode(), mime, drawn.kode)


def _answer(kept: Kiriman, buku: Buku | None) -> Response:
    small = request.accept_encodings["gzip"] > 0
    answer = Response(kept.padat if small else kept.isi, kept.kode, mimetype=kept.mime)
    if small:
        answer.headers["Content-Encoding"] = "gzip"
    answer.headers["Content-Type"] = kept.mime
    answer.headers["Vary"] = "Accept-Encoding"
    answer.headers["Cache-Control"] = SEBENTAR
    answer.set_etag(kept.tanda + ("-gz" if small else ""))
    if buku:
        answer.last_modified = datetime.fromtimestamp(int(buku.ubah), UTC)
    if kept.kode == 200:
        answer.make_conditional(request)
    return answer


def _file(kode: str, nama: str) -> Answer:
    if (right := _right(kode)) != kode:
        return redirect(f"/dip/{right}/{nama}", 301)
    buku = _buku()
    if buku.ditarik(right):
        return redirect(f"/dip/{right}")
    now = buku.line(DIP, right)
    past = buku.history(DIP, right)
    edisi = now.edisi if now else past[-1][0].id if past else 0
    file = buku.file(edisi, right)
    return _sent(file if file and file.nama == nama else None)


def _sent(file: FileTerbit | None) -> Answer:
    """The bytes, never shown inside the browser: what is in them is not of our making."""
    root = _meja().terbuka
    path = root / file.sha256[:2] / file.sha256 if file and root else None
    if file is None or path is None or not path.is_file():
        raise NotFound
    answer = send_file(
        path, file.mime, True, file.nama, conditional=True, etag=file.sha256, max_age=20
    )
    answer.headers["Cache-Control"] = SEBENTAR
    return answer


def _embed() -> Answer:
    return given("", sematkan.page)


def _frame() -> Answer:
    saring = Saring.read(request.args)
    answer = given(saring.alamat, lambda buku, ke: sematkan.frame(buku, saring, ke))
    anyone = KEBIJAKAN.replace("frame-ancestors 'none'", "frame-ancestors *")
    answer.headers["Content-Security-Policy"] = anyone
    return answer


def _access() -> Answer:
    return given("", lambda _, ke: akses.page(ke))


def _catalogue(nama: str) -> Answer:
    text = request.args.get("sejak", "")
    try:
        sejak = date.fromisoformat(text) if text else None
    except ValueError:
        raise BadRequest from None
    mime, _ = katalog.BENTUK[nama]
    said = sejak.isoformat() if sejak else ""
    return given(said, lambda buku, ke: katalog.written(buku, nama, ke.url, sejak), mime)


def _sitemap() -> Answer:
    return given(
        "", lambda buku, ke: umpan.sitemap_index(len(list(umpan.paths(buku))), ke.url), XML
    )


def _sitemap_part(part: int) -> Answer:
    return given("", lambda buku, ke: _part(buku, part, ke), XML)


def _part(buku: Buku | None, part: int, ke: Ke) -> bytes:
    first = (part - 1) * umpan.SEBAGIAN
    some = list(umpan.paths(buku))[first : first + umpan.SEBAGIAN] if part else []
    if not some:
        raise NotFound
    return umpan.sitemap(some, ke.url)


def _robots() -> Answer:
    def draw(_: Buku | None, ke: Ke) -> bytes:
        closed = "".join(f"Disallow: {path}\n" for path in ("/lacak", "/v/", "/dip?q="))
        return f"User-agent: *\n{closed}Sitemap: {ke.url}/sitemap.xml\n".encode()

    return given("", draw, "text/plain; charset=utf-8")


def _one(buku: Buku | None, daftar: str, badan: str, tahun: int, urut: int) -> tuple[Buku, Edisi]:
    found = buku.one(daftar, badan, tahun, urut) if buku else None
    if buku is None or found is None:
        raise NotFound
    return buku, found


def _right(kode: str) -> str:
    """The code as it is printed; nothing is said of what there is."""
    try:
        return spoken(read_kode(kode))
    except KodeSalahTulis:
        raise NotFound from None


def _item(buku: Buku | None, daftar: str, kode: str, ke: Ke) -> Lembar:
    found = butir.page(buku, daftar, kode, ke) if buku else None
    if found is None:
        raise NotFound
    return found


def _buku() -> Buku:
    buku = _meja().rak.buku()
    if buku is None:
        raise NotFound
    return buku


def _meja() -> Meja:
    found: Meja = current_app.extensions["daftar"]
    return found
