"""The pairs of umum, each as a file a clerk opens in Word and as the paper an office sends out."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import Environment
from pypdf import PdfReader

from service.adapters.letak_ttd import PdfLetak
from service.domain import ruas as r
from service.domain.angka import rupiah
from service.domain.isian_cetak import seen
from service.domain.paper import sample
from service.domain.tanggal import panjang
from service.domain.tapis import TAPIS
from service.ports import Rupa
from tests.papers import UMUM
from tests.pasangan import Meja, bare, declared, pages, signers
from tests.verapdf import broken

PAIRS = sorted(one.stem for one in UMUM.glob("*.toml"))
MARGINS = (2.0, 2.5, 3.0, 2.0)
# How a berita acara opens on those days.
DITULIS = {
    "tanggal_uji": {
        "2026-11-16": "Senin, tanggal enam belas bulan November tahun dua ribu dua puluh enam",
    },
    "tanggal_ba": {
        "2026-11-19": "Kamis, tanggal sembilan belas bulan November tahun dua ribu dua puluh enam",
        "2026-11-20": "Jumat, tanggal dua puluh bulan November tahun dua ribu dua puluh enam",
        "2026-11-23": "Senin, tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam",
        "2026-11-30": "Senin, tanggal tiga puluh bulan November tahun dua ribu dua puluh enam",
    },
}
each_pair = pytest.mark.parametrize("jenis", PAIRS)


@pytest.fixture(scope="module")
def printed(meja: Meja) -> dict[str, Path]:
    return {jenis: meja.pdf(jenis) for jenis in PAIRS}


def words(ruas: r.Ruas, value: Any) -> Iterator[str]:
    """What of a sample must be read on the paper."""
    if isinstance(value, date):
        yield panjang(value)
    elif ruas.jenis == r.RUPIAH and isinstance(value, int):
        yield rupiah(value)
    elif isinstance(value, str | int):
        yield str(value)
    elif ruas.jenis == r.DAFTAR:
        for row in value:
            for kolom in ruas.kolom:
                yield from words(kolom, row[kolom.nama])
    elif ruas.jenis == r.PEJABAT:
        yield from (value[key] for key in ("nama", "jabatan", "nip"))
    elif ruas.jenis == r.BUTIR:
        yield from (one["judul"] for one in value if one["kesimpulan"] != "Terbuka")
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from words(ruas, one)
    else:
        for one in value:
            yield from words(ruas, one)


def test_papers_of_every_kind_that_must_be_perfect_are_there() -> None:
    assert {
        *("memorandum", "nota_dinas", "berita_acara_uji", "sk_klasifikasi", "sk_penetapan_dip"),
        *("undangan_rapat", "daftar_hadir", "laporan_rapat", "surat_tugas", "tanda_terima"),
    } <= {*PAIRS}


@each_pair
def test_a_template_asks_for_what_is_declared_and_for_all_of_it(jenis: str) -> None:
    known = Environment(autoescape=True)
    known.filters |= TAPIS
    asked = DocxTemplate(UMUM / f"{jenis}.docx").get_undeclared_template_variables(known)

    assert asked - {"range"} == {ruas.nama for ruas in declared(jenis).ruas}


@each_pair
def test_a_form_explains_itself(jenis: str) -> None:
    for ruas in declared(jenis).ruas:
        assert ruas.label[0].isupper(), ruas.nama
        assert ruas.petunjuk or ruas.asal != r.PETUGAS or ruas.jenis in (r.TEKS, r.PARAGRAF)


@each_pair
def test_every_sample_is_read_on_the_paper(printed: dict[str, Path], jenis: str) -> None:
    told, pair = "".join(pages(printed[jenis])), declared(jenis)
    shown = sample(pair)

    for ruas in pair.ruas:
        value = shown[ruas.nama]
        if ruas.nama in DITULIS:  # a berita acara writes its day out
            value = [DITULIS[ruas.nama][value.isoformat()]]
        missing = [one for one in words(ruas, value) if bare(one) not in told]
        assert missing == [], ruas.nama


def test_every_paper_holds_as_archive_and_for_who_hears_it(printed: dict[str, Path]) -> None:
    assert set(broken([*printed.values()], "2b", "ua1").values()) == {""}


@pytest.mark.parametrize("jenis", [one for one in PAIRS if declared(one).penandatangan])
def test_who_signs_a_paper_finds_room_on_it(printed: dict[str, Path], jenis: str) -> None:
    placer, names = PdfLetak(), signers(declared(jenis))
    at = placer.places(printed[jenis], names)
    assert all(at), f"{jenis}: somebody finds no room to sign"
    boxes = [one for one in placer.spread(printed[jenis], at) if one]
    assert len({*boxes}) == len(names)


@each_pair
def test_who_opens_a_paper_hears_first_which_one_it_is(
    printed: dict[str, Path], jenis: str
) -> None:
    told, pair = PdfReader(printed[jenis]).metadata, declared(jenis)

    assert told is not None
    (nomor,) = [one.contoh for one in pair.ruas if one.asal == r.NOMOR] or [""]
    assert (told.title or "").endswith(f"Nomor {nomor}" if pair.bernomor else pair.nama.title())


@each_pair
def test_a_file_holds_no_program_no_link_and_nobody_s_name(jenis: str) -> None:
    with zipfile.ZipFile(UMUM / f"{jenis}.docx") as packed:
        names = packed.namelist()
        rels = "".join(packed.read(one).decode() for one in names if one.endswith(".rels"))
        core = packed.read("docProps/core.xml").decode()

    assert not [one for one in names if "vba" in one.lower() or "embed" in one.lower()]
    assert "External" not in rels
    assert not re.search(r"<(dc:creator|cp:lastModifiedBy)>[^<]", core)
    assert "<dc:title>" in core


@each_pair
def test_a_paper_has_the_margins_the_kop_and_only_the_styles_it_uses(jenis: str) -> None:
    paper = Document(str(UMUM / f"{jenis}.docx"))
    for one in paper.sections:
        sides = (one.top_margin, one.bottom_margin, one.left_margin, one.right_margin)
        assert tuple(round(side.cm, 1) for side in sides if side) == MARGINS
    first = paper.sections[0].first_page_header
    roots = [paper.element, *(part._element for part in (first, paper.sections[0].header))]
    used = {one.get(qn("w:val")) for root in roots for one in root.iter(qn("w:pStyle"))}
    known = {style.style_id: style for style in paper.styles}
    chains = {up.name for one in used for up in _upward(known[one])}

    assert {style.name for style in paper.styles} == chains
    assert {"Kop Nama", "Kop Alamat"} <= chains
    assert chains & {"Naskah", "Naskah Keputusan", "Tabel Isi"}
    assert [one.get("descr") for one in first._element.iter(qn("wp:docPr"))] == ["logo"]
    signs = [style for style in paper.styles if style.name.startswith("Penanda Tangan")]
    assert signs
    for style in signs:
        assert any(up.paragraph_format.keep_with_next for up in _upward(style))
        assert any(up.paragraph_format.keep_together for up in _upward(style))


def _upward(style: Any) -> Iterator[Any]:
    while style is not None:
        yield style
        style = style.base_style


@each_pair
def test_the_head_of_a_table_comes_again_and_no_row_is_torn(jenis: str) -> None:
    for table in Document(str(UMUM / f"{jenis}.docx")).tables:
        rows = [one._tr for one in table.rows]
        assert all(one.find(".//" + qn("w:cantSplit")) is not None for one in rows)
        if table._tbl.find(".//" + qn("w:insideH")) is not None:
            assert rows[0].find(".//" + qn("w:tblHeader")) is not None


@each_pair
def test_a_draft_of_nothing_shows_in_yellow_what_is_asked_for(meja: Meja, jenis: str) -> None:
    pair = declared(jenis)
    nothing = {ruas.nama: seen(ruas, None) for ruas in pair.ruas}

    made = meja.filler.fill(
        UMUM / f"{jenis}.docx", nothing, meja.folder / f"{jenis}_konsep.docx", konsep=True
    )

    runs = Document(str(made)).element.iter(qn("w:r"))
    marked = [run for run in runs if run.find(".//" + qn("w:highlight")) is not None]
    told = {text for run in marked for text in run.itertext()}
    # The kop stands in the header.
    asked = {ruas.label for ruas in pair.ruas if ruas.wajib and ruas.jenis != r.KOP}
    assert {f"\u00ab{label}\u00bb" for label in asked} <= told


@each_pair
def test_an_agency_on_folio_without_a_logo_has_its_paper_so(meja: Meja, jenis: str) -> None:
    looks = Rupa(kertas="F4", tanpa_logo=True)

    made = meja.filler.fill(
        UMUM / f"{jenis}.docx", sample(declared(jenis)), meja.folder / f"{jenis}_f4.docx", looks
    )

    paper = Document(str(made))
    sheets = [{round(one.page_width.cm, 1), round(one.page_height.cm, 1)} for one in paper.sections]
    assert sheets == [{21.5, 33.0}] * len(sheets)
    assert not list(paper.sections[0].first_page_header._element.iter(qn("w:drawing")))
    for table in paper.element.iter(qn("w:tblW")):  # as wide as the text, whatever the sheet
        assert (table.get(qn("w:w")), table.get(qn("w:type"))) == ("5000", "pct")


@pytest.mark.parametrize("lines", [1, 12, 13, 14, 16, 18, 20, 60])
def test_a_signature_takes_the_closing_words_along(meja: Meja, lines: int) -> None:
    text = ["Uraian contoh yang memenuhi satu baris penuh pada surat dinas ini kiranya."] * lines

    told = pages(meja.pdf("memorandum", f"panjang_{lines}", isi=text))

    (signed,) = [one for one in told if "nip198003032005012003" in one]
    assert "kamiucapkanterimakasih.ketuatimsekretariatppid," in signed


@pytest.mark.parametrize(("items", "people"), [(1, 1), (5, 3), (40, 12)])
def test_who_takes_note_signs_on_the_page_of_the_last_who_tested(
    meja: Meja, items: int, people: int
) -> None:
    shown = sample(declared("berita_acara_uji"))
    butir = [shown["butir"][n % 2] for n in range(items)]
    pihak = [{**shown["pihak"][0], "nama": f"Contoh Pihak {n:02d}"} for n in range(1, people + 1)]

    told = pages(meja.pdf("berita_acara_uji", f"ba_{items}_{people}", butir=butir, pihak=pihak))

    (noted,) = [one for one in told if "mengetahui:" in one]
    assert f"contohpihak{people:02d}" in noted
    (closing,) = [one for one in told if "demikianberitaacara" in one]
    assert "tandatangan" in closing.split("demikianberitaacara")[1]


def test_a_secret_paper_says_so_on_every_page_and_counts_its_copies(meja: Meja) -> None:
    isi = ["Uraian contoh yang memenuhi satu baris penuh pada naskah dinas ini."] * 40

    secret = pages(meja.pdf("memorandum", "rahasia", isi=isi, sifat="Rahasia"))
    plain = pages(meja.pdf("memorandum", "biasa", isi=isi, sifat="Biasa"))

    assert len(secret) > 1
    assert all("rahasia" in one for one in secret)
    assert "salinanke-1dari3" in secret[0]
    assert not any("biasa" in one or "salinanke" in one for one in plain)


def test_what_is_not_filled_in_leaves_no_heading_behind(meja: Meja) -> None:
    empty: dict[str, Any] = {"tembusan": [], "memperhatikan": [], "persetujuan": ""}

    told = "".join(pages(meja.pdf("sk_klasifikasi", "kosong", **empty)))

    assert "tembusan" not in told
    assert "memperhatikan" not in told
    assert "berdasarkanpengujiankonsekuensi." in told


def test_a_decree_withholds_only_what_the_test_withheld(printed: dict[str, Path]) -> None:
    told = "".join(pages(printed["sk_klasifikasi"]))
    open_ones = [
        one["judul"]
        for one in sample(declared("sk_klasifikasi"))["butir"]
        if one["kesimpulan"] == "Terbuka"
    ]

    assert open_ones
    assert not [one for one in open_ones if bare(one) in told]
    assert "daftarinimemuat2(dua)informasiyangdikecualikan" in told
