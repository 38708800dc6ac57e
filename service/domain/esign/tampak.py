"""How a signature is seen on the paper."""

from __future__ import annotations

from dataclasses import dataclass, field

from service.domain.esign.letak import Halaman, Letak
from service.domain.refusals import Refusal

PENANDA = ("#", "$")


class TampakTidakLengkap(Refusal):
    """A visible signature of which the picture, the place or the mark is missing."""

    def __init__(self, kurang: str) -> None:
        super().__init__(
            f"Tanda tangan yang tampak belum lengkap: {kurang}. Naskah belum ditandatangani."
        )


@dataclass(frozen=True)
class Tampak:
    """Not seen at all, or a picture or QR in a box or at a mark in the text."""

    letak: Letak | None = None
    halaman: Halaman | None = None  # the page that the box lies on
    penanda: str = ""  # a mark that stands in the text, instead of a box
    gambar: bytes = field(default=b"", repr=False)  # PNG or JPEG
    tautan: str = field(default="", repr=False)  # version 1 draws it as a QR by itself
    alasan: str = ""
    lokasi: str = ""

    @property
    def terlihat(self) -> bool:
        return bool(self.letak or self.penanda)

    @property
    def jenis_gambar(self) -> str:
        return "png" if self.gambar.startswith(b"\x89PNG\r\n\x1a\n") else "jpeg"


TAK_TAMPAK = Tampak()


def require(tampak: Tampak, *, boleh_tautan: bool) -> None:
    """TampakTidakLengkap, before anything is sent."""
    if not tampak.terlihat:
        return
    if tampak.letak and tampak.penanda:
        raise TampakTidakLengkap("pilih letak atau penanda, jangan dua-duanya")
    if tampak.letak and not tampak.halaman:
        raise TampakTidakLengkap("ukuran halamannya belum diketahui")
    if tampak.penanda and tampak.penanda not in PENANDA:
        raise TampakTidakLengkap("penanda harus # atau $")
    if tampak.gambar and not tampak.gambar.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        raise TampakTidakLengkap("gambar harus PNG atau JPEG")
    if not tampak.gambar and not (boleh_tautan and tampak.tautan):
        raise TampakTidakLengkap("gambarnya belum ada")
