"""The list on paper: whole, in its columns, an archive that a screen reader reads."""

from __future__ import annotations

from pathlib import Path

from service.adapters.daftar_cetak import DaftarCetak
from service.adapters.pdf import PdfProofreader
from service.adapters.pdf_sah import PageExaminer
from service.adapters.soffice.potongan import cut
from service.domain.edisi.cetakan import printed
from service.domain.instansi import Kop
from tests.office import one_converter
from tests.terbitan import edition, kode, line

KOP = Kop("DINAS CONTOH", ("PEMERINTAH KOTA CONTOH",), ("Jalan Contoh Nomor 1",))
SUKAR = "Data <pegawai> & \x07 \ufffe \U0001f4c4\nbaris kedua"


def test_the_same_edition_gives_the_same_bytes(tmp_path: Path) -> None:
    one = printed(edition([line(0)]), KOP)

    first, second = (DaftarCetak().write(tmp_path / x, one) for x in ("a.docx", "b.docx"))

    assert first.read_bytes() == second.read_bytes()


def test_a_printed_list_has_every_line_and_its_heads_on_every_page(tmp_path: Path) -> None:
    rows = [line(3 * n, ringkasan=SUKAR if n == 7 else f"Laporan ke-{n}") for n in range(40)]
    docx = DaftarCetak().write(tmp_path / "daftar.docx", printed(edition(rows), KOP))

    pdf = one_converter().pdf(docx, tmp_path / "daftar.pdf")

    pages = PdfProofreader().pages(pdf)
    whole = "".join(x for x in "".join(pages) if x.isalnum())
    assert all(kode(3 * n).replace("-", "") in whole for n in range(40))
    assert "Datapegawai" in whole
    assert "bariskedua" in whole
    assert len(pages) > 1
    assert [page for page in pages if "Ringkasan Isi Informasi" not in page] == []
    assert PageExaminer().broken(pdf, "2b") == []
    assert PageExaminer().broken(pdf, "ua1") == []


def test_a_long_list_can_be_printed_in_parts(tmp_path: Path) -> None:
    rows = [line(n) for n in range(300)]

    docx = DaftarCetak().write(tmp_path / "daftar.docx", printed(edition(rows), KOP))

    assert cut(docx, 100) is not None
