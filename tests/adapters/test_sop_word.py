"""The official SOP form on paper, as a head of office looks at it before signing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import page
import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from service.acts.sop.daftar import bahan_of, own_sops, sop_of
from service.adapters.packs import FolderPacks
from service.adapters.sop_word import SopWord
from service.adapters.sop_word.ukuran import TerlaluBanyakPelaksana, each, sheet_of
from service.config import CODE
from service.domain.sop.bagan import draw
from service.domain.sop.bagan_bentuk import Ukuran
from service.domain.sop.formulir import Formulir, form
from tests.office import one_converter
from tests.sop_contoh import PUTUSAN, TAHAP, bahan, panjang, sop

TANDA = "\n".join(
    f'[[identitas.tanda_tangan]]\nsebagai = "{what} oleh"\nnama = "{what} Contoh"\n'
    'jabatan = "Jabatan Contoh"\nnip = "19700101 199001 1 001"\n'
    for what in ("Disusun", "Diperiksa", "Disetujui")
)
LAMBANG = {
    "flowChartTerminator",
    "flowChartProcess",
    "flowChartDecision",
    "flowChartOffpageConnector",
}


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> FolderPacks:
    """The packs as a clone under umask 022 has them."""
    copy = tmp_path_factory.mktemp("paket") / "templates_docx"
    shutil.copytree(CODE / "templates_docx", copy)
    for path in (copy, *copy.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return FolderPacks(copy)


def formulir(text: str) -> Formulir:
    return form(sop(text), bahan(), instansi="Dinas Contoh")


def printed(one: Formulir, folder: Path) -> tuple[Path, list[str]]:
    """The Word file, and the text of each page that LibreOffice makes of it."""
    docx = SopWord().write(one, folder / "sop.docx")
    pdf = one_converter().pdf(docx, folder / "sop.pdf")
    return docx, [" ".join(one.extract_text().split()) for one in PdfReader(pdf).pages]


@pytest.fixture(scope="module")
def panjang_tercetak(tmp_path_factory: pytest.TempPathFactory) -> tuple[Formulir, Path, list[str]]:
    one = formulir(f"{panjang(18, 4)}\n{TANDA}")
    docx, pages = printed(one, tmp_path_factory.mktemp("panjang"))
    return one, docx, pages


def test_every_page_of_the_table_carries_the_head_of_the_table(
    panjang_tercetak: tuple[Formulir, Path, list[str]],
) -> None:
    _, _, pages = panjang_tercetak
    table = [sheet for sheet in pages if re.search(r"baris-\d+\.", sheet)]

    assert len(table) > 2
    for sheet in table:
        for head in ("Kegiatan", "Pelaksana", "Mutu Baku", "Kelengkapan", "Waktu", "Output"):
            assert head in sheet
        assert sheet.count("Mutu Baku") == 1


def test_the_pages_break_where_the_flowchart_has_its_connectors(
    panjang_tercetak: tuple[Formulir, Path, list[str]],
) -> None:
    one, _, pages = panjang_tercetak
    lembar = sheet_of(one)
    drawn = draw(
        one.sop, Ukuran(lembar.lajur, lembar.halaman, 44.0), words=lembar.tinggi_baris, resmi=True
    )
    table = [sheet for sheet in pages if re.search(r"baris-\d+\.", sheet)]

    for row in drawn.baris:
        token = f"baris-{row.nomor - 1}."
        assert [n for n, sheet in enumerate(table) if token in sheet] == [row.halaman]


def test_the_signatures_stand_under_the_last_row_and_never_alone(
    panjang_tercetak: tuple[Formulir, Path, list[str]],
) -> None:
    _, _, pages = panjang_tercetak
    signed = [sheet for sheet in pages if "Disetujui oleh" in sheet]

    assert len(signed) == 1
    assert "baris-17." in signed[0]
    assert "Disusun oleh" in signed[0] and "Disetujui Contoh" in signed[0]


def test_a_form_says_what_the_source_says_and_tells_the_rest_on_a_sheet_of_its_own(
    tmp_path: Path,
) -> None:
    docx, pages = printed(formulir(PUTUSAN), tmp_path)
    official = " ".join(pages[:-1])

    assert "DINAS CONTOH" in pages[0] and "1/CONTOH/2026" in pages[0]
    assert "Contoh Keputusan <Publik> & Pengembalian" in pages[0]
    assert "NIP 19700101 199001 1 001" in pages[0]
    assert "Tanda terima sebagaimana tertulis" in official
    assert "Contoh keterangan" not in official  # our reading, not the source's
    assert "Menyimpan tembusan contoh" not in official
    for profile in ("2b", "ua1"):
        report = page.validate_pdf(
            str(tmp_path / "sop.pdf"), profile=page.ValidationProfile(profile)
        )
        assert [str(fault) for fault in report.failures] == []
    assert pages[-1].startswith("LEMBAR TAFSIR")
    assert "Menyimpan tembusan contoh" in pages[-1] and "Contoh keterangan" in pages[-1]
    assert "perbaiki: ke langkah 2" in pages[-1]
    rows = Document(str(docx)).tables[1].rows
    assert [row.cells[0].text for row in rows][-5:] == ["1", "2", "3", "4", "5"]


def test_a_symbol_stands_in_the_cell_of_its_actor_and_says_what_it_is(tmp_path: Path) -> None:
    docx = SopWord().write(formulir(PUTUSAN), tmp_path / "sop.docx")
    table = Document(str(docx)).tables[1]
    lanes = [
        [set(found) & LAMBANG for found in (presets(cell._tc) for cell in row.cells[2:5])]
        for row in table.rows[3:]
    ]

    assert lanes[0] == [{"flowChartTerminator"}, set(), set()]
    assert lanes[1] == [{"flowChartProcess"}, {"flowChartDecision", "flowChartTerminator"}, set()]
    assert lanes[2] == [set(), {"flowChartOffpageConnector"}, set()]
    assert lanes[3] == [set(), set(), {"flowChartDecision"}]
    told = [one.get("descr") for one in table._tbl.iter(qn("wp:docPr"))]
    assert "Belah ketupat (keputusan), tafsir: Atasan PPID Contoh" in told


def presets(element: object) -> list[str]:
    return [one.get("prst") for one in element.iter(qn("a:prstGeom"))]  # type: ignore[attr-defined]


def test_the_head_of_the_table_is_marked_to_be_repeated_in_word_too(tmp_path: Path) -> None:
    docx = SopWord().write(formulir(PUTUSAN), tmp_path / "sop.docx")
    rows = Document(str(docx)).tables[1].rows
    heads = [row for row in rows if row._tr.trPr.find(qn("w:tblHeader")) is not None]

    assert len(heads) == 3  # with the groups of actors between
    assert [cell.text for cell in heads[1].cells][2:5] == ["Sekretariat", "Pimpinan", "Pimpinan"]


def test_a_source_without_an_identity_block_is_printed_without_one(tmp_path: Path) -> None:
    plain = TAHAP.partition("[[identitas.tanda_tangan]]")[0]
    docx = SopWord().write(formulir(plain), tmp_path / "sop.docx")
    paper = Document(str(docx))

    assert paper.paragraphs[0].text == "SOP Contoh Serah Terima"
    assert "Nomor SOP" not in [
        cell.text for table in paper.tables for cell in table.columns[0].cells
    ]


def test_what_a_cell_counts_stands_each_on_its_own_line() -> None:
    assert each("1. UU No. 14 Tahun 2008 2. UU No. 2 Tahun 2009 3. PP No. 61") == [
        "1. UU No. 14 Tahun 2008",
        "2. UU No. 2 Tahun 2009",
        "3. PP No. 61",
    ]
    assert each("Surat nomor 2. yang lama") == ["Surat nomor 2. yang lama"]
    assert each("") == [""]


def test_the_same_sop_is_the_same_file(tmp_path: Path) -> None:
    one, other = (SopWord().write(formulir(PUTUSAN), tmp_path / f"{n}.docx") for n in (1, 2))

    assert one.read_bytes() == other.read_bytes()


def test_more_actors_take_a_larger_sheet_and_too_many_are_refused(tmp_path: Path) -> None:
    def crowd(many: int) -> str:
        actors = "\n".join(
            f'pihak_{n} = {{ sebutan = "Pihak {n} Contoh", peran = "ppid" }}' for n in range(many)
        )
        row = '[[langkah]]\nkegiatan = "Melapor"\npelaksana = ["pihak_0"]'
        return f'nama = "Ramai"\n[pelaksana]\n{actors}\n{row}'

    assert sheet_of(formulir(crowd(4))).lebar == 297.0
    assert sheet_of(formulir(crowd(12))).lebar == 420.0
    with pytest.raises(TerlaluBanyakPelaksana, match=r"40 pelaksana.*paling banyak 17"):
        SopWord().write(formulir(crowd(40)), tmp_path / "ramai.docx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "instansi",
    [
        "kemensetneg",
        "kalteng_biro_umum",
        "kota_kupang",
        "ppid_kementerian",
        "kalteng_biro_organisasi",
    ],
)
def test_each_sop_we_bring_is_printed_with_every_row_of_its_source(
    instansi: str, packs: FolderPacks, tmp_path: Path
) -> None:
    things = bahan_of(packs, instansi)
    for kode in own_sops(packs, instansi):
        one = form(sop_of(packs, instansi, kode), things)
        paper = Document(str(SopWord().write(one, tmp_path / f"{kode}.docx")))
        table = next(each for each in paper.tables if each.cell(0, 0).text == "No")
        rows = [row for row in table.rows if row.cells[0].text.isdigit()]

        assert [row.cells[1].text for row in rows] == [row.kegiatan for row in one.sop.resmi]
        for row, said in zip(rows, one.sop.resmi, strict=True):
            if "waktu" not in said.disimpulkan:
                assert row.cells[-3].text == said.waktu.kata
            if said.tertulis.keluaran is not None:
                assert row.cells[-2].text == said.tertulis.keluaran


def test_a_row_of_more_words_than_a_page_holds_loses_none(tmp_path: Path) -> None:
    words = [f"kata{n}." for n in range(700)]
    _, pages = printed(formulir(PUTUSAN.replace("Menerima surat", " ".join(words))), tmp_path)
    whole = " ".join(pages)

    assert [one for one in words if one not in whole] == []
