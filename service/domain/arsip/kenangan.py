"""What is still said of a matter whose archive was destroyed: when, and by which berita acara."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from service.domain.refusals import Refusal
from service.domain.tanggal import panjang


@dataclass(frozen=True)
class Kenangan:
    """The destruction of one archive."""

    berkas: str
    tanggal: date | None = None
    nomor: str = ""  # of the berita acara
    berita_acara: str = ""  # id of that paper

    @property
    def pendek(self) -> str:
        """As a line of a list says it."""
        by = f", berita acara nomor {self.nomor}" if self.nomor else ""
        return f"arsipnya dimusnahkan{self._kapan}{by}"

    @property
    def kata(self) -> str:
        """As a page says it."""
        by = f" dengan berita acara nomor {self.nomor}" if self.nomor else ""
        return (
            f"Arsip berkas ini sudah dimusnahkan{self._kapan}{by}. Naskah dan filenya tidak ada "
            "lagi; yang tersisa hanya catatannya."
        )

    @property
    def _kapan(self) -> str:
        return f" pada {panjang(self.tanggal)}" if self.tanggal else ""


class ArsipMusnah(Refusal):
    """The bytes that were asked for are gone for good."""

    status = 410

    def __init__(self, one: Kenangan | None = None) -> None:
        super().__init__(
            one.kata
            if one
            else "File ini sudah dimusnahkan bersama arsipnya; yang tersisa hanya catatannya."
        )
