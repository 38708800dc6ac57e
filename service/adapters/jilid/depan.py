"""The pages that we write ourselves, built by pypdf, with the one font of the dossier in them."""

from __future__ import annotations

import io
from collections.abc import Sequence

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
)

from service.adapters.jilid.huruf import NAMA, Huruf
from service.domain.dossier.lembar import KANAN, LEBAR, TEPI, TINGGI, Kata, Lembar

HURUF = "/BerkasH"  # what the font is called on every page
TEBAL = 0.028  # of the height of its letters: how thick the rim of bold ones is


def written(sheets: Sequence[Lembar], huruf: Huruf, also: str) -> bytes:
    """A PDF of these pages; its font has the letters of `also` besides."""
    writer = PdfWriter()
    letters = {*also, *(letter for one in sheets for kata in one.kata for letter in kata.teks)}
    drawn = [_drawn(one, huruf) for one in sheets]
    font = _font(writer, huruf, letters)
    for told in drawn:
        page = writer.add_blank_page(round(LEBAR, 2), round(TINGGI, 2))
        page[NameObject("/Resources")] = _named({"/Font": _named({HURUF: font})})
        page[NameObject("/Contents")] = _stream(writer, told)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _drawn(lembar: Lembar, huruf: Huruf) -> bytes:
    lines = [b"%.2f w %.2f %.2f m %.2f %.2f l S" % (0.6, TEPI, y, KANAN, y) for y in lembar.garis]
    return b"\n".join([*lines, b"BT", *(_words(one, huruf) for one in lembar.kata), b"ET"])


def _words(one: Kata, huruf: Huruf) -> bytes:
    bold = b"2 Tr %.3f w" % (TEBAL * one.ukuran) if one.tebal else b"0 Tr"
    place = b"1 0 0 1 %.2f %.2f Tm" % (one.x, one.y)
    return b"%b %b %.2f Tf %b <%b> Tj" % (
        bold,
        HURUF.encode(),
        one.ukuran,
        place,
        huruf.code(one.teks),
    )


def _named(told: dict[str, object]) -> DictionaryObject:
    return DictionaryObject({NameObject(name): one for name, one in told.items()})


def _stream(writer: PdfWriter, held: bytes, **told: int) -> IndirectObject:
    made = DecodedStreamObject()
    made.set_data(held)
    for name, many in told.items():
        made[NameObject(f"/{name}")] = NumberObject(many)
    return writer._add_object(made.flate_encode())


def _font(writer: PdfWriter, huruf: Huruf, letters: set[str]) -> IndirectObject:
    numbers = huruf.numbers(letters)
    up, down, capital, box = huruf.metrics()
    program = huruf.subset(letters)  # the last that is asked of it
    name = NameObject(f"/{NAMA}")
    descriptor = _named(
        {
            "/Type": NameObject("/FontDescriptor"),
            "/FontName": name,
            "/Flags": NumberObject(4),
            "/FontBBox": ArrayObject(NumberObject(one) for one in box),
            "/ItalicAngle": NumberObject(0),
            "/Ascent": NumberObject(up),
            "/Descent": NumberObject(down),
            "/CapHeight": NumberObject(capital),
            "/StemV": NumberObject(80),
            "/FontFile2": _stream(writer, program, Length1=len(program)),
        }
    )
    widths = ArrayObject()
    for number, (wide, _) in numbers.items():
        widths += [NumberObject(number), ArrayObject([FloatObject(f"{wide:.2f}")])]
    letters_of = _named(
        {
            "/Type": NameObject("/Font"),
            "/Subtype": NameObject("/CIDFontType2"),
            "/BaseFont": name,
            "/CIDSystemInfo": _named(
                {
                    "/Registry": ByteStringObject(b"Adobe"),
                    "/Ordering": ByteStringObject(b"Identity"),
                    "/Supplement": NumberObject(0),
                }
            ),
            "/DW": NumberObject(1000),
            "/W": widths,
            "/FontDescriptor": writer._add_object(descriptor),
            "/CIDToGIDMap": NameObject("/Identity"),
        }
    )
    whole = _named(
        {
            "/Type": NameObject("/Font"),
            "/Subtype": NameObject("/Type0"),
            "/BaseFont": name,
            "/Encoding": NameObject("/Identity-H"),
            "/DescendantFonts": ArrayObject([writer._add_object(letters_of)]),
            "/ToUnicode": _stream(writer, _read_as(numbers)),
        }
    )
    return writer._add_object(whole)


def _read_as(numbers: dict[int, tuple[float, str]]) -> bytes:
    """Which letter each number is, for whoever copies or searches."""
    told = [f"<{n:04x}> <{one.encode('utf-16-be').hex()}>" for n, (_, one) in numbers.items()]
    parts = [told[n : n + 100] for n in range(0, len(told), 100)]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <ffff> endcodespacerange",
        *(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts),
        "endcmap CMapName currentdict /CMap defineresource pop end end",
    ]
    return "\n".join(lines).encode()
