"""How an agency's papers look, as it goes to the filling child: with the logo itself."""

from __future__ import annotations

from dataclasses import dataclass

from service.domain.refusals import Refusal
from service.ports.papers import Rupa

TERBESAR = 5_000_000  # bytes of a logo


class LogoSalah(Refusal):
    """The logo cannot be put on papers."""

    def __init__(self) -> None:
        super().__init__(
            "Logo instansi tidak ditemukan atau lebih besar dari 5 MB. "
            "Unggah ulang logonya sebagai PNG atau JPEG."
        )


@dataclass(frozen=True)
class Wujud:
    """The port's Rupa with the bytes of the logo; none: its place is taken out."""

    kertas: str
    huruf: str
    huruf_keputusan: str
    ukuran: int
    margin: tuple[float, float, float, float] | None
    logo: bytes


def wujud(rupa: Rupa) -> Wujud | None:
    """What is to be put on a template; None where it stays as it is."""
    if rupa == Rupa():
        return None
    return Wujud(
        rupa.kertas, rupa.huruf, rupa.huruf_keputusan, rupa.ukuran, rupa.margin, _logo(rupa)
    )


def _logo(rupa: Rupa) -> bytes:
    if rupa.logo is None:
        return b""
    try:
        if rupa.logo.stat().st_size <= TERBESAR:
            return rupa.logo.read_bytes()
    except FileNotFoundError as gone:
        raise LogoSalah from gone
    raise LogoSalah
