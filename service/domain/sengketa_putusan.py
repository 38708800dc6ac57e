"""A ruling of the Komisi Informasi: recorded, corrected, received, and rejected by the office."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from service.domain.refusals import Refusal
from service.domain.sengketa import (
    AJUDIKASI,
    AKIBAT,
    ASAL,
    DIPUTUS_DARI,
    MEDIASI,
    MENGIKAT,
    MENOLAK,
    PUTUSAN,
    TAHAP,
    UJI_ULANG,
    Putusan,
    Sengketa,
    TahapTidakSah,
)
from service.domain.tanggal import hari_tanggal


class PutusanTidakSah(Refusal):
    """A ruling that cannot have been given so."""


class SudahDiputus(Refusal):
    """A ruling stands already, and says something else."""

    status = 409

    def __init__(self, nomor: str) -> None:
        super().__init__(
            f"Sengketa ini sudah diputus dengan putusan {nomor}, dan yang Anda kirim berbeda dari "
            "yang tercatat. Tidak ada yang diubah. Bila yang tercatat keliru, muat ulang "
            "halamannya dan pakai “Betulkan putusan”."
        )


def ruled(one: Sengketa, putusan: Putusan, today: date) -> Sengketa:
    """The dispute with its ruling; the very same ruling once more changes nothing."""
    given = replace(putusan, dari=putusan.dari or one.putusan.dari or likely(one))
    if one.putusan.nomor:
        if not _same(one.putusan, given):
            raise SudahDiputus(one.putusan.nomor)
        return one
    if one.tahap not in DIPUTUS_DARI:
        raise TahapTidakSah(one.tahap)
    _need_sound(one, given, today)
    return replace(one, putusan=given, tahap=PUTUSAN)


def likely(one: Sengketa) -> str:
    """Out of which stage a ruling comes, by where the dispute stands."""
    return MEDIASI if one.tahap == MEDIASI else AJUDIKASI


def _same(known: Putusan, given: Putusan) -> bool:
    """Whether all that was sent is recorded already; a scan is kept once."""
    if given.file and not known.file:
        return False
    return replace(given, file=known.file, ditolak=known.ditolak) == known


def corrected(one: Sengketa, putusan: Putusan, today: date) -> Sengketa:
    """The dispute with its ruling as it should have been recorded; scan and rejection stay."""
    known = one.putusan
    _need_ruled(one, "putusannya tidak dapat dibetulkan")
    if putusan.akibat != known.akibat and UJI_ULANG in (putusan.akibat, known.akibat):
        raise PutusanTidakSah(
            "Perintah uji konsekuensi tidak dapat diganti dengan akibat lain, juga tidak "
            "sebaliknya, karena berkas ujinya dibuka bersama putusan. Belum ada yang disimpan; "
            "kirim pembetulan lain tanpa mengganti akibatnya."
        )
    given = replace(putusan, file=putusan.file or known.file, ditolak=known.ditolak)
    _need_sound(one, given, today)
    return replace(one, putusan=given)


def in_hand(one: Sengketa, diterima: date | None, today: date) -> Sengketa:
    """The dispute with the day its ruling was received, or with none that is known."""
    _need_ruled(one, "tanggal putusan diterima tidak dapat dicatat")
    putusan = replace(one.putusan, diterima=diterima.isoformat() if diterima else "")
    _need_received(putusan, today)
    return replace(one, putusan=putusan)


def rejected(one: Sengketa, tanggal: date | None) -> Sengketa:
    """The dispute with the letter by which the office rejects its ruling, or with none."""
    _need_ruled(one, "penolakan putusan tidak dapat dicatat")
    return replace(
        one, putusan=replace(one.putusan, ditolak=tanggal.isoformat() if tanggal else "")
    )


def need_rejectable(one: Sengketa, today: date) -> None:
    """Refuse a rejection that the law knows not: too late, too early, or of what binds."""
    it = one.putusan
    if not it.ditolak:
        return
    if it.mengikat:
        raise PutusanTidakSah(
            f"Putusan dari mediasi bersifat final dan mengikat ({MENGIKAT}), jadi tidak dapat "
            "ditolak. Belum ada yang disimpan."
        )
    if it.akibat == MENOLAK:
        raise PutusanTidakSah(
            "Putusan ini menolak permohonan sengketa, jadi kantor tidak perlu menolaknya. Belum "
            "ada yang disimpan."
        )
    last = one.batas_putusan
    on = date.fromisoformat(it.ditolak)
    if last is not None and on > last:
        raise PutusanTidakSah(
            f"Hari terakhir menolak putusan ini {hari_tanggal(last)}; surat yang bertanggal "
            "sesudahnya tidak menolaknya lagi. Belum ada yang disimpan. Bila putusan diterima "
            "lebih lambat daripada yang tercatat, catat dahulu tanggal putusan diterima."
        )
    if not it.sejak <= on <= today:
        raise PutusanTidakSah(
            "Tanggal surat penolakan harus di antara tanggal putusan diterima (bila belum dicatat, "
            "tanggal putusan) dan hari ini. Belum ada yang disimpan; periksa tanggalnya."
        )


def _need_ruled(one: Sengketa, what: str) -> None:
    if one.tahap != PUTUSAN:
        raise PutusanTidakSah(
            f"Sengketa ini berada pada tahap {TAHAP[one.tahap].lower()}, jadi {what}. Tidak ada "
            "yang diubah; muat ulang halamannya."
        )


def _need_sound(one: Sengketa, putusan: Putusan, today: date) -> None:
    if putusan.akibat not in AKIBAT:
        raise PutusanTidakSah("Pilih akibat putusannya. Belum ada yang disimpan.")
    if putusan.dari not in ASAL:
        raise PutusanTidakSah("Pilih dari mediasi atau ajudikasi. Belum ada yang disimpan.")
    if not putusan.nomor.strip() or not putusan.amar.strip():
        raise PutusanTidakSah("Tulis nomor dan amar putusannya. Belum ada yang disimpan.")
    if not one.diajukan <= date.fromisoformat(putusan.tanggal) <= today:
        raise PutusanTidakSah(
            "Tanggal putusan harus di antara tanggal sengketa diajukan dan hari ini. Belum ada "
            "yang disimpan."
        )
    _need_received(putusan, today)


def _need_received(putusan: Putusan, today: date) -> None:
    if not date.fromisoformat(putusan.tanggal) <= putusan.sejak <= today:
        raise PutusanTidakSah(
            "Tanggal putusan diterima harus di antara tanggal putusan dan hari ini. Belum ada yang "
            "disimpan; kosongkan bila belum diketahui."
        )
