"""A draft is printed whatever is missing; each place that waits for somebody is yellow."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from lxml import etree
from PIL import Image

from service.adapters.docx import Docx, TemplateSalah
from service.domain.kurang import Kurang
from tests.papers import SK, contoh, letter


@pytest.fixture(scope="module")
def filler() -> Iterator[Docx]:
    made = Docx()
    yield made
    made.close()


def draft(filler: Docx, template: Path, folder: Path, isian: dict[str, Any]) -> Any:
    return Document(str(filler.fill(template, isian, folder / "konsep.docx", konsep=True)))


def runs(paper: Any) -> Iterator[Any]:
    for one in paper.paragraphs:
        yield from one.runs
    for table in paper.tables:
        for row in table.rows:
            for cell in row.cells:
                for one in cell.paragraphs:
                    yield from one.runs
    for section in paper.sections:
        for one in (*section.header.paragraphs, *section.footer.paragraphs):
            yield from one.runs


def yellow(paper: Any) -> list[str]:
    return [one.text for one in runs(paper) if one.font.highlight_color == WD_COLOR_INDEX.YELLOW]


def test_what_is_missing_stands_in_yellow_in_the_midst_of_the_sentence(
    filler: Docx, tmp_path: Path
) -> None:
    template = letter(tmp_path / "t.docx", "Yth. {{ nama_pemohon }} di {{ kota }}, {{ kota }}.")

    paper = draft(filler, template, tmp_path, {"kota": Kurang("Kota asal")})

    assert paper.paragraphs[0].text == "Yth. «Nama pemohon» di «Kota asal», «Kota asal»."
    assert yellow(paper) == ["«Nama pemohon»", "«Kota asal»", "«Kota asal»"]


def test_the_words_around_it_keep_their_looks(filler: Docx, tmp_path: Path) -> None:
    paper = Document()
    run = paper.add_paragraph("awal ").add_run("tebal {{ nama }}\tlagi {{ kota }} sudah")
    run.bold = True
    paper.save(str(tmp_path / "t.docx"))

    made = draft(filler, tmp_path / "t.docx", tmp_path, {"kota": "Kupang"})

    assert made.paragraphs[0].text == "awal tebal «Nama»\tlagi Kupang sudah"
    assert [one.bold for one in made.paragraphs[0].runs[1:]] == [True] * (
        len(made.paragraphs[0].runs) - 1
    )
    assert yellow(made) == ["«Nama»"]


def test_a_draft_with_nothing_filled_in_still_shows_its_whole_form(
    filler: Docx, tmp_path: Path
) -> None:
    paper = draft(filler, SK, tmp_path, {})

    words = "\n".join(one.text for one in paper.paragraphs)
    assert "MEMUTUSKAN:" in words
    assert len(yellow(paper)) > 10
    with pytest.raises(TemplateSalah, match="menimbang"):
        filler.fill(SK, {}, tmp_path / "naskah.docx")


def test_a_draft_with_everything_filled_in_is_the_paper(filler: Docx, tmp_path: Path) -> None:
    final = filler.fill(SK, contoh(), tmp_path / "naskah.docx")
    konsep = filler.fill(SK, contoh(), tmp_path / "konsep.docx", konsep=True)

    with zipfile.ZipFile(final) as one, zipfile.ZipFile(konsep) as other:
        assert one.namelist() == other.namelist()
        for name in one.namelist():
            told = [z.read(name) for z in (one, other)]
            if name.endswith(".xml"):
                told = [etree.tostring(etree.fromstring(part), method="c14n") for part in told]
            assert told[0] == told[1]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("{{ tanggal|panjang }}", "«Tanggal»"),
        ("{{ nama|upper }}", "«NAMA»"),
        ("{{ jumlah + 1 }} {{ (jumlah * 2)|terbilang }}", "«Jumlah» «Jumlah»"),
        ("{{ pejabat.nama }}, {{ pejabat['nip'] }}", "«Nama pejabat», «Nip pejabat»"),
        ("{% if setuju %}ya{% else %}belum{% endif %}", "belum"),
        ("{% for b in daftar %}{{ loop.index }}. {{ b.judul }}{% endfor %}", "1. «Judul daftar»"),
        ("{{ daftar|length|daftar_huruf }} {{ nama or 'x' }}", "huruf a x"),
        ("{{ nama|default('(kosong)') }}", "(kosong)"),
        ("{% if umur > 3 and umur < 9 or nama == 'A' %}x{% endif %}selesai", "selesai"),
        ("{{ [nama, 'B']|join(', ') }} {{ daftar|first }}", "«Nama», B «Daftar»"),
    ],
)
def test_whatever_a_template_asks_of_a_missing_value_the_draft_is_printed(
    filler: Docx, tmp_path: Path, text: str, printed: str
) -> None:
    paper = draft(filler, letter(tmp_path / "t.docx", text), tmp_path, {})

    assert paper.paragraphs[0].text == printed
    assert "".join(yellow(paper)) == "".join(w for w in _marked(printed))


def _marked(printed: str) -> list[str]:
    return [f"«{one.split('»')[0]}»" for one in printed.split("«")[1:]]


def test_missing_values_are_shown_in_heads_notes_titles_and_beside_pictures(
    filler: Docx, tmp_path: Path
) -> None:
    made = Document()
    made.core_properties.title = "Surat {{ nama }}"
    made.sections[0].header.paragraphs[0].text = "Kop {{ kop }}"
    made.add_paragraph("{{ foto }} {{ nama }}")
    made.save(str(tmp_path / "t.docx"))
    foto = io.BytesIO()
    Image.new("RGB", (9, 9)).save(foto, "PNG")
    (tmp_path / "foto.png").write_bytes(foto.getvalue())

    for isian in ({}, {"foto": {"gambar": tmp_path / "foto.png", "lebar_mm": 20}}):
        paper = draft(filler, tmp_path / "t.docx", tmp_path, isian)
        assert paper.core_properties.title == "Surat «Nama»"
        assert {"«Kop»", "«Nama»"} <= set(yellow(paper))
        assert len(paper.inline_shapes) == len(isian)


def test_a_missing_width_or_colour_does_not_spoil_a_table(filler: Docx, tmp_path: Path) -> None:
    made = Document()
    table = made.add_table(2, 2)
    table.rows[0].cells[0].text = "{% colspan lebar %}{{ nama }}"
    table.rows[1].cells[0].text = "{% cellbg warna %}{{ nama }}"
    made.save(str(tmp_path / "t.docx"))

    paper = draft(filler, tmp_path / "t.docx", tmp_path, {"nama": "Contoh"})

    assert paper.tables[0].rows[0].cells[0].text == "Contoh"


def test_a_draft_runs_no_program_either(filler: Docx, tmp_path: Path) -> None:
    for tag in ("{{ ''.__class__ }}", "{{ nama.__class__ }}", "{{ nama._undefined_obj }}"):
        with pytest.raises(TemplateSalah, match="perintah program"):
            draft(filler, letter(tmp_path / "t.docx", tag), tmp_path, {})


def test_a_paper_refuses_what_a_draft_would_show_in_yellow(filler: Docx, tmp_path: Path) -> None:
    template = letter(tmp_path / "t.docx", "{{ nama }} {{ kota }}")

    with pytest.raises(TemplateSalah, match="ruas Nama pemohon dan kota yang tidak diisi"):
        filler.fill(template, {"nama": Kurang("Nama pemohon")}, tmp_path / "n.docx")


def test_what_is_missing_is_never_printed_as_if_it_were_filled_in(
    filler: Docx, tmp_path: Path
) -> None:
    template = letter(tmp_path / "t.docx", "{{ 'Yth. ' ~ nama }} {% if kota %}{% endif %}")

    with pytest.raises(TemplateSalah, match="ruas Nama pemohon, Nip, dan kota yang tidak diisi"):
        filler.fill(
            template,
            {"nama": Kurang("Nama pemohon"), "pejabat": [{"nip": Kurang("Nip")}]},
            tmp_path / "n.docx",
        )
