"""The papers of a thick matter, as LibreOffice makes them: no two alike, their fonts repeated."""

from __future__ import annotations

import random
from pathlib import Path

from docx import Document
from docx.shared import Cm
from PIL import Image

from service.adapters.pdf import PdfProofreader
from service.adapters.pdf_sah import PageExaminer
from service.adapters.soffice import Hangat, Soffice
from service.adapters.tanda_halaman import PageMarker
from service.ports import Tanda

TEKS = (
    "informasi publik pengecualian konsekuensi pertimbangan keputusan lampiran permohonan unit "
    "pejabat dokumentasi kepentingan daftar bulan laporan anggaran rapat berita acara undangan "
    "penetapan ringkasan tanggapan keberatan sengketa arsip retensi klasifikasi naskah dinas"
)
KATA = TEKS.split()


def papers(room: Path, many: int, parts: int = 24) -> list[Path]:
    """So many papers of about five pages each."""
    Image.effect_noise((160, 160), 90).convert("RGB").save(room / "lambang.png")
    converter = Soffice(Hangat(), PdfProofreader(), PageExaminer(), PageMarker())
    try:
        return [_paper(room, n, parts, converter) for n in range(many)]
    finally:
        converter.close()


def _paper(room: Path, n: int, parts: int, converter: Soffice) -> Path:
    chance, paper = random.Random(n), Document()
    paper.core_properties.title = f"Naskah contoh {n}"
    logo = paper.add_picture(str(room / "lambang.png"), Cm(2))
    logo._inline.docPr.set("descr", "lambang")
    for part in range(parts):
        if not part % 8:
            paper.add_heading(f"Bagian {part // 8 + 1} dari naskah {n}", 1)
        paper.add_paragraph(" ".join(chance.choices(KATA, k=60)).capitalize() + ".")
    table = paper.add_table(6, 3, "Table Grid")
    for row in table.rows:
        for cell in row.cells:
            cell.text = chance.choice(KATA)
    docx = room / f"{n}.docx"
    paper.save(str(docx))
    tanda = Tanda("https://ppid.contoh.go.id/v/abcdefghij/1", (f"Naskah Contoh Nomor {n}",))
    return converter.pdf(docx, room / f"{n:03}.pdf", tanda)
