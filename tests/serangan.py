"""Tricks on a signed paper, each made by hand: none of them may be taken for what was sent."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pikepdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

Serangan = Callable[[bytes], bytes]


def _added(pdf: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """One layer more, as a program writes it that knows what it does."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _page(writer: IncrementalPdfFileWriter, n: int = 0) -> generic.DictionaryObject:
    page = writer.root["/Pages"]
    while "/Kids" in page:
        page = page["/Kids"][n].get_object()
    writer.update_container(page)
    return page


def _stream(writer: IncrementalPdfFileWriter, drawn: bytes) -> generic.IndirectObject:
    return writer.add_object(generic.StreamObject(stream_data=drawn))


KOTAK_PUTIH = b"q 1 g 60 500 480 200 re f Q"


def isi_diganti(pdf: bytes) -> bytes:
    """Shadow, replace: another content in the place of the page's own."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        _page(writer)["/Contents"] = _stream(writer, KOTAK_PUTIH)

    return _added(pdf, change)


def isi_ditimpa(pdf: bytes) -> bytes:
    """The stream itself written anew under its own number."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        page = _page(writer)
        held = page.raw_get("/Contents")
        held = held.get_object() if isinstance(held, generic.IndirectObject) else held
        ref = held[-1] if isinstance(held, generic.ArrayObject) else page.raw_get("/Contents")
        stream = ref.get_object() if isinstance(ref, generic.IndirectObject) else ref
        stream._data = stream.data + b"\n" + KOTAK_PUTIH
        stream._encoded_data = None
        stream.pop("/Filter", None)
        writer.mark_update(ref.reference if hasattr(ref, "reference") else ref.container_ref)

    return _added(pdf, change)


def isi_disembunyikan(pdf: bytes) -> bytes:
    """Shadow, hide: what covered or showed something is no longer called."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        page = _page(writer)
        page["/Resources"] = generic.DictionaryObject()

    return _added(pdf, change)


def isi_ditambah(pdf: bytes) -> bytes:
    """Shadow, append: a second content over the first."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        page = _page(writer)
        held = page["/Contents"]
        parts = list(held) if isinstance(held, generic.ArrayObject) else [page.raw_get("/Contents")]
        page["/Contents"] = generic.ArrayObject([*parts, _stream(writer, KOTAK_PUTIH)])

    return _added(pdf, change)


def catatan_di_halaman(pdf: bytes) -> bytes:
    """A text laid over the page as an annotation."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        page = _page(writer)
        look = generic.StreamObject(
            {
                pdf_name("/Type"): pdf_name("/XObject"),
                pdf_name("/Subtype"): pdf_name("/Form"),
                pdf_name("/BBox"): generic.ArrayObject(map(generic.NumberObject, (0, 0, 200, 50))),
            },
            stream_data=b"1 g 0 0 200 50 re f",
        )
        note = generic.DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Annot"),
                pdf_name("/Subtype"): pdf_name("/FreeText"),
                pdf_name("/Rect"): generic.ArrayObject(
                    map(generic.NumberObject, (100, 600, 300, 650))
                ),
                pdf_name("/Contents"): generic.pdf_string("Nomor lain"),
                pdf_name("/F"): generic.NumberObject(4),
                pdf_name("/AP"): generic.DictionaryObject(
                    {pdf_name("/N"): writer.add_object(look)}
                ),
            }
        )
        held = list(page["/Annots"]) if "/Annots" in page else []
        page["/Annots"] = generic.ArrayObject([*held, writer.add_object(note)])

    return _added(pdf, change)


def halaman_dibuang(pdf: bytes) -> bytes:
    """One page fewer."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        pages = writer.root["/Pages"]
        pages["/Kids"] = generic.ArrayObject(list(pages["/Kids"])[:-1])
        pages["/Count"] = generic.NumberObject(int(pages["/Count"]) - 1)
        writer.update_container(pages)

    return _added(pdf, change)


def halaman_ditambah(pdf: bytes) -> bytes:
    """One page more."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        pages = writer.root["/Pages"]
        page = generic.DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Page"),
                pdf_name("/Parent"): writer.root.raw_get("/Pages"),
                pdf_name("/MediaBox"): generic.ArrayObject(
                    map(generic.NumberObject, (0, 0, 595, 842))
                ),
                pdf_name("/Resources"): generic.DictionaryObject(),
                pdf_name("/Contents"): _stream(writer, KOTAK_PUTIH),
            }
        )
        pages["/Kids"] = generic.ArrayObject([*pages["/Kids"], writer.add_object(page)])
        pages["/Count"] = generic.NumberObject(int(pages["/Count"]) + 1)
        writer.update_container(pages)

    return _added(pdf, change)


def katalog_lain(pdf: bytes) -> bytes:
    """Something is done when the paper is opened."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        writer.root["/OpenAction"] = generic.DictionaryObject(
            {
                pdf_name("/S"): pdf_name("/URI"),
                pdf_name("/URI"): generic.pdf_string("https://contoh.invalid/"),
            }
        )
        writer.update_root()

    return _added(pdf, change)


def kotak_kosong_bergambar(pdf: bytes) -> bytes:
    """A place for a signature that nobody made, showing another number."""
    return _place(pdf, (100, 600, 300, 640), b"1 g 0 0 200 40 re f")


def kotak_sehalaman(pdf: bytes) -> bytes:
    """A place for a signature as large as the page."""
    return _place(pdf, (0, 0, 595, 842), b"")


def _place(pdf: bytes, box: tuple[int, int, int, int], drawn: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        from pyhanko.sign.fields import SigFieldSpec, append_signature_field

        append_signature_field(writer, SigFieldSpec("tambahan", box=box))
        if not drawn:
            return
        for one in writer.root["/AcroForm"]["/Fields"]:
            field = one.get_object()
            if field["/T"] == "tambahan":
                look = generic.StreamObject(
                    {
                        pdf_name("/Type"): pdf_name("/XObject"),
                        pdf_name("/Subtype"): pdf_name("/Form"),
                        pdf_name("/BBox"): generic.ArrayObject(
                            map(generic.NumberObject, (0, 0, 200, 40))
                        ),
                    },
                    stream_data=drawn,
                )
                field["/AP"] = generic.DictionaryObject({pdf_name("/N"): writer.add_object(look)})
                writer.update_container(field)

    return _added(pdf, change)


# --- on the bytes themselves -------------------------------------------------------------------


def bit_dibalik(pdf: bytes) -> bytes:
    """One bit in the page, in what was sent."""
    return _flipped(pdf, len(pdf) // 3)


def bit_dalam_lapisan(pdf: bytes) -> bytes:
    """One bit in the layer of the signature, behind what was sent."""
    return _flipped(pdf, pdf.rindex(b"/ETSI.CAdES.detached") + 6)


def bit_dalam_nilai(pdf: bytes) -> bytes:
    """One digit in the value of the signature."""
    start = pdf.rindex(b"/Contents <") + len(b"/Contents <") + 400
    digit = b"1" if pdf[start : start + 1] != b"1" else b"2"
    return pdf[:start] + digit + pdf[start + 1 :]


def _flipped(pdf: bytes, where: int) -> bytes:
    return pdf[:where] + bytes([pdf[where] ^ 1]) + pdf[where + 1 :]


def terpotong(pdf: bytes) -> bytes:
    """The end is missing."""
    return pdf[:-700]


def terpotong_separuh(pdf: bytes) -> bytes:
    """Half of it is missing."""
    return pdf[: len(pdf) // 2]


def sampah_di_ujung(pdf: bytes) -> bytes:
    """Something stands behind the end."""
    return pdf + b"\n% catatan\n%%EOF\n"


def sampah_di_depan(pdf: bytes) -> bytes:
    """Something stands before the beginning."""
    return b"\n" + pdf


def disimpan_ulang(pdf: bytes) -> bytes:
    """Opened and saved by another program."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as paper:
        paper.save(out)
    return out.getvalue()


def terkunci(pdf: bytes) -> bytes:
    """Saved with a password to open it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as paper:
        paper.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


def sisipan_dalam_celah(pdf: bytes) -> bytes:
    """Wrapping: the gap that no signature covers holds more than the value of the signature."""
    start = pdf.rindex(b"/Contents <") + len(b"/Contents ")
    end = pdf.index(b">", start)
    more = b"> /Contents <00"
    return pdf[: end - len(more)] + more + pdf[end:]


def cakupan_digeser(pdf: bytes) -> bytes:
    """Wrapping: the second part of what is covered begins elsewhere."""
    return _ranges(pdf, lambda a, b, c, d: (a, b, c + 20, d - 20))


def cakupan_dua_kali(pdf: bytes) -> bytes:
    """The first part is covered twice, the rest not at all."""
    return _ranges(pdf, lambda a, b, c, d: (a, b, 0, d))


def cakupan_dibuang(pdf: bytes) -> bytes:
    """A signature that says nothing of what it covers."""
    where = pdf.rindex(b"/ByteRange")
    return pdf[:where] + b"/ByteRangf" + pdf[where + 10 :]


def nilai_dikosongkan(pdf: bytes) -> bytes:
    """A signature without a value."""
    start = pdf.rindex(b"/Contents <") + len(b"/Contents <")
    end = pdf.index(b">", start)
    return pdf[:start] + b"0" * (end - start) + pdf[end:]


def _ranges(pdf: bytes, moved: Callable[[int, int, int, int], tuple[int, ...]]) -> bytes:
    found = list(re.finditer(rb"/ByteRange\s*\[([^\]]*)\]", pdf))[-1]
    written = " ".join(map(str, moved(*map(int, found[1].split())))).encode()
    return pdf[: found.start(1)] + written.ljust(len(found[1])) + pdf[found.end(1) :]


def tanda_dibungkus(pdf: bytes) -> bytes:
    """Wrapping: a new layer with a place that holds the old signature once more."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        _page(writer)["/Contents"] = _stream(writer, KOTAK_PUTIH)
        fields = writer.root["/AcroForm"]["/Fields"]
        signed = next(one.get_object() for one in fields if "/V" in one.get_object())
        copy = generic.DictionaryObject(
            {
                pdf_name("/FT"): pdf_name("/Sig"),
                pdf_name("/T"): generic.pdf_string("salinan"),
                pdf_name("/V"): signed.raw_get("/V"),
            }
        )
        fields.append(writer.add_object(copy))
        writer.update_container(fields)

    return _added(pdf, change)


def dua_daftar_isi(pdf: bytes) -> bytes:
    """A hybrid: one table for old programs, one for new ones."""
    start = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    size = 4_000
    stream = f"{size} 0 obj\n<</Type/XRef/Size {size}/W[1 4 1]/Index[0 0]/Length 0>>\nstream\n\n"
    at = len(pdf) + 1
    with pikepdf.open(io.BytesIO(pdf)) as paper:
        root = paper.Root.objgen[0]
    table = at + len(stream) + len("endstream\nendobj\n")
    trailer = (
        f"xref\n0 0\ntrailer\n<</Size {size}/Root {root} 0 R/Prev {start}/XRefStm {at}>>\n"
        f"startxref\n{table}\n%%EOF\n"
    )
    return pdf + f"\n{stream}endstream\nendobj\n{trailer}".encode()


def naskah_lain_di_belakang(pdf: bytes) -> bytes:
    """A whole other paper behind the one that was sent, which nothing refers to any more."""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>/Contents 4 0 R>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(KOTAK_PUTIH), KOTAK_PUTIH),
    ]
    out, places = bytearray(pdf + b"\n"), []
    for n, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, part)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    out += b"".join(b"%010d 00000 n \n" % one for one in places)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, table)
    return bytes(out)


def lapisan_dilompati(pdf: bytes) -> bytes:
    """A layer that goes on from an earlier state of the paper, as if the last had not been."""
    *_, before, _ = [int(one) for one in re.findall(rb"startxref\s+(\d+)", pdf)]
    with pikepdf.open(io.BytesIO(pdf)) as paper:
        root, size = paper.Root.objgen[0], int(paper.trailer.Size)
    table = len(pdf) + 1
    return (
        pdf
        + (
            f"\nxref\n0 0\ntrailer\n<</Size {size}/Root {root} 0 R/Prev {before}>>\n"
            f"startxref\n{table}\n%%EOF\n"
        ).encode()
    )


# What can be done to a paper before the right person signs it, so that every signature holds.
SEBELUM: tuple[Serangan, ...] = (
    isi_diganti,
    isi_ditimpa,
    isi_disembunyikan,
    isi_ditambah,
    catatan_di_halaman,
    halaman_dibuang,
    halaman_ditambah,
    katalog_lain,
    kotak_kosong_bergambar,
    kotak_sehalaman,
    naskah_lain_di_belakang,
    disimpan_ulang,
)
# What can be done to it when it is signed.
SESUDAH: tuple[Serangan, ...] = (
    *SEBELUM,
    bit_dibalik,
    bit_dalam_lapisan,
    bit_dalam_nilai,
    terpotong,
    terpotong_separuh,
    sampah_di_ujung,
    sampah_di_depan,
    terkunci,
    sisipan_dalam_celah,
    cakupan_digeser,
    cakupan_dua_kali,
    cakupan_dibuang,
    nilai_dikosongkan,
    tanda_dibungkus,
    dua_daftar_isi,
)
