"""A signed decree establishes its edition, and every line that it lists."""

from __future__ import annotations

from collections.abc import Sequence

from service.acts.edisi.susun import frozen_rows, in_batches, last
from service.acts.informasi.baca import reasoned
from service.acts.orang.hadir import day
from service.domain.catatan import MESIN, Catatan
from service.domain.edisi import jalan
from service.domain.edisi.edisi import DIP, RANCANGAN, Edisi
from service.domain.informasi import jalan_dip
from service.domain.informasi.baris import dip_row
from service.domain.informasi.beda import Baris
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import TERVERIFIKASI
from service.domain.informasi.kode import read_kode
from service.domain.informasi.riwayat import Oleh
from service.domain.informasi.unsur import Sk
from service.domain.naskah import DIARSIPKAN, DITANDATANGANI, Naskah
from service.ports import House, Reading


def establish(house: House, edisi_id: str) -> None:
    """The lines first, a few at a time, then the edition itself; begun again, it goes on."""
    with house.ledger.read() as reading:
        one = reading.get(Edisi, edisi_id)
        if one.keadaan != RANCANGAN or one.beku is None:
            return
        sk = decree_of(reading, one.naskah)
    jalan.decreed(one, sk, 1, "")  # refused before a line is touched
    if one.daftar == DIP:
        for few in in_batches(frozen_rows(house, one.isi)):
            _lines(house, one, sk, few)
    with house.ledger.begin() as tx:
        tx.hold_editions(one.instansi)
        before = tx.get(Edisi, edisi_id)
        if before.keadaan != RANCANGAN or before.beku is None:
            return
        year = sk.tanggal.year if sk.tanggal else 0
        same = tx.find(Edisi, instansi=one.instansi, daftar=one.daftar, tahun=year)
        urut = 1 + max((x.urut for x in same), default=0)
        prior = last(tx, one.instansi, one.daftar)
        after = jalan.decreed(before, sk, urut, prior.id if prior else "")
        tx.save(before, after)
        told = {"sk": sk.naskah, "isi": after.isi, "edisi": f"{after.tahun}.{after.urut}"}
        now = house.clock.now()
        tx.note(Catatan(one.instansi, MESIN, "edisi_ditetapkan", now, one.id, told))


def decree_of(reading: Reading, naskah_id: str) -> Sk:
    """A paper as the decree that it is; signed only where it is."""
    paper = reading.get(Naskah, naskah_id)
    done = paper.keadaan in (DITANDATANGANI, DIARSIPKAN)
    return Sk(paper.id, paper.nomor, paper.tanggal, ditandatangani=done)


def _lines(house: House, one: Edisi, sk: Sk, rows: Sequence[Baris]) -> None:
    """Those that still say what the decree has; what was moved since is left as it is."""
    said = {read_kode(row["kode"]): row for row in rows}
    with house.ledger.begin() as tx:
        now = house.clock.now()
        today = day(tx, one.instansi, now)
        oleh = Oleh(MESIN, now, sk=sk)
        found = tx.find(Informasi, kode=list(said), instansi=one.instansi, keadaan=TERVERIFIKASI)
        fit = [x for x in found if _row(x) == dict(said[x.kode])]
        for before in fit:
            done = jalan_dip.establish(before, oleh, today)
            tx.save(before, done.informasi)
            tx.add(reasoned(house, tx, before.instansi, done.riwayat))
        if fit:
            told = {"banyak": str(len(fit)), "sk": sk.naskah}
            tx.note(Catatan(one.instansi, MESIN, "informasi_ditetapkan", now, one.id, told))


def _row(one: Informasi) -> dict[str, str]:
    return {name: said for name, said in dip_row(one).items() if said}
