"""One closed matter as the archive keeps it: code, retention, where it lies, how it ended."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from service.domain.arsip.jadwal import DINILAI, MUSNAH, PERMANEN, Jadwal, Retensi
from service.domain.arsip.kode import clean, is_kode
from service.domain.arsip.umur import umur
from service.domain.refusals import Refusal

DI_UNIT, DI_ARSIP, DISERAHKAN, DIMUSNAHKAN = "di_unit", "di_arsip", "diserahkan", "dimusnahkan"
KEADAAN: dict[str, str] = {
    DI_UNIT: "Di unit pengolah",
    DI_ARSIP: "Di unit kearsipan",
    DISERAHKAN: "Diserahkan ke lembaga kearsipan",
    DIMUSNAHKAN: "Dimusnahkan",
}
PERGI = frozenset({DISERAHKAN, DIMUSNAHKAN})


class ArsipPergi(Refusal):
    """What was handed over or destroyed is only remembered."""

    status = 409

    def __init__(self, keadaan: str) -> None:
        super().__init__(
            f"Arsip ini sudah {KEADAAN[keadaan].lower()}; yang tersisa hanya catatannya. Tidak ada "
            "yang diubah."
        )


class KodeTidakDikenal(Refusal):
    """A code is taken from the klasifikasi, never made up."""

    def __init__(self, kode: str) -> None:
        super().__init__(
            f"Kode klasifikasi '{kode}' tidak ada dalam klasifikasi arsip instansi ini. Pilih dari "
            "daftarnya. Tidak ada yang diubah."
        )


class BukanUntukDinilai(Refusal):
    """Only what the JRA leaves open is judged."""

    def __init__(self) -> None:
        super().__init__(
            "Nasib akhir arsip ini sudah ditentukan jadwal retensi, jadi tidak dinilai kembali. "
            "Tidak ada yang diubah."
        )


class PeristiwaTidakSah(Refusal):
    """A day is written only where the JRA names an event, and only once that has come."""

    def __init__(self) -> None:
        super().__init__(
            "Tanggal peristiwa hanya dicatat bila jadwal retensinya menyebut peristiwa, dan tidak "
            "boleh sesudah hari ini. Tidak ada yang diubah."
        )


@dataclass(frozen=True)
class Arsip:
    """The row outlives what it stands for: what it was, how long it was kept, and how it went."""

    id: str  # of its matter
    instansi: str
    ditutup: date  # from when its retention runs
    keadaan: str = DI_UNIT
    kode: str = ""
    retensi: Retensi = field(default_factory=Retensi)  # as the JRA stood when the code was given
    peristiwa: date | None = None  # when the event of its retention came, where that names one
    penilaian: str = ""  # what was found of an archive that is judged again: musnah, permanen
    tempat: str = ""  # where its paper lies
    vital: bool = False
    cadangan: str = ""  # where the second copy of a vital archive lies
    jumlah: int = 0
    satuan: str = ""
    kondisi: str = ""
    tingkat: str = ""
    aktif_sampai: date | None = None  # the last days of both terms, as they are counted now
    inaktif_sampai: date | None = None
    pergi: date | None = None
    usul: str = ""  # by which list it moved last, or went
    dicatat: datetime | None = None
    versi: int = 1

    @property
    def nasib(self) -> str:
        """What comes at its end: of the JRA, or what it was judged."""
        return self.penilaian or self.retensi.nasib


def counted(arsip: Arsip) -> Arsip:
    """With the last days of its terms as its retention and its days give them."""
    age = umur(arsip.retensi, arsip.ditutup, arsip.peristiwa, arsip.ditutup)
    return replace(arsip, aktif_sampai=age.aktif_sampai, inaktif_sampai=age.inaktif_sampai)


def closed_on(arsip: Arsip, ditutup: date) -> Arsip:
    """Counted from that day: what was opened again is closed anew."""
    same = arsip.ditutup == ditutup or arsip.keadaan in PERGI
    return arsip if same else counted(replace(arsip, ditutup=ditutup))


def need_here(arsip: Arsip) -> None:
    """Refuse what is done to an archive that is gone."""
    if arsip.keadaan in PERGI:
        raise ArsipPergi(arsip.keadaan)


def classified(arsip: Arsip, kode: str, jadwal: Jadwal) -> Arsip:
    """Under this code, with the retention that the JRA gives it now.

    A later JRA changes nothing by itself.
    """
    need_here(arsip)
    wanted = clean(kode)
    row = jadwal.one(wanted) if is_kode(wanted) else None
    if row is None:
        raise KodeTidakDikenal(kode)
    after = replace(arsip, kode=wanted, retensi=jadwal.retention(wanted) or Retensi())
    after = replace(after, vital=arsip.vital or row.vital)
    if after.retensi != arsip.retensi:
        after = replace(after, penilaian="", peristiwa=None)
    return counted(after)


def happened(arsip: Arsip, hari: date, today: date) -> Arsip:
    """The event from which its retention runs has come, on that day."""
    need_here(arsip)
    if not arsip.retensi.aktif.sejak or hari > today:
        raise PeristiwaTidakSah
    return counted(replace(arsip, peristiwa=hari))


def judged(arsip: Arsip, penilaian: str) -> Arsip:
    """Found to be destroyed or kept for ever, where the JRA says that it is judged again."""
    need_here(arsip)
    if arsip.retensi.nasib != DINILAI or penilaian not in (MUSNAH, PERMANEN):
        raise BukanUntukDinilai
    return replace(arsip, penilaian=penilaian)
