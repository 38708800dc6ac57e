"""What the public is given of an edition: all that a publisher needs, nothing to hide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from service.domain.edisi.edisi import DITARIK, TERBIT, Edisi
from service.domain.informasi.beda import Baris, Beda
from service.domain.refusals import Refusal


class BelumBolehDiumumkan(Refusal):
    """An edition that is not signed, numbered and published is not handed to the public."""

    status = 409

    def __init__(self, nama: str, sebab: str) -> None:
        super().__init__(f"{nama} belum boleh diumumkan: {sebab}. Tidak ada yang diubah.")


@dataclass(frozen=True)
class FileTerbit:
    """The file of a line as it left the gate: these bytes, and no others, go out."""

    sha256: str
    nama: str  # safe in an address
    mime: str
    ukuran: int


@dataclass(frozen=True)
class Badan:
    """Whose list it is."""

    kode: str
    nama: str
    zona: str
    laman: str = ""
    surel: str = ""


@dataclass(frozen=True)
class BarisDitarik:
    """A line that was taken back from the list; the public reads why at its address."""

    kode: str
    pada: datetime
    alasan: str


@dataclass(frozen=True)
class Terbitan:
    """An edition with its lines, what is new in it, and the files that go out by kode."""

    edisi: Edisi
    badan: Badan
    baris: tuple[Baris, ...]
    beda: Beda = field(default_factory=Beda)
    file: Mapping[str, FileTerbit] = field(default_factory=dict)
    kini: bool = False  # the list of today; of each daftar at most one
    sk_pdf: FileTerbit | None = None  # the signed paper of its decree, as it may go out
    ditarik: tuple[BarisDitarik, ...] = ()

    @property
    def terlihat(self) -> bool:
        """Whether its lines are read, not only why it was withdrawn."""
        return self.edisi.keadaan == TERBIT


def need_public(terbitan: Iterable[Terbitan]) -> None:
    """Refuse what has no signed decree or no place in its year, and two lists of one day."""
    today: set[str] = set()
    for one in terbitan:
        if sebab := _why_not(one):
            raise BelumBolehDiumumkan(one.edisi.nama, sebab)
        if one.kini:
            if one.edisi.daftar in today:
                raise BelumBolehDiumumkan(one.edisi.nama, "sudah ada edisi lain yang berlaku")
            today.add(one.edisi.daftar)


def _why_not(one: Terbitan) -> str:
    edisi = one.edisi
    if not edisi.tahun or not edisi.urut:
        return "tahun dan nomor urutnya belum ada"
    if edisi.keadaan == DITARIK:
        if one.kini:
            return "edisi yang ditarik tidak dapat menjadi yang berlaku"
        return "" if edisi.alasan.strip() else "alasan penarikannya belum ditulis"
    if edisi.keadaan != TERBIT:
        return "keadaannya belum terbit"
    return (
        "" if edisi.sk.sah else "surat keputusannya belum bernomor, bertanggal, dan ditandatangani"
    )
