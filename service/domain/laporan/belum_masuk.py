"""What is open by an answer or by a test, and stands in no line of the list yet."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from service.domain import uji
from service.domain.berkas import Berkas
from service.domain.butir import Butir
from service.domain.ids import derived
from service.domain.informasi.sumbu import SETIAP_SAAT
from service.domain.laporan.ketersediaan import KATEGORI
from service.domain.permohonan import Permohonan
from service.domain.rekap_permohonan import DIKABULKAN, SEBAGIAN, became

PERMOHONAN, BUTIR = "permohonan", "butir"
DARI: dict[str, str] = {
    PERMOHONAN: "Permohonan yang dikabulkan",
    BUTIR: "Pengujian konsekuensi",
}


@dataclass(frozen=True)
class Calon:
    """One piece of information that would be a line, and where it is known from."""

    jenis: str  # permohonan, butir
    asal: str  # its id
    informasi: str
    unit: str
    kategori: str
    rujukan: str

    @property
    def id(self) -> str:
        """The id of the line that is made of it, whoever proposes it and however often."""
        return line_id(self.jenis, self.asal)


def line_id(jenis: str, asal: str) -> str:
    """The id of the line that is made of such a thing."""
    return derived(f"informasi dari {jenis} {asal}")


def of_request(one: Permohonan) -> Calon | None:
    """What was given; what is given on request is there at any time from then on."""
    if became(one) not in (DIKABULKAN, SEBAGIAN):
        return None
    words = " ".join(one.isian.rincian.split())
    return Calon(PERMOHONAN, one.id, words, one.unit, SETIAP_SAAT, one.nomor_daftar)


def of_item(one: Butir, berkas: Berkas) -> Calon | None:
    """What a test found open, be it in part."""
    if one.dicabut or one.hasil not in (uji.TERBUKA, uji.SEBAGIAN):
        return None
    kategori = one.uji.kategori if one.uji.kategori in KATEGORI else SETIAP_SAAT
    unit = one.uji.unit or one.unit or berkas.unit
    return Calon(BUTIR, one.id, one.judul, unit, kategori, berkas.judul)


def lacking(
    found: Iterable[Calon | None], ids: Collection[str], dasar: Collection[str]
) -> list[Calon]:
    """Those that no line was made of, and that no line names as what it rests on."""
    return [
        one
        for one in found
        if one
        and one.informasi
        and one.id not in ids
        and (not one.rujukan or one.rujukan not in dasar)
    ]
