"""The staging folder: what lies there until a person accepts it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from service.domain.mapan import Rupa
from service.domain.refusals import Refusal

KLAIM_MEJA = ".klaim-tunggu"  # below the inbox: what an officer is accepting at this moment
DIKEMBALIKAN = "dikembalikan"  # below the staging folder: what nobody wants, with the reason
TERBANYAK = 500  # files of one unit that are shown
BERGAMBAR = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".bmp", ".webp")


class MasihDisalin(Refusal):
    """Somebody still writes to it."""

    status = 409

    def __init__(self, nama: str) -> None:
        super().__init__(
            f"File {nama} masih disalin ke folder tunggu. Tidak ada yang diterima; tunggu "
            "sebentar, muat ulang halaman, lalu coba lagi."
        )


class SudahBerubah(Refusal):
    """It is not what the officer saw any more."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Salah satu file sudah berubah atau dipindahkan sejak Anda membuka halaman ini. Tidak "
            "ada yang diterima; muat ulang halaman, lalu pilih lagi."
        )


class BedaUnit(Refusal):
    """Files of several units are not one kiriman."""

    def __init__(self) -> None:
        super().__init__("Pilih file dari satu unit saja; tidak ada yang diterima.")


class BelumDipilih(Refusal):
    """Nothing was ticked."""

    def __init__(self) -> None:
        super().__init__("Pilih paling sedikit satu file. Tidak ada yang berubah.")


@dataclass(frozen=True)
class Ditunggu:
    """One file in a staging folder, as a look saw it."""

    instansi: str
    unit: str
    letak: tuple[str, ...]  # folders below the staging folder
    nama: str
    rupa: Rupa
    sejak: datetime
    siap: bool  # nobody writes to it any more

    @property
    def tanda(self) -> str:
        """Names this very content at this very place, and tells nothing of either."""
        told = (self.instansi, self.unit, *self.letak, self.nama, str(self.rupa))
        # With surrogates: a name need not be text.
        return hashlib.sha256("\0".join(told).encode(errors="surrogateescape")).hexdigest()[:32]

    @property
    def bergambar(self) -> bool:
        """Whether the readers can show its first page at once."""
        return self.siap and self.nama.lower().endswith(BERGAMBAR)
