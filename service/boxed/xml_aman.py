"""XML out of foreign files: no DTD, no entity, no depth and no size without end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any, BinaryIO

from lxml import etree

from service.boxed.gagal import Berhenti

# In one byte a letter and in two, either way round.
_DTD = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y|E\0?N\0?T\0?I\0?T)")
_SANDI = re.compile(rb"""^[^>]{0,80}encoding\s*=\s*["']([A-Za-z0-9._-]+)""")
_WAJAR = {b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"}
# OpenOffice wrote this into every list of parts until 2010; it names a file and holds nothing.
_LAMA = re.compile(
    rb'<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice\.org//DTD Manifest 1\.0//EN" '
    rb'"Manifest\.dtd">'
)
OVERLAP = 24  # bytes in which a DTD's first letters may straddle two pieces
LETTERS = 300  # bytes in which an XML part says how it is written
WITHOUT = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


def has_dtd(piece: bytes) -> bool:
    """Whether these bytes begin a DTD or an entity, in any of the usual writings."""
    return _DTD.search(_LAMA.sub(b"", piece)) is not None


def check_start(nama: str, head: bytes) -> None:
    """Stop where a part is written in a way that hides what is in it."""
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if bare and bare[:1] != b"<" and head[:2] not in (b"\xff\xfe", b"\xfe\xff", b"\0<"):
        raise Berhenti("xml_tak_wajar", nama)
    said = _SANDI.match(bare.replace(b"\0", b""))
    if said and said[1].lower() not in _WAJAR:
        raise Berhenti("xml_tak_wajar", nama)


def parsed(bita: bytes, nama: str = "") -> Any:
    """The root of an XML part."""
    bita = _LAMA.sub(b"", bita)
    check_start(nama, bita[:LETTERS])
    if has_dtd(bita):
        raise Berhenti("dtd", nama)
    try:
        root = etree.fromstring(bita, etree.XMLParser(**WITHOUT))
    except etree.XMLSyntaxError as broken:
        raise _why(broken, nama) from broken
    if root.getroottree().docinfo.internalDTD is not None:
        raise Berhenti("dtd", nama)
    return root


def written(root: Any) -> bytes:
    """An XML part as it is kept in a file."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def each(source: BinaryIO | BytesIO, tags: Iterable[str], nama: str = "") -> Iterator[Any]:
    """The elements of these tags, each let go of as soon as it was looked at."""
    try:
        for _, found in etree.iterparse(source, events=("end",), tag=list(tags), **WITHOUT):
            yield found
            found.clear()
            while found.getprevious() is not None:
                del found.getparent()[0]
    except etree.XMLSyntaxError as broken:
        raise _why(broken, nama) from broken


def _why(broken: Any, nama: str) -> Berhenti:
    text = str(broken).lower()
    if "depth" in text:
        return Berhenti("xml_terlalu_dalam", nama)
    if "entity" in text or "doctype" in text:
        return Berhenti("dtd", nama)
    return Berhenti("rusak", nama)
