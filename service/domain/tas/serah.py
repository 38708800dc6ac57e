"""The bags of a list that is handed over, as one bag of bags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from service.domain.arsip.penyusutan import SERAH
from service.domain.arsip.usul import DILAKSANAKAN, DISETUJUI, Usul
from service.domain.refusals import Refusal
from service.domain.tas.nama import DATA
from service.domain.tas.unsur import STANDAR

BENTUK = "berkas-serah/1"


class BelumDiserahkan(Refusal):
    """Only what two people agreed to hand over leaves as a package."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Paket penyerahan hanya dibuat dari usul penyerahan yang sudah disetujui. Tidak ada "
            "yang diunduh."
        )


class TasBelumSiap(Refusal):
    """Some of the list has no bag yet."""

    status = 409

    def __init__(self, banyak: int) -> None:
        super().__init__(
            f"{banyak} arsip belum mempunyai tas yang berlaku. Susun dahulu tasnya, tunggu sampai "
            "siap, lalu ulangi. Tidak ada yang diunduh."
        )


class SebagianMenyusul(Refusal):
    """Some of the list are not bound yet; the bags of the others are asked for."""

    status = 409

    def __init__(self, banyak: int) -> None:
        super().__init__(
            f"{banyak} arsip belum selesai dijilid, jadi tasnya belum dapat disusun. Tas arsip "
            "yang lain sudah diminta. Ulangi sesudah semua naskahnya ditandatangani dan dijilid."
        )


class BagianKosong(Refusal):
    """Nothing of the list lies in that part."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Tidak ada isi pada bagian itu. Tidak ada yang diunduh.")


@dataclass(frozen=True)
class Terserah:
    """One bag in the package."""

    nama: str
    sha256: str
    ukuran: int
    unsur: dict[str, str]  # of its matter, by ANRI's names

    def tempat(self, urut: int) -> str:
        """Where it lies."""
        return f"{DATA}{urut:04}_{self.nama}.zip"


def may_leave(usul: Usul) -> bool:
    """Whether its bags may go out together."""
    return usul.macam == SERAH and usul.keadaan in (DISETUJUI, DILAKSANAKAN)


def metadata(usul: Usul, bagian: str, isi: Sequence[Terserah]) -> dict[str, Any]:
    """What is told of a package."""
    return {
        "bentuk": BENTUK,
        "standar": STANDAR,
        "bagian": bagian,
        "usul": {"id": usul.id, "judul": usul.judul},
        "persetujuan": {
            "oleh": usul.persetujuan.oleh,
            "nomor": usul.persetujuan.nomor,
            "tanggal": str(usul.persetujuan.tanggal or ""),
        },
        "arsip": [
            {"file": x.tempat(n), "sha256": x.sha256, "ukuran": x.ukuran, **x.unsur}
            for n, x in enumerate(isi, 1)
        ],
    }
