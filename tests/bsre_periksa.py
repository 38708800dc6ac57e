"""How the stand-in tells of the signatures in a paper: two versions, two shapes, as the manual."""

from __future__ import annotations


def verified_v1(pdf: bytes) -> dict[str, object]:
    many = pdf.count(b"/ByteRange")
    one = {
        "info_tsa": None,
        "signature_field": "Ttd",
        "info_signer": {
            "issuer_dn": "CN=Contoh",
            "signer_name": "Contoh Penandatangan Tiruan",
            "signer_cert_validity": "2026",
            "signer_dn": "CN=Contoh",
            "cert_user_certified": False,
        },
        "signature_document": {
            "signed_using_tsa": False,
            "reason": None,
            "document_integrity": True,
            "signed_in": "2026-11-23 09:00:00",
            "location": "null",
            "hash_value": "00",
        },
    }
    return {
        "nama_dokumen": "naskah.pdf",
        "jumlah_signature": many,
        "notes": "Dokumen tiruan",
        "summary": "VALID" if many else "NO_SIGNATURE",
        "details": [one] * many,
    }


def verified_v2(pdf: bytes) -> dict[str, object]:
    many = pdf.count(b"/ByteRange")
    one = {
        "id": "S-1",
        "signatureFormat": "PKCS7-B",
        "signerName": "Contoh Penandatangan Tiruan",
        "signatureDate": "2026-11-23T09:00:00Z",
        "fieldName": "Ttd",
        "reason": None,
        "location": None,
        "certLevelCode": 0,
        "timestampInfomation": None,
        "certificateDetails": [],
        "integrityValid": True,
        "certificateTrusted": False,
        "lastSignature": True,
    }
    return {
        "conclusion": "INDETERMINATE" if many else "NO_SIGNATURE",
        "description": "Dokumen tiruan",
        "signatureCount": many,
        "signatureInformations": [one] * many,
    }
