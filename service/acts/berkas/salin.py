"""Copy the laws or the weighing of one item to others that were chosen, each with its own line."""

from __future__ import annotations

from dataclasses import dataclass, replace

from service.acts.berkas import bukti as berkas_bukti
from service.acts.berkas.butir import leave
from service.acts.sop.versi import walked
from service.domain.butir import Butir
from service.domain.catatan import Catatan
from service.domain.refusals import Refusal, TidakAda
from service.domain.uji_salin import SALINAN, empty, lent, overwrites
from service.domain.wewenang import Hadir
from service.ports import House

DISEBUT = 5


class SalinanTidakSah(Refusal):
    """Nothing was copied, and why."""


class SudahBerubah(SalinanTidakSah):
    """Somebody wrote in one of them since it was chosen."""

    status = 409


@dataclass(frozen=True)
class Salin:
    """What is copied, from which item, to which; each as it was seen."""

    dari: str
    ke: tuple[tuple[str, int], ...]  # id and versi
    apa: frozenset[str]
    timpa: bool = False  # also where something else is written


def copy(house: House, oleh: Hadir, berkas_id: str, asked: Salin) -> int:
    """All of them or none; how many were written."""
    if not asked.ke:
        raise SalinanTidakSah("Pilih sedikitnya satu butir tujuan. Belum ada yang disalin.")
    if not asked.apa or not asked.apa <= SALINAN.keys():
        raise SalinanTidakSah("Pilih apa yang disalin. Belum ada yang disalin.")
    with house.ledger.begin() as tx:
        berkas, siapa = leave(tx, oleh, berkas_id)
        known = {one.id: one for one in tx.find(Butir, berkas=berkas.id) if not one.dicabut}
        if asked.dari not in known:
            raise TidakAda("Butir asalnya")
        source = known[asked.dari]
        if bare := empty(source.uji, asked.apa):
            words = ", ".join(SALINAN[one].lower() for one in bare)
            raise SalinanTidakSah(f"{source.judul} belum berisi {words}. Belum ada yang disalin.")
        chosen = _chosen(known, asked)
        _need_room(source, chosen, asked)
        terang = berkas_bukti.terang(tx, walked(tx, berkas), berkas)
        if fixed := [one for one in chosen if terang.proved(one)]:
            raise SalinanTidakSah(
                f"Sudah dikecualikan dengan surat keputusan: {_named(fixed)}. Belum ada yang "
                "disalin; lepaskan pilihannya, lalu ulangi."
            )
        now, count = house.clock.now(), 0
        for one in chosen:
            after = lent(source.uji, one.uji, asked.apa)
            if after == one.uji:
                continue
            tx.save(one, replace(one, uji=after, disetujui=""))
            told = {"butir": one.id, "dari": source.id, "apa": "+".join(sorted(asked.apa))}
            tx.note(Catatan(berkas.instansi, siapa, "butir_disalin", now, berkas.id, told))
            count += 1
    return count


def _chosen(known: dict[str, Butir], asked: Salin) -> list[Butir]:
    """The items as they stand, other than the source; refused where one has moved on."""
    found, moved = list[Butir](), list[Butir]()
    for id_, versi in dict(asked.ke).items():
        if id_ not in known:
            raise TidakAda("Butir tujuannya")
        if id_ == asked.dari:
            continue
        (found if known[id_].versi == versi else moved).append(known[id_])
    if moved:
        raise SudahBerubah(
            f"Sudah diubah orang lain sejak Anda membuka halaman ini: {_named(moved)}. Belum ada "
            "yang disalin. Muat ulang, lalu pilih lagi."
        )
    if not found:
        raise SalinanTidakSah("Pilih butir selain asalnya. Belum ada yang disalin.")
    return found


def _need_room(source: Butir, chosen: list[Butir], asked: Salin) -> None:
    written = [one for one in chosen if overwrites(source.uji, one.uji, asked.apa)]
    if written and not asked.timpa:
        raise SalinanTidakSah(
            f"Sudah berisi tulisan lain: {_named(written)}. Belum ada yang disalin. Lepaskan "
            "pilihannya, atau centang timpa bila memang harus diganti."
        )


def _named(items: list[Butir]) -> str:
    shown = "; ".join(f"{one.urut}. {one.judul}" for one in items[:DISEBUT])
    return shown + (f"; dan {len(items) - DISEBUT} lainnya" if len(items) > DISEBUT else "")
