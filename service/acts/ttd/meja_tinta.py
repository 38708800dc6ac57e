"""The ink desk: what is to be printed and signed by hand, and where its sheets are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from service.acts.lihat.naskah_terbaca import need_readable
from service.acts.lihat.terlihat import reach
from service.acts.naskah.acuan import declared_for
from service.acts.naskah.lihat import naskah_for
from service.acts.naskah.tempat_ttd import places
from service.domain import edar_tinta as e
from service.domain.catatan import Catatan
from service.domain.edar_tinta import EdarTinta
from service.domain.ids import derived
from service.domain.kembalian import over
from service.domain.naskah import Naskah, called
from service.domain.refusals import Refusal
from service.domain.tempat_ttd import TINTA, waiting
from service.domain.wewenang import Hadir
from service.ports import House, Reading, Tx
from service.ports.naskah import BarisNaskah

JUDUL = "Naskah untuk ditandatangani dengan tinta"
SEKALI = 50  # papers in one file, or at one press
CETAK, SERAHKAN, KEMBALI = "cetak", "serahkan", "kembali"
PERBUATAN = {CETAK: "tinta_dicetak", SERAHKAN: "tinta_diserahkan", KEMBALI: "tinta_kembali"}


class TiadaDipilih(Refusal):
    """Nothing is ticked."""

    def __init__(self) -> None:
        super().__init__("Centang dahulu naskahnya. Belum ada yang berubah.")


class TerlaluBanyak(Refusal):
    """More than one file for the printer should hold."""

    def __init__(self, banyak: int) -> None:
        super().__init__(
            f"{banyak} naskah dipilih; paling banyak {SEKALI} sekaligus. Belum ada yang berubah."
        )


class BukanTinta(Refusal):
    """A paper does not wait for ink any more."""

    status = 409

    def __init__(self, nama: str) -> None:
        super().__init__(
            f"{nama} tidak lagi menunggu tanda tangan tinta. Belum ada yang berubah. Muat ulang "
            "halamannya."
        )


@dataclass(frozen=True)
class Lembar:
    """One paper that waits for ink, with what it is called."""

    naskah: Naskah
    nama: str


def listed(
    house: House, oleh: Hadir, skip: int, atmost: int
) -> list[tuple[BarisNaskah, EdarTinta | None]]:
    """What waits for ink in the reach of this person, oldest first."""
    return house.naskah.in_ink(reach(house, oleh), skip, atmost)


def print_(
    house: House, oleh: Hadir, chosen: Sequence[str], out: Path, *, bolak_balik: bool
) -> int:
    """One file for the printer, each paper with its marks; how many pages it has."""
    some = _marked(house, oleh, chosen, CETAK, e.printed)
    with house.room() as room:
        parts = [
            (one.nama, house.store.fetch(one.naskah.pdf, room / f"{n}.pdf"))
            for n, one in enumerate(some)
        ]
        return house.collator.collate(JUDUL, parts, out, bolak_balik=bolak_balik)


def hand_over(house: House, oleh: Hadir, chosen: Sequence[str], kepada: str) -> int:
    """The sheets are with somebody."""
    return len(
        _marked(
            house, oleh, chosen, SERAHKAN, lambda one, who, now: e.handed(one, kepada, who, now)
        )
    )


def take_back(house: House, oleh: Hadir, chosen: Sequence[str]) -> int:
    """The sheets lie here again; their scan is still to come."""
    return len(_marked(house, oleh, chosen, KEMBALI, e.returned))


def _marked(
    house: House,
    oleh: Hadir,
    chosen: Sequence[str],
    apa: str,
    change: Callable[[EdarTinta, str, datetime], EdarTinta],
) -> list[Lembar]:
    """All of them or none, in one transaction."""
    ids = list(dict.fromkeys(chosen))
    if not ids:
        raise TiadaDipilih
    if len(ids) > SEKALI:
        raise TerlaluBanyak(len(ids))
    some = []
    with house.ledger.begin() as tx:
        for id_ in ids:
            some.append(one := _held(house, tx, oleh, id_))
            _moved(house, tx, oleh, one.naskah, apa, change)
    return some


def _held(house: House, tx: Reading, oleh: Hadir, id_: str) -> Lembar:
    naskah, berkas = naskah_for(tx, oleh, id_)
    kind = declared_for(house, tx, naskah)
    need_readable(tx, oleh, naskah, berkas, kind)
    nama = called(naskah, kind.nama)
    left = [one for one in waiting(places(tx, naskah)) if one.jalan == TINTA]
    if over(naskah.keadaan, berkas.keadaan) or not left:
        raise BukanTinta(nama)
    return Lembar(naskah, nama)


def _moved(
    house: House,
    tx: Tx,
    oleh: Hadir,
    naskah: Naskah,
    apa: str,
    change: Callable[[EdarTinta, str, datetime], EdarTinta],
) -> None:
    now, who = house.clock.now(), oleh.orang.id
    id_ = derived(f"edar tinta {naskah.id} {naskah.ajuan}")
    found = tx.find(EdarTinta, id=id_)
    before = found[0] if found else EdarTinta(id_, naskah.id, naskah.ajuan, "", now, who)
    after = change(before, who, now)
    if found and after == before:
        return
    if found:
        tx.save(before, after)
    else:
        tx.add(after)
    tx.note(Catatan(naskah.instansi, who, PERBUATAN[apa], now, naskah.id))
