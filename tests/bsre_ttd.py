"""A signature added to a PDF as a service adds it: behind the bytes that are there."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from functools import cache

import pikepdf
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.keys.internal import (
    translate_pyca_cryptography_cert_to_asn1,
    translate_pyca_cryptography_key_to_asn1,
)
from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.sign.fields import (
    SigFieldSpec,
    SigSeedSubFilter,
    append_signature_field,
    enumerate_sig_fields,
)
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from tests.lingkar import apart

_STAMP = StaticStampStyle(background=RawContent(b"q Q", box=BoxConstraints(10, 10)), border_width=0)
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


def _key() -> SimpleSigner:
    cert, key = signer()
    return SimpleSigner(
        translate_pyca_cryptography_cert_to_asn1(cert),
        translate_pyca_cryptography_key_to_asn1(key),
        SimpleCertificateStore(),
    )


def plain_pdf(pages: int = 1, size: int = 0) -> bytes:
    """A PDF of empty pages with a table of its parts; `size` bytes of ballast inside."""
    pdf, out = pikepdf.new(), io.BytesIO()
    for _ in range(pages):
        pdf.add_blank_page(page_size=(595, 842))
    pdf.Root.Contoh = pdf.make_stream(bytes(n * 7 % 251 for n in range(1000)) * (size // 1000))
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    return out.getvalue()


def signed(isi: bytes, halaman: int = 1, kotak: Kotak = (0, 0, 0, 0), alasan: str = "") -> bytes:
    """The same bytes, and behind them one signature over all of it, in a place of its own."""
    paper, out = IncrementalPdfFileWriter(io.BytesIO(isi), strict=False), io.BytesIO()
    taken = len(list(enumerate_sig_fields(paper.prev)))
    box = tuple(round(one) for one in kotak) if any(kotak) else None
    field = f"Ttd{taken}"
    append_signature_field(paper, SigFieldSpec(field, on_page=halaman - 1, box=box))
    told = PdfSignatureMetadata(
        field_name=field,
        subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED,
        md_algorithm="sha256",
        reason=alasan or None,
    )
    apart(PdfSigner(told, _key(), stamp_style=_STAMP).async_sign_pdf(paper, output=out))
    return out.getvalue()


def places(isi: bytes) -> list[tuple[int, Kotak]]:
    """Page and box of each signature."""
    with pikepdf.open(io.BytesIO(isi)) as pdf:
        return [
            (number, tuple(float(one) for one in note.Rect))  # type: ignore[misc]
            for number, page in enumerate(pdf.pages, 1)
            for note in page.obj.get("/Annots", [])
            if note.get("/FT") == "/Sig"
        ]
