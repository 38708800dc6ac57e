"""A berkas: one matter on its way through one SOP."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from service.domain.refusals import Refusal
from service.domain.sop.jalan import Posisi

BERJALAN = "berjalan"
SELESAI = "selesai"  # it has come to the end of its SOP
DIBATALKAN = "dibatalkan"
DIARSIPKAN = "diarsipkan"
TERTUTUP = frozenset({SELESAI, DIBATALKAN, DIARSIPKAN})


class BerkasTertutup(Refusal):
    """Nothing is done any more to a matter that is closed."""

    status = 409

    def __init__(self, keadaan: str) -> None:
        super().__init__(
            f"Berkas ini sudah {keadaan}. Tidak ada yang diubah. Buka kembali lebih dahulu bila "
            "masih ada yang harus dikerjakan."
        )


class BerkasDitunda(Refusal):
    """The clock stands, and so does the matter."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Berkas ini sedang ditunda. Lanjutkan lebih dahulu, lalu ulangi.")


class TidakDitunda(Refusal):
    """Only what stands still can go on again."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Berkas ini tidak sedang ditunda. Tidak ada yang diubah.")


class TidakTertutup(Refusal):
    """Only what is closed can be opened again."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Berkas ini masih berjalan. Tidak ada yang diubah.")


@dataclass(frozen=True)
class Berkas:
    """One matter, opened by a kiriman, a person or the calendar, closed by its dossier."""

    id: str
    instansi: str
    unit: str
    judul: str
    kiriman: str
    keadaan: str
    dibuka: datetime
    dossier: str = ""  # sha256 of the bound PDF
    sop: str = ""  # its kode; '' for a matter without one
    sidik: str = ""  # the version of the SOP under which it was opened
    bagian: str = ""
    langkah: str = ""  # where it stands; '' at its end
    tahap: str = ""
    sejak: datetime | None = None  # when it came to stand there
    putaran: int = 0
    menunggu: str = ""  # the peran that can do the step, joined by +
    pemilik: str = ""  # who took the step in hand
    norma: datetime | None = None  # when the step is due by the SOP
    diterima: datetime | None = None  # from when the term of the law runs
    tenggat: date | None = None  # when that term ends; None while the clock stands
    perpanjangan: int = 0  # working days given on top of it
    jatuh: date | None = None  # the earlier of both, by which the lists ask
    ditunda: datetime | None = None
    jeda: tuple[str, ...] = ()  # when the clock stood before: from/to, in UTC
    ditutup: datetime | None = None
    hasil: str = ""
    induk: str = ""  # the matter that called this one
    untuk: str = ""  # for which row or unit of that one
    masa: str = ""  # the period of a matter that the calendar opened: 2026-11
    rahasia: bool = False
    oleh: str = ""  # who opened it
    atas_nama: str = ""  # the peran on whose word its pemilik does this one step without holding it
    versi: int = 1

    @property
    def berhenti(self) -> tuple[tuple[datetime, datetime], ...]:
        """Every stretch in which the clock stood and is over."""
        ends = (one.partition("/") for one in self.jeda)
        return tuple((datetime.fromisoformat(a), datetime.fromisoformat(b)) for a, _, b in ends)

    @property
    def posisi(self) -> Posisi:
        """Where it stands in its SOP."""
        return Posisi(
            self.langkah, self.sejak or self.dibuka, self.tahap, self.putaran, self.bagian
        )


def at(berkas: Berkas, posisi: Posisi) -> Berkas:
    """The matter standing there; whoever had the last step in hand has it no more."""
    return replace(
        berkas,
        langkah=posisi.langkah,
        tahap=posisi.tahap,
        sejak=posisi.sejak,
        putaran=posisi.putaran,
        bagian=posisi.bagian,
        pemilik="",
        atas_nama="",
    )


def held(berkas: Berkas, now: datetime) -> Berkas:
    """The matter with its clocks standing."""
    need_open(berkas)
    return replace(berkas, ditunda=now, jatuh=None, tenggat=None, norma=None, menunggu="")


def resumed(berkas: Berkas, now: datetime) -> Berkas:
    """The matter under way again; what stood still is kept, to be given back."""
    if berkas.keadaan in TERTUTUP:
        raise BerkasTertutup(berkas.keadaan)
    if berkas.ditunda is None:
        raise TidakDitunda
    stood = f"{berkas.ditunda.isoformat()}/{now.isoformat()}"
    return replace(berkas, ditunda=None, jeda=(*berkas.jeda, stood))


def reopened(berkas: Berkas, posisi: Posisi) -> Berkas:
    """The matter under way again at a row; what it made is kept, how it ended is not."""
    if berkas.keadaan not in TERTUTUP:
        raise TidakTertutup
    return at(replace(berkas, keadaan=BERJALAN, ditutup=None, hasil=""), posisi)


def need_open(berkas: Berkas) -> None:
    """Refuse what cannot be worked on now."""
    if berkas.keadaan in TERTUTUP:
        raise BerkasTertutup(berkas.keadaan)
    if berkas.ditunda:
        raise BerkasDitunda


def closed(berkas: Berkas, keadaan: str, now: datetime, hasil: str = "") -> Berkas:
    """The matter at its end; nothing is due any more, and what stood still until now is kept."""
    if berkas.ditunda:
        berkas = resumed(berkas, now)
    return replace(
        berkas,
        keadaan=keadaan,
        langkah="",
        tahap="",
        menunggu="",
        pemilik="",
        atas_nama="",
        norma=None,
        jatuh=None,
        ditutup=now,
        hasil=hasil or berkas.hasil,
    )


def bound(berkas: Berkas, dossier: str) -> Berkas:
    """The matter closed, with its dossier."""
    return replace(berkas, keadaan=DIARSIPKAN, dossier=dossier)
