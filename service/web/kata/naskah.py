"""What papers, their state and their turn are called on pages."""

from __future__ import annotations

from service.acts.naskah.baca import Terbuka
from service.domain import kembalian as k
from service.domain import naskah as n
from service.domain import paraf as p
from service.domain import tempat_ttd as t
from service.domain.ruas import TULIS_TANGAN
from service.domain.tanggal import panjang
from service.domain.wewenang import PERAN
from service.face.isi import Bentuk

BENTUK: dict[str, Bentuk] = {
    n.KONSEP: "baru",
    n.DIAJUKAN: "menunggu",
    n.DIKEMBALIKAN: "lewat",
    n.DISETUJUI: "selesai",
    n.DIKIRIM: "menunggu",
    n.DITANDATANGANI: "selesai",
    n.DIARSIPKAN: "selesai",
    n.BATAL: "dikecualikan",
}
PARAF: dict[str, tuple[str, Bentuk]] = {
    p.MENUNGGU: ("Belum diparaf", "menunggu"),
    p.DIPARAF: ("Diparaf", "selesai"),
    p.DITOLAK: ("Dikembalikan", "lewat"),
    p.GUGUR: ("Tidak diperlukan lagi", "dikecualikan"),
}
TTD: dict[str, Bentuk] = {
    t.MENUNGGU: "menunggu",
    t.DITANDATANGANI: "selesai",
    t.MENOLAK: "lewat",
    t.PERLU_DICEK: "lewat",
    t.GUGUR: "dikecualikan",
}
KEMBALI: dict[str, Bentuk] = {
    k.MENUNGGU: "menunggu",
    k.DITERIMA: "selesai",
    k.DITOLAK: "lewat",
}
GILIRAN = {
    n.KONSEP: "Sedang disiapkan; belum diajukan",
    n.DIKEMBALIKAN: "Menunggu diperbaiki, lalu diajukan lagi",
    n.DISETUJUI: "Menunggu dikirim untuk ditandatangani",
    n.DIKIRIM: "Menunggu tanda tangan",
}


def peran(one: str) -> str:
    """A peran as it is called."""
    return PERAN.get(one, one)


def turn(one: Terbuka) -> str:
    """Whose turn it is; '' where nobody's is."""
    if one.terkunci:
        return ""
    if one.naskah.keadaan == n.DIAJUKAN:
        return (
            f"Menunggu paraf {peran(one.menunggu.peran)}"
            if one.menunggu
            else ("Menunggu persetujuan")
        )
    return GILIRAN.get(one.naskah.keadaan, "")


def number(one: Terbuka) -> str:
    """Its number, or why it has none."""
    if one.naskah.nomor:
        return one.naskah.nomor
    if one.pasangan and not one.pasangan.bernomor:
        return "Tidak bernomor"
    return "Tidak diberikan" if one.naskah.keadaan == n.BATAL else "Diberikan saat disetujui"


def date(one: Terbuka) -> str:
    """Its date, or when it gets one."""
    if one.naskah.tanggal:
        return panjang(one.naskah.tanggal)
    if one.pasangan and one.pasangan.tanggal == TULIS_TANGAN:
        return "Ditulis tangan"
    return "Tidak diberikan" if one.naskah.keadaan == n.BATAL else "Diberikan saat disetujui"
