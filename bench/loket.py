"""One request and one objection in the registers, for the pages that show them."""

from __future__ import annotations

import hashlib

from service.acts import keberatan, permohonan
from service.acts.permohonan import Masukan
from service.domain.kode_lacak import from_bits
from service.house import RealHouse

ORANG = {
    "nama": "Contoh Pemohon",
    "alamat": "Jalan Contoh 1",
    "pekerjaan": "Guru",
    "surel": "contoh@contoh.id",
    "sebagai": "sendiri",
    "tujuan": "Penelitian contoh.",
}
ISIAN = {
    **ORANG,
    "rincian": "Laporan contoh tahun 2025.",
    "memperoleh": "salinan_elektronik",
    "mendapatkan": "surel",
}
BERATAN = {**ORANG, "alasan": "b", "kasus_posisi": "Informasi berkala contoh tidak disediakan."}


def asked(house: RealHouse, kode: str) -> dict[str, str]:
    """What stands in the addresses of these pages; asked again, the same two."""
    now = house.clock.now()
    one = permohonan.register(house, Masukan(_code("permohonan"), kode, "", now, ISIAN))
    two = keberatan.register(house, Masukan(_code("keberatan"), kode, "", now, BERATAN))
    return {"permohonan_id": one.id, "keberatan_id": two.id}


def _code(word: str) -> str:
    return from_bits(hashlib.sha256(f"bangku {word}".encode()).digest())
