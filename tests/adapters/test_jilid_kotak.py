"""Papers of others before they are bound: what is wrong with them, and their reading copy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from service.adapters.kotak_baca import BoxFitter, BoxReader, TidakTerbaca
from service.adapters.pdf_sah import PageExaminer
from service.domain.batas import Batas
from service.domain.dossier.boleh import Fakta, way
from service.domain.dossier.isi import GAMBAR, HALAMAN, LAMPIRAN
from tests.contoh_buruk import _pdf
from tests.jilid.lembar import surat


@pytest.fixture(scope="module")
def fitter() -> Iterator[BoxFitter]:
    reader = BoxReader(Batas())
    yield BoxFitter(reader)
    reader.close()


def changed(paper: Path, **save: object) -> pikepdf.Pdf:
    return pikepdf.open(paper, allow_overwriting_input=True, **save)  # type: ignore[arg-type]


def test_a_paper_that_is_an_archive_already_goes_in_as_it_is(
    fitter: BoxFitter, tmp_path: Path
) -> None:
    fakta = fitter.look(surat(tmp_path / "a.pdf", "satu", "dua", ukuran=(1190, 842)))

    assert fakta == Fakta(halaman=2, terpanjang=1190, arsip=True)
    assert way(fakta) == (HALAMAN, "")


def test_a_paper_that_is_none_becomes_pictures_with_its_words(
    fitter: BoxFitter, tmp_path: Path
) -> None:
    paper = tmp_path / "a.pdf"
    paper.write_bytes(_pdf.letter("Laporan kinerja Biro Contoh", "Kota Contoh"))

    assert way(fitter.look(paper)) == (GAMBAR, "")
    made = fitter.pictured(paper, tmp_path / "baca.pdf")

    assert fitter.look(made).arsip
    assert PageExaminer().broken(made, "2b") == []
    with pypdfium2.PdfDocument(made) as pages:
        assert "Laporan kinerja Biro Contoh" in pages[0].get_textpage().get_text_range()


def test_a_note_that_lies_over_a_page_is_not_lost(fitter: BoxFitter, tmp_path: Path) -> None:
    paper = surat(tmp_path / "a.pdf", "satu")
    with changed(paper) as whole:
        note = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([0, 0, 9, 9]), F=4)
        whole.pages[0].obj.Annots = Array([whole.make_indirect(note)])
        whole.save(paper)

    fakta = fitter.look(paper)

    assert fakta.catatan
    assert way(fakta) == (GAMBAR, "")


ANEH = {
    "putaran": ("/Rotate", Name.Besar),
    "potongan": ("/CropBox", Array([Name.A, 0, 1, 1])),
    "huruf": ("/Resources", Dictionary(Font=Array([]))),
}


@pytest.mark.parametrize("aneh", ANEH)
def test_a_page_that_is_told_of_oddly_is_drawn_anew_and_stops_no_dossier(
    fitter: BoxFitter, tmp_path: Path, aneh: str
) -> None:
    paper = surat(tmp_path / "a.pdf", "satu")
    with changed(paper) as whole:
        name, value = ANEH[aneh]
        whole.pages[0].obj[name] = value
        whole.save(paper)

    assert way(fitter.look(paper)) == (GAMBAR, "")
    made = fitter.pictured(paper, tmp_path / "baca.pdf")
    assert fitter.look(made).arsip


def test_what_is_signed_is_never_taken_apart(fitter: BoxFitter, tmp_path: Path) -> None:
    paper = surat(tmp_path / "a.pdf", "satu")
    with changed(paper) as whole:
        whole.Root.AcroForm = Dictionary(Fields=Array([]), SigFlags=3)
        whole.save(paper)

    fakta = fitter.look(paper)

    assert fakta.bertanda_tangan
    assert not fakta.arsip


def test_what_is_locked_broken_or_empty_is_only_attached(fitter: BoxFitter, tmp_path: Path) -> None:
    locked, odd, bare = (tmp_path / f"{n}.pdf" for n in ("terkunci", "rusak", "hampa"))
    with changed(surat(tmp_path / "a.pdf", "satu")) as whole:
        whole.save(locked, encryption=pikepdf.Encryption(user="rahasia", owner="lain"))
    odd.write_bytes(b"%PDF-1.7 lalu tidak ada apa-apa")
    pikepdf.new().save(bare)

    found = [way(fitter.look(one)) for one in (locked, odd, bare)]

    assert [cara for cara, _ in found] == [LAMPIRAN] * 3
    assert ["terkunci" in found[0][1], "rusak" in found[1][1]] == [True, True]
    assert "tidak mempunyai halaman" in found[2][1]
    with pytest.raises(TidakTerbaca):
        fitter.pictured(odd, tmp_path / "baca.pdf")


def test_a_paper_that_hides_pages_from_a_reader_is_attached_and_none_is_missing(
    fitter: BoxFitter, tmp_path: Path
) -> None:
    paper = tmp_path / "a.pdf"
    with pikepdf.new() as whole:
        whole.add_blank_page()
        whole.add_blank_page()
        whole.save(paper, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    paper.write_bytes(paper.read_bytes().replace(b"/Count 2", b"/Count 1"))

    assert fitter.look(paper).halaman == 2
    with pytest.raises(TidakTerbaca):
        fitter.pictured(paper, tmp_path / "baca.pdf")


def test_pages_larger_than_any_file_cover_are_only_attached(
    fitter: BoxFitter, tmp_path: Path
) -> None:
    paper = surat(tmp_path / "a.pdf", "peta", ukuran=(9_000, 6_000))

    cara, sebab = way(fitter.look(paper))

    assert cara == LAMPIRAN
    assert "lebih besar" in sebab


def test_ten_thousand_pages_are_counted_and_only_attached(
    fitter: BoxFitter, tmp_path: Path
) -> None:
    paper = tmp_path / "tebal.pdf"
    with pikepdf.new() as whole:
        one = whole.make_indirect(Dictionary(Type=Name.Page, MediaBox=Array([0, 0, 595, 842])))
        whole.pages.append(pikepdf.Page(one))
        tree = whole.Root.Pages
        tree.Kids = Array([_leaf(whole, tree) for _ in range(10_000)])
        tree.Count = 10_000
        whole.save(paper)

    fakta = fitter.look(paper)

    assert fakta.halaman == 10_000
    assert way(fakta)[0] == LAMPIRAN


def _leaf(whole: pikepdf.Pdf, tree: pikepdf.Object) -> pikepdf.Object:
    box = Array([0, 0, 595, 842])
    return whole.make_indirect(Dictionary(Type=Name.Page, Parent=tree, MediaBox=box))
