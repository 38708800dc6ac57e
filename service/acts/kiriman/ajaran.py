"""What officers teach the house about a sender: accepted with one key, seen, and withdrawn."""

from __future__ import annotations

from dataclasses import replace

from service.acts.instansi.aturan import rules_of
from service.acts.lihat.terlihat import kiriman_for
from service.domain.aturan import MENGAJAR, AturanPengirim
from service.domain.baca_surat import normal
from service.domain.catatan import Catatan
from service.domain.kiriman import DIDAFTAR, Kiriman
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House


class TidakDapatDiajarkan(Refusal):
    """There is no sender to say anything of, or it was said."""

    def __init__(self, sebab: str) -> None:
        super().__init__(f"{sebab} Tidak ada aturan yang ditambahkan.")


def offer(house: House, oleh: Hadir, kiriman: Kiriman) -> AturanPengirim | None:
    """The rule that a person's correction suggests, not yet kept; None where it suggests none.

    Only where the machine had proposed another kind, or none that it was sure of.
    """
    pengirim = normal(kiriman.surat.pengirim)
    if kiriman.keadaan != DIDAFTAR or not pengirim or not kiriman.jenis or kiriman.rahasia:
        return None
    if not oleh.may(Act.IDENTIFY, kiriman.instansi):
        return None
    with house.ledger.read() as reading:
        rules = rules_of(house.packs, reading, kiriman.instansi)
    guessed = [one for one in kiriman.usul if one.ruas == "jenis"]
    best = max(guessed, key=lambda one: one.keyakinan, default=None)
    known = any(one.pengirim == pengirim and one.ruas == "jenis" for one in rules.pengirim)
    if known or (best and best.nilai == kiriman.jenis and best.keyakinan >= rules.ambang):
        return None
    return _rule(house, kiriman, "")


def teach(house: House, oleh: Hadir, kiriman_id: str) -> AturanPengirim:
    """All letters of this sender are of this kind, from now on."""
    with house.ledger.begin() as tx:
        kiriman = kiriman_for(tx, oleh, kiriman_id)
        oleh.need(Act.IDENTIFY, kiriman.instansi)  # it will count for every unit
        if kiriman.rahasia:
            raise TidakDapatDiajarkan("Pengirim hal yang rahasia tidak dicatat dalam aturan.")
        if kiriman.keadaan != DIDAFTAR or not normal(kiriman.surat.pengirim):
            raise TidakDapatDiajarkan("Pengirim atau jenis kiriman ini belum ditetapkan.")
        rule = _rule(house, kiriman, oleh.orang.id)
        for one in tx.find(AturanPengirim, instansi=kiriman.instansi):
            if one.dicabut is None and (one.pengirim, one.ruas) == (rule.pengirim, rule.ruas):
                raise TidakDapatDiajarkan("Untuk pengirim ini sudah ada aturan yang berlaku.")
        tx.add(rule)
        tx.note(Catatan(rule.instansi, rule.oleh, "aturan_pengirim_dibuat", rule.dibuat, rule.id))
    return rule


def taught(house: House, oleh: Hadir) -> list[AturanPengirim]:
    """The rules that stand wherever this person decides, by sender."""
    with house.ledger.read() as reading:
        found = [
            one
            for instansi in oleh.instansi
            if oleh.may(Act.IDENTIFY, instansi)
            for one in reading.find(AturanPengirim, instansi=instansi)
            if one.dicabut is None
        ]
    return sorted(found, key=lambda one: (one.instansi, one.pengirim))


def withdraw(house: House, oleh: Hadir, aturan_id: str, versi: int) -> None:
    """The rule counts no more; what was decided under it stays."""
    with house.ledger.begin() as tx:
        found = tx.find(AturanPengirim, id=aturan_id)
        if not found or not oleh.may(Act.IDENTIFY, found[0].instansi):
            raise TidakAda("Aturan itu")
        if found[0].versi != versi or found[0].dicabut:
            raise Overtaken("aturan_pengirim", aturan_id)
        now = house.clock.now()
        tx.save(found[0], replace(found[0], dicabut=now))
        tx.note(
            Catatan(found[0].instansi, oleh.orang.id, "aturan_pengirim_dicabut", now, aturan_id)
        )


def _rule(house: House, kiriman: Kiriman, oleh: str) -> AturanPengirim:
    return AturanPengirim(
        house.new_id(),
        kiriman.instansi,
        normal(kiriman.surat.pengirim),
        kiriman.surat.pengirim,
        MENGAJAR[0],
        kiriman.jenis,
        oleh,
        house.clock.now(),
        kiriman.id,
    )
