"""The shapes on the wire, as the manual spells them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from service.domain.esign.letak import to_v1, to_v2
from service.domain.esign.pengguna import as_code
from service.domain.esign.periksa import Pemeriksaan, TandaTangan
from service.domain.esign.tampak import Tampak

TERPANJANG = 500  # letters of a word of the service that are kept
TERBANYAK = 100  # signatures that are told of


@dataclass(frozen=True)
class Ditandatangani:
    """A paper that came back signed, and lasts on our disk."""

    path: Path
    id_dokumen: str = ""  # by which version 1 knows it, where the install says so


def fields_v1(tampak: Tampak, *, ukuran_asli: bool) -> dict[str, str]:
    """What version 1 is told of how a signature is seen."""
    told = {"tampilan": "visible" if tampak.terlihat else "invisible"}
    if tampak.terlihat:
        told["image"] = "true" if tampak.gambar else "false"
        if not tampak.gambar:
            told["linkQR"] = tampak.tautan
    if tampak.penanda:
        told["tag_koordinat"] = tampak.penanda
    if tampak.letak and tampak.halaman:
        told["page"] = str(tampak.letak.nomor)
        box = to_v1(tampak.letak, tampak.halaman, ukuran_asli=ukuran_asli)
        told |= {name: str(value) for name, value in box._asdict().items()}
    return told | _words(tampak)


def fields_v2(tampak: Tampak) -> dict[str, object]:
    """What version 2 is told of how a signature is seen."""
    told: dict[str, object] = {"tampilan": "VISIBLE" if tampak.terlihat else "INVISIBLE"}
    if tampak.terlihat:
        told["imageBase64"] = b64encode(tampak.gambar).decode()
    if tampak.penanda:
        told["tag_koordinat"] = tampak.penanda
    if tampak.letak and tampak.halaman:
        told |= {"page": tampak.letak.nomor, **to_v2(tampak.letak, tampak.halaman)._asdict()}
    return told | _words(tampak)


def _words(tampak: Tampak) -> dict[str, str]:
    told = {"reason": tampak.alasan, "location": tampak.lokasi}
    return {name: value for name, value in told.items() if value}


def examined_v1(isi: Mapping[str, object]) -> Pemeriksaan | None:
    """What version 1 says of the signatures; None where it says nothing of them."""
    if "jumlah_signature" not in isi and "details" not in isi:
        return None
    tanda = tuple(_signature_v1(one) for one in _rows(isi.get("details")))
    many = as_code(isi.get("jumlah_signature")) or len(tanda)
    return Pemeriksaan(_text(isi.get("summary")), _text(isi.get("notes")), tanda, many)


def _signature_v1(one: Mapping[str, object]) -> TandaTangan:
    who, told = _row(one.get("info_signer")), _row(one.get("signature_document"))
    return TandaTangan(
        _text(who.get("signer_name")),
        _text(told.get("signed_in")),
        _text(told.get("reason")),
        _text(told.get("location")),
        _text(one.get("signature_field")),
        _yes(told.get("document_integrity")),
        _yes(who.get("cert_user_certified")),
        _yes(told.get("signed_using_tsa")),
    )


def examined_v2(isi: Mapping[str, object]) -> Pemeriksaan | None:
    """What version 2 says of the signatures; None where it says nothing of them."""
    if "conclusion" not in isi and "signatureInformations" not in isi:
        return None
    tanda = tuple(_signature_v2(one) for one in _rows(isi.get("signatureInformations")))
    many = as_code(isi.get("signatureCount")) or len(tanda)
    return Pemeriksaan(_text(isi.get("conclusion")), _text(isi.get("description")), tanda, many)


def _signature_v2(one: Mapping[str, object]) -> TandaTangan:
    stamp = one.get(
        "timestampInfomation", one.get("timestampInformation")
    )  # spelt so in the manual
    return TandaTangan(
        _text(one.get("signerName")),
        _text(one.get("signatureDate")),
        _text(one.get("reason")),
        _text(one.get("location")),
        _text(one.get("fieldName")),
        _yes(one.get("integrityValid")),
        _yes(one.get("certificateTrusted")),
        bool(stamp),
    )


def _rows(value: object) -> Sequence[Mapping[str, object]]:
    found = value if isinstance(value, list) else []
    return [one for one in found if isinstance(one, dict)][:TERBANYAK]


def _row(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    # Version 1 writes what it has not as a word.
    return value[:TERPANJANG] if isinstance(value, str) and value != "null" else ""


def _yes(value: object) -> bool | None:
    """True and false, also where they came as words."""
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.strip().lower())
    return value if isinstance(value, bool) else None
