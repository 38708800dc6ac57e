"""The one extension of the answer to a request: its lawful reasons, its letter, its new end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from service.domain.refusals import Refusal

# Why the answer may take longer; UU 14 Tahun 2008 Pasal 22 ayat (8) asks for a written reason.
ALASAN: dict[str, str] = {
    "belum_dikuasai": "Informasi yang diminta belum dikuasai",
    "belum_didokumentasikan": "Informasi yang diminta belum didokumentasikan",
    "belum_diputuskan": "Belum dapat diputuskan apakah informasi yang diminta dikecualikan",
}
DILAMPIRKAN, DISUSUN = "dilampirkan", "disusun"
SURAT: dict[str, str] = {
    DILAMPIRKAN: "Sudah ada, pindaiannya dilampirkan",
    DISUSUN: "Akan disusun",
}
TERPENDEK = 10  # letters; less explains nothing


class PerpanjanganTidakSah(Refusal):
    """An extension without what the law asks of one."""


class SudahDiperpanjang(Refusal):
    """The law allows one."""

    status = 409

    def __init__(self, sampai: date | None = None) -> None:
        until = f" sampai {sampai:%d-%m-%Y}" if sampai else ""
        super().__init__(
            f"Waktu jawaban sudah diperpanjang{until}, dan undang-undang mengizinkannya hanya satu "
            "kali. Tidak ada yang diubah."
        )


class TenggatLewat(Refusal):
    """Only what still runs is extended."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Waktu jawaban sudah lewat, jadi tidak dapat diperpanjang lagi. Tidak ada yang diubah; "
            "jawab permohonannya secepatnya."
        )


@dataclass(frozen=True)
class Perpanjangan:
    """One extension, of a line of the register, of a matter, or of both at once."""

    id: str
    instansi: str
    unit: str
    permohonan: str
    berkas: str
    alasan: str  # one of ALASAN
    uraian: str
    hari: int
    dari: date
    sampai: date
    surat: str  # dilampirkan, disusun
    pada: datetime
    oleh: str
    file: str = ""
    nomor: str = ""
    versi: int = 1


def checked(alasan: str, uraian: str, surat: str, file: str) -> None:
    """Refuse what no letter could say."""
    if alasan not in ALASAN:
        raise PerpanjanganTidakSah("Pilih alasan perpanjangannya. Tidak ada yang diubah.")
    if len(" ".join(uraian.split())) < TERPENDEK:
        raise PerpanjanganTidakSah(
            "Jelaskan alasannya seperti akan tertulis di suratnya. Tidak ada yang diubah."
        )
    if surat not in SURAT:
        raise PerpanjanganTidakSah("Pilih keadaan suratnya. Tidak ada yang diubah.")
    if surat == DILAMPIRKAN and not file:
        raise PerpanjanganTidakSah(
            "Pilih pindaian suratnya, atau tandai bahwa surat itu akan disusun. Tidak ada yang "
            "diubah."
        )
