"""The forms that the public can send: their words, their fields, and which bodies take them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from service.domain import isian_publik
from service.domain.antaran import KEBERATAN, MASUKAN, PERMOHONAN, TANPA_LAMPIRAN
from service.domain.isian_publik import Aturan
from service.face import permohonan as rupa
from service.face.isi_formulir import Kelompok
from service.publik.meja import desk
from service.publik.papan import Badan


@dataclass(frozen=True)
class Blanko:
    """One kind of form."""

    jenis: str
    alamat: str
    judul: str
    kata: str
    tombol: str
    aturan: tuple[Aturan, ...]
    kelompok: Callable[..., tuple[Kelompok, ...]]

    @property
    def berlampiran(self) -> bool:
        """Whether files may come with it."""
        return self.jenis not in TANPA_LAMPIRAN

    def badan(self) -> tuple[Badan, ...]:
        """The bodies that take it."""
        found = desk().papan.badan()
        return tuple(one for one in found if one.masukan or self.jenis != MASUKAN)


BLANKO = {
    PERMOHONAN: Blanko(
        PERMOHONAN,
        "/permohonan",
        "Permohonan informasi",
        "Data Anda dipakai hanya untuk melayani permohonan ini dan tidak diumumkan.",
        "Kirim permohonan",
        isian_publik.PERMOHONAN,
        rupa.permohonan,
    ),
    KEBERATAN: Blanko(
        KEBERATAN,
        "/keberatan",
        "Pengajuan keberatan",
        "Keberatan diajukan kepada atasan PPID paling lambat tiga puluh hari kerja setelah "
        "alasannya Anda temukan. Data Anda dipakai hanya untuk menanganinya.",
        "Kirim keberatan",
        isian_publik.KEBERATAN,
        rupa.keberatan,
    ),
    MASUKAN: Blanko(
        MASUKAN,
        "/masukan",
        "Masukan untuk daftar informasi publik",
        "Sampaikan informasi yang menurut Anda belum diumumkan atau perlu diperbaiki. Masukan "
        "dibahas pada evaluasi berkala; Anda tidak perlu menyebutkan siapa Anda.",
        "Kirim masukan",
        isian_publik.MASUKAN,
        rupa.masukan,
    ),
}
