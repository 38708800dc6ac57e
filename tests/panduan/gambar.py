"""`python -m tests.panduan.gambar`: makes the pictures of the guides from the running product."""

from __future__ import annotations

import argparse
import json
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from flask import Flask, template_rendered
from playwright.sync_api import Browser, Page

from jobs.pickup import Pickup
from service.acts.orang.masuk import admit
from service.config import CODE
from service.demo.matter import Lakon
from service.demo.people import ADMINISTRATOR, now_is
from service.demo.stage import stage
from service.domain.orang import Orang
from service.domain.wewenang import ADMINISTRATOR as KEPALA
from service.domain.wewenang import Hadir
from service.publik import app as publik
from service.publik import box
from service.publik.place import Place
from service.web.app import create_app
from tests.panduan.daftar import GAMBAR, PUBLIK, Gambar
from tests.panduan.kamera import taken
from tests.panduan.kantor import KODE, folder_of, under_way
from tests.web.browser import chromium, served

FOLDER = CODE / "docs" / "gambar"
ISI = "isi.json"


@dataclass(frozen=True)
class Dipotret:
    """What isi.json keeps of one picture."""

    nama: str
    peran: str
    alamat: str
    templat: str
    judul: str
    kepala: list[str]


class Studio:
    """The product as it is served, and a window for each person who looks."""

    def __init__(self, lakon: Lakon, dikenal: dict[str, str], browser: Browser) -> None:
        self.lakon, self.dikenal, self.browser = lakon, dikenal, browser
        self.petugas = create_app(lakon.house)
        settings = lakon.house.settings
        terbit = Place(box.drop_folder(settings), box.daftar(settings), Path(settings.store_publik))
        self.umum = publik.create_app(terbit)
        self.penjemput = Pickup(lakon.house)
        self.templat = ""
        for app in (self.petugas, self.umum):
            template_rendered.connect(self._rendered, app)

    def _rendered(self, _app: Flask, template: object, **_: object) -> None:
        self.templat = str(getattr(template, "name", ""))

    def shoot(self, pictures: Sequence[Gambar], folder: Path) -> Iterator[Dipotret]:
        """Each picture, and what its page said."""
        with served(self.petugas) as meja, served(self.umum) as umum:
            for one in pictures:
                self.penjemput.beat()  # tells the public who is at work here
                alamat = umum if one.peran == PUBLIK else meja
                with self._window(one, alamat) as page:
                    seen = taken(page, one, alamat + self._path(one), folder / f"{one.nama}.png")
                yield Dipotret(one.nama, one.peran, one.alamat, self.templat, **asdict(seen))

    def _path(self, one: Gambar) -> str:
        return re.sub(r"<[^>]+>", self.dikenal.get(one.pada, ""), one.alamat)

    @contextmanager
    def _window(self, one: Gambar, alamat: str) -> Iterator[Page]:
        context = self.browser.new_context(
            locale="id-ID", timezone_id="Asia/Jakarta", reduced_motion="reduce"
        )
        if one.peran != PUBLIK:
            token = self._come_in(one.peran)
            context.add_cookies([{"name": "berkas", "value": token, "url": alamat}])
        try:
            yield context.new_page()
        finally:
            context.close()

    def _come_in(self, peran: str) -> str:
        house = self.lakon.house
        with house.ledger.begin() as tx:
            return admit(house, tx, self._person(peran).orang, "peragaan").token

    def _person(self, peran: str) -> Hadir:
        if peran != KEPALA:
            return self.lakon.pemeran.of(peran, self.lakon.unit.id)
        with self.lakon.house.ledger.read() as reading:
            found = reading.find(Orang, nama_masuk=ADMINISTRATOR)
        return now_is(self.lakon.house, found[0])


def make(hasil: Path, folder: Path, pictures: Sequence[Gambar] = GAMBAR) -> list[Dipotret]:
    """Play the office in a home below `hasil`; its pictures and isi.json are in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with stage(hasil, os.environ) as panggung:
        lakon = Lakon(panggung, KODE, folder_of(hasil))
        dikenal = under_way(lakon)
        with chromium() as browser:
            made = list(Studio(lakon, dikenal, browser).shoot(pictures, folder))
    told = [asdict(one) for one in made]
    (folder / ISI).write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    return made


def kept(folder: Path = FOLDER) -> list[Dipotret]:
    """What isi.json says."""
    return [Dipotret(**one) for one in json.loads((folder / ISI).read_text(encoding="utf-8"))]


def main() -> None:
    """Make them all, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER, help="tempat gambarnya")
    folder = parser.parse_args().folder
    with tempfile.TemporaryDirectory() as hasil:
        made = make(Path(hasil), folder)
    kept_names = {f"{one.nama}.png" for one in made}
    for lost in folder.glob("*.png"):
        if lost.name not in kept_names:
            lost.unlink()


if __name__ == "__main__":
    main()
