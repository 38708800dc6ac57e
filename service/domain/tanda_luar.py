"""Signatures as the box told of them: foreign bytes themselves, believed only in their shape."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from service.domain.bacaan_luar import BacaanAneh, parsed, text, whole
from service.domain.tanda_kembali import GANJIL
from service.domain.tanda_tangan import (
    BacaanTanda,
    Masa,
    Pencabutan,
    Rantai,
    Revisi,
    Sertifikat,
    TandaTangan,
    Ubahan,
)

SEBANYAK, TERPANJANG, TERJAUH = 200, 300, 1 << 60
_TAK_TERBACA = "pembaca_gugur"


def read(raw: bytes, ukuran: int) -> BacaanTanda:
    """What was found in a file of this size; BacaanAneh where the answer is none."""
    told = parsed(raw)
    try:
        if told["ganjil"]:
            kode = told["ganjil"] if told["ganjil"] in GANJIL else _TAK_TERBACA
            return BacaanTanda(ukuran, ganjil=kode)
        return BacaanTanda(
            ukuran,
            tanda=tuple(map(_signature, _few(told["tanda"]))),
            revisi=tuple(map(_layer, _few(told["revisi"]))),
            kolom=_names(told["kolom"]),
            kotak_terluas=_share(told["kotak_terluas"]),
            kosong_bergambar=_sure(told["kosong_bergambar"]),
        )
    except (TypeError, LookupError, AttributeError, ValueError, OverflowError) as wrong:
        raise BacaanAneh from wrong


def _signature(told: Any) -> TandaTangan:
    return TandaTangan(
        kolom=text(told["kolom"], TERPANJANG),
        cap_waktu=_sure(told["cap_waktu"]),
        ujung=whole(told["ujung"], TERJAUH),
        menyeluruh=_sure(told["menyeluruh"]),
        utuh=_sure(told["utuh"]),
        terjaga=_sure(told["terjaga"]),
        rantai=Rantai(told["rantai"]),
        masa=Masa(told["masa"]),
        pencabutan=Pencabutan(told["pencabutan"]),
        sertifikat=_certificate(told["sertifikat"]),
        waktu=_moment(told["waktu"]) if told["waktu"] else None,
        waktu_terbukti=_sure(told["waktu_terbukti"]),
    )


def _certificate(told: Any) -> Sertifikat:
    return Sertifikat(
        text(told["pemilik"], TERPANJANG),
        text(told["penerbit"], TERPANJANG),
        text(told["sidik"], 64),
        _moment(told["dari"]),
        _moment(told["sampai"]),
    )


def _layer(told: Any) -> Revisi:
    return Revisi(whole(told["mulai"], TERJAUH), Ubahan(told["ubahan"]), _names(told["kolom"]))


def _names(told: Any) -> tuple[str, ...]:
    return tuple(text(one, TERPANJANG) for one in _few(told))


def _few(told: Any) -> list[Any]:
    if not isinstance(told, list) or len(told) > SEBANYAK:
        raise BacaanAneh
    return told


def _sure(told: Any) -> bool:
    if not isinstance(told, bool):
        raise BacaanAneh
    return told


def _share(told: Any) -> float:
    if isinstance(told, bool) or not isinstance(told, int | float) or not 0 <= told < 1e9:
        raise BacaanAneh
    return float(told)


def _moment(told: Any) -> datetime:
    return datetime.fromisoformat(told).astimezone(UTC)
