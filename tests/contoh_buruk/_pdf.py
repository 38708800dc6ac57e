"""PDFs by hand, object by object, so that any of them can be wrong."""

from __future__ import annotations

import io
import zlib

import pikepdf
from PIL import Image

KEPALA = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
KATA = "Surat contoh dari Dinas Contoh perihal permohonan informasi publik tahun berjalan."

Objects = dict[int, bytes]


def stream(held: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(held), entries, held)


def packed(held: bytes, entries: bytes = b"") -> bytes:
    return stream(zlib.compress(held, 9), b"/Filter /FlateDecode " + entries)


def lines(*words: str) -> bytes:
    """The content of a page: each line of words under the one before."""
    told = b"".join(b"(%b) Tj 0 -18 Td " % one.encode("latin-1") for one in words)
    return b"BT /F1 12 Tf 72 700 Td " + told + b"ET"


def objects(
    *words: str, root: bytes = b"", page: bytes = b"", more: Objects | None = None
) -> Objects:
    """A letter of one page: 1 catalog, 2 pages, 3 page, 4 content, 5 font; more from 6 on."""
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R %b >>" % root,
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> %b >>" % page,
        4: stream(lines(*(words or (KATA,)))),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        **(more or {}),
    }


def written(held: Objects, head: bytes = KEPALA, trailer: bytes = b"") -> bytes:
    """These objects as a file, with a table that leads to each."""
    return _laid(head, held, b"/Root 1 0 R " + trailer)


def letter(*words: str, trailer: bytes = b"", **more: object) -> bytes:
    """A letter of one page as a file."""
    return written(objects(*words, **more), trailer=trailer)  # type: ignore[arg-type]


def scan(sheet: Image.Image, *words: str) -> bytes:
    """A picture that fills its page, with words that are not seen."""
    held = objects()
    entries = (
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 " % sheet.size
    )
    held[6] = packed(sheet.tobytes(), entries + b"/ColorSpace /DeviceGray")
    held[3] = held[3].replace(b"/Font <<", b"/XObject << /Q 6 0 R >> /Font <<")
    held[4] = packed(b"q 595 0 0 842 0 0 cm /Q Do Q " + lines(*words).replace(b"BT", b"BT 3 Tr"))
    return written(held)


def appended(before: bytes, held: Objects, trailer: bytes = b"") -> bytes:
    """A later state of a file: what was there stays, the new objects stand behind it."""
    last = before.rindex(b"startxref")
    prev = int(before[last + 9 :].split()[0])
    return _laid(before, held, b"/Root 1 0 R /Prev %d " % prev + trailer)


def _laid(before: bytes, held: Objects, trailer: bytes) -> bytes:
    out = bytearray(before if before.endswith(b"\n") else before + b"\n")
    places = {}
    for number, one in held.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = len(out)
    out += b"xref\n"
    if b"/Prev" not in trailer:
        out += b"0 1\n0000000000 65535 f \n"
    for number, at in sorted(places.items()):
        out += b"%d 1\n%010d 00000 n \n" % (number, at)
    out += b"trailer\n<< /Size 400 %b >>\nstartxref\n%d\n%%%%EOF\n" % (trailer, table)
    return bytes(out)


def locked(isi: bytes, user: str, revision: int = 6, owner: str = "pemilik") -> bytes:
    """The same, locked; with no user's password it opens for everybody."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(isi)) as paper:
        lock = pikepdf.Encryption(
            owner=owner, user=user, R=revision, aes=revision >= 4, metadata=revision >= 4
        )
        paper.save(out, encryption=lock)
    return out.getvalue()


def modern(isi: bytes) -> bytes:
    """The same, its objects packed away in streams, as today's programs write."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(isi)) as paper:
        paper.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def by_word(*words: str) -> bytes:
    """As Word writes: a second, empty table behind the first one, that leads to a third."""
    held = objects(*words)
    held[6] = stream(b"", b"/Type /XRef /W [1 4 2] /Index [0 0] /Size 400 /Root 1 0 R")
    first = written(held)
    table = int(first[first.rindex(b"startxref") + 9 :].split()[0])
    told = (table, first.index(b"6 0 obj"), len(first))
    last = b"xref\r\n0 0\r\ntrailer\r\n<< /Size 400 /Root 1 0 R /Prev %d /XRefStm %d >>\r\n"
    return first + last % told[:2] + b"startxref\r\n%d\r\n%%%%EOF" % told[2]


def for_the_web(isi: bytes) -> bytes:
    """The same, its first page in front."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(isi)) as paper:
        paper.save(out, linearize=True)
    return out.getvalue()


def signed(before: bytes, number: int = 20, held: Objects | None = None) -> bytes:
    """With a signature behind it that covers all but itself; it is the place that is tried."""
    room = 2_000
    field = (
        b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Ttd%d) /V %d 0 R /Rect [0 0 0 0] "
        b"/P 3 0 R /F 132 >>" % (number, number + 1)
    )
    wanted = b"/ByteRange [0 0000000000 0000000000 0000000000]"
    sig = (
        b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached "
        b"%b /Contents <%b> >>" % (wanted, b"30" * room)
    )
    root = (
        b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [%d 0 R] >> >>" % number
    )
    isi = appended(before, {1: root, number: field, number + 1: sig, **(held or {})})
    first = isi.rindex(b"<" + b"30" * room)
    again = first + 2 * room + 2
    said = b"/ByteRange [0 %010d %010d %010d]" % (first, again, len(isi) - again)
    at = isi.rindex(wanted)
    return isi[:at] + said + isi[at + len(wanted) :]
