"""A PDF cleaned of what is kept beside its pages: its words, links and tags stay."""

from __future__ import annotations

import io

import pikepdf
import pypdf
from pikepdf import Array, Dictionary, Name

from service.boxed.gerbang import bersih, periksa
from service.domain.batas import Batas
from tests.contoh_buruk import _pdf

BIASA = "Laporan kinerja Biro Contoh tahun 2025 untuk diumumkan kepada masyarakat luas."


def laden() -> bytes:
    """A paper with all that programs and readers leave beside its pages."""
    first = _pdf.letter(BIASA, "Kalimat yang dihapus kemudian")
    isi = _pdf.appended(first, {4: _pdf.stream(_pdf.lines(BIASA))})
    with pikepdf.open(io.BytesIO(isi)) as paper:
        paper.docinfo["/Author"] = "Contoh Pegawai"
        paper.docinfo["/Title"] = "Laporan kinerja"
        paper.attachments["gaji.txt"] = b"Lampiran rahasia"
        paper.Root.PieceInfo = Dictionary(Program=Dictionary(Isi="Data program"))
        paper.Root.Names.Dests = Dictionary(Names=Array(["bab1", Array([paper.pages[0].obj])]))
        paper.Root.Metadata = paper.make_stream(b"<x>Contoh Penyusun</x>", Type=Name.Metadata)
        paper.Root.MarkInfo = Dictionary(Marked=True)
        link = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([0, 0, 9, 9]),
            A=Dictionary(S=Name.URI, URI="https://contoh.go.id"),
        )
        note = Dictionary(
            Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), Contents="Catatan dalam"
        )
        paper.pages[0].obj["/Annots"] = Array([link, note])
        out = io.BytesIO()
        paper.save(out, fix_metadata_version=False)
    return out.getvalue()


def cleaned(isi: bytes) -> bytes:
    return b"".join(bersih.cleaned(io.BytesIO(isi)))


def test_nothing_beside_the_pages_is_left() -> None:
    before = {one[0] for one in periksa.leaks(io.BytesIO(laden()), "a.pdf", Batas())}
    assert {"properti", "pdf_lampiran", "pdf_anotasi", "pdf_data_program"} <= before

    made = cleaned(laden())

    assert periksa.leaks(io.BytesIO(made), "a.pdf", Batas()) == []
    with pikepdf.open(io.BytesIO(made)) as paper:
        told = b"".join(
            one.read_bytes() if isinstance(one, pikepdf.Stream) else one.unparse()
            for one in paper.objects
            if isinstance(one, (pikepdf.Stream, pikepdf.Dictionary))
        )
    for word in (b"Pegawai", b"Lampiran", b"Penyusun", b"Catatan", b"program", b"dihapus"):
        assert word not in made + told


def test_words_links_tags_and_the_title_stay() -> None:
    made = cleaned(laden())

    reader = pypdf.PdfReader(io.BytesIO(made))
    assert BIASA in reader.pages[0].extract_text()
    with pikepdf.open(io.BytesIO(made)) as paper:
        assert [str(one.Subtype) for one in paper.pages[0].obj.Annots] == ["/Link"]
        assert "/Dests" in paper.Root.Names
        assert paper.Root.MarkInfo.Marked
        assert str(paper.docinfo["/Title"]) == "Laporan kinerja"


def test_a_title_that_is_a_path_goes_too() -> None:
    with pikepdf.open(io.BytesIO(_pdf.letter(BIASA))) as paper:
        paper.docinfo["/Title"] = "D:\\Kerja\\rahasia.docx"
        out = io.BytesIO()
        paper.save(out)

    assert b"rahasia" not in cleaned(out.getvalue())


def test_the_same_file_gives_the_same_bytes() -> None:
    assert cleaned(_pdf.letter(BIASA)) == cleaned(_pdf.letter(BIASA))
