"""Ink on scans of real prints: seen wherever it is, never where it is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from service.adapters.letak_ttd import PdfLetak
from service.domain.paper import sample
from service.domain.pindai_tinta import ADA, RAGU, TIADA, LembarPindai, TempatCetak
from service.ports import Tanda
from tests import tinta
from tests.office import one_converter, one_filler, one_reader
from tests.papers import UMUM
from tests.pasangan import declared

ALAMAT = "https://ppid.contoh.go.id/v/tokencontoh/2"
JENIS = ("memorandum", "sk_penetapan_dip", "daftar_hadir")


@dataclass(frozen=True)
class Cetak:
    """A print of ours, and where it is signed."""

    pdf: Path
    tempat: TempatCetak
    halaman: tuple[Image.Image, ...]

    @property
    def polos(self) -> Image.Image:
        return self.halaman[self.tempat.halaman - 1]

    @property
    def bertinta(self) -> Image.Image:
        return tinta.signed(self.polos, self.tempat.kotak)

    def seen(self, room: Path, sheet: Image.Image, dpi: int = 300) -> LembarPindai:
        """What the box says of one page."""
        scan = tinta.saved([sheet], room / "pindaian.pdf", dpi)
        (one,) = one_reader().inked(scan, self.pdf, [self.tempat])
        return one

    def ink(self, room: Path, sheet: Image.Image, dpi: int = 300) -> str:
        ((urut, what),) = self.seen(room, sheet, dpi).tinta
        assert urut == self.tempat.urut
        return what


@pytest.fixture(scope="module", params=JENIS)
def cetak(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Cetak:
    jenis, room = str(request.param), tmp_path_factory.mktemp("cetak")
    isian = sample(declared(jenis))
    docx = one_filler().fill(UMUM / f"{jenis}.docx", isian, room / "a.docx")
    pdf = one_converter().pdf(docx, room / "a.pdf", Tanda(ALAMAT, (jenis,)))
    (found,) = PdfLetak().places(pdf, [isian["penandatangan"]["nama"]])
    assert found
    n, kotak = found
    return Cetak(pdf, TempatCetak(1, n + 1, kotak), tuple(tinta.sheets(pdf)))


def smaller(sheet: Image.Image) -> Image.Image:
    return sheet.resize((sheet.width * 2 // 3, sheet.height * 2 // 3))


def black_and_white(sheet: Image.Image) -> Image.Image:
    return sheet.convert("1").convert("L")


def from_a_telephone(sheet: Image.Image) -> Image.Image:
    return tinta.jpeg(tinta.turned(tinta.photographed(sheet, 0.08), 3), 60)


CARA: tuple[tuple[str, Callable[[Image.Image], Image.Image], int], ...] = (
    ("apa adanya", lambda sheet: sheet, 300),
    ("terbalik", partial(tinta.turned, degrees=180), 300),
    ("menyamping", partial(tinta.turned, degrees=90), 300),
    ("miring", partial(tinta.turned, degrees=-3), 300),
    ("pemindai tua", tinta.worn, 300),
    ("telepon", from_a_telephone, 300),
    ("200 dpi", smaller, 200),
    ("hitam putih", black_and_white, 300),
)


@pytest.mark.parametrize(("how", "dpi"), [(x[1], x[2]) for x in CARA], ids=[x[0] for x in CARA])
def test_ink_is_seen_on_what_was_signed_and_on_nothing_else(
    cetak: Cetak, tmp_path: Path, how: Callable[[Image.Image], Image.Image], dpi: int
) -> None:
    assert cetak.ink(tmp_path, how(cetak.bertinta), dpi) == ADA
    assert cetak.ink(tmp_path, how(cetak.polos), dpi) == TIADA


def test_what_is_no_hand_is_no_signature(cetak: Cetak, tmp_path: Path) -> None:
    assert cetak.ink(tmp_path, tinta.folded(cetak.polos, cetak.tempat.kotak)) == TIADA


@pytest.mark.parametrize("benih", range(2, 6))
def test_every_hand_is_another(cetak: Cetak, tmp_path: Path, benih: int) -> None:
    sheet = tinta.signed(cetak.polos, cetak.tempat.kotak, benih=benih)
    assert cetak.ink(tmp_path, tinta.jpeg(sheet)) == ADA


def test_where_other_words_stand_around_the_place_nobody_can_tell(
    cetak: Cetak, tmp_path: Path
) -> None:
    """The code of this page glued on a sheet with something else on it."""
    other = Image.new("L", cetak.polos.size, 255)
    high = other.height
    code = (0, high - round(25 * 300 / 25.4), other.width, high)
    other.paste(cetak.polos.crop(code), code[:2])
    assert cetak.ink(tmp_path, tinta.signed(other, cetak.tempat.kotak)) == RAGU


def test_fineness_blank_and_black_pages_are_told(cetak: Cetak, tmp_path: Path) -> None:
    wide, high = cetak.polos.size
    coarse = cetak.polos.resize((wide // 2, high // 2))
    assert cetak.seen(tmp_path, coarse, 150).dpi in (0, *range(135, 165))
    assert cetak.seen(tmp_path, cetak.polos).dpi in range(205, 236)
    blank = cetak.seen(tmp_path, Image.new("L", (wide, high), 250))
    black = cetak.seen(tmp_path, Image.new("L", (wide, high), 8))
    assert (blank.kosong, blank.gelap, blank.kode) == (True, False, ())
    assert (black.gelap, black.kode) == (True, ())
