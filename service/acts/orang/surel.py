"""Where a person gets mail: said by themselves, on their own page."""

from __future__ import annotations

from dataclasses import replace

from service.domain.catatan import Catatan
from service.domain.refusals import Overtaken
from service.domain.surel_kirim import checked_alamat
from service.domain.surel_pengingat import AlamatSurel, SuratPengingat
from service.domain.wewenang import Hadir
from service.ports import House, Reading

TERAKHIR = 14  # letters that a person is shown


def address_of(reading: Reading, orang: str) -> AlamatSurel | None:
    """What they said last; None where they never did."""
    found = reading.find(AlamatSurel, id=orang)
    return found[0] if found else None


def say(house: House, oleh: Hadir, versi: int, alamat: str, *, mau: bool) -> AlamatSurel:
    """The address as its person wants it, tried anew from now on; '' takes it away."""
    checked = checked_alamat(alamat) if alamat.strip() else ""
    orang = oleh.orang
    after = AlamatSurel(orang.id, orang.instansi, checked, mati=not mau)
    with house.ledger.begin() as tx:
        before = address_of(tx, orang.id)
        if (before.versi if before else 0) != versi:
            raise Overtaken("alamat_surel", orang.id)
        if before is None:
            tx.add(after)
        else:
            after = replace(after, versi=before.versi)
            tx.save(before, after)
        told = {"mau": "ya" if mau else "tidak", "ada": "ya" if checked else "tidak"}
        now = house.clock.now()
        tx.note(Catatan(orang.instansi, orang.id, "surel_diatur", now, orang.id, told))
    return after


def letters(house: House, oleh: Hadir) -> list[SuratPengingat]:
    """The last letters to this person, newest first."""
    with house.ledger.read() as reading:
        found = reading.find(SuratPengingat, orang=oleh.orang.id)
    return sorted(found, key=lambda one: one.tanggal, reverse=True)[:TERAKHIR]
