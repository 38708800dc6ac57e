"""Tags that Word cut into pieces are put together on request; the paper is the same letter for
letter."""

from __future__ import annotations

import re
import zipfile
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from service.acts.pasangan.klinik import examine
from service.acts.pasangan.klinik_perbaiki import mend
from service.adapters.pdf import PdfProofreader
from service.domain import paper
from tests.klinik import PASANGAN, Alat, body, bound, written
from tests.klinik import paragraph as cut
from tests.office import one_converter
from tests.papers import UMUM

REST = body("{{ hari_ini|panjang }}", "{%p for satu in rincian %}", "{{ satu.judul }}")
REST += body("{%p endfor %}")


def shattered(docx: Path, out: Path) -> Path:
    """The template after Word's spelling went through it: every tag in runs of a few letters."""
    word = Document(str(docx))
    roots = [word.element.body, word.sections[0].first_page_header._element]
    for run in [run for root in roots for run in root.iter(qn("w:r"))]:
        texts = run.findall(qn("w:t"))
        if len(run) - len(run.findall(qn("w:rPr"))) == len(texts) == 1 and "{" in texts[0].text:
            _shatter(run, texts[0].text)
    word.save(str(out))
    return out


def _shatter(run: Any, text: str) -> None:
    pieces = re.findall(r".{1,5}", text, re.DOTALL)
    for n, piece in enumerate(pieces):
        twin = deepcopy(run)
        twin.set(qn("w:rsidR"), f"00B1{n:04X}")
        told = twin.find(qn("w:t"))
        told.text = piece
        told.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        mark = OxmlElement("w:proofErr")
        mark.set(qn("w:type"), "spellEnd" if n % 2 else "spellStart")
        run.addprevious(twin)
        run.addprevious(mark)
    run.getparent().remove(run)


def lines(docx: Path) -> list[str]:
    return [one.text for one in Document(str(docx)).paragraphs]


def printed(jenis: str, docx: Path, room: Path) -> Path:
    """The template as a paper, filled with its own samples."""
    pair = paper.checked(jenis, (UMUM / f"{jenis}.toml").read_text(), jenis)
    filled = Alat().filler.fill(docx, paper.sample(pair), room / f"{docx.stem}_isi.docx")
    return one_converter().pdf(filled, room / f"{docx.stem}.pdf")


@pytest.mark.parametrize("jenis", ["memorandum", "sk_klasifikasi"])
def test_a_template_put_together_prints_the_very_same_pages(tmp_path: Path, jenis: str) -> None:
    whole = UMUM / f"{jenis}.docx"
    torn = shattered(whole, tmp_path / "terpecah.docx")
    declared = (UMUM / f"{jenis}.toml").read_text()
    before = examine(Alat(), torn, declared, jenis, "umum")

    made = mend(Alat(), torn, tmp_path / "utuh.docx")

    assert sum(one.perbaiki for one in before.ingat) > 15
    assert lines(made) == lines(torn) == lines(whole)
    after = examine(Alat(), made, declared, jenis, "umum")
    assert not after.terbelah
    assert after.sehat
    pages = [printed(jenis, one, tmp_path) for one in (torn, made, whole)]
    assert PdfProofreader().alike(pages[0], pages[1])
    assert PdfProofreader().alike(pages[1], pages[2])


def test_a_tag_keeps_the_looks_of_its_first_piece(tmp_path: Path) -> None:
    bold, plain = "<w:rPr><w:b/></w:rPr>", "<w:rPr/>"
    run = '<w:r>{}<w:t xml:space="preserve">{}</w:t></w:r>'
    torn = written(
        tmp_path,
        f"<w:p>{run.format(plain, 'Yth. ')}{run.format(bold, '{{ na')}"
        f"{run.format(plain, 'ma }} di tempat')}</w:p>",
    )

    made = mend(Alat(), torn, tmp_path / "utuh.docx")

    (one,) = Document(str(made)).paragraphs
    assert [(run.text, run.bold) for run in one.runs] == [
        ("Yth. ", None),
        ("{{ nama }}", True),
        (" di tempat", None),
    ]


def test_a_tag_torn_by_a_tracked_change_can_be_printed_again(tmp_path: Path) -> None:
    run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    torn = f'<w:p><w:ins w:id="1" w:author="Contoh">{run.format("Yth. {{ na")}</w:ins>'
    torn += f"{run.format('ma }}, salam')}</w:p>"
    came = written(tmp_path, torn + REST)

    made = mend(Alat(), came, tmp_path / "utuh.docx")

    assert not examine(Alat(), came, PASANGAN, "surat", "contoh").sehat
    assert examine(Alat(), made, PASANGAN, "surat", "contoh").sehat


def test_a_tab_within_a_tag_goes_and_one_beside_it_stays(tmp_path: Path) -> None:
    run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    tab = "<w:r><w:tab/></w:r>"
    torn = f"<w:p>{run.format('Yth.')}{tab}{run.format('{{')}{tab}{run.format('nama }}')}{tab}"
    came = written(tmp_path, torn + f"{run.format('{{ nama }}')}</w:p>")

    made = mend(Alat(), came, tmp_path / "utuh.docx")

    assert lines(made) == ["Yth.\t{{ nama }}\t{{ nama }}"]


def test_a_control_bound_to_stored_data_keeps_its_own_words(tmp_path: Path) -> None:
    came = written(tmp_path, bound("Hal {{ nama }}") + REST)

    made = mend(Alat(), came, tmp_path / "utuh.docx")

    assert b"dataBinding" not in zipfile.ZipFile(made).read("word/document.xml")
    assert examine(Alat(), made, PASANGAN, "surat", "contoh").sehat


def test_a_tie_to_a_template_of_word_is_undone(tmp_path: Path) -> None:
    word = Document(str(UMUM / "memorandum.docx"))
    target = "file:///C:/Templat/Normal.dotm"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    tie = OxmlElement("w:attachedTemplate")
    tie.set(qn("r:id"), word.part._settings_part.relate_to(target, kind, is_external=True))
    word.settings._element.insert(0, tie)
    word.save(str(tmp_path / "memo.docx"))
    declared = (UMUM / "memorandum.toml").read_text()
    before = examine(Alat(), tmp_path / "memo.docx", declared, "memorandum", "umum")

    made = mend(Alat(), tmp_path / "memo.docx", tmp_path / "utuh.docx")

    assert [one.perbaiki for one in before.salah] == [True]
    assert examine(Alat(), made, declared, "memorandum", "umum").sehat


def test_what_no_tag_touches_stays_byte_for_byte(tmp_path: Path) -> None:
    torn = shattered(UMUM / "memorandum.docx", tmp_path / "terpecah.docx")

    made = mend(Alat(), torn, tmp_path / "utuh.docx")

    with zipfile.ZipFile(torn) as one, zipfile.ZipFile(made) as other:
        assert one.namelist() == other.namelist()
        changed = [name for name in one.namelist() if one.read(name) != other.read(name)]
    assert "word/document.xml" in changed
    assert not [name for name in changed if not re.fullmatch(r"word/(document|header\d).xml", name)]


def test_two_tags_in_the_same_pieces_are_both_put_together(tmp_path: Path) -> None:
    came = written(tmp_path, cut("{{ na", "ma }}{% if na", "ma %}", "!{% en", "dif %}.") + REST)

    made = mend(Alat(), came, tmp_path / "utuh.docx")

    assert lines(made)[0] == "{{ nama }}{% if nama %}!{% endif %}."
    assert not examine(Alat(), made, PASANGAN, "surat", "contoh").terbelah
