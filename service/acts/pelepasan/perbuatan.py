"""What a person does with a file on its way out, whatever it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from service.acts.orang import izin
from service.acts.simpan.lent import lent
from service.domain.catatan import Catatan
from service.domain.gerbang import keluar
from service.domain.gerbang.hitam import KotakHitam
from service.domain.gerbang.keluar import PDF, FileKeluar
from service.domain.gerbang.pelepasan import ALASAN, AlasanKurang
from service.domain.refusals import Overtaken, TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx

JOB, TERBITKAN = "gerbang", "terbitkan"
TERTANDA, TANDA = "ttd_ada", b"/ByteRange"  # a signature a copy would lose: as found, as bytes
DIPERIKSA, SALINAN = "file_diperiksa", "file_salinan_diminta"
BATAL, LEPAS = "file_salinan_dibatalkan", "file_temuan_dilepas"
DILEPAS, DITARIK = "file_dilepas", "file_ditarik"


@dataclass(frozen=True, slots=True)
class Perihal:
    """What the file belongs to, and where in the office that is."""

    id: str
    instansi: str
    unit: str = ""
    tampak: bool = False  # it is before the public already


Berdiri = Callable[[Reading, Hadir, str], tuple[Perihal, FileKeluar | None]]


@dataclass(frozen=True, slots=True)
class Dilihat:
    """Which file, as the person saw it on the page."""

    induk: str
    versi: int


@dataclass(frozen=True, slots=True)
class Perbuatan:
    """The deeds for one kind of thing, which says how its file is found."""

    berdiri: Berdiri

    def clear(
        self, house: House, oleh: Hadir, di: Dilihat, dilihat: str, ids: Sequence[str], alasan: str
    ) -> FileKeluar:
        """These hits may be known by everybody, and why; the person is named with each."""
        with house.ledger.begin() as tx:
            one, before = self._need(tx, oleh, di)
            kata, now = said(alasan), house.clock.now()
            done = keluar.cleared(before, dilihat, ids, oleh.orang.id, kata, now)
            reason = izin.written(house, tx, one.instansi, one.id, kata)
            known = set(before.lepas)
            lepas = tuple(x if x in known else replace(x, alasan=reason) for x in done.lepas)
            told = {"alasan": reason, "banyak": str(len(set(ids)))}
            return kept(house, tx, one, oleh, before, replace(done, lepas=lepas), LEPAS, told)

    def copy(self, house: House, oleh: Hadir, di: Dilihat) -> FileKeluar:
        """A copy of what is seen is made and looked at."""
        return self._asked(house, oleh, di, keluar.copy_asked)

    def blacken(
        self,
        house: House,
        oleh: Hadir,
        di: Dilihat,
        kotak: Sequence[KotakHitam],
        jenis: Sequence[str] = (),
    ) -> FileKeluar:
        """What lies under the boxes, and numbers of these kinds, is taken out of a copy."""
        with house.ledger.read() as reading:
            _, row = self._held(reading, oleh, di)
        found: list[KotakHitam] = []
        if jenis and row.tampak_mime == PDF:
            with lent(house, row.tampak) as path:
                found = house.gate.personal(path, jenis)
        boxes = [*kotak, *found]
        return self._asked(house, oleh, di, lambda one: keluar.boxes_asked(one, boxes))

    def without_copy(self, house: House, oleh: Hadir, di: Dilihat) -> FileKeluar:
        """The copy is given up; the file itself stands to be decided again."""
        with house.ledger.begin() as tx:
            one, before = self._need(tx, oleh, di)
            return kept(house, tx, one, oleh, before, keluar.without_copy(before), BATAL, {})

    def release(self, house: House, oleh: Hadir, di: Dilihat, dilihat: str) -> FileKeluar:
        """Exactly these bytes may go out; refused while anything stands against them."""
        with house.ledger.begin() as tx:
            one, before = self._need(tx, oleh, di)
            done = keluar.released(before, dilihat, oleh.orang.id, house.clock.now())
            told = {"asal": done.asal, "keluar": done.tampak, "cara": done.cara}
            tx.plan(TERBITKAN, one.instansi)
            return kept(house, tx, one, oleh, before, done, DILEPAS, told)

    def withdraw(self, house: House, oleh: Hadir, di: Dilihat, alasan: str) -> FileKeluar:
        """It goes out no more; it is looked at anew before it ever does again."""
        with house.ledger.begin() as tx:
            one, before = self._need(tx, oleh, di)
            kata = said(alasan)
            done = keluar.withdrawn(before, oleh.orang.id, house.clock.now())
            told = {"alasan": izin.written(house, tx, one.instansi, one.id, kata)}
            tx.plan(TERBITKAN, one.instansi)  # gone from the public at once
            return kept(house, tx, one, oleh, before, done, DITARIK, told)

    def _asked(
        self, house: House, oleh: Hadir, di: Dilihat, rule: Callable[[FileKeluar], FileKeluar]
    ) -> FileKeluar:
        with house.ledger.begin() as tx:
            one, before = self._need(tx, oleh, di)
            done = rule(before)
            tx.plan(JOB, before.id)
            told = {"cara": done.diminta, "kotak": str(len(done.kotak))}
            return kept(house, tx, one, oleh, before, done, SALINAN, told)

    def _need(self, tx: Tx, oleh: Hadir, di: Dilihat) -> tuple[Perihal, FileKeluar]:
        one, before = self._held(tx, oleh, di)
        izin.need(tx, oleh, Act.PUBLISH, izin.Tempat(one.instansi, one.unit))
        return one, before

    def _held(self, reading: Reading, oleh: Hadir, di: Dilihat) -> tuple[Perihal, FileKeluar]:
        one, before = self.berdiri(reading, oleh, di.induk)
        if before is None:
            raise TidakAda("Pemeriksaan itu")
        if before.versi != di.versi:
            raise Overtaken("file_keluar", before.id)
        return one, before


def said(alasan: str) -> str:
    """A reason in one line, long enough to be one."""
    kata = " ".join(alasan.split())
    if len(kata) < ALASAN:
        raise AlasanKurang
    return kata


def begun(house: House, tx: Tx, one: Perihal, oleh: Hadir, fresh: FileKeluar) -> FileKeluar:
    """The file is to be looked at; asked twice it is looked at once."""
    found = tx.find(FileKeluar, id=fresh.id)
    before = found[0] if found else None
    after = keluar.begun(fresh, before)
    if before is not None and after == before:
        return before
    tx.plan(JOB, after.id)
    if before is not None:
        return kept(house, tx, one, oleh, before, after, DIPERIKSA, {})
    tx.add(after)
    _noted(house, tx, one, oleh, DIPERIKSA, after, {})
    return after


def kept(
    house: House,
    tx: Tx,
    one: Perihal,
    oleh: Hadir,
    before: FileKeluar,
    after: FileKeluar,
    perbuatan: str,
    told: dict[str, str],
) -> FileKeluar:
    """Write down what was done, and by whom."""
    tx.save(before, after)
    _noted(house, tx, one, oleh, perbuatan, after, told)
    return replace(after, versi=before.versi + 1)


def _noted(
    house: House,
    tx: Tx,
    one: Perihal,
    oleh: Hadir,
    perbuatan: str,
    after: FileKeluar,
    told: dict[str, str],
) -> None:
    if one.tampak:
        tx.plan(TERBITKAN, one.instansi)  # what is let go, or held back, is so for the public
    rincian = {"sha256": after.tampak, **told}
    now = house.clock.now()
    tx.note(Catatan(one.instansi, oleh.orang.id, perbuatan, now, one.id, rincian))
