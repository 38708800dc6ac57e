"""The pages of a copy: a picture, and under it words that are not drawn; PDF/A-2b, saying nothing
of whoever made it."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageChops, ImageCms

from service.boxed.gerbang.tampak import Kata

MUTU = 85
WARNA, BEDA, LAIN = 32, 24, 0.005  # colours; levels apart; the part of a page that may be so
LEBAR = 500  # thousandths of its height: the width of every letter of a font that has none
TERBANYAK = 8_000  # words of a page
XMP = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part>'
    "<pdfaid:conformance>B</pdfaid:conformance></rdf:Description></rdf:RDF></x:xmpmeta>"
    '<?xpacket end="r"?>'
).encode()
_HURUF = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0020> <FFFD> <0020> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end"""


def add(
    made: pikepdf.Pdf, picture: Image.Image, words: Sequence[Kata], points: tuple[float, float]
) -> None:
    """One more page: the picture over all of it, and the words where they stand in it."""
    width, height = (round(max(3.0, min(14_400.0, one)), 2) for one in points)
    told = b"q %.2f 0 0 %.2f 0 0 cm /G Do Q\n" % (width, height)
    resources = Dictionary(XObject=Dictionary(G=_picture(made, picture)))
    if words:
        resources.Font = Dictionary(H=_font(made))
        much = width / picture.width
        lines = [_line(one, much, height) for one in words[:TERBANYAK]]
        told += b"BT 3 Tr\n" + b"".join(lines) + b"ET\n"
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, width, height]),
        Resources=resources,
        Contents=made.make_stream(zlib.compress(told, 9), Filter=Name.FlateDecode),
    )
    made.pages.append(pikepdf.Page(made.make_indirect(page)))


def _line(word: Kata, much: float, height: float) -> bytes:
    left, top, right, bottom = (side * much for side in word.kotak)
    text = "".join(one for one in word.teks if 32 <= ord(one) < 0xD800)
    if not text:
        return b""
    # Whatever letters a program thinks of, their heads and tails stay within the place of the word.
    size = max(1.0, min(0.8 * (bottom - top), 3 * (right - left)))
    stretch = 100 * (right - left) / (len(text) * size * LEBAR / 1000)
    hexed = (text + " ").encode("utf-16-be").hex().encode()
    return b"/H %.2f Tf %.2f Tz 1 0 0 1 %.2f %.2f Tm <%b> Tj\n" % (
        size,
        max(1.0, min(stretch, 1_000.0)),
        left,
        height - bottom + 0.15 * (bottom - top),
        hexed,
    )


def _font(made: pikepdf.Pdf) -> pikepdf.Object:
    """A font without a single shape; one for the whole paper."""
    for page in made.pages:
        if "/Font" in page.obj.Resources:
            return page.obj.Resources.Font.H
    letters = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name.Lapis,
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        DW=LEBAR,
        FontDescriptor=made.make_indirect(
            Dictionary(
                Type=Name.FontDescriptor,
                FontName=Name.Lapis,
                Flags=5,
                FontBBox=Array([0, 0, LEBAR, 1000]),
                ItalicAngle=0,
                Ascent=1000,
                Descent=-1,
                CapHeight=1000,
                StemV=80,
            )
        ),
        CIDToGIDMap=Name.Identity,
    )
    return made.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name.Lapis,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([made.make_indirect(letters)]),
            ToUnicode=made.make_stream(_HURUF),
        )
    )


def _picture(made: pikepdf.Pdf, picture: Image.Image) -> pikepdf.Object:
    """The page as few colours where it is written, as a photograph where it is one."""
    if few := _few_colours(picture):
        palette = few.getpalette("RGB") or []
        colours: pikepdf.Object = Array(
            [Name.Indexed, Name.DeviceRGB, len(palette) // 3 - 1, bytes(palette)]
        )
        held, how = zlib.compress(few.tobytes(), 6), Name.FlateDecode
    else:
        grey = _is_grey(picture)
        colours = Name.DeviceGray if grey else Name.DeviceRGB
        out = io.BytesIO()
        seen = picture.convert("L") if grey else picture
        seen.save(out, "JPEG", quality=MUTU, optimize=True)
        held, how = out.getvalue(), Name.DCTDecode
    return made.make_stream(
        held,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=picture.width,
        Height=picture.height,
        BitsPerComponent=8,
        ColorSpace=colours,
        Filter=how,
    )


def _few_colours(picture: Image.Image) -> Image.Image | None:
    """The picture in a few colours; None where an eye would see that some are missing."""
    few = picture.quantize(WARNA, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    apart = ImageChops.difference(picture, few.convert("RGB")).convert("L").histogram()
    return few if sum(apart[BEDA:]) <= LAIN * picture.width * picture.height else None


def _is_grey(picture: Image.Image) -> bool:
    red, green, blue = picture.split()
    return all(ImageChops.difference(red, other).getextrema() == (0, 0) for other in (green, blue))


def finish(made: pikepdf.Pdf) -> None:
    """What every such copy says of itself: that it is PDF/A, and which colours it means."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes((7, 234, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))  # no hour in which it was made
    made.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=b"sRGB",
                Info=b"sRGB",
                DestOutputProfile=made.make_stream(bytes(profile), N=3),
            )
        ]
    )
    made.Root.Metadata = made.make_stream(XMP, Type=Name.Metadata, Subtype=Name.XML)
