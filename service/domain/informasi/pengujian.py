"""The test of a piece of information: which item of which matter it is, and what came of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from service.domain.refusals import Refusal

DITARIK = "ditarik"  # it was asked for no more before its outcome counted


class SudahDiuji(Refusal):
    """An item tests one piece, and a piece is in one test at a time."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Butir itu sudah menguji informasi lain, atau informasi ini masih dalam pengujian "
            "lain yang belum diterapkan. Tidak ada yang diubah."
        )


class SudahDiterapkan(Refusal):
    """The outcome of an item counts once."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Hasil uji butir ini sudah diterapkan. Tidak ada yang diubah.")


class BerkasUjiTerbuka(Refusal):
    """What is withheld is put by its name into no matter that everybody in the office reads."""

    def __init__(self) -> None:
        super().__init__(
            "Berkas uji itu tidak rahasia, sehingga judulnya terbaca semua orang di kantor. Pilih "
            "berkas uji yang rahasia, atau buka yang baru. Tidak ada yang diubah."
        )


@dataclass(frozen=True)
class Pengujian:
    """One item of a matter as the test of one piece; it bears the id of the item."""

    id: str
    informasi: str
    instansi: str
    berkas: str
    sejak: datetime
    hasil: str = ""  # the outcome as it was applied
    diterapkan: datetime | None = None
    versi: int = 1


def need_free(before: Collection[Pengujian], informasi: str) -> None:
    """Refuse a second piece for an item, and a second test beside one that is not over."""
    if any(one.informasi != informasi or one.diterapkan is None for one in before):
        raise SudahDiuji


def applied(one: Pengujian, hasil: str, now: datetime) -> Pengujian:
    """Its outcome counts from now on."""
    if one.diterapkan is not None:
        raise SudahDiterapkan
    return replace(one, hasil=hasil, diterapkan=now)
