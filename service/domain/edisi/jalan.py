"""The way of an edition: drawn up, frozen with its paper, decreed, published, withdrawn."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from service.domain.edisi.edisi import (
    BATAL,
    DITARIK,
    DITETAPKAN,
    KEADAAN,
    RANCANGAN,
    TERBIT,
    Edisi,
)
from service.domain.informasi.riwayat import TERPENDEK, SkBelumSah
from service.domain.informasi.unsur import Sk
from service.domain.refusals import Refusal


class BukanSaatnya(Refusal):
    """The act does not fit where the edition stands."""

    status = 409

    def __init__(self, keadaan: str, perlu: str) -> None:
        super().__init__(
            f"Keadaan edisi ini {KEADAAN[keadaan].lower()}; yang Anda minta hanya untuk edisi "
            f"dengan keadaan {KEADAAN[perlu].lower()}. Muat ulang halaman ini."
        )


class EdisiBeku(Refusal):
    """Its lines stand still as long as its paper is on its way."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Naskah SK edisi ini sudah diajukan, jadi barisnya tidak berubah lagi. Kembalikan "
            "naskahnya bila daftarnya harus diperbaiki. Tidak ada yang diubah."
        )


class EdisiKosong(Refusal):
    """A list without a line is decreed by nobody."""

    def __init__(self) -> None:
        super().__init__(
            "Belum ada baris yang terverifikasi, jadi daftarnya kosong. Verifikasi dahulu "
            "informasinya. Tidak ada yang diubah."
        )


class MasaTidakSah(Refusal):
    """The window in which it is public ends before it begins."""

    def __init__(self) -> None:
        super().__init__(
            "Waktu berakhirnya harus sesudah waktu mulainya, dan belum lewat. Tidak ada "
            "yang diubah."
        )


class AlasanPublikKurang(Refusal):
    """The public is told why."""

    def __init__(self) -> None:
        super().__init__(
            f"Tulis alasan penarikan yang dibaca publik, sedikitnya {TERPENDEK} huruf. Tidak ada "
            "yang diubah."
        )


@dataclass(frozen=True)
class Masa:
    """From when and until when the public may read it; None: at once, for good."""

    mulai: datetime | None = None
    sampai: datetime | None = None


def put_together(one: Edisi, siapa: str, naskah: str = "") -> Edisi:
    """Somebody drew it up, or gave its lines to that paper."""
    _need_loose(one)
    penyusun = tuple(dict.fromkeys((*one.penyusun, siapa)))
    return replace(one, penyusun=penyusun, naskah=naskah or one.naskah)


def frozen_with(one: Edisi, isi: str, banyak: int, now: datetime) -> Edisi:
    """From now on it is exactly these lines."""
    _need_loose(one)
    if not banyak:
        raise EdisiKosong
    return replace(one, isi=isi, banyak=banyak, beku=now)


def thawed_again(one: Edisi) -> Edisi:
    """Its paper was sent back: the lines follow the ledger again until it is put forward anew."""
    _need(one, RANCANGAN)
    return replace(one, isi="", banyak=0, beku=None)


def without_paper(one: Edisi) -> Edisi:
    """Its paper was given up: a draft once more, for another paper."""
    return replace(thawed_again(one), naskah="")


def voided(one: Edisi) -> Edisi:
    """It will be no edition; nobody ever saw it outside."""
    _need(one, RANCANGAN)
    if one.beku is not None:
        raise EdisiBeku
    return replace(one, keadaan=BATAL)


def decreed(one: Edisi, sk: Sk, urut: int, sebelum: str) -> Edisi:
    """Its paper is signed: it is the next of the year of its decree, whatever year it is now."""
    _need(one, RANCANGAN)
    if not sk.sah or sk.tanggal is None or one.beku is None or not one.isi:
        raise SkBelumSah
    return replace(
        one, keadaan=DITETAPKAN, sk=sk, tahun=sk.tanggal.year, urut=urut, sebelum=sebelum
    )


def published(one: Edisi, siapa: str, now: datetime, masa: Masa) -> Edisi:
    """A person publishes what its decree has, at once or within a window."""
    _need(one, DITETAPKAN)
    if not one.sk.sah:
        raise SkBelumSah
    begin = max(masa.mulai or now, now)
    if masa.sampai is not None and masa.sampai <= begin:
        raise MasaTidakSah
    return replace(
        one, keadaan=TERBIT, penerbit=siapa, terbit=now, mulai=masa.mulai, sampai=masa.sampai
    )


def withdrawn(one: Edisi, now: datetime, alasan: str, *, kembali: bool) -> Edisi:
    """It is taken back; the reason stays in its place, and what was before holds only if asked."""
    _need(one, TERBIT)
    kata = " ".join(alasan.split())
    if len(kata) < TERPENDEK:
        raise AlasanPublikKurang
    return replace(one, keadaan=DITARIK, ditarik=now, alasan=kata, kembali=kembali)


def moments(one: Edisi, now: datetime) -> list[datetime]:
    """When what the public sees of it changes by the clock alone, from now on."""
    if one.keadaan != TERBIT:
        return []
    return sorted(at for at in (one.mulai, one.sampai) if at is not None and at > now)


def current(many: Collection[Edisi], now: datetime) -> Edisi | None:
    """The one of a list that holds today; none where the last was withdrawn and nothing follows."""
    newest = sorted(many, key=lambda one: (one.tahun, one.urut), reverse=True)
    for one in newest:
        if one.tampak(now):
            return one
        if one.keadaan == DITARIK and not one.kembali:
            return None
    return None


def _need(one: Edisi, keadaan: str) -> None:
    if one.keadaan != keadaan:
        raise BukanSaatnya(one.keadaan, keadaan)


def _need_loose(one: Edisi) -> None:
    _need(one, RANCANGAN)
    if one.beku is not None:
        raise EdisiBeku
