"""The pages that the house itself writes into a dossier, word by word and line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from service.domain.dossier.halaman import Susunan, named, placed
from service.domain.dossier.isi import Asal, Bagian, Dossier
from service.domain.dossier.sebutan import apart

TINGGI, LEBAR = 841.89, 595.28  # A4
TEPI, ATAS, BAWAH = 62.0, 770.0, 70.0
KANAN = LEBAR - TEPI
KOLOM = TEPI + 26  # where titles begin, behind their numbers
ANGKA = 44.0  # kept free at the right, for page numbers
BADAN, KECIL, JUDUL = 10.0, 7.0, 20.0
KURANG = 16  # missing papers that a cover names one by one
RENGGANG = 1.35  # from one line to the next, of the size of its letters

Ukur = Callable[[str], float]  # how wide words are, where letters are one point high


@dataclass(frozen=True)
class Kata:
    """Words from a point on."""

    x: float
    y: float
    ukuran: float
    teks: str
    tebal: bool = False


@dataclass(frozen=True)
class Tautan:
    """A place on a page that leads to another."""

    x0: float
    y0: float
    x1: float
    y1: float
    halaman: int


@dataclass(frozen=True)
class Lembar:
    """One page of ours."""

    kata: tuple[Kata, ...]
    tautan: tuple[Tautan, ...] = ()
    garis: tuple[float, ...] = ()  # the heights of lines across


@dataclass(frozen=True)
class Baris:
    """One entry of the contents."""

    nomor: str
    judul: tuple[str, ...]  # its lines
    kecil: tuple[str, ...]
    halaman: int = 0  # 0: it stands on none

    @property
    def tinggi(self) -> float:
        """How much of a page it takes."""
        return len(self.judul) * BADAN * RENGGANG + len(self.kecil) * KECIL * RENGGANG + 6


def sheets(dossier: Dossier, ukur: Ukur) -> tuple[Susunan, tuple[Lembar, ...]]:
    """Where everything stands, and the cover and the contents of it."""
    many = len(_pages(_rows(dossier, None, ukur)))
    susunan = placed(dossier.bagian, many, bolak_balik=dossier.bolak_balik)
    rows = _pages(_rows(dossier, susunan, ukur))
    contents = [_contents(some, ukur, heads=n == 0) for n, some in enumerate(rows)]
    return susunan, (_cover(dossier, susunan, ukur), *contents)


def instead(bagian: Bagian, ukur: Ukur) -> Lembar:
    """The page that stands for a paper whose pages are not bound."""
    pen = _Pena(ukur)
    pen.write(bagian.judul, 14, tebal=True)
    pen.y -= 10
    for line in (bagian.nomor, bagian.tanggal, bagian.tanda):
        pen.write(line, BADAN)
    pen.y -= 10
    pen.write(bagian.sebab, 12)
    if bagian.asal:
        pen.write("File aslinya terlampir utuh dalam berkas ini:", BADAN)
        for line in _told(bagian.asal):
            pen.write(line, BADAN)
    return Lembar(tuple(pen.kata))


def size(many: int) -> str:
    """A number of bytes as people read it."""
    if many < 1_000:
        return f"{many} byte"
    for unit, much in (("KB", 1e3), ("MB", 1e6), ("GB", 1e9)):
        if many < 1_000 * much or unit == "GB":
            return f"{many / much:.1f} {unit}".replace(".", ",")
    return ""


def wrapped(text: str, ukur: Ukur, ukuran: float, lebar: float) -> tuple[str, ...]:
    """Its lines; a word longer than one is cut."""
    most, lines = lebar / ukuran, [""]
    for word in text.split():
        for n, piece in enumerate(_pieces(word, ukur, most)):
            longer = f"{lines[-1]} {piece}".lstrip()
            if n or ukur(longer) > most:
                lines.append(piece)
            else:
                lines[-1] = longer
    return tuple(line for line in lines if line)


def _pieces(word: str, ukur: Ukur, most: float) -> Iterator[str]:
    """A word; cut where it fits on no line."""
    while len(word) > 1 and ukur(word) > most:
        cut = next(n for n in range(len(word) - 1, 0, -1) if n == 1 or ukur(word[:n]) <= most)
        yield word[:cut]
        word = word[cut:]
    yield word


class _Pena:
    """Writes from the top of a page down."""

    def __init__(self, ukur: Ukur, y: float = ATAS) -> None:
        self.ukur, self.y, self.kata = ukur, y, list[Kata]()

    def write(self, text: str, ukuran: float, *, tebal: bool = False, x: float = TEPI) -> None:
        """A paragraph; nothing where there are no words, or the page is full."""
        for line in wrapped(text, self.ukur, ukuran, KANAN - x):
            if self.y < BAWAH:
                return
            self.kata.append(Kata(x, self.y, ukuran, line, tebal))
            self.y -= ukuran * RENGGANG


def _cover(dossier: Dossier, susunan: Susunan, ukur: Ukur) -> Lembar:
    sampul, pen = dossier.sampul, _Pena(ukur)
    pen.write(sampul.kepala, 12, tebal=True)
    if apart(sampul.sebutan, sampul.judul):
        pen.write(sampul.sebutan, 12)
    pen.y -= 40
    pen.write(sampul.judul[:400], JUDUL, tebal=True)
    pen.y -= 20
    line = pen.y + 8
    counted = ("Halaman", str(susunan.semua)), ("Bagian", str(len(dossier.bagian)))
    attached = ("Lampiran", f"{len(dossier.terlampir)} file, utuh seperti aslinya")
    for label, value in (*sampul.baris, *counted, attached):
        pen.y -= 6
        top = pen.y
        pen.write(label, BADAN)
        pen.y = top
        pen.write(value or "-", BADAN, x=TEPI + 130)
    if sampul.kurang:
        pen.y -= 20
        pen.write("Belum ada dalam berkas ini:", 12, tebal=True)
        for one in _named(sampul.kurang):
            pen.write(f"- {one}", BADAN)
    if any(one.salinan_baca for one in dossier.bagian):
        pen.y = max(pen.y - 20, BAWAH)
        pen.write(
            "Halaman bertanda salinan baca dibuat untuk dibaca. Yang berlaku ialah file aslinya, "
            "yang terlampir utuh dalam berkas ini.",
            BADAN,
        )
    return Lembar(tuple(pen.kata), garis=(line,))


def _named(kurang: tuple[str, ...]) -> tuple[str, ...]:
    """What a cover has room for; of the others their number."""
    if len(kurang) <= KURANG:
        return kurang
    return (*kurang[: KURANG - 1], f"dan {len(kurang) - KURANG + 1} lainnya, di halaman berkasnya")


def _rows(dossier: Dossier, susunan: Susunan | None, ukur: Ukur) -> Iterator[Baris]:
    """The entries; without a susunan their pages are not known yet, but their lines are."""
    wide = KANAN - ANGKA - KOLOM
    for n, one in enumerate(dossier.bagian):
        told = " · ".join(part for part in (one.nomor, one.tanggal, one.tanda) if part)
        small = (told, f"SHA-256 {one.asal.sha256}" if one.asal else "")
        lines = tuple(line for part in small for line in wrapped(part, ukur, KECIL, wide))
        begins = susunan.letak[n].mulai if susunan else 0
        yield Baris(f"{n + 1}.", wrapped(named(one), ukur, BADAN, wide), lines, begins)
    for n, asal in enumerate(dossier.terlampir):
        lines = tuple(line for part in _told(asal)[1:] for line in wrapped(part, ukur, KECIL, wide))
        title = wrapped(f"Lampiran: {asal.nama}", ukur, BADAN, wide)
        yield Baris(f"L{n + 1}.", title, lines)


def _told(asal: Asal) -> tuple[str, ...]:
    return asal.nama, f"{size(asal.ukuran)} · {asal.mime}", f"SHA-256 {asal.sha256}"


def _pages(rows: Iterator[Baris]) -> list[list[Baris]]:
    """The entries by page; there is always one page."""
    pages, left = [list[Baris]()], ATAS - 40 - BAWAH
    for row in rows:
        if row.tinggi > left and pages[-1]:
            pages.append([])
            left = ATAS - BAWAH
        pages[-1].append(row)
        left -= row.tinggi
    return pages


def _contents(rows: list[Baris], ukur: Ukur, *, heads: bool) -> Lembar:
    words, links, y = list[Kata](), list[Tautan](), ATAS
    if heads:
        words.append(Kata(TEPI, y, 16, "Daftar isi", tebal=True))
        y -= 40
    for row in rows:
        top = y + BADAN
        words.append(Kata(TEPI, y, BADAN, row.nomor))
        if row.halaman:
            number = str(row.halaman)
            words.append(Kata(KANAN - ukur(number) * BADAN, y, BADAN, number))
        for ukuran, lines in ((BADAN, row.judul), (KECIL, row.kecil)):
            for line in lines:
                words.append(Kata(KOLOM, y, ukuran, line))
                y -= ukuran * RENGGANG
        if row.halaman:
            links.append(Tautan(TEPI, y + 4, KANAN, top, row.halaman))
        y -= 6
    return Lembar(tuple(words), tuple(links))
