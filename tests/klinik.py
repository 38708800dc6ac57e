"""The clinic for tests: its real tools, a small pair, and templates as Word writes them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from service.acts.pasangan.klinik import examine
from service.adapters.docx import Docx
from service.adapters.huruf import Fontconfig
from service.adapters.kotak_baca import BoxReader
from service.adapters.pangkas import Pangkas
from service.adapters.pdf import PdfProofreader
from service.domain.klinik.laporan import Laporan
from tests.contoh_buruk._kertas import docx
from tests.office import one_converter, one_filler, one_reader

PASANGAN = """
nama = "Surat contoh"
bentuk = "lembar"
tanda_tangan = "tanpa"

[[ruas]]
nama = "nama"
label = "Nama pemohon"
jenis = "teks"
contoh = "Contoh Pemohon"

[[ruas]]
nama = "rincian"
label = "Rincian"
jenis = "daftar"
contoh = [{ judul = "Contoh judul" }]

[[ruas.kolom]]
nama = "judul"
label = "Judul"
contoh = "Contoh judul"

[[ruas]]
nama = "hari_ini"
label = "Hari"
jenis = "tanggal"
contoh = "2026-11-21"
"""


@dataclass(frozen=True)
class Alat:
    """What the clinic works with."""

    reader: BoxReader = field(default_factory=one_reader)
    filler: Docx = field(default_factory=one_filler)
    trimmer: Pangkas = field(default_factory=lambda: Pangkas(one_converter(), PdfProofreader()))
    letters: Fontconfig = field(default_factory=Fontconfig)

    @contextmanager
    def room(self) -> Iterator[Path]:
        with TemporaryDirectory() as room:
            yield Path(room)


def paragraph(*runs: str, extra: str = "") -> str:
    """A paragraph of several runs, with spelling marks between them, as Word leaves them."""
    marks = '<w:proofErr w:type="spellStart"/>', '<w:proofErr w:type="spellEnd"/>'
    told = "".join(
        f'<w:r w:rsidR="00A7{n:04X}"><w:rPr><w:lang w:val="id-ID"/></w:rPr>'
        f'<w:t xml:space="preserve">{run}</w:t></w:r>{marks[n % 2]}'
        for n, run in enumerate(runs)
    )
    return f"<w:p>{extra}{told}</w:p>"


def body(*paragraphs: str) -> str:
    """Paragraphs of one run each."""
    return "".join(paragraph(one) for one in paragraphs)


def bound(words: str) -> str:
    """A control whose words Word takes from data that are stored in the file."""
    store = 'w:storeItemID="{11111111-2222-3333-4444-555555555555}"'
    tie = f'<w:dataBinding w:xpath="/akar[1]/hal[1]" {store}/>'
    return (
        f"<w:sdt><w:sdtPr>{tie}<w:text/></w:sdtPr>"
        f"<w:sdtContent>{paragraph(words)}</w:sdtContent></w:sdt>"
    )


def written(folder: Path, xml: str) -> Path:
    """A Word file with this body."""
    path = folder / "surat.docx"
    path.write_bytes(docx(xml))
    return path


def report(folder: Path, xml: str, pasangan: str = PASANGAN) -> Laporan:
    """What the clinic says of a template with this body."""
    return examine(Alat(), written(folder, xml), pasangan, "surat", "contoh")
