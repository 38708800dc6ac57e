"""Lay a paper where its next signer takes it from; one signed here or in ink stays here."""

from __future__ import annotations

from dataclasses import dataclass

from service.acts.kembali.di_tempat import take_in
from service.acts.naskah.acuan import declared_for
from service.acts.naskah.tempat_ttd import places
from service.acts.ttd.folder_pejabat import folder_of
from service.domain.berkas import DIARSIPKAN, DIBATALKAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.naskah import DIKIRIM, DISETUJUI, Naskah, sent
from service.domain.refusals import Overtaken
from service.domain.tempat_ttd import APLIKASI, ELEKTRONIK, TINTA, latest, waiting
from service.ports import House, Reading


@dataclass(frozen=True)
class Surat:
    """What is laid down: which bytes, under which name, in whose folder."""

    naskah: Naskah
    pdf: str
    label: str
    folder: str


def run(house: House, naskah_id: str) -> None:
    """From disetujui to dikirim, and then from signer to signer; laid twice, it lies there once."""
    with house.ledger.read() as reading:
        before = reading.get(Naskah, naskah_id)
    take_in(house, before)  # nothing that was signed where it lay is laid over
    with house.ledger.read() as reading:
        before = reading.get(Naskah, naskah_id)
        if called_off(reading, before):
            house.courier.withdraw(naskah_id)
            return  # it goes out once its matter is opened again
        surat = _next(house, reading, before)
    if surat:
        with house.room() as room:
            pdf = house.store.fetch(surat.pdf, room / "naskah.pdf")
            house.courier.send(before.id, pdf, surat.label, surat.folder)
    if before.keadaan == DISETUJUI:
        with house.ledger.begin() as tx:
            tx.save(before, sent(before))
            now = house.clock.now()
            tx.note(Catatan(before.instansi, MESIN, "naskah_dikirim", now, before.id))
            tx.plan("papan", before.id)
            if surat:
                tx.plan("collect", before.id)  # it may have come back before it counted as sent
    elif before.keadaan != DIKIRIM:
        house.courier.withdraw(naskah_id)  # it was called back while it was being laid down
    else:
        _still_so(house, before)


def called_off(reading: Reading, naskah: Naskah) -> bool:
    """Whether its matter is closed, so that nobody is to sign it."""
    return reading.get(Berkas, naskah.berkas).keadaan in (DIBATALKAN, DIARSIPKAN)


def _next(house: House, reading: Reading, naskah: Naskah) -> Surat | None:
    """The paper as its next signer takes it; None where there is nothing to lay down."""
    every = places(reading, naskah)
    left = waiting(every)
    if naskah.keadaan == DIKIRIM and not (left and left[0].jalan == APLIKASI):
        return None
    here = any(one.jalan in (ELEKTRONIK, TINTA) for one in every)
    if here or naskah.keadaan not in (DISETUJUI, DIKIRIM):
        return None
    label = f"{declared_for(house, reading, naskah).nama} {naskah.nomor}".strip()
    berkas = reading.get(Berkas, naskah.berkas)
    folder = folder_of(house, reading, berkas, left[0].peran) if left else ""
    return Surat(naskah, latest(every, naskah.pdf), label, folder)


def _still_so(house: House, before: Naskah) -> None:
    """Overtaken, where it was called back or signed while it was being laid down."""
    with house.ledger.read() as reading:
        if reading.get(Naskah, before.id).versi != before.versi or called_off(reading, before):
            raise Overtaken("naskah", before.id)
