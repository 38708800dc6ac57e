"""Takes one picture of a page: cut to what matters, in few colours, with the headings it shows."""

from __future__ import annotations

import io
import re
import socket
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from service.config import CODE
from tests.panduan.daftar import TERBERAT, Gambar

WARNA = (128, 64, 32, 16)  # as many as fit the size a picture may have
SEMUA_KEPALA = "[...document.querySelectorAll('main h1, main h2')].map((x) => x.innerText.trim())"

DALAM_GAMBAR = """() => {
  const words = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const box = range.getBoundingClientRect();
    if (box.height && box.top < innerHeight && box.bottom > 0) words.push(walker.currentNode.data);
  }
  return words.join(' ');
}"""


class Bocor(AssertionError):
    """A page shows something of the machine it ran on."""


@dataclass(frozen=True)
class Terlihat:
    """What a page said of itself when its picture was taken."""

    judul: str
    kepala: list[str]


def taken(page: Page, one: Gambar, alamat: str, out: Path) -> Terlihat:
    """The page in view, from its top, as a small file."""
    page.set_viewport_size({"width": one.lebar, "height": one.tinggi})
    page.goto(alamat)
    page.wait_for_load_state("networkidle")
    page.evaluate("window.scrollTo(0, 0)")
    _nothing_of_the_machine(page)
    _small(page.screenshot(), out)
    return Terlihat(page.title().rpartition(" – ")[0], page.evaluate(SEMUA_KEPALA))


def _small(png: bytes, out: Path) -> None:
    seen = Image.open(io.BytesIO(png)).convert("RGB")
    for colours in WARNA:
        seen.quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.stat().st_size <= TERBERAT:
            return
    raise AssertionError(f"{out.name} lebih dari {TERBERAT} bita")


def _nothing_of_the_machine(page: Page) -> None:
    """No path, name or address of the machine is in the words that the picture shows."""
    said = page.evaluate(DALAM_GAMBAR)
    for word in (str(CODE), str(Path.home()) + "/", "/tmp/", "127.0.0.1"):
        if word in said:
            raise Bocor(f"{page.url} memperlihatkan {word}")
    if socket.gethostname() in re.findall(r"[\w.-]+", said):
        raise Bocor(f"{page.url} memperlihatkan nama mesinnya")
