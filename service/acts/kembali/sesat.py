"""What lay among the returned papers and nobody can place: kept, shown, and settled by a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from service.acts.instansi.pilihan import at_work
from service.acts.kembali.aplikasi import known_already, take
from service.acts.kembali.tertahan import Datang, record
from service.acts.kembali.tinta_folder import hand_in
from service.acts.lihat.naskah_terbaca import need_readable
from service.acts.lihat.terlihat import reach_of
from service.acts.naskah.acuan import declared_for
from service.acts.naskah.lihat import naskah_for
from service.acts.naskah.tempat_ttd import places
from service.acts.orang import izin
from service.acts.simpan.keep import hold, keep
from service.acts.simpan.lent import lent
from service.domain import file_sesat as s
from service.domain.alasan import Alasan
from service.domain.catatan import MESIN, RUMAH, Catatan
from service.domain.file_sesat import FileSesat
from service.domain.ids import derived, is_id
from service.domain.kiriman import shown
from service.domain.naskah import DIKIRIM, DISETUJUI, BukanSaatnya, Naskah
from service.domain.refusals import Overtaken, TidakAda, TidakBerwenang, Unavailable
from service.domain.tempat_ttd import APLIKASI, TINTA
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading
from service.ports.tanda_tangan import BarisTtd, SaringKeluar

NAMA = 500  # letters
TERBANYAK = 200  # papers that are offered
DISEBUT = "Seseorang menyebut file ini milik naskah ini."


@dataclass(frozen=True)
class Sesat:
    """One of them as its page shows it."""

    sesat: FileSesat
    calon: Sequence[BarisTtd]  # papers that it may be
    alasan: str  # why it was decided so


def kept(house: House, path: Path, nama: str, sebab: str) -> FileSesat:
    """The file in the store, and asked about; the same bytes are one row, however often."""
    held, now = keep(house, path), house.clock.now()
    fresh = FileSesat(
        derived(f"file sesat {held.sha256}"), held.sha256, shown(nama)[-NAMA:], now, sebab
    )
    with house.ledger.begin() as tx:
        found = tx.find(FileSesat, id=fresh.id)
        after = s.laid_again(found[0], nama, now) if found else fresh
        if found and after == found[0]:
            return after
        if found:
            tx.save(found[0], after)
        else:
            tx.add(after)
            hold(tx, held)
        told = {"sha256": held.sha256}
        tx.note(Catatan(RUMAH, MESIN, "file_sesat_disimpan", now, after.id, told))
    return after


def may(house: House, oleh: Hadir) -> bool:
    """Whether a person may know of them: a name may tell much, and nobody knows whose it is."""
    alone = len(at_work(house)) == 1 and oleh.may(Act.SIGN)
    return alone or oleh.may(Act.PEOPLE, RUMAH)


def waiting(house: House, oleh: Hadir, atmost: int) -> list[FileSesat]:
    """Those that nobody has decided yet, the oldest first."""
    return house.kembali.strays(atmost) if may(house, oleh) else []


def count(house: House, oleh: Hadir, atmost: int) -> int:
    """How many of them there are."""
    return house.kembali.count_strays(atmost) if may(house, oleh) else 0


def read(house: House, oleh: Hadir, id_: str) -> Sesat:
    """One of them; TidakAda for who may not know of it."""
    if not may(house, oleh):
        raise TidakAda("File itu")
    with house.ledger.read() as reading:
        found = reading.find(FileSesat, id=id_) if is_id(id_) else []
        if not found:
            raise TidakAda("File itu")
        why = [x.kata for x in reading.find(Alasan, id=found[0].alasan)] if found[0].alasan else []
    places = reach_of(house, oleh, Act.SIGN)
    calon = house.ttd.out(places, SaringKeluar(), 0, TERBANYAK) if places else []
    return Sesat(found[0], calon, "".join(why))


def belongs(
    house: House, oleh: Hadir, id_: str, versi: int, naskah_id: str, alasan: str
) -> FileSesat:
    """It is that paper: from then on the rule on what comes back judges it."""
    with house.ledger.begin() as tx:
        if not naskah_id:
            raise s.TanpaNaskah
        naskah, berkas = naskah_for(tx, oleh, naskah_id)
        need_readable(tx, oleh, naskah, berkas, declared_for(house, tx, naskah))
        izin.need(tx, oleh, Act.SIGN, izin.Tempat(naskah.instansi, berkas.unit))
        if naskah.keadaan not in (DISETUJUI, DIKIRIM):
            raise BukanSaatnya(naskah.keadaan, DIKIRIM)
        before = _held(house, tx, oleh, id_, versi)
        now, who = house.clock.now(), oleh.orang.id
        s.placed(before, naskah.id, who, now, alasan)  # refused before anything is written
        reason = izin.written(house, tx, naskah.instansi, naskah.id, alasan.strip())
        after = s.placed(before, naskah.id, who, now, reason)
        tx.save(before, after)
        told = {"naskah": naskah.id, "sha256": before.file, "alasan": reason}
        tx.note(Catatan(naskah.instansi, who, "file_sesat_dipasangkan", now, naskah.id, told))
        tx.plan("sesat", before.id)
    return after


def put_aside(house: House, oleh: Hadir, id_: str, versi: int, alasan: str) -> FileSesat:
    """It is none of ours; its bytes stay kept."""
    with house.ledger.begin() as tx:
        before = _held(house, tx, oleh, id_, versi)
        now, who = house.clock.now(), oleh.orang.id
        s.put_aside(before, who, now, alasan)
        reason = izin.written(house, tx, RUMAH, before.id, alasan.strip())
        after = s.put_aside(before, who, now, reason)
        tx.save(before, after)
        told = {"sha256": before.file, "alasan": reason}
        tx.note(Catatan(RUMAH, who, "file_sesat_disisihkan", now, before.id, told))
    return after


def _held(house: House, tx: Reading, oleh: Hadir, id_: str, versi: int) -> FileSesat:
    if not may(house, oleh):
        raise TidakBerwenang("File ini diputuskan pimpinan PPID. Tidak ada yang berubah.")
    before = tx.get(FileSesat, id_)
    if before.keadaan != s.MENUNGGU:
        raise s.SudahDiurus
    if before.versi != versi:
        raise Overtaken("file_sesat", id_)
    return before


def join(house: House, sesat_id: str) -> None:
    """What a person said is a paper of ours goes the way of all that comes back; done twice it is
    the same."""
    with house.ledger.read() as reading:
        one = reading.get(FileSesat, sesat_id)
        if one.keadaan != s.DIPASANGKAN:
            return
        naskah = reading.get(Naskah, one.naskah)
        ink = any(x.jalan == TINTA for x in places(reading, naskah))
    if naskah.keadaan == DISETUJUI:
        raise Unavailable("Naskah ini belum tercatat terkirim; dicoba lagi.")
    with lent(house, one.file) as path:
        if hand_in(house, naskah, path, one.nama) or known_already(house, naskah, path):
            return
        if ink:
            record(house, naskah, Datang(path, one.nama, TINTA, (DISEBUT, one.sebab)))
        else:
            take(house, naskah, Datang(path, one.nama, APLIKASI, ()))
    with house.ledger.begin() as tx:
        tx.plan("collect", naskah.id)  # it may lie with its signer no more
