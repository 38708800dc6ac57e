"""A dispute before the Komisi Informasi: tied to an objection, its terms, stages and ruling."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from service.domain.instansi import HARI_KERJA, Instansi, Tenggat
from service.domain.kalender import Kalender
from service.domain.keberatan import Keberatan
from service.domain.permohonan import last_day_after
from service.domain.refusals import Refusal

JENIS = "sengketa"
# How far it has come; a dispute goes on, ends, or is taken back, and never goes backwards.
DIAJUKAN, MEDIASI, AJUDIKASI, PUTUSAN = "diajukan", "mediasi", "ajudikasi", "putusan"
SELESAI, DICABUT = "selesai", "dicabut"
TAHAP: dict[str, str] = {
    DIAJUKAN: "Diajukan ke Komisi Informasi",
    MEDIASI: "Mediasi",
    AJUDIKASI: "Ajudikasi",
    PUTUSAN: "Sudah diputus",
    SELESAI: "Selesai",
    DICABUT: "Dicabut pemohon",
}
LANJUT: dict[str, tuple[str, ...]] = {
    DIAJUKAN: (MEDIASI, AJUDIKASI, DICABUT),
    MEDIASI: (AJUDIKASI, SELESAI, DICABUT),  # an agreement ends it
    AJUDIKASI: (DICABUT,),  # a ruling is recorded, with all that it says
    PUTUSAN: (SELESAI,),
}
TERTUTUP = frozenset({SELESAI, DICABUT})
DIPUTUS_DARI = frozenset({DIAJUKAN, MEDIASI, AJUDIKASI})

MEMBUKA, MENOLAK, UJI_ULANG = "membuka", "menolak", "uji_ulang"
AKIBAT: dict[str, str] = {
    MEMBUKA: "Informasi diperintahkan dibuka",
    MENOLAK: "Permohonan sengketa ditolak",
    UJI_ULANG: "Uji konsekuensi diperintahkan",
}
ASAL: dict[str, str] = {
    MEDIASI: "Mediasi, atas kesepakatan para pihak",
    AJUDIKASI: "Ajudikasi",
}
PANGGILAN, SURAT_KOMISI, SURAT_KITA, NASKAH_PUTUSAN = "panggilan", "komisi", "kita", "putusan"
SURAT_KUASA = "kuasa"
HAL: dict[str, str] = {
    PANGGILAN: "Panggilan sidang atau mediasi",
    SURAT_KOMISI: "Surat lain dari Komisi Informasi",
    SURAT_KITA: "Surat kita kepada Komisi Informasi",
    SURAT_KUASA: "Surat kuasa atau surat tugas yang mewakili kita",
    NASKAH_PUTUSAN: "Salinan putusan",
}

# The terms of the law, where a pack does not say.
MENGAJUKAN = Tenggat("sengketa_diajukan", 14, HARI_KERJA, "UU 14 Tahun 2008 Pasal 37 ayat (2)")
DIMULAI = Tenggat("sengketa_dimulai", 14, HARI_KERJA, "UU 14 Tahun 2008 Pasal 38 ayat (1)")
DISELESAIKAN = Tenggat("sengketa_selesai", 100, HARI_KERJA, "UU 14 Tahun 2008 Pasal 38 ayat (2)")
MENOLAK_PUTUSAN = Tenggat("putusan_ditolak", 14, HARI_KERJA, "UU 14 Tahun 2008 Pasal 48 ayat (1)")
MENGIKAT = "UU 14 Tahun 2008 Pasal 39"  # a ruling out of mediation is final and binding
TENGGAT = (MENGAJUKAN, DIMULAI, DISELESAIKAN, MENOLAK_PUTUSAN)


class TahapTidakSah(Refusal):
    """A stage that does not follow on the present one."""

    status = 409

    def __init__(self, tahap: str) -> None:
        super().__init__(
            f"Sengketa ini berada pada tahap {TAHAP[tahap].lower()}, jadi tahap itu tidak dapat "
            "dipilih. Tidak ada yang diubah; muat ulang halamannya."
        )


@dataclass(frozen=True)
class Putusan:
    """What the Komisi ruled."""

    nomor: str = ""
    tanggal: str = ""  # 2026-11-21
    amar: str = ""  # its gist
    akibat: str = ""  # membuka, menolak, uji_ulang
    file: str = ""  # the scan of the ruling
    diterima: str = ""  # 2026-11-23, when the office had it in hand; '' where nobody said
    dari: str = ""  # mediasi, ajudikasi: out of which it came
    ditolak: str = ""  # 2026-12-01, the date of our letter that rejects it; '' where none does

    @property
    def mengikat(self) -> bool:
        """Whether it came out of mediation, so that nobody can reject it."""
        return self.dari == MEDIASI

    @property
    def sejak(self) -> date:
        """From when it may be rejected: the day it was received, else the earlier one it bears."""
        return date.fromisoformat(self.diterima or self.tanggal)


@dataclass(frozen=True)
class Sengketa:
    """One dispute."""

    id: str
    keberatan: str
    permohonan: str  # '' where the objection names no request of ours
    instansi: str
    unit: str
    komisi: str  # which Komisi Informasi
    nomor: str  # its number in the register there
    diajukan: date
    dicatat: datetime
    tahap: str = DIAJUKAN
    batas: date | None = None  # the last day on which it could be filed
    lewat: bool = False  # filed after that day; the Komisi decides what follows
    batas_mulai: date | None = None  # by when the Komisi begins
    mulai: date | None = None  # when it did
    batas_selesai: date | None = None  # by when it is done
    batas_putusan: date | None = None  # the last day on which the ruling may be rejected
    putusan: Putusan = field(default_factory=Putusan)
    berkas: str = ""  # the test that the ruling ordered
    oleh: str = ""
    versi: int = 1


@dataclass(frozen=True)
class SuratSengketa:
    """A letter that belongs to a dispute: its kiriman, and what it is."""

    id: str
    sengketa: str
    kiriman: str
    hal: str  # panggilan, komisi, kita, putusan
    pada: datetime
    oleh: str
    acara: date | None = None  # the day to which it calls
    dicabut: bool = False
    versi: int = 1


def rule_of(instansi: Instansi, which: Tenggat) -> Tenggat:
    """A term as the agency's pack has it, else as the law has it."""
    return instansi.tenggat_of(which.id) or which


def filed_from(keberatan: Keberatan) -> date:
    """From when the term for filing runs: the answer in hand, or the day it had to be there."""
    had = keberatan.surat.sampai or keberatan.tanggapan.tanggal
    return date.fromisoformat(had) if had else keberatan.tenggat


def dated(one: Sengketa, keberatan: Keberatan, instansi: Instansi, kalender: Kalender) -> Sengketa:
    """The dispute with the ends of its terms, by the calendar of the office."""
    batas = last_day_after(kalender, filed_from(keberatan), rule_of(instansi, MENGAJUKAN))
    begun = one.mulai or one.diajukan
    return replace(
        one,
        batas=batas,
        lewat=one.diajukan > batas,
        batas_mulai=last_day_after(kalender, one.diajukan, rule_of(instansi, DIMULAI)),
        batas_selesai=last_day_after(kalender, begun, rule_of(instansi, DISELESAIKAN)),
        batas_putusan=rejected_by(one, instansi, kalender),
    )


def rejected_by(one: Sengketa, instansi: Instansi, kalender: Kalender) -> date | None:
    """The last day to reject the ruling, after which it stands; once all is over, as it was.

    None for one that came out of mediation: nobody can reject that.
    """
    if one.tahap != PUTUSAN:
        return one.batas_putusan
    if one.putusan.mengikat:
        return None
    return last_day_after(kalender, one.putusan.sejak, rule_of(instansi, MENOLAK_PUTUSAN))


def gone_on(one: Sengketa, tahap: str, mulai: date | None) -> Sengketa:
    """The dispute at its next stage; TahapTidakSah where that does not follow."""
    if tahap not in LANJUT.get(one.tahap, ()):
        raise TahapTidakSah(one.tahap)
    begun = one.mulai or (mulai if tahap in (MEDIASI, AJUDIKASI) else None)
    return replace(one, tahap=tahap, mulai=begun)


def due(one: Sengketa) -> date | None:
    """The next day that somebody waits for; None where nothing runs any more."""
    if one.tahap in TERTUTUP:
        return None
    if one.tahap == PUTUSAN:
        return None if one.putusan.ditolak else one.batas_putusan
    return one.batas_selesai if one.mulai else one.batas_mulai
