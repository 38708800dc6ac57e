"""The same pages as a folder that any web server can give out; made twice, it is the same bytes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from flask import Flask

from service.domain.edisi import alamat
from service.domain.edisi.edisi import DAFTAR, DIP
from service.domain.edisi.terbitan import FileTerbit
from service.domain.refusals import Refusal
from service.face.door import dress, helai
from service.face.isi import Menu, Muka, Tautan
from service.publik.daftar import akses, arsip, butir, katalog, terkini, umpan
from service.publik.daftar.buku import Buku, Edisi, Rak
from service.publik.daftar.ke import Folder
from service.publik.daftar.lembar import Lembar
from service.publik.daftar.saring import Saring
from service.publik.daftar.tukar import beside, replaced

TANDA = ".berkas-terbit"  # says that the folder is ours to replace
RUPA = ("berkas.css", "bukti.css", "daftar.css", "tanda.svg")
PAGES = Path(__file__).resolve().parents[1] / "pages"
SEKALI = 2_000  # lines that one process draws before it takes the next


class BukanFolderTerbit(Refusal):
    """A folder with something else in it is never replaced."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} berisi hal lain dan tidak diganti. Sebutkan folder yang kosong atau belum "
            "ada. Tidak ada yang diubah."
        )


class Penulis:
    """Draws pages into a folder."""

    def __init__(self, folder: Path, url: str, kontak: tuple[Tautan, ...] = ()) -> None:
        self.folder, self.url, self.kontak = folder, url, kontak
        app = Flask("berkas_terbit", template_folder=str(PAGES), static_folder=None)
        dress(app)
        self._app = app
        self._templates = {
            path.name: app.jinja_env.get_template(path.name) for path in PAGES.glob("daftar_*.html")
        }

    def ke(self, path: str) -> Folder:
        """The addresses as they are seen from a page."""
        steps = path.count("/") + 1 if path else 0
        return Folder("../" * steps, self.url)

    def page(self, path: str, lembar: Lembar) -> None:
        """One page, in a folder of its own name."""
        ke = self.ke(path)
        menu = tuple(Menu(words, ke.page(nama)) for nama, words in DAFTAR.items())
        kaki = (Tautan(akses.JUDUL, ke.page(akses.ALAMAT)),)
        with self._app.app_context():
            text = self._templates[lembar.templat].render(
                tata="tata_folder.html",
                ke=ke,
                muka=Muka(menu=menu, kontak=self.kontak, kaki=kaki),
                **lembar.isi,
            )
        self.write(f"{path}/index.html" if path else "index.html", text.encode())

    def write(self, path: str, content: bytes) -> None:
        """One file."""
        out = self.folder / path
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(content)

    def copy(self, path: str, file: FileTerbit, terbuka: Path) -> None:
        """One file of the open store."""
        out = self.folder / path
        out.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(terbuka / file.sha256[:2] / file.sha256, out)

    def without(self, path: str) -> None:
        """There is no such page; in a new folder there never was."""


Tulis = Callable[[str, tuple[Tautan, ...]], Penulis]


def export(folder: Path, daftar: Path, terbuka: Path | None, url: str = "") -> int:
    """Everything that is public into `folder`, in place of what stood there; how many pages."""
    if folder.exists() and any(folder.iterdir()) and not (folder / TANDA).is_file():
        raise BukanFolderTerbit(folder)
    with beside(folder) as part:
        tulis = partial(Penulis, part)
        buku = Rak(daftar).buku()
        penulis = tulis(url, buku.kontak if buku else ())
        frame(penulis, buku)
        if buku:
            copies(penulis, buku, terbuka)
            many = items(tulis, daftar, buku, url)
        else:
            many = 0
        replaced(part, folder)
    return many


def frame(penulis: Penulis, buku: Buku | None) -> None:
    """All but the pages and files of single lines."""
    url = penulis.url
    penulis.write(TANDA, b"Folder ini dibuat oleh Berkas dan diganti seluruhnya.\n")
    for nama, one in helai().items():
        if nama in RUPA:
            penulis.write(f"wajah/{nama}", one.isi)
    penulis.page("", terkini.page(buku, DIP, Saring(), penulis.ke("")))
    for nama in katalog.BENTUK:
        penulis.write(nama, katalog.written(buku, nama, url))
    penulis.page(akses.ALAMAT, akses.page(penulis.ke(akses.ALAMAT)))
    for nama in DAFTAR:
        _list(penulis, buku, nama)
    everything = list(umpan.paths(buku))
    penulis.write("sitemap.xml", umpan.sitemap_index(len(everything), url))
    for n in range(0, len(everything), umpan.SEBAGIAN):
        some = [f"{path}/" for path in everything[n : n + umpan.SEBAGIAN]]
        penulis.write(f"sitemap-{n // umpan.SEBAGIAN + 1}.xml", umpan.sitemap(some, url))


def copies(penulis: Penulis, buku: Buku, terbuka: Path | None) -> None:
    """Every file that is given out, where the open store lies in reach."""
    for path, file in files(buku) if terbuka else ():
        assert terbuka is not None
        penulis.copy(path, file, terbuka)


def _list(penulis: Penulis, buku: Buku | None, daftar: str) -> None:
    many = buku.banyak(daftar) if buku else 0
    for n in range(1, max(1, -(-many // terkini.SEHALAMAN)) + 1):
        path = daftar if n == 1 else f"{daftar}/halaman/{n}"
        penulis.page(path, terkini.page(buku, daftar, Saring(halaman=n), penulis.ke(path)))
    path = f"{daftar}/edisi"
    penulis.page(path, arsip.page(buku, daftar, penulis.ke(path)))
    penulis.write(f"{daftar}/atom.xml", umpan.feed(buku, daftar, Saring(), penulis.url))
    for edisi in buku.of(daftar) if buku else ():
        assert buku is not None
        edition(penulis, buku, edisi)


def edition(penulis: Penulis, buku: Buku, edisi: Edisi) -> None:
    """One edition, and what it changed."""
    here = f"{edisi.daftar}/edisi/{edisi.badan}/{edisi.tahun}/{edisi.urut}"
    for n in range(1, max(1, -(-edisi.banyak // arsip.SEHALAMAN)) + 1):
        path = here if n == 1 else f"{here}/halaman/{n}"
        penulis.page(path, arsip.one(buku, edisi, n, penulis.ke(path)))
    changed = buku.beda_banyak(edisi.id)
    for n in range(1, max(1, -(-changed // arsip.BEDA_SEHALAMAN)) + 1):
        path = f"{here}/beda" if n == 1 else f"{here}/beda/halaman/{n}"
        penulis.page(path, arsip.changes(buku, edisi, n, penulis.ke(path)))


def files(buku: Buku) -> Iterator[tuple[str, FileTerbit]]:
    """Every file, where its page says that it is."""
    for edisi in buku.edisi.values():
        here = f"{edisi.daftar}/edisi/{edisi.badan}/{edisi.tahun}/{edisi.urut}"
        yield from ((f"{here}/{x.nama}", x) for x in buku.unduhan(edisi.id).values())
        if paper := buku.file(edisi.id, ""):
            yield f"{here}/{paper.nama}", paper
    newest: dict[str, FileTerbit | None] = {}
    for row in buku.ask("SELECT DISTINCT kode FROM file WHERE kode <> ''"):
        now = buku.line(DIP, row[0])
        past = buku.history(DIP, row[0])
        newest[row[0]] = buku.file(now.edisi if now else past[-1][0].id, row[0])
    yield from (
        (alamat.file(kode, file.nama), file)
        for kode, file in newest.items()
        if file and not buku.ditarik(kode)
    )


def lines(buku: Buku) -> list[tuple[str, str]]:
    """All lines that are or were public: their list and code."""
    asked = """SELECT DISTINCT e.daftar, b.kode FROM isi i JOIN baris b ON b.id = i.baris
        JOIN edisi e ON e.id = i.edisi UNION SELECT 'dip', kode FROM ditarik ORDER BY 1, 2"""
    return [(row[0], row[1]) for row in buku.ask(asked)]


def items(tulis: Tulis, daftar: Path, buku: Buku, url: str) -> int:
    """The pages of all lines that are or were public, drawn by as many processes as there are."""
    known = lines(buku)
    work = [known[n : n + SEKALI] for n in range(0, len(known), SEKALI)]
    if len(work) < 2:
        return sum(_some(tulis, daftar, url, some) for some in work)
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("fork")) as crowd:
        waiting = [crowd.submit(_some, tulis, daftar, url, some) for some in work]
        return sum(one.result() for one in waiting)


def _some(tulis: Tulis, daftar: Path, url: str, known: list[tuple[str, str]]) -> int:
    buku = Rak(daftar).buku()
    penulis = tulis(url, buku.kontak if buku else ())
    assert buku is not None
    for nama, kode in known:
        path = alamat.item(nama, kode)
        if lembar := butir.page(buku, nama, kode, penulis.ke(path)):
            penulis.page(path, lembar)
        else:
            penulis.without(path)
    return len(known)
