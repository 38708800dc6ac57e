"""Signatures in a PDF: what is there, read strictly; the rule is applied outside the box."""

from __future__ import annotations

import asyncio
import io
import logging
from base64 import b64decode
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, BinaryIO

from asn1crypto import crl, x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.general import (
    CMSExtractionError,
    CMSStructuralError,
    MultivaluedAttributeError,
    NonexistentAttributeError,
)
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import (
    extract_certs_for_validation,
    extract_tst_data_iter,
    message_imprint_checker,
    validate_sig_integrity,
    validate_tst_signed_data,
)
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from service.boxed import tanda_revisi
from service.boxed.tanda_sertifikat import CAP, DIPERCAYA, ORANG, TAK_DITANYA, Bekal, told

TERBESAR = 256_000_000  # bytes
TERBANYAK = 60  # signatures
KUAT = frozenset(("sha256", "sha384", "sha512", "sha3_256", "sha3_384", "sha3_512"))
RUSAK, TERKUNCI, HIBRIDA, JANGGAL = "rusak", "terkunci", "hibrida", "tanda_janggal"
_ANEH = (
    *(PdfError, SignatureValidationError, CMSExtractionError, CMSStructuralError),
    *(MultivaluedAttributeError, NonexistentAttributeError, RuntimeError),
    *(ValueError, TypeError, LookupError, AttributeError, AssertionError, OSError),
)
logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # what it finds is told as facts
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)


def look(file: BinaryIO, bekal: dict[str, Any], now: datetime, dikirim: int) -> dict[str, Any]:
    """Every signature and every layer, or why the file cannot be read."""
    file.seek(0)
    whole = file.read(TERBESAR + 1)
    if len(whole) > TERBESAR:
        return {"ganjil": "terlalu_berat"}
    try:
        reader = PdfFileReader(io.BytesIO(whole), strict=True)
        if reader.encrypted:
            return {"ganjil": TERKUNCI}
        if reader.xrefs.hybrid_xrefs_present:
            return {"ganjil": HIBRIDA}
        places = [(name, field.get_object()) for name, _, field in enumerate_sig_fields(reader)]
        fields = [field for _, field in places]
        layers = {
            "kolom": [name for name, _ in places],
            "revisi": list(tanda_revisi.layers(reader, whole, dikirim)),
            "kotak_terluas": tanda_revisi.widest(reader, fields),
            "kosong_bergambar": tanda_revisi.drawn_empty(fields),
        }
    except _ANEH as broken:
        return {"ganjil": HIBRIDA if "hybrid" in str(broken).lower() else RUSAK}
    try:
        signatures = reader.embedded_signatures
        if len(signatures) > TERBANYAK:
            return {"ganjil": "terlalu_berat"}
        brought = _brought(reader, bekal)
        tanda = asyncio.run(_all(whole, signatures, brought, now))
    except _ANEH:
        return {"ganjil": JANGGAL}
    return {"ganjil": "", "tanda": tanda, **layers}


def _brought(reader: PdfFileReader, bekal: dict[str, Any]) -> Bekal:
    """The roots from outside, and the proofs that lie in the file."""
    akar = [x509.Certificate.load(b64decode(one)) for one in bekal["akar"]]
    crls = [crl.CertificateList.load(b64decode(one)) for one in bekal["crl"]]
    if "/DSS" not in reader.root:
        return Bekal(akar, [], crls, [])
    dss = DocumentSecurityStore.read_dss(reader)
    context = dss.as_validation_context({"trust_roots": akar, "revocation_mode": "soft-fail"})
    manager = context.revinfo_manager
    return Bekal(
        akar,
        list(dss.load_certs()),
        [*crls, *manager.crls],
        list(manager.ocsps),
    )


async def _all(
    whole: bytes, signatures: Sequence[EmbeddedPdfSignature], bekal: Bekal, now: datetime
) -> list[dict[str, Any]]:
    return [await _one(whole, one, bekal, now) for one in signatures]


async def _one(
    whole: bytes, one: EmbeddedPdfSignature, bekal: Bekal, now: datetime
) -> dict[str, Any]:
    one.compute_integrity_info()
    kept = one.summarise_integrity_info()
    cap = one.sig_object_type == "/DocTimeStamp"
    waktu: datetime | None
    if cap:
        utuh, waktu = await _stamp(one.signed_data, one.compute_digest, bekal, now)
        terbukti = True
    else:
        utuh = all(
            validate_sig_integrity(one.signer_info, one.signer_cert, "data", one.compute_digest())
        )
        waktu, terbukti = await _when(one, bekal, now)
    at = waktu if terbukti and waktu else now
    others = one.other_embedded_certs
    judged = await bekal.judged(one.signer_cert, others, at, CAP if cap else ORANG)
    return {
        "kolom": one.field_name,
        "cap_waktu": cap,
        "ujung": int(one.byte_range[2]) + int(one.byte_range[3]),
        "menyeluruh": _leaves_out_itself(whole, one) and _covers_its_layer(one),
        "utuh": utuh and one.md_algorithm in KUAT and one.external_md_algorithm in KUAT,
        "terjaga": bool(kept["docmdp_ok"]),
        "sertifikat": told(one.signer_cert),
        "waktu": waktu.astimezone(UTC).isoformat() if waktu else "",
        "waktu_terbukti": terbukti,
        **judged,
    }


def _covers_its_layer(one: EmbeddedPdfSignature) -> bool:
    return one.coverage in (
        SignatureCoverageLevel.ENTIRE_FILE,
        SignatureCoverageLevel.ENTIRE_REVISION,
    )


def _leaves_out_itself(whole: bytes, one: EmbeddedPdfSignature) -> bool:
    """Whether the gap between what it covers is its own value, and nothing else."""
    if len(one.byte_range) != 4:
        return False
    start, first, again, second = (int(n) for n in one.byte_range)
    if start != 0 or not 0 < first < again <= again + second <= len(whole):
        return False
    gap = whole[first:again]
    if gap[:1] != b"<" or gap[-1:] != b">":
        return False
    return bytes.fromhex(gap[1:-1].decode("ascii")) == one.pkcs7_content


async def _stamp(
    token: Any, expected: Callable[[str], bytes], bekal: Bekal, now: datetime
) -> tuple[bool, datetime]:
    """Whether a time stamp is about these bytes and was not changed; and its time."""
    found = await validate_tst_signed_data(token, bekal.context(now, TAK_DITANYA), expected)
    right = found["intact"] and found["valid"] and found["md_algorithm"] in KUAT
    return bool(right), found["timestamp"]


async def _when(
    one: EmbeddedPdfSignature, bekal: Bekal, now: datetime
) -> tuple[datetime | None, bool]:
    """When it was made, and whether a trusted time stamp says so."""
    for token in extract_tst_data_iter(one.signer_info, signed=False):
        right, at = await _stamp(token, message_imprint_checker(one.signer_info), bekal, now)
        certs = extract_certs_for_validation(token)
        judged = await bekal.judged(certs.signer_cert, list(certs.other_certs), at, CAP)
        if right and judged == DIPERCAYA:
            return at, True
    return one.self_reported_timestamp, False
