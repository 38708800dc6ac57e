"""The way of a line into the public list, and out of it again."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from datetime import date

from service.domain.informasi import lengkap
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import (
    DICABUT,
    DIMUTAKHIRKAN,
    DITETAPKAN,
    KEADAAN,
    MENUNGGU,
    TERBIT,
    TERVERIFIKASI,
    USULAN,
    TidakDapatBeralih,
    need_way,
)
from service.domain.informasi.riwayat import Beralih, Oleh, need_reason, need_sk, told
from service.domain.informasi.unsur import Pelengkap, Sk, Unsur
from service.domain.refusals import Refusal


class TidakDapatDiubah(Refusal):
    """What a decree lists stays as the decree has it."""

    status = 409

    def __init__(self, keadaan: str) -> None:
        super().__init__(
            f"Keadaannya {KEADAAN[keadaan].lower()}, jadi barisnya tidak diubah. Yang terbit "
            "diperbarui dengan memutakhirkannya; yang dikecualikan hanya berubah dengan pengujian "
            "baru. Tidak ada yang diubah."
        )


class SudahDikembalikan(Refusal):
    """It is with its unit already."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Baris ini sudah dikembalikan dan menunggu diperbaiki unitnya. Tidak ada yang diubah."
        )


class FileTidakBolehTerbuka(Refusal):
    """The file of an open line is one that lies closed."""

    def __init__(self) -> None:
        super().__init__(
            "File ini tidak dapat dipakai untuk DIP. Pilih file lain, atau buat salinan yang "
            "bagian dikecualikannya dihitamkan. Tidak ada yang diubah."
        )


def write_in(
    one: Informasi,
    oleh: Oleh,
    *,
    unsur: Unsur | None = None,
    pelengkap: Pelengkap | None = None,
    kategori: str | None = None,
    keamanan: str | None = None,
) -> Beralih:
    """The line with other words; what was verified is verified anew."""
    if not one.dapat_diubah:
        raise TidakDapatDiubah(one.keadaan)
    after = replace(
        one,
        keadaan=_unverified(one) if one.keadaan == TERVERIFIKASI else one.keadaan,
        unsur=one.unsur if unsur is None else unsur,
        pelengkap=one.pelengkap if pelengkap is None else pelengkap,
        kategori=one.kategori if kategori is None else kategori,
        keamanan=one.keamanan if keamanan is None else keamanan,
    )
    same = replace(after, keadaan=one.keadaan) == one
    return told(one, one if same else replace(after, dikembalikan=False), oleh)


def verify(one: Informasi, oleh: Oleh, today: date | None) -> Beralih:
    """A person read the line and finds it right; what lacks an element is not right."""
    _need_in(one, USULAN if one.keadaan == USULAN else DIMUTAKHIRKAN, TERVERIFIKASI)
    lengkap.need_whole(one, today)
    return told(one, replace(one, keadaan=TERVERIFIKASI, dikembalikan=False), oleh)


def send_back(one: Informasi, oleh: Oleh) -> Beralih:
    """It goes back to its unit with the reason, and is not read again before the unit wrote."""
    back = one.keadaan if one.keadaan in MENUNGGU else _unverified(one)
    if one.keadaan not in MENUNGGU:
        _need_in(one, TERVERIFIKASI, back)
    if one.dikembalikan:
        raise SudahDikembalikan
    need_reason(oleh)
    return told(one, replace(one, keadaan=back, dikembalikan=True), oleh)


def hand_in_again(one: Informasi, oleh: Oleh) -> Beralih:
    """The unit says why what was sent back is right as it stands."""
    if not one.dikembalikan:
        raise TidakDapatBeralih(one.keadaan, one.keadaan)
    need_reason(oleh)
    return told(one, replace(one, dikembalikan=False), oleh)


def establish(one: Informasi, oleh: Oleh, today: date | None) -> Beralih:
    """The decree lists it."""
    need_way(one.keadaan, DITETAPKAN)
    need_sk(oleh)
    lengkap.need_whole(one, today)
    return told(one, replace(one, keadaan=DITETAPKAN, sk=oleh.sk), oleh)


def publish(one: Informasi, oleh: Oleh, on: date, closed: Container[str]) -> Beralih:
    """It stands in a published edition; `closed` are the hashes of all files that lie closed."""
    need_way(one.keadaan, TERBIT)
    need_sk(replace(oleh, sk=one.sk))
    if one.pelengkap.sidik and one.pelengkap.sidik in closed:
        raise FileTidakBolehTerbuka
    after = replace(
        one,
        keadaan=TERBIT,
        terbit_pada=one.terbit_pada or on,
        dimutakhirkan_pada=on if one.terbit_pada else one.dimutakhirkan_pada,
    )
    return told(one, after, replace(oleh, sk=one.sk))


def renew(one: Informasi, oleh: Oleh) -> Beralih:
    """What is published is written anew; the public goes on reading the edition meanwhile."""
    need_way(one.keadaan, DIMUTAKHIRKAN)
    return told(one, replace(one, keadaan=DIMUTAKHIRKAN), oleh)


def withdraw(one: Informasi, oleh: Oleh) -> Beralih:
    """It leaves the list, with the reason; its kode stays its own."""
    need_way(one.keadaan, DICABUT)
    need_reason(oleh)
    return told(one, replace(one, keadaan=DICABUT, dikembalikan=False), oleh)


def propose_again(one: Informasi, oleh: Oleh) -> Beralih:
    """What was withdrawn is proposed anew, under the same kode."""
    _need_in(one, DICABUT, USULAN)
    return told(one, replace(one, keadaan=USULAN, terbit_pada=None, sk=Sk()), oleh)


def _need_in(one: Informasi, dari: str, ke: str) -> None:
    """Refuse to come by this way from elsewhere; another act leads from there."""
    if one.keadaan != dari:
        raise TidakDapatBeralih(one.keadaan, ke)


def _unverified(one: Informasi) -> str:
    """Where a verified line goes back to: what the public sees is one that is being renewed."""
    return DIMUTAKHIRKAN if one.tampak else USULAN
