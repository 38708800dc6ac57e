"""A disposisi: the word of a head on a letter, to whom it goes and what is to be done with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from service.domain.refusals import Refusal

ORANG, PERAN = "orang", "peran"  # to one person, or to whoever holds a peran

DIKIRIM, DITERIMA, SELESAI, DITERUSKAN = "dikirim", "diterima", "selesai", "diteruskan"
KEADAAN: dict[str, str] = {
    DIKIRIM: "Belum diterima",
    DITERIMA: "Diterima, dikerjakan",
    DITERUSKAN: "Diteruskan",
    SELESAI: "Selesai",
}
TERBUKA = (DIKIRIM, DITERIMA)

# The usual words of the sheet, in its order.
ISI: dict[str, str] = {
    "tindaklanjuti": "Tindak lanjuti",
    "pelajari": "Pelajari dan beri pertimbangan",
    "siapkan_jawaban": "Siapkan jawaban",
    "koordinasikan": "Koordinasikan dengan unit terkait",
    "wakili": "Wakili atau hadiri",
    "bicarakan": "Bicarakan dengan saya",
    "ketahui": "Untuk diketahui",
    "edarkan": "Edarkan",
    "simpan": "Simpan atau arsipkan",
}
SIFAT: dict[str, str] = {
    "biasa": "Biasa",
    "segera": "Segera",
    "sangat_segera": "Sangat segera",
    "rahasia": "Rahasia",
}


class TanpaPerintah(Refusal):
    """A sheet on which nothing stands."""

    def __init__(self) -> None:
        super().__init__(
            "Pilih sedikitnya satu isi disposisi, atau tulis catatan. Belum ada yang dikirim."
        )


class BatasLewat(Refusal):
    """A day that has passed."""

    def __init__(self) -> None:
        super().__init__("Batas waktu sudah lewat. Pilih hari ini atau sesudahnya.")


class BukanUntukAnda(Refusal):
    """Somebody else's to confirm."""

    status = 403

    def __init__(self) -> None:
        super().__init__(
            "Disposisi ini ditujukan kepada orang lain, jadi hanya ia yang dapat menerima, "
            "meneruskan, atau menyelesaikannya. Tidak ada yang berubah."
        )


class SudahBerlanjut(Refusal):
    """The sheet has moved on already."""

    status = 409

    def __init__(self, keadaan: str) -> None:
        super().__init__(
            f"Disposisi ini sudah berstatus “{KEADAAN[keadaan]}”, jadi langkah ini tidak berlaku "
            "lagi. Tidak ada yang berubah; muat ulang halamannya."
        )


class TidakDapatMelihat(Refusal):
    """To somebody who may not see the letter at all."""

    def __init__(self, nama: str) -> None:
        super().__init__(
            f"{nama} tidak berwenang melihat kiriman ini, jadi disposisi belum dikirim. Pilih "
            "penerima lain, atau minta administrator memberinya peran yang sesuai."
        )


@dataclass(frozen=True)
class Disposisi:
    """One line of the sheet: from one person to one person or peran."""

    id: str
    kiriman: str
    instansi: str
    dari: str  # who wrote it
    dari_sebagai: str  # in which peran or office, as it is printed
    kepada_jenis: str  # orang, peran
    kepada: str  # id of the person, or the peran
    kepada_nama: str  # as it is printed
    dibuat: datetime
    isi: tuple[str, ...] = ()
    catatan: str = ""
    sifat: str = "biasa"
    batas: date | None = None
    keadaan: str = DIKIRIM
    asal: str = ""  # the disposisi it passes on
    oleh: str = ""  # who confirmed it
    diterima: datetime | None = None
    selesai: datetime | None = None
    hasil: str = ""
    versi: int = 1


def checked(one: Disposisi, today: date) -> Disposisi:
    """A sheet that says something, with a day that has not passed."""
    if not one.isi and not one.catatan:
        raise TanpaPerintah
    if one.batas and one.batas < today:
        raise BatasLewat
    return one


def taken(one: Disposisi, oleh: str, now: datetime) -> Disposisi:
    """The sheet in the hands of whom it was meant for."""
    _need(one, DIKIRIM)
    return replace(one, keadaan=DITERIMA, oleh=oleh, diterima=now)


def passed(one: Disposisi, oleh: str, now: datetime) -> Disposisi:
    """The sheet passed on; the next line says to whom."""
    _need(one, *TERBUKA)
    return replace(one, keadaan=DITERUSKAN, oleh=oleh, diterima=one.diterima or now, selesai=now)


def done(one: Disposisi, oleh: str, hasil: str, now: datetime) -> Disposisi:
    """What was asked for is done."""
    _need(one, *TERBUKA)
    return replace(
        one, keadaan=SELESAI, oleh=oleh, diterima=one.diterima or now, selesai=now, hasil=hasil
    )


def _need(one: Disposisi, *keadaan: str) -> None:
    if one.keadaan not in keadaan:
        raise SudahBerlanjut(one.keadaan)
