"""The file of a piece of information on its way out: looked at, cleared hit by hit, let go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from service.domain.gerbang import pelepasan, salinan
from service.domain.gerbang.hitam import KotakHitam
from service.domain.gerbang.pelepasan import ATURAN, Pelepasan, Pemeriksaan
from service.domain.gerbang.tembus import Tembus
from service.domain.ids import derived
from service.domain.refusals import Refusal

MENUNGGU, DIPERIKSA, MEMBUAT, DILEPAS, DITARIK = (
    "menunggu",
    "diperiksa",
    "membuat",
    "dilepas",
    "ditarik",
)
SEBUTAN = {
    MENUNGGU: "sedang diperiksa",
    DIPERIKSA: "menunggu keputusan",
    MEMBUAT: "salinannya sedang dibuat",
    DILEPAS: "dilepas untuk umum",
    DITARIK: "ditarik dari umum",
}
ASLI, HITAM = "asli", "hitam"
PDF = "application/pdf"
DATA = frozenset(
    {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.oasis.opendocument.spreadsheet",
        "text/csv",
    }
)
EKOR = {
    PDF: "pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "text/csv": "csv",
}


class TidakPadaSaatnya(Refusal):
    """The file stands elsewhere than this act needs it."""

    status = 409

    def __init__(self, keadaan: str) -> None:
        super().__init__(
            f"File ini {SEBUTAN[keadaan]}, jadi ini belum dapat dilakukan. Muat ulang halamannya. "
            "Tidak ada yang diubah."
        )


class HarusSalinan(Refusal):
    """What goes out is a copy, unless a signature or a table would be lost by it."""

    def __init__(self) -> None:
        super().__init__(
            "Yang diumumkan adalah salinannya, bukan file aslinya, kecuali file bertanda tangan "
            "elektronik dan tabel yang tidak menyembunyikan apa pun. Buat salinannya dahulu. "
            "Tidak ada yang diubah."
        )


class TakDapatDihitamkan(Refusal):
    """Boxes are laid over pages, and this file has none yet."""

    def __init__(self) -> None:
        super().__init__(
            "File ini belum berupa halaman. Buat dahulu salinannya (PDF), lalu hitamkan di sana. "
            "Tidak ada yang diubah."
        )


@dataclass(frozen=True)
class FileKeluar:
    """What is known of the file of one piece, and what of it goes out.

    Of what was found only kinds and places are kept, never a piece of it.
    """

    id: str
    instansi: str
    informasi: str
    asal: str  # sha256 of the file as the office has it
    mime: str = ""
    ukuran: int = 0
    nama: str = field(default="", repr=False)
    bertanda: bool = False  # signed electronically
    keadaan: str = MENUNGGU
    aturan: int = 0
    temuan: tuple[Tembus, ...] = ()
    cara: str = ""  # how the copy was made; '' where there is none
    hasil: str = ""  # its sha256
    hasil_ukuran: int = 0
    hasil_temuan: tuple[Tembus, ...] = ()
    diminta: str = ""  # which copy is being made
    kotak: tuple[KotakHitam, ...] = ()
    pesan: str = ""  # what a person should know of the last try
    lepas: tuple[Pelepasan, ...] = ()
    oleh: str = ""  # who let it go, or took it back
    pada: datetime | None = None
    versi: int = 1

    @property
    def tampak(self) -> str:
        """The sha256 of what would go out as things stand."""
        return self.hasil or self.asal

    @property
    def tampak_mime(self) -> str:
        """Its kind; every copy is a PDF."""
        return PDF if self.hasil else self.mime

    @property
    def tampak_ukuran(self) -> int:
        """Its bytes."""
        return self.hasil_ukuran if self.hasil else self.ukuran

    @property
    def pemeriksaan(self) -> Pemeriksaan:
        """What was found in what would go out."""
        found = self.hasil_temuan if self.hasil else self.temuan
        return Pemeriksaan(self.tampak, found, self.aturan)

    @property
    def sisa(self) -> list[Tembus]:
        """The hits that still stand against it."""
        return pelepasan.left(self.pemeriksaan, self.lepas)

    @property
    def boleh_asli(self) -> bool:
        """Whether the file itself may be put forward."""
        return salinan.original_is_shown(
            signed=self.bertanda, data=self.mime in DATA, tembus=self.temuan
        )


def id_of(informasi: str) -> str:
    """A piece has one file on its way out."""
    return derived(f"file keluar {informasi}")


def veiled(tembus: Iterable[Tembus]) -> tuple[Tembus, ...]:
    """Kinds, places and counts alone."""
    return tuple(replace(one, potongan="") for one in tembus)


def begun(one: FileKeluar, before: FileKeluar | None) -> FileKeluar:
    """The file to be looked at; what was decided about others, or by older rules, is void."""
    if before is None:
        return one
    if before.asal == one.asal and before.aturan in (0, ATURAN) and before.keadaan != DITARIK:
        return before
    return replace(one, versi=before.versi)


def looked_at(one: FileKeluar, tembus: Iterable[Tembus]) -> FileKeluar:
    """What was found in it."""
    _need(one, MENUNGGU)
    return replace(one, keadaan=DIPERIKSA, temuan=veiled(tembus), aturan=ATURAN)


def copy_asked(one: FileKeluar) -> FileKeluar:
    """A copy of what is seen of the file is to be made; refused where none can be."""
    _need(one, DIPERIKSA)
    salinan.way(one.mime, one.temuan)
    return replace(one, keadaan=MEMBUAT, diminta=salinan.CETAK, kotak=(), pesan="")


def boxes_asked(one: FileKeluar, kotak: Sequence[KotakHitam]) -> FileKeluar:
    """What would go out is to be blackened."""
    _need(one, DIPERIKSA)
    if one.tampak_mime != PDF and not one.tampak_mime.startswith("image/"):
        raise TakDapatDihitamkan
    if not kotak:
        raise Refusal("Belum ada kotak yang ditandai. Tidak ada yang diubah.")
    return replace(one, keadaan=MEMBUAT, diminta=HITAM, kotak=tuple(kotak), pesan="")


def made(
    one: FileKeluar, hasil: tuple[str, int], cara: str, tembus: Iterable[Tembus], pesan: str
) -> FileKeluar:
    """The copy is there; what still stands in it is decided next."""
    _need(one, MEMBUAT)
    return replace(
        one,
        keadaan=DIPERIKSA,
        diminta="",
        hasil=hasil[0],
        hasil_ukuran=hasil[1],
        cara=cara,
        hasil_temuan=veiled(tembus),
        pesan=pesan,
    )


def not_made(one: FileKeluar, pesan: str) -> FileKeluar:
    """No copy came of it, and why."""
    _need(one, MEMBUAT)
    return replace(one, keadaan=DIPERIKSA, diminta="", kotak=(), pesan=pesan)


def without_copy(one: FileKeluar) -> FileKeluar:
    """Back to the file itself."""
    _need(one, DIPERIKSA)
    return replace(
        one, cara="", hasil="", hasil_ukuran=0, hasil_temuan=(), kotak=(), pesan="", diminta=""
    )


def cleared(
    one: FileKeluar, dilihat: str, ids: Iterable[str], oleh: str, alasan: str, pada: datetime
) -> FileKeluar:
    """A person let some hits pass; `dilihat` is what was before their eyes."""
    _need(one, DIPERIKSA)
    more = pelepasan.clear(dilihat, ids, one.pemeriksaan, oleh, alasan, pada)
    if not more:
        raise Refusal("Pilih dahulu temuan yang dilepas. Tidak ada yang diubah.")
    gone = {one.tembus for one in more}
    kept = (was for was in one.lepas if was.tembus not in gone or was.sidik != dilihat)
    return replace(one, lepas=(*kept, *more))


def released(one: FileKeluar, dilihat: str, oleh: str, pada: datetime) -> FileKeluar:
    """It may go out from now on: exactly the bytes that were looked at."""
    _need(one, DIPERIKSA)
    if dilihat != one.pemeriksaan.sidik:
        raise pelepasan.TemuanBerubah
    if not one.hasil and not one.boleh_asli:
        raise HarusSalinan
    pelepasan.may_go(one.tampak, one.pemeriksaan, one.lepas)
    return replace(one, keadaan=DILEPAS, oleh=oleh, pada=pada, cara=one.cara or ASLI, pesan="")


def withdrawn(one: FileKeluar, oleh: str, pada: datetime) -> FileKeluar:
    """It goes out no more."""
    _need(one, DILEPAS)
    return replace(one, keadaan=DITARIK, oleh=oleh, pada=pada)


def goes_out(one: FileKeluar, asal: str) -> bool:
    """Whether this clearing counts for a piece whose file is now `asal`, by the rules of today."""
    return (
        one.keadaan == DILEPAS
        and bool(asal)
        and one.asal == asal
        and one.aturan == ATURAN
        and not one.sisa
        and (bool(one.hasil) or one.boleh_asli)
    )


def _need(one: FileKeluar, keadaan: str) -> None:
    if one.keadaan != keadaan:
        raise TidakPadaSaatnya(one.keadaan)
