"""The public's side as anybody walks through it, and every byte that lies there."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from flask.testing import FlaskClient

from service.adapters.penerbit.unduhan import MIME
from service.domain.edisi.edisi import DAFTAR
from service.house import RealHouse
from service.publik import box
from service.publik.app import create_app
from service.publik.daftar.statis import export
from service.publik.place import Place
from tests.office import INSTANSI
from tests.web.rahasia import LAIN, Kenari

TANYA = ("/dip", "/dik", "/dip/atom.xml", "/dik/atom.xml", "/dip/bingkai")


def place(house: RealHouse) -> Place:
    """What the public process would be told."""
    settings = house.settings
    box.prepare(settings)
    terbuka = Path(settings.store_publik)
    return Place(box.drop_folder(settings), box.daftar(settings), terbuka, url="https://contoh.id")


def visitor(house: RealHouse) -> FlaskClient:
    """Anybody, at the public pages."""
    return create_app(place(house)).test_client()


def addresses(client: FlaskClient, kenari: Kenari) -> Iterator[str]:
    """Every address of every rule, with each code, edition and download there is or is not."""
    known = {
        "kode": list(kenari.kode.values()),
        "nama": ["laporan.pdf"],
        "badan": [INSTANSI, LAIN],
        "tahun": ["2026"],
        "urut": ["1", "2"],
        "part": ["1", "2"],
        "token": ["tiada"],
        "unduhan": [
            f"{daftar}-{kode}-2026-{n}.{bentuk}"
            for daftar in DAFTAR
            for kode in (INSTANSI, LAIN)
            for n in (1, 2)
            for bentuk in MIME
        ],
    }
    for rule in client.application.url_map.iter_rules():
        if rule.endpoint.startswith("wajah"):
            continue
        names = sorted(rule.arguments)
        for values in itertools.product(*(known[name] for name in names)):
            _, path = rule.build(dict(zip(names, values, strict=True))) or ("", "")
            yield path.removeprefix("|")


def questions(words: list[str]) -> Iterator[str]:
    """What a reader types into the search, and narrows the list to."""
    yield from (f"/dip?q={word}" for word in words)
    for word in words[::25]:
        yield from (f"{at}?{by}={word}" for at in TANYA for by in ("q", "unit", "instansi"))
    yield from (f"{at}?halaman=2&tahun=2026" for at in TANYA)


def folders(house: RealHouse, made: Path) -> Iterator[Path]:
    """All that lies on the public's side, and the folder for another web server made of it."""
    here = place(house)
    export(made, here.daftar, here.terbuka, here.url)
    roots = (here.daftar.parent, house.loket.terbit, Path(house.settings.store_publik), made)
    for root in dict.fromkeys(roots):
        yield from (path for path in sorted(root.rglob("*")) if path.is_file())


def vocabulary(house: RealHouse) -> set[str]:
    """Every word of the index that the public searches in, which no eye finds in its bytes."""
    with closing(sqlite3.connect(place(house).daftar)) as book:
        found: set[str] = set()
        for daftar in DAFTAR:
            book.execute(
                f"CREATE VIRTUAL TABLE temp.{daftar} USING fts5vocab(main, cari_{daftar}, row)"
            )
            found |= {row[0] for row in book.execute(f"SELECT term FROM temp.{daftar}")}
        return found | {row[0] for row in book.execute("SELECT akar FROM akar")}
