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
PANGGILAN, SURAT_KOMISI, SURAT_KITA, NASKAH_PUTUSAN = "panggilan", "komisi", "kita", "putusan"
HAL: dict[str, str] = {
    PANGGILAN: "Panggilan sidang atau mediasi",
    SURAT_KOMISI: "Surat lain dari Komisi Informasi",
    SURAT_KITA: "Surat kita kepada Komisi Informasi",
    NASKAH_PUTUSAN: "Salinan putusan",
}

# The terms of the law, where a pack does not say.
MENGAJUKAN = Tenggat("sengketa_diajukan", 14, HARI_KERJA, "UU 14 Tahun 2008 Pasal 37 ayat (2)")
DIMULAI = Tenggat("sengketa_dimulai", 14, HARI_KERJA, "UU 14 Tahun 2008 Pasal 38 ayat (1)")
DISELESAIKAN = Tenggat("sengketa_selesai", 100, HARI_KERJA, "UU 14 Tahun 2008 Pasal 38 ayat (2)")
TENGGAT = (MENGAJUKAN, DIMULAI, DISELESAIKAN)


class TahapTidakSah(Refusal):
    """A stage that does not follow on the present one."""

    status = 409

    def __init__(self, tahap: str) -> None:
        super().__init__(
            f"Sengketa ini berada pada tahap {TAHAP[tahap].lower()}, jadi tahap itu tidak dapat "
            "dipilih. Tidak ada yang diubah; muat ulang halamannya."
        )


class PutusanTidakSah(Refusal):
    """A ruling that cannot have been given so."""


class SudahDiputus(Refusal):
    """Another ruling stands already."""

    status = 409

    def __init__(self, nomor: str) -> None:
        super().__init__(
            f"Sengketa ini sudah diputus dengan putusan {nomor}. Tidak ada yang diubah."
        )


@dataclass(frozen=True)
class Putusan:
    """What the Komisi ruled."""

    nomor: str = ""
    tanggal: str = ""  # 2026-11-21
    amar: str = ""  # its gist
    akibat: str = ""  # membuka, menolak, uji_ulang
    file: str = ""  # the scan of the ruling


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
    )


def gone_on(one: Sengketa, tahap: str, mulai: date | None) -> Sengketa:
    """The dispute at its next stage; TahapTidakSah where that does not follow."""
    if tahap not in LANJUT.get(one.tahap, ()):
        raise TahapTidakSah(one.tahap)
    begun = one.mulai or (mulai if tahap in (MEDIASI, AJUDIKASI) else None)
    return replace(one, tahap=tahap, mulai=begun)


def ruled(one: Sengketa, putusan: Putusan, today: date) -> Sengketa:
    """The dispute with its ruling; the same ruling once more changes nothing."""
    if one.putusan.nomor:
        if (one.putusan.nomor, one.putusan.akibat) == (putusan.nomor, putusan.akibat):
            return one
        raise SudahDiputus(one.putusan.nomor)
    if one.tahap not in DIPUTUS_DARI:
        raise TahapTidakSah(one.tahap)
    if putusan.akibat not in AKIBAT:
        raise PutusanTidakSah("Pilih akibat putusannya. Belum ada yang disimpan.")
    if not putusan.nomor.strip() or not putusan.amar.strip():
        raise PutusanTidakSah("Tulis nomor dan amar putusannya. Belum ada yang disimpan.")
    if not one.diajukan <= date.fromisoformat(putusan.tanggal) <= today:
        raise PutusanTidakSah(
            "Tanggal putusan harus di antara tanggal sengketa diajukan dan hari ini. Belum ada "
            "yang disimpan."
        )
    return replace(one, putusan=putusan, tahap=PUTUSAN)


def due(one: Sengketa) -> date | None:
    """The next day that somebody waits for; None where nothing runs any more."""
    if one.tahap in TERTUTUP or one.tahap == PUTUSAN:
        return None
    return one.batas_selesai if one.mulai else one.batas_mulai
