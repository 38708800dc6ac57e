"""A line as the lists print it: seven columns of the DIP, five of the DIK, each under its kode."""

from __future__ import annotations

from collections.abc import Iterable

from service.domain.informasi import bentuk, dik
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import BERLAKU_KECUALI, TERBUKA, TERDAFTAR
from service.domain.informasi.kode import spoken
from service.domain.informasi.lengkap import BukanUntukDip
from service.domain.informasi.sumbu import BILAH
from service.domain.refusals import Refusal

LAJUR_DIK: dict[str, str] = {
    "no": "No",
    "informasi": "Informasi",
    "dasar": "Dasar Hukum Pengecualian",
    "dibuka": "Konsekuensi/Pertimbangan bagi Publik: Dibuka",
    "ditutup": "Konsekuensi/Pertimbangan bagi Publik: Ditutup",
    "jangka": "Jangka Waktu",
}


class BukanUntukDik(Refusal):
    """What no decree withholds stands in no list of what is withheld."""

    def __init__(self) -> None:
        super().__init__(
            "DIK hanya memuat informasi yang sudah dikecualikan dengan surat keputusan."
        )


class BelumTerverifikasi(Refusal):
    """Words that nobody verified, or that are being renewed, are in no edition."""

    status = 409

    def __init__(self, kode: str) -> None:
        super().__init__(
            f"Baris {spoken(kode)} belum terverifikasi, atau sedang dimutakhirkan. Verifikasi "
            "dahulu; yang sudah terbit tetap terbaca seperti edisi terakhirnya."
        )


def dip_row(one: Informasi) -> dict[str, str]:
    """A line of the DIP; its number is printed by the edition, and it names no withheld line."""
    if one.tertutup or one.keadaan == TERBUKA or one.kategori not in BILAH:
        raise BukanUntukDip
    if one.keadaan not in TERDAFTAR:
        raise BelumTerverifikasi(one.kode)
    told = one.unsur
    return {
        "kode": spoken(one.kode),
        "kategori": one.kategori,
        "ringkasan": told.ringkasan,
        "penguasa": told.penguasa,
        "penanggung_jawab": told.penanggung_jawab,
        "waktu_tempat": ", ".join(filter(None, (told.tempat, told.waktu.tertulis))),
        "bentuk": bentuk.told(told.bentuk, told.bentuk_tertulis),
        "retensi": told.retensi.kata,
        "alamat": one.pelengkap.alamat,
        "sidik": one.pelengkap.sidik,
    }


def dik_row(one: Informasi) -> dict[str, str]:
    """A line of the DIK: only the words that a person found safe, and nothing of the file."""
    if one.keadaan not in BERLAKU_KECUALI or not one.sk.sah:
        raise BukanUntukDik
    dik.need_whole(one.dik, None)
    dik.need_safe(one.dik)
    return {
        "kode": spoken(one.kode),
        "informasi": one.dik.ringkasan,
        "dasar": one.dik.kata_dasar,
        "dibuka": one.dik.dibuka,
        "ditutup": one.dik.ditutup,
        "jangka": one.dik.jangka.kata(one.dik.mulai),
        "sk": one.sk.nomor,
    }


def in_order(lines: Iterable[Informasi]) -> list[Informasi]:
    """The lines of the DIP under their bars: by kategori, unit and name; the kode decides."""
    place = {name: n for n, name in enumerate(BILAH)}
    return sorted(
        lines,
        key=lambda one: (
            place.get(one.kategori, len(place)),
            one.unsur.penguasa.casefold(),
            one.unsur.ringkasan.casefold(),
            one.kode,
        ),
    )
