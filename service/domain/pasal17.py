"""Pasal 17 of the law on public information: the only grounds on which anything is withheld."""

from __future__ import annotations

UU_KIP = "Undang-Undang Nomor 14 Tahun 2008"
HURUF: dict[str, str] = {
    "a": "menghambat proses penegakan hukum",
    "b": "mengganggu perlindungan hak atas kekayaan intelektual dan persaingan usaha yang sehat",
    "c": "membahayakan pertahanan dan keamanan negara",
    "d": "mengungkapkan kekayaan alam Indonesia",
    "e": "merugikan ketahanan ekonomi nasional",
    "f": "merugikan kepentingan hubungan luar negeri",
    "g": "mengungkapkan isi akta otentik yang bersifat pribadi dan kemauan terakhir atau wasiat",
    "h": "mengungkap rahasia pribadi",
    "i": "memorandum atau surat badan publik yang menurut sifatnya dirahasiakan",
    "j": "tidak boleh diungkapkan berdasarkan undang-undang lain",
}


def sebutan(huruf: str) -> str:
    """The letter as it is cited."""
    return f"Pasal 17 huruf {huruf} {UU_KIP}"
