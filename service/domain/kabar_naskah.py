"""What anybody may know of a paper by its code or its bytes; of an excluded one, nothing at all."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from service.domain import naskah as n
from service.domain.bukti_ttd import CARA
from service.domain.instansi import Instansi
from service.domain.nama_tercetak import printed_for
from service.domain.naskah import Naskah
from service.domain.ruas import Pasangan
from service.domain.tanggal import ZONA
from service.domain.tempat_ttd import DITANDATANGANI as TTD
from service.domain.tempat_ttd import TempatTtd, of_turn
from service.domain.wewenang import PERAN

BENTUK = 1  # the shape of the file
_CODE = re.compile(r"[0-9a-f]{40}")
TERBESAR = 16_384
MENUNGGU, DITANDATANGANI, DITARIK, BATAL = "menunggu", "ditandatangani", "ditarik", "batal"
KATA = {
    MENUNGGU: "Menunggu tanda tangan",
    DITANDATANGANI: "Ditandatangani",
    DITARIK: "Ditarik untuk diperbaiki",
    BATAL: "Dibatalkan",
}
_KEADAAN = {
    n.DIKIRIM: MENUNGGU,
    n.DITANDATANGANI: DITANDATANGANI,
    n.DIARSIPKAN: DITANDATANGANI,
    n.BATAL: BATAL,
    n.DIKEMBALIKAN: DITARIK,
    n.KONSEP: DITARIK,
    n.DIAJUKAN: DITARIK,
    n.DISETUJUI: MENUNGGU,
}
TERKIRIM = frozenset({n.DIKIRIM, n.DITANDATANGANI, n.DIARSIPKAN})


@dataclass(frozen=True)
class Penanda:
    """Who signed, as the paper prints them: no more than who holds it reads there."""

    jabatan: str
    nama: str  # '' where the paper leaves it open
    cara: str  # in words
    pada: datetime


@dataclass(frozen=True)
class KabarNaskah:
    """One published file; every field is named here, so nothing else can slip into it."""

    nama_instansi: str
    zona: str
    jenis: str  # in words
    nomor: str
    tanggal: date | None
    keadaan: str
    ajuan: int  # which time it was put forward; a print says of which it is
    cetak: str = ""  # sha256 as it went out to be signed
    file: str = ""  # sha256 with all its signatures
    ditandatangani: datetime | None = None
    penanda: tuple[Penanda, ...] = ()

    @property
    def kata(self) -> str:
        """Where it stands, in words."""
        return KATA[self.keadaan]


def of(
    one: Naskah,
    places: Sequence[TempatTtd],
    jenis: str,
    instansi: Instansi,
    unit: str,
    kind: Pasangan | None = None,
) -> KabarNaskah | None:
    """What may be known of it; None before a print of it could be in anybody's hands."""
    approved = [place.ajuan for place in places]
    if not approved and one.keadaan not in TERKIRIM:
        return None
    keadaan = _KEADAAN[one.keadaan]
    signed = keadaan == DITANDATANGANI
    signers = tuple(_signers(one, places, kind)) if signed else ()
    return KabarNaskah(
        instansi.nama,
        instansi.zona_of(unit),
        jenis,
        one.nomor,
        one.tanggal,
        keadaan,
        # Prints of an earlier time are known by it; what is put forward anew has none yet.
        max(approved, default=one.ajuan),
        one.pdf if one.keadaan in TERKIRIM else "",
        one.bertanda_tangan if signed else "",
        max((x.pada for x in signers), default=None),
        signers,
    )


def _signers(one: Naskah, places: Sequence[TempatTtd], kind: Pasangan | None) -> Iterator[Penanda]:
    for place in of_turn(places, one.ajuan):
        if place.keadaan == TTD and place.pada:
            named = printed_for(kind, one.isian, place.peran) if kind else None
            jabatan = named.jabatan if named else PERAN.get(place.peran, place.peran)
            nama = named.nama if named else ""
            yield Penanda(jabatan, nama, CARA[place.jalan], place.pada)


def mark(sha256: str) -> str:
    """By which bytes are found."""
    return sha256[:40]


def pointer(code: str) -> bytes:
    """What lies under the mark of bytes: only whose they are, so that it never grows stale."""
    return json.dumps({"bentuk": BENTUK, "naskah": code}).encode()


def pointed(content: bytes) -> str:
    """The mark of the code that a pointer leads to; '' where it is none."""
    try:
        told = json.loads(content)
        code = told["naskah"] if told["bentuk"] == BENTUK else ""
    except (ValueError, KeyError, TypeError):
        return ""
    return code if isinstance(code, str) and _CODE.fullmatch(code) else ""


def write(one: KabarNaskah) -> bytes:
    """The bytes that `read` reads."""
    return json.dumps({"bentuk": BENTUK, **asdict(one)}, default=_iso, indent=1).encode()


def _iso(value: object) -> str:
    assert isinstance(value, date)  # a datetime is one, too
    return value.isoformat()


def read(content: bytes) -> KabarNaskah | None:
    """What a published file says, or None where it is not one this code knows."""
    try:
        told = json.loads(content)
        if told.pop("bentuk") != BENTUK or told["zona"] not in ZONA:
            return None
        told["tanggal"] = date.fromisoformat(told["tanggal"]) if told["tanggal"] else None
        at = told["ditandatangani"]
        told["ditandatangani"] = datetime.fromisoformat(at) if at else None
        told["penanda"] = tuple(_signer(**x) for x in told.get("penanda", ()))
        one = KabarNaskah(**told)
        return one if one.kata else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _signer(jabatan: str, nama: str, cara: str, pada: str) -> Penanda:
    return Penanda(jabatan, nama, cara, datetime.fromisoformat(pada))
