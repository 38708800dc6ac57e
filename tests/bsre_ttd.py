"""A signature added to a PDF by hand, as a service adds it: behind the bytes that are there."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from functools import cache

import pikepdf
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from cryptography.x509.oid import NameOID

ROOM = 8192  # hexadecimal digits for the signature
_RANGE = "0 {:010d} {:010d} {:010d}"
Kotak = tuple[float, float, float, float]


@cache
def signer() -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    """A certificate of nobody, made on the spot."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Contoh Penandatangan Tiruan")])
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    cert = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    return cert, key


def plain_pdf(pages: int = 1, size: int = 0) -> bytes:
    """A PDF of empty pages with a table of its parts; `size` bytes of ballast inside."""
    pdf, out = pikepdf.new(), io.BytesIO()
    for _ in range(pages):
        pdf.add_blank_page(page_size=(595, 842))
    pdf.Root.Contoh = pdf.make_stream(bytes(n * 7 % 251 for n in range(1000)) * (size // 1000))
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    return out.getvalue()


def signed(isi: bytes, halaman: int = 1, kotak: Kotak = (0, 0, 0, 0), alasan: str = "") -> bytes:
    """The same bytes, and behind them one signature over all of it."""
    added, ours = _revision(isi, halaman, kotak, alasan)
    whole = isi + added
    first = len(isi) + ours
    again = first + ROOM + 2
    told = _RANGE.format(first, again, len(whole) - again).encode()
    whole = whole.replace(_RANGE.format(0, 0, 0).encode(), told)
    cert, key = signer()
    options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary]
    builder = pkcs7.PKCS7SignatureBuilder().set_data(whole[:first] + whole[again:])
    made = builder.add_signer(cert, key, hashes.SHA256()).sign(Encoding.DER, options)
    content = made.hex().ljust(ROOM, "0").encode()
    return whole[: first + 1] + content + whole[again - 1 :]


def places(isi: bytes) -> list[tuple[int, Kotak]]:
    """Page and box of each signature."""
    with pikepdf.open(io.BytesIO(isi)) as pdf:
        return [
            (number, tuple(float(one) for one in note.Rect))  # type: ignore[misc]
            for number, page in enumerate(pdf.pages, 1)
            for note in page.obj.get("/Annots", [])
            if note.get("/FT") == "/Sig"
        ]


def _revision(isi: bytes, halaman: int, kotak: Kotak, alasan: str) -> tuple[bytes, int]:
    """A new revision, and where in it the place for the signature opens."""
    with pikepdf.open(io.BytesIO(isi)) as pdf:
        if pdf.is_encrypted:
            raise ValueError("encrypted")
        many = int(pdf.trailer.Size)
        page = pdf.pages[halaman - 1].obj
        form = pdf.Root.get("/AcroForm", pikepdf.Dictionary())
        fields = _refs(form.get("/Fields", []))
        notes = _refs(page.get("/Annots", []))
        root, root_text = pdf.Root.objgen[0], _without(pdf.Root, "/AcroForm")
        page_number, page_text = page.objgen[0], _without(page, "/Annots")
    field = f"{many + 1} 0 R"
    box = " ".join(f"{one:g}" for one in kotak)
    reason = f" /Reason <{alasan.encode('utf-16').hex()}>" if alasan else ""
    parts = {
        many: f"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached{reason} "
        f"/M (D:{datetime.now(UTC):%Y%m%d%H%M%SZ}) /ByteRange [{_RANGE.format(0, 0, 0)}] "
        f"/Contents <{'0' * ROOM}> >>",
        many + 1: f"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Ttd{many}) /F 132 "
        f"/Rect [{box}] /P {page_number} 0 R /V {many} 0 R >>",
        page_number: f"{page_text} /Annots [{' '.join([*notes, field])}] >>",
        root: f"{root_text} /AcroForm << /SigFlags 3 /Fields [{' '.join([*fields, field])}] >> >>",
    }
    added, at = b"\n", {}
    for number, text in parts.items():
        at[number] = len(isi) + len(added)
        added += f"{number} 0 obj\n{text}\nendobj\n".encode()
    before = int(isi.rpartition(b"startxref")[2].split()[0])
    begins = len(isi) + len(added)
    table = "".join(f"{number} 1\n{at[number]:010d} 00000 n \n" for number in sorted(at))
    added += (
        f"xref\n{table}trailer\n<< /Size {many + 2} /Root {root} 0 R /Prev {before} >>\n"
        f"startxref\n{begins}\n%%EOF\n"
    ).encode()
    return added, added.index(b"/Contents <0") + len(b"/Contents ")


def _refs(many: object) -> list[str]:
    return [f"{one.objgen[0]} 0 R" for one in many]  # type: ignore[attr-defined]


def _without(thing: pikepdf.Object, key: str) -> str:
    """A dictionary as text, left open, without one of its entries."""
    kept = " ".join(
        f"{name} {value.objgen[0]} 0 R"
        if value.is_indirect
        else f"{name} {value.unparse().decode('latin-1')}"
        for name, value in thing.items()
        if name != key
    )
    return f"<< {kept}"
