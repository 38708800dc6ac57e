"""A file read once more, by its letters or in another form: what follows for its kiriman."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from service.acts.cari.teks import indexed
from service.acts.instansi.aturan import rules_of
from service.acts.instansi.packs import agency
from service.acts.kiriman.agenda import registered
from service.acts.kiriman.naskah_kembali import KEMBALI, withheld
from service.acts.kiriman.rahasia import closed
from service.acts.simpan.keep import Kept, hold
from service.acts.simpan.looked import Dilihat, owe
from service.domain.catatan import MESIN, RUMAH, Catatan
from service.domain.kenali import putuskan, usulan
from service.domain.kiriman import DIDAFTAR, MENUNGGU_PETUGAS, PUBLIK, File, Kiriman, Usul
from service.ports import House, Tx


def reread(
    house: House,
    file: File,
    seen: Dilihat,
    added: Sequence[Dilihat] = (),
    kept: Sequence[Kept] = (),
    kembali: Sequence[Usul] = (),
) -> None:
    """Write down what is now known of a file, and of the files taken out of it; `kembali`: which
    of them are papers of ours.

    Where no person has decided yet, the verdict is asked anew; what a person said stays.
    """
    with house.ledger.begin() as tx:
        before = tx.get(Kiriman, file.kiriman)
        tx.save(file, seen.file)
        for one in added:
            tx.add(one.file)
            owe(tx, one)
        hold(tx, *kept)
        read = (seen, *added)
        told = (*_kept(before, read), *_told(house, tx, before, read))
        after = replace(before, usul=(*told, *kembali))
        if before.keadaan == MENUNGGU_PETUGAS:
            after = _judged(house, tx, after)
        if not after.rahasia and after.instansi and withheld(tx, after.kembali):
            after = closed(house, tx, after, MESIN)
        if before.pintu != PUBLIK and any(one.aturan in KEMBALI for one in kembali):
            tx.plan("tinta", before.id)
        tx.save(before, after)
        for one in read:
            indexed(house, tx, after, one.file, one.bacaan)
        _noted(house, tx, before, after, seen)


def _kept(kiriman: Kiriman, read: Sequence[Dilihat]) -> list[Usul]:
    again = {one.file.id for one in read}
    return [one for one in kiriman.usul if one.file not in again or one.keyakinan == 100]


def _told(house: House, tx: Tx, kiriman: Kiriman, read: Sequence[Dilihat]) -> list[Usul]:
    rules = rules_of(house.packs, tx, kiriman.instansi)
    instansi = agency(house.packs, kiriman.instansi) if kiriman.instansi else None
    return [usul for one in read for usul in usulan(rules, one.file, one.bacaan, instansi, kiriman)]


def _judged(house: House, tx: Tx, kiriman: Kiriman) -> Kiriman:
    rules = rules_of(house.packs, tx, kiriman.instansi)
    verdict = putuskan(kiriman, tx.find(File, kiriman=kiriman.id), kiriman.usul, rules)
    after = replace(kiriman, akhir=verdict.akhir, kode=verdict.kode, alasan=verdict.alasan)
    if verdict.keadaan != DIDAFTAR:
        return after
    return registered(house, tx, replace(after, jenis=verdict.jenis, surat=verdict.surat))


def _noted(house: House, tx: Tx, before: Kiriman, after: Kiriman, seen: Dilihat) -> None:
    registered_now = after.keadaan == DIDAFTAR and before.keadaan != DIDAFTAR
    perbuatan = "kiriman_didaftar" if registered_now else "kiriman_dibaca_ulang"
    told = {"file": seen.file.id, "keadaan": after.keadaan, "akhir": after.akhir}
    where = after.instansi or RUMAH
    tx.note(Catatan(where, MESIN, perbuatan, house.clock.now(), after.id, told))
