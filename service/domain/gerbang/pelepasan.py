"""Nothing goes public while a hit stands; a person clears it, by name and with a reason."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from service.domain.gerbang.bobot import BOBOT
from service.domain.gerbang.tembus import Tembus
from service.domain.refusals import Refusal

ATURAN = 1  # raised whenever more is looked for: what was looked at before is looked at anew
ALASAN = 10  # letters of a reason that somebody can follow later


class BelumDiperiksa(Refusal):
    """These bytes were not looked at by the rules of today."""

    def __init__(self) -> None:
        super().__init__(
            "File ini belum diperiksa kebocorannya, atau sudah diganti sejak diperiksa. Tunggu "
            "pemeriksaannya selesai, lalu coba lagi."
        )


class MasihTembus(Refusal):
    """Something that was found is neither cleared nor gone."""

    def __init__(self, sisa: Sequence[Tembus]) -> None:
        first = ", ".join(dict.fromkeys(one.arti.label for one in sisa[:5]))
        super().__init__(
            f"Belum dapat diumumkan: masih ada {len(sisa)} temuan yang belum dilepas ({first}). "
            "Lepaskan satu per satu dengan alasan, atau umumkan salinan yang dibersihkan."
        )
        self.sisa = tuple(sisa)


class TemuanBerubah(Refusal):
    """What was found is not what the person had before their eyes."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Temuan pada file ini berubah sejak Anda membukanya. Muat ulang halaman, baca lagi "
            "temuannya, lalu putuskan."
        )


class TidakDapatDilepas(Refusal):
    """A hit that only another file can undo."""

    def __init__(self, tembus: Tembus) -> None:
        super().__init__(
            f"{tembus.arti.label} tidak dapat dilepas dengan alasan. {tembus.arti.kata}"
        )


class AlasanKurang(Refusal):
    """Nobody could follow later why it was let pass."""

    def __init__(self) -> None:
        super().__init__(
            f"Tuliskan alasan melepas temuan ini, sedikitnya {ALASAN} huruf: mengapa bagian itu "
            "boleh diketahui umum."
        )


@dataclass(frozen=True)
class Pemeriksaan:
    """What was found in one file, by its very bytes, under the rules of a time."""

    sha256: str
    tembus: tuple[Tembus, ...] = ()
    aturan: int = ATURAN

    @property
    def sidik(self) -> str:
        """The bytes and everything that was found in them, as one."""
        told = [self.sha256, str(self.aturan), *sorted(one.id for one in self.tembus)]
        return hashlib.sha256("\n".join(told).encode()).hexdigest()


@dataclass(frozen=True)
class Pelepasan:
    """A person let one hit pass; it counts for those bytes and for what was seen with it."""

    sidik: str  # of the look that was before their eyes
    tembus: str  # the id of the hit
    oleh: str
    alasan: str
    pada: datetime


def heaviest_first(tembus: Iterable[Tembus]) -> list[Tembus]:
    """As they are shown."""
    return sorted(tembus, key=lambda one: -BOBOT[one.arti.berat])


def clear(
    dilihat: str, ids: Iterable[str], found: Pemeriksaan, oleh: str, alasan: str, pada: datetime
) -> list[Pelepasan]:
    """Let some hits pass; `dilihat` is the sidik that was on the page of the person."""
    if dilihat != found.sidik:
        raise TemuanBerubah
    kata = " ".join(alasan.split())
    if len(kata) < ALASAN or not oleh:
        raise AlasanKurang
    known = {one.id: one for one in found.tembus}
    cleared = []
    for id_ in dict.fromkeys(ids):
        if id_ not in known:
            raise TemuanBerubah
        if not known[id_].arti.boleh_dilepas:
            raise TidakDapatDilepas(known[id_])
        cleared.append(Pelepasan(found.sidik, id_, oleh, kata, pada))
    return cleared


def left(found: Pemeriksaan, lepas: Iterable[Pelepasan]) -> list[Tembus]:
    """The hits that still stand; what was cleared in other bytes or besides other hits does not
    count."""
    passed = {one.tembus for one in lepas if one.sidik == found.sidik}
    return heaviest_first(
        one for one in found.tembus if one.id not in passed or not one.arti.boleh_dilepas
    )


def may_go(sha256: str, found: Pemeriksaan | None, lepas: Iterable[Pelepasan]) -> None:
    """Refuse unless these very bytes were looked at and nothing stands against them."""
    if found is None or found.sha256 != sha256 or found.aturan != ATURAN:
        raise BelumDiperiksa
    if sisa := left(found, lepas):
        raise MasihTembus(sisa)
