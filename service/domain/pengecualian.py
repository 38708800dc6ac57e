"""When an exclusion counts: not one item before every proof of it is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from service.domain.butir import Butir
from service.domain.refusals import Refusal
from service.domain.sop.bahan import BERITA_ACARA, PERSETUJUAN, SK, Daftar
from service.domain.sop.bentuk import Langkah, Sop
from service.domain.sop.jalan import item_outcomes
from service.domain.sop.jejak import Jejak, taken_back
from service.domain.uji import DITUTUP, Bukti, unproved

PIMPINAN = "atasan_ppid"  # the peran whose holder approves
BERTANDA = "ditandatangani"  # no SOP can make a paper prove with less
DISEBUT = 10  # items that a refusal names; the workbench names them all


class BelumTerbukti(Refusal):
    """A step after which items would count as excluded, and what each of them lacks."""

    def __init__(self, lacks: Mapping[str, list[str]], lain: str = "") -> None:
        lines = [f"{judul}: {' '.join(why)}" for judul, why in lacks.items()]
        shown, rest = lines[:DISEBUT], len(lines) - DISEBUT
        more = (f"Dan {rest} butir lain; semuanya tampak di meja uji.",) if rest > 0 else ()
        head = (
            f"Langkah ini belum dapat diselesaikan: {len(lines)} butir belum cukup buktinya "
            "untuk dikecualikan. Tidak ada yang diubah."
        )
        self.faults = (*filter(None, (lain,)), head, *shown, *more)
        super().__init__(" ".join(self.faults))


class SudahDikecualikan(Refusal):
    """What is excluded is changed by a fresh test, never by an edit."""

    status = 409

    def __init__(self, judul: str) -> None:
        super().__init__(
            f"{judul} sudah dikecualikan dengan surat keputusan, jadi tidak diubah lagi. Ubah "
            "klasifikasinya dengan pengujian baru, atau mintalah pimpinan menarik persetujuannya "
            "bila belum berlaku."
        )


class SudahBerberitaAcara(Refusal):
    """A paper that is signed names the items of its day; no item is put in behind it."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Berita acara atau surat keputusannya sudah ditandatangani, jadi butir baru tidak "
            "tercantum di dalamnya. Kembalikan berkas ini untuk diuji lagi, atau buka berkas uji "
            "baru. Tidak ada yang ditambahkan."
        )


class InformasiBertandaTangan(Refusal):
    """A signed paper is about the information as it was named; it becomes no other behind it."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Berita acara atau surat keputusannya sudah ditandatangani, jadi dokumen, unit, "
            "bagian, dan uraian informasinya tidak diganti lagi. Kembalikan berkas ini untuk diuji "
            "lagi. Belum ada yang disimpan."
        )


@dataclass(frozen=True)
class Terang:
    """What stands behind the exclusions of one matter."""

    berita_acara: bool = False
    sk: bool = False
    persetujuan: frozenset[str] = frozenset()  # the acts of approval that still stand

    def bukti(self, butir: Butir) -> Bukti:
        """What stands behind one item; an approval covers it only as it was then."""
        return Bukti(self.berita_acara, self.sk, butir.disetujui in self.persetujuan)

    @property
    def tertulis(self) -> bool:
        """Whether a signed paper names the items already."""
        return self.berita_acara or self.sk

    def lacks(self, butir: Butir, today: date | None = None) -> list[str]:
        """Why a closed item does not count as closed yet."""
        return unproved(replace(butir.uji, kesimpulan=butir.hasil), self.bukti(butir), today)

    def proved(self, butir: Butir) -> bool:
        """Whether an item counts as excluded, wholly or in part."""
        return is_closed(butir) and not self.lacks(butir)


def is_closed(butir: Butir) -> bool:
    """Whether an item was decided to be excluded, wholly or in part."""
    return not butir.dicabut and butir.hasil in DITUTUP


def shown(bahan: Daftar, ada: Mapping[str, str], persetujuan: Iterable[str]) -> Terang:
    """What is proved by the things that are there, in their states."""
    there = {
        thing.bukti
        for thing in bahan.values()
        if thing.bukti in (BERITA_ACARA, SK) and thing.is_enough(ada.get(thing.id, ""), BERTANDA)
    }
    return Terang(BERITA_ACARA in there, SK in there, frozenset(persetujuan) - {""})


def need_proof(
    terang: Terang, butir: Iterable[Butir], today: date | None = None, lain: str = ""
) -> None:
    """Refuse to let exclusions count that lack a proof; every lack is named, by item.

    `lain` is what else keeps the step from being left, to be said with it.
    """
    lacks = {
        f"{one.urut}. {one.judul}": why
        for one in butir
        if is_closed(one) and (why := terang.lacks(one, today))
    }
    if lacks:
        raise BelumTerbukti(lacks, lain)


def decides(sop: Sop, row: Langkah) -> bool:
    """Whether items are decided in a row, and may be closed there."""
    return not DITUTUP.isdisjoint(item_outcomes(sop, row))


def counting(sop: Sop, bahan: Daftar, bagian: str) -> frozenset[str]:
    """The rows that are left only with every proof.

    From the last row that decides, or that makes a proof for the first time, to the end; and
    wherever a row is walked for what is excluded.
    """
    rows = sop.rows(bagian)
    deciding = [n for n, row in enumerate(rows) if decides(sop, row)]
    if not deciding:
        return frozenset()
    made = dict[str, int]()
    for n, row in enumerate(rows):
        for name in row.semua_keluaran:
            if name in bahan and bahan[name].bukti:
                made.setdefault(bahan[name].bukti, n)
    start = min(max(deciding[-1], *made.values(), 0), len(rows) - 1)
    own = {row.id for row in rows if not DITUTUP.isdisjoint(row.hanya)}
    return frozenset({row.id for row in rows[start:]} | own)


def is_approval(sop: Sop, bahan: Daftar, row: Langkah) -> bool:
    """Whether the head who completes a row approves by it: he decides there, or decrees."""
    made = {bahan[name].bukti for name in row.semua_keluaran if name in bahan}
    return decides(sop, row) or bool(made & {SK, PERSETUJUAN})


def undoes(sop: Sop, bagian: str, goal: str) -> bool:
    """Whether going back to a row asks for a fresh decision, and with it a fresh approval."""
    rows = [row.id for row in sop.rows(bagian)]
    deciding = [n for n, row in enumerate(sop.rows(bagian)) if decides(sop, row)]
    return bool(deciding) and goal in rows and rows.index(goal) <= deciding[-1]


def decided_since(sop: Sop, bagian: str, way: Iterable[Jejak]) -> datetime | None:
    """Since when the items are decided anew; None while it is for the first time.

    A paper from before then names other items, and proves nothing afterwards.
    """
    back = (one for one, _ in taken_back(way) if undoes(sop, bagian, one.langkah))
    return max((one.masuk for one in back), default=None)
