"""The papers of a list that somebody approved: its berita acara, filled from its archives."""

from __future__ import annotations

from dataclasses import replace

from service.acts.arsip.usul import APA, usul_for
from service.acts.lihat.berkas import every_for
from service.acts.naskah.fill import Mulai, filled
from service.acts.naskah.jenis import asking
from service.acts.orang import izin
from service.domain.arsip import usul as u
from service.domain.arsip.usul import Usul
from service.domain.arsip.usul_isian import SUMBER_DAFTAR
from service.domain.berkas import BERJALAN, DIARSIPKAN, Berkas
from service.domain.catatan import Catatan
from service.domain.ids import derived, is_id
from service.domain.naskah import BATAL, Naskah
from service.domain.refusals import TidakAda
from service.domain.ruas import Pasangan
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx


def kinds(house: House, usul: Usul) -> list[Pasangan]:
    """The kinds of paper of such a list, by what their tables ask for."""
    wanted = [one for one, lists in SUMBER_DAFTAR.items() if usul.macam in lists]
    return asking(house, usul.instansi, wanted)


def papers(reading: Reading, usul: Usul) -> list[Naskah]:
    """Those that were begun and not given up, oldest first."""
    found = reading.find(Naskah, berkas=usul.berkas) if usul.berkas else []
    return sorted((x for x in found if x.keadaan != BATAL), key=lambda x: (x.dibuat, x.id))


def write(house: House, oleh: Hadir, usul_id: str, jenis: str, id_: str) -> Naskah:
    """A konsep that names every archive of the list, in a matter of the list's own."""
    if not is_id(id_):
        raise TidakAda("Naskah itu")
    with house.ledger.begin() as tx:
        before = usul_for(tx, oleh, usul_id)
        tempat = izin.Tempat(before.instansi, before.unit)
        given = izin.need(tx, oleh, Act.ARCHIVE, tempat)
        if jenis not in {one.jenis for one in kinds(house, before)}:
            raise TidakAda(APA)
        after = u.papered(before, derived(f"naskah usul {before.id}"))
        if not before.berkas:
            _begun(house, tx, oleh, after, given)
            tx.save(before, after)
        elif not tx.find(Naskah, id=id_):
            _open_again(house, tx, after, given)
        return filled(house, tx, oleh, Mulai(after.berkas, jenis, id=id_))


def _open_again(house: House, tx: Tx, usul: Usul, given: izin.Izin) -> None:
    """What was bound waits for a corrected paper, until the list is carried out or given up."""
    bound = tx.get(Berkas, usul.berkas)
    if bound.keadaan != DIARSIPKAN:
        return
    tx.save(bound, replace(bound, keadaan=BERJALAN, ditutup=None))
    told = {"usul": usul.id, "pemegang": given.pemegang}
    now = house.clock.now()
    tx.note(Catatan(usul.instansi, given.siapa, "berkas_dibuka_kembali", now, bound.id, told))


def _begun(house: House, tx: Tx, oleh: Hadir, usul: Usul, given: izin.Izin) -> None:
    """Withheld as soon as one of its archives is; of the unit from which all of them come."""
    found, now = every_for(tx, oleh, usul.arsip), house.clock.now()
    units = {one.unit for one in found}
    unit = usul.unit or (units.pop() if len(units) == 1 else "")
    one = Berkas(usul.berkas, usul.instansi, unit, usul.judul, "", BERJALAN, now, oleh=given.siapa)
    tx.add(replace(one, rahasia=any(x.rahasia for x in found)))
    told = {"usul": usul.id, "pemegang": given.pemegang}
    tx.note(Catatan(usul.instansi, given.siapa, "berkas_dibuka", now, one.id, told))
