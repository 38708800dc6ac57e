"""The proof of a draft: where it stands, and how it is asked for again where none came."""

from __future__ import annotations

from dataclasses import dataclass, replace

from service.acts.pasangan.konsep import KonsepTemplatSelesai, draft_in, held
from service.domain.catatan import Catatan
from service.domain.pasangan_versi import KONSEP, PasanganKonsep
from service.domain.wewenang import Hadir
from service.ports import House

PROOF = "proof"
JADI, DITUNGGU, GAGAL, MACET, LEPAS = "jadi", "ditunggu", "gagal", "macet", "lepas"
TERHENTI = (GAGAL, MACET, LEPAS)


@dataclass(frozen=True)
class Contoh:
    """Where a proof stands, and why none came of the last try."""

    keadaan: str
    sebab: str = ""

    @property
    def terhenti(self) -> bool:
        """Whether it never comes unless somebody asks for it again."""
        return self.keadaan in TERHENTI


def proof_of(house: House, konsep: PasanganKonsep) -> Contoh:
    """Where the proof of a draft stands at this moment."""
    if found := _told(konsep):
        return found
    if work := house.lists.owed(PROOF, konsep.id):
        return Contoh(MACET if work.macet else DITUNGGU, work.galat)
    with house.ledger.read() as reading:  # it may have been made while we looked
        now = reading.get(PasanganKonsep, konsep.id)
    return _told(now) or Contoh(LEPAS)


def _told(konsep: PasanganKonsep) -> Contoh | None:
    if konsep.tercetak:
        return Contoh(JADI)
    return Contoh(GAGAL, konsep.galat) if konsep.galat else None


def prove_again(house: House, oleh: Hadir, konsep_id: str) -> None:
    """The proof is owed anew where it came to a halt; nothing where it is there or on its way."""
    with house.ledger.read() as reading:
        seen = draft_in(reading, oleh, konsep_id)
    if seen.keadaan == KONSEP and not proof_of(house, seen).terhenti:
        return
    with house.ledger.begin() as tx:
        before = held(tx, oleh, konsep_id)
        if before.keadaan != KONSEP:
            raise KonsepTemplatSelesai(before)
        if before.tercetak:
            return
        if before.galat:
            tx.save(before, replace(before, galat=""))
        tx.plan(PROOF, before.id)
        now, siapa = house.clock.now(), oleh.orang.id
        tx.note(Catatan(before.instansi, siapa, "pasangan_konsep_dicoba_lagi", now, before.id))
