"""Forms as the public pages leave them, for tests of the hallway behind them."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from service.domain.antaran import KEBERATAN, PERMOHONAN, Antaran, Lampiran, write
from service.domain.kode_lacak import from_bits, sidik
from tests.office import INSTANSI

ISIAN = {
    "nama": "Contoh Pemohon Kenari",
    "nik": "9999000011112222",
    "alamat": "Jalan Contoh 1\nKota Contoh",
    "pekerjaan": "Guru",
    "telepon": "+62 21 000000",
    "surel": "contoh@contoh.id",
    "sebagai": "sendiri",
    "pemberi_kuasa": "",
    "rincian": "Laporan kenari contoh tahun 2025.",
    "tujuan": "Penelitian contoh.",
    "memperoleh": "salinan_elektronik",
    "mendapatkan": "surel",
}
KEBERATAN_ISIAN = {
    **{name: ISIAN[name] for name in ("nama", "alamat", "pekerjaan", "telepon", "surel")},
    "sebagai": "sendiri",
    "alasan": "b",
    "tujuan": "Penelitian contoh.",
    "kasus_posisi": "Informasi berkala contoh tidak disediakan.",
}


def new_kode() -> str:
    return from_bits(os.urandom(13))


def an_antaran(kode: str, **changed: Any) -> Antaran:
    known: dict[str, Any] = {
        "jenis": PERMOHONAN,
        "kode": kode,
        "diterima": datetime.now(UTC),
        "instansi": INSTANSI,
        "isian": ISIAN,
    }
    if changed.get("jenis") == KEBERATAN:
        known["isian"] = KEBERATAN_ISIAN
    return Antaran(**{**known, **changed})


def leave(masuk: Path, antaran: Antaran) -> Path:
    """A form in the drop folder, under the name it has there."""
    masuk.mkdir(parents=True, exist_ok=True)
    path = masuk / f"{sidik(antaran.kode)}.json"
    path.write_bytes(write(antaran))
    return path


def attach(masuk: Path, content: bytes, nama: str) -> Lampiran:
    masuk.mkdir(parents=True, exist_ok=True)
    file = f"{os.urandom(16).hex()}.lampiran"
    (masuk / file).write_bytes(content)
    return Lampiran(file, nama, len(content))
