"""What a line of the DIP lacks of the seven elements, or says too weakly; what keeps it out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from service.domain.dip import LAJUR
from service.domain.informasi import dik
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import BERLAKU_KECUALI
from service.domain.informasi.sumbu import KATEGORI_DIP, KEAMANAN, doubt
from service.domain.informasi.waktu import TIADA
from service.domain.refusals import Refusal

HILANG, LEMAH = "hilang", "lemah"
KATEGORI, KEAMANAN_RUAS = "kategori", "keamanan"
NAMA: dict[str, str] = {
    **{name: title for name, title in LAJUR.items() if name != "no"},
    KATEGORI: "Kategori informasi",
    KEAMANAN_RUAS: "Klasifikasi keamanan",
}
RINGKASAN_PENDEK = 15  # letters; less names a folder, not information
_KOSONG = re.compile(
    r"[-–—.…_/\s?]*|n/?a|x{2,}|nihil|kosong|idem|s\.?d\.?a\.?|sama dengan di ?atas"
    r"|\(isi.*\)|\[.*\]",
    re.IGNORECASE,
)
_UMUM = re.compile(r"(?:dokumen|data|informasi|file|berkas|arsip|surat|lain-lain|dll)[.\s]*", re.I)


class BukanUntukDip(Refusal):
    """What is withheld, or about to be, stands in no public list."""

    def __init__(self) -> None:
        super().__init__(
            "Ada informasi yang dikecualikan atau sedang diuji. DIP tidak memuatnya; pindahkan ke "
            "DIK atau tunggu hasil pengujiannya."
        )


class BelumLengkap(Refusal):
    """A line cannot be established as it is."""

    def __init__(self, kurang: tuple[Kurang, ...]) -> None:
        self.faults = tuple(one.kata for one in kurang)
        super().__init__(f"Barisnya belum lengkap. {' '.join(self.faults)} Tidak ada yang diubah.")


@dataclass(frozen=True)
class Kurang:
    """One element that is missing or weak."""

    unsur: str
    berat: str  # hilang, lemah
    sebab: str

    @property
    def kata(self) -> str:
        """As it is told, with the column's own title."""
        return f"{NAMA[self.unsur]}: {self.sebab}"


@dataclass(frozen=True)
class BarisKurang:
    """One line that is incomplete, by the number it is printed under."""

    no: int
    kode: str
    ringkasan: str
    kurang: tuple[Kurang, ...]

    @property
    def hilang(self) -> bool:
        """Whether an element is missing altogether."""
        return any(one.berat == HILANG for one in self.kurang)


def lacks(one: Informasi, today: date | None) -> tuple[Kurang, ...]:
    """What a line of the DIP lacks or says too weakly, in the order of the columns."""
    return (
        *_ringkasan(one.unsur.ringkasan),
        *_named("penguasa", one.unsur.penguasa, "Tulis unit atau pejabatnya."),
        *_named("penanggung_jawab", one.unsur.penanggung_jawab, "Tulis pembuat atau penerbitnya."),
        *_waktu_tempat(one, today),
        *_bentuk(one),
        *_retensi(one),
        *_sumbu(one),
    )


def missing(one: Informasi, today: date | None) -> tuple[Kurang, ...]:
    """What keeps a line from being established."""
    return tuple(found for found in lacks(one, today) if found.berat == HILANG)


def need_whole(one: Informasi, today: date | None) -> None:
    """Refuse to establish a line that lacks an element."""
    if found := missing(one, today):
        raise BelumLengkap(found)


def incomplete(lines: Iterable[Informasi], today: date | None) -> list[BarisKurang]:
    """The lines of a list that are not whole, under the numbers they are printed with."""
    found = ((no, one, lacks(one, today)) for no, one in enumerate(lines, 1))
    return [
        BarisKurang(no, one.kode, one.unsur.ringkasan, kurang)
        for no, one, kurang in found
        if kurang
    ]


def need_open(lines: Iterable[Informasi]) -> None:
    """Refuse a public list that holds what is withheld; it is not said which, nor how many."""
    if any(one.tertutup for one in lines):
        raise BukanUntukDip


def dik_faults(one: Informasi, today: date | None) -> dict[str, str]:
    """What a line of the DIK lacks; without a law there is none."""
    found = dik.faults(one.dik, today)
    if one.keadaan in BERLAKU_KECUALI and not one.sk.sah:
        found["sk"] = "Surat keputusannya belum ditandatangani."
    if not one.dik.aman:
        found["aman"] = "Ringkasannya belum dinyatakan aman diumumkan."
    return found


def is_blank(kata: str) -> bool:
    """Whether words stand in for nothing: a dash, `idem`, `n/a`, brackets left from a form."""
    return _KOSONG.fullmatch(kata.strip()) is not None


def _named(unsur: str, kata: str, why: str) -> list[Kurang]:
    return [Kurang(unsur, HILANG, why)] if is_blank(kata) else []


def _ringkasan(kata: str) -> list[Kurang]:
    if is_blank(kata):
        return [Kurang("ringkasan", HILANG, "Tulis judul dan isi singkatnya.")]
    if _UMUM.fullmatch(kata.strip()) or len(" ".join(kata.split())) < RINGKASAN_PENDEK:
        return [Kurang("ringkasan", LEMAH, "Terlalu pendek untuk dikenali orang luar.")]
    return []


def _waktu_tempat(one: Informasi, today: date | None) -> list[Kurang]:
    waktu, found = one.unsur.waktu, []
    if waktu.ketelitian == TIADA:
        found.append(Kurang("waktu_tempat", HILANG, "Tulis waktu pembuatannya."))
    elif ragu := waktu.doubts(today):
        found.append(Kurang("waktu_tempat", LEMAH, ragu))
    if is_blank(one.unsur.tempat):
        found.append(Kurang("waktu_tempat", HILANG, "Tulis tempat pembuatannya."))
    return found


def _bentuk(one: Informasi) -> list[Kurang]:
    if one.unsur.bentuk:
        return []
    if is_blank(one.unsur.bentuk_tertulis):
        return [Kurang("bentuk", HILANG, "Pilih cetak, elektronik, atau keduanya.")]
    return [Kurang("bentuk", LEMAH, "Belum jelas cetak atau elektronik.")]


def _retensi(one: Informasi) -> list[Kurang]:
    retensi = one.unsur.retensi
    if not retensi.ada or (is_blank(retensi.tertulis) and is_blank(retensi.kata)):
        return [Kurang("retensi", HILANG, "Tulis jangka waktu penyimpanannya.")]
    if not retensi.terukur:
        return [Kurang("retensi", LEMAH, "Belum menyebut berapa lama disimpan.")]
    return []


def _sumbu(one: Informasi) -> list[Kurang]:
    found = []
    if one.kategori not in KATEGORI_DIP:
        found.append(Kurang(KATEGORI, HILANG, "Pilih berkala, serta-merta, atau setiap saat."))
    if one.keamanan and one.keamanan not in KEAMANAN:
        found.append(Kurang(KEAMANAN_RUAS, LEMAH, "Tidak dikenal; pilih dari daftar."))
    elif ragu := doubt(one.kategori, one.keamanan):
        found.append(Kurang(KEAMANAN_RUAS, LEMAH, ragu))
    return found
