"""What a dossier says of itself: PDF/A-3b, its title, its colours, what its pages are called."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import ImageCms

from service.domain.dossier.halaman import Label

PEMBUAT = "Berkas"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{judul}</rdf:li></rdf:Alt></dc:title>
<pdf:Producer>{pembuat}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def named(whole: pikepdf.Pdf, judul: str, labels: Sequence[Label]) -> None:
    """Title, standard, colours and page names; nothing of when or where it was bound."""
    judul = " ".join("".join(c if c.isprintable() else " " for c in judul).split())
    whole.trailer.Info = whole.make_indirect(
        Dictionary(Title=pikepdf.String(judul), Producer=pikepdf.String(PEMBUAT))
    )
    root = whole.Root
    told = _XMP.format(judul=escape(judul, quote=False), pembuat=PEMBUAT).encode()
    root.Metadata = whole.make_stream(told, Type=Name.Metadata, Subtype=Name.XML)
    root.OutputIntents = Array([whole.make_indirect(_colours(whole))])
    root.Lang = pikepdf.String("id-ID")
    root.PageMode = Name.UseOutlines
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageLabels = Dictionary(Nums=_labels(labels))


def _labels(labels: Sequence[Label]) -> Array:
    nums = Array()
    for one in labels:
        told = Dictionary()
        if one.awalan:
            told.P = pikepdf.String(one.awalan)
        if one.urut:
            told.S, told.St = Name.D, one.urut
        nums.append(one.mulai - 1)
        nums.append(told)
    return nums


def _colours(whole: pikepdf.Pdf) -> Dictionary:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes((7, 234, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))  # no hour in which it was made
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=b"sRGB",
        Info=b"sRGB",
        DestOutputProfile=whole.make_stream(bytes(profile), N=3),
    )
