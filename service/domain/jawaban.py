"""The answer in the register: what was decided on a request, what was said to an objection."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from service.domain import keberatan as b
from service.domain import permohonan as p
from service.domain.keberatan import Keberatan, SuratTanggapan, Tanggapan
from service.domain.permohonan import DIBERIKAN, Keputusan, Permohonan
from service.domain.refusals import Refusal


class AlasanPerlu(Refusal):
    """Something is withheld, and nobody said why."""

    def __init__(self) -> None:
        super().__init__(
            "Tulis alasan penolakan: dasar hukum dan alasan setiap informasi yang tidak diberikan. "
            "Belum ada yang disimpan."
        )


class TanggalJanggal(Refusal):
    """An answer before the question, or one still to come."""

    def __init__(self, nama: str) -> None:
        super().__init__(
            f"{nama} harus di antara tanggal penerimaan dan hari ini. Belum ada yang disimpan."
        )


class BelumTerdaftar(Refusal):
    """The legal number comes before the answer."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Beri nomornya dahulu, lalu catat jawabannya. Belum ada yang disimpan.")


def answered(one: Permohonan, keputusan: Keputusan, today: date) -> Permohonan:
    """The request with its answer; written anew, the last word stands."""
    if not one.nomor_daftar:
        raise BelumTerdaftar
    if keputusan.keputusan != DIBERIKAN and not keputusan.alasan:
        raise AlasanPerlu
    _within(one.hari_terima, keputusan.pemberitahuan, today, "Tanggal pemberitahuan tertulis")
    _within(one.hari_terima, keputusan.pemberian, today, "Tanggal pemberian informasi")
    done = keputusan.pemberian or keputusan.keputusan == p.TIDAK_DIBERIKAN
    return replace(one, keputusan=keputusan, keadaan=p.SELESAI if done else p.DIJAWAB)


class SuratPerlu(Refusal):
    """Who writes down the answer of another shows the paper of it."""

    def __init__(self) -> None:
        super().__init__(
            "Pilih pindaian surat tanggapan yang ditandatangani Atasan PPID. Tanpa surat itu, "
            "hanya Atasan PPID sendiri yang dapat mencatat tanggapannya. Belum ada yang disimpan."
        )


def responded(
    one: Keberatan, tanggapan: Tanggapan, surat: SuratTanggapan, today: date, *, sendiri: bool
) -> Keberatan:
    """The objection with the answer of the atasan PPID, by their own hand or by the paper of it."""
    if not one.nomor:
        raise BelumTerdaftar
    if not surat.file and not sendiri:
        raise SuratPerlu
    _within(one.hari_terima, tanggapan.tanggal, today, "Tanggal tanggapan")
    if surat.sampai:
        first = date.fromisoformat(tanggapan.tanggal)
        _within(first, surat.sampai, today, "Tanggal diterima pemohon")
    return replace(one, tanggapan=tanggapan, surat=surat, keadaan=b.DITANGGAPI)


def _within(first: date, iso: str, last: date, nama: str) -> None:
    # Received after hours, it counts from the next working day; an answer may be quicker.
    if iso and not min(first, last) <= date.fromisoformat(iso) <= last:
        raise TanggalJanggal(nama)
