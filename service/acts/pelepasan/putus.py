"""A person has a file looked at, clears its hits, chooses what goes out, and lets it go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from service.acts.informasi.baca import informasi_for
from service.acts.orang import izin
from service.acts.pelepasan.baca import file_of, held, need_open
from service.acts.simpan.lent import lent
from service.domain.catatan import Catatan
from service.domain.gerbang import keluar
from service.domain.gerbang.hitam import KotakHitam
from service.domain.gerbang.keluar import FileKeluar, id_of
from service.domain.gerbang.pelepasan import ALASAN, AlasanKurang
from service.domain.informasi.informasi import Informasi
from service.domain.wewenang import Act, Hadir
from service.ports import House, Tx

JOB, TERBITKAN = "gerbang", "terbitkan"
TERTANDA, LEPAS = "ttd_ada", "file_temuan_dilepas"


def begin(house: House, oleh: Hadir, informasi: str) -> FileKeluar:
    """The file is to be looked at; asked twice it is looked at once."""
    with house.ledger.begin() as tx:
        one = informasi_for(tx, oleh, informasi)
        izin.need(tx, oleh, Act.FILL, izin.Tempat(one.instansi, one.unit))
        file = file_of(tx, oleh, one)
        need_open(tx, one, file.sha256)
        found = tx.find(FileKeluar, id=id_of(one.id))
        before = found[0] if found else None
        signed = any(each.kode == TERTANDA for each in file.temuan)
        fresh = FileKeluar(
            id_of(one.id),
            one.instansi,
            one.id,
            file.sha256,
            file.mime,
            file.ukuran,
            file.nama,
            bertanda=signed,
        )
        after = keluar.begun(fresh, before)
        if before is not None and after == before:
            return before
        if before is None:
            tx.add(after)
        else:
            tx.save(before, after)
            after = replace(after, versi=before.versi + 1)
        tx.plan(JOB, after.id)
        _noted(house, tx, one, oleh, "file_diperiksa", after)
        return after


def clear(
    house: House,
    oleh: Hadir,
    informasi: str,
    versi: int,
    dilihat: str,
    ids: Sequence[str],
    alasan: str,
) -> FileKeluar:
    """These hits may be known by everybody, and why; the person is named with each."""
    with house.ledger.begin() as tx:
        one, before = _need(tx, oleh, informasi, versi)
        if len(" ".join(alasan.split())) < ALASAN:
            raise AlasanKurang
        done = keluar.cleared(before, dilihat, ids, oleh.orang.id, alasan, house.clock.now())
        reason = izin.written(house, tx, one.instansi, one.id, " ".join(alasan.split()))
        known = set(before.lepas)
        lepas = tuple(
            each if each in known else replace(each, alasan=reason) for each in done.lepas
        )
        told = {"alasan": reason, "banyak": str(len(set(ids)))}
        return _kept(house, tx, (one, oleh), before, replace(done, lepas=lepas), LEPAS, told)


def copy(house: House, oleh: Hadir, informasi: str, versi: int) -> FileKeluar:
    """A copy of what is seen is made and looked at."""
    return _asked(house, oleh, informasi, versi, keluar.copy_asked)


def blacken(
    house: House, oleh: Hadir, informasi: str, versi: int, kotak: Sequence[KotakHitam]
) -> FileKeluar:
    """What lies under the boxes is taken out of a copy, and the copy proved."""
    return _asked(house, oleh, informasi, versi, lambda one: keluar.boxes_asked(one, kotak))


def without_copy(house: House, oleh: Hadir, informasi: str, versi: int) -> FileKeluar:
    """The copy is given up; the file itself stands to be decided again."""
    with house.ledger.begin() as tx:
        one, before = _need(tx, oleh, informasi, versi)
        done = keluar.without_copy(before)
        return _kept(house, tx, (one, oleh), before, done, "file_salinan_dibatalkan", {})


def release(house: House, oleh: Hadir, informasi: str, versi: int, dilihat: str) -> FileKeluar:
    """Exactly these bytes may go out; refused while anything stands against them."""
    with house.ledger.begin() as tx:
        one, before = _need(tx, oleh, informasi, versi)
        done = keluar.released(before, dilihat, oleh.orang.id, house.clock.now())
        told = {"asal": done.asal, "keluar": done.tampak, "cara": done.cara}
        tx.plan(TERBITKAN, one.instansi)
        return _kept(house, tx, (one, oleh), before, done, "file_dilepas", told)


def withdraw(house: House, oleh: Hadir, informasi: str, versi: int, alasan: str) -> FileKeluar:
    """It goes out no more; it is looked at anew before it ever does again."""
    with house.ledger.begin() as tx:
        one, before = _need(tx, oleh, informasi, versi)
        if len(" ".join(alasan.split())) < ALASAN:
            raise AlasanKurang
        done = keluar.withdrawn(before, oleh.orang.id, house.clock.now())
        reason = izin.written(house, tx, one.instansi, one.id, " ".join(alasan.split()))
        tx.plan(TERBITKAN, one.instansi)  # gone from the public at once
        return _kept(house, tx, (one, oleh), before, done, "file_ditarik", {"alasan": reason})


def _asked(
    house: House,
    oleh: Hadir,
    informasi: str,
    versi: int,
    rule: Callable[[FileKeluar], FileKeluar],
) -> FileKeluar:
    with house.ledger.begin() as tx:
        one, before = _need(tx, oleh, informasi, versi)
        done = rule(before)
        tx.plan(JOB, before.id)
        told = {"cara": done.diminta, "kotak": str(len(done.kotak))}
        return _kept(house, tx, (one, oleh), before, done, "file_salinan_diminta", told)


def _need(tx: Tx, oleh: Hadir, informasi: str, versi: int) -> tuple[Informasi, FileKeluar]:
    one, before = held(tx, oleh, informasi, versi)
    izin.need(tx, oleh, Act.PUBLISH, izin.Tempat(one.instansi, one.unit))
    return one, before


def _kept(
    house: House,
    tx: Tx,
    about: tuple[Informasi, Hadir],
    before: FileKeluar,
    after: FileKeluar,
    perbuatan: str,
    told: dict[str, str],
) -> FileKeluar:
    tx.save(before, after)
    one, oleh = about
    _noted(house, tx, one, oleh, perbuatan, after, told)
    return replace(after, versi=before.versi + 1)


def _noted(
    house: House,
    tx: Tx,
    one: Informasi,
    oleh: Hadir,
    perbuatan: str,
    after: FileKeluar,
    told: dict[str, str] | None = None,
) -> None:
    rincian = {"sha256": after.tampak, **(told or {})}
    now = house.clock.now()
    if one.tampak:
        tx.plan("terbitkan", one.instansi)  # what is let go, or held back, is so for the public
    tx.note(Catatan(one.instansi, oleh.orang.id, perbuatan, now, one.id, rincian))


def blacken_found(
    house: House,
    oleh: Hadir,
    informasi: str,
    versi: int,
    jenis: Sequence[str],
    kotak: Sequence[KotakHitam],
) -> FileKeluar:
    """The same, the machine marking itself where numbers of these kinds are to be read."""
    with house.ledger.read() as reading:
        _, before = held(reading, oleh, informasi, versi)
    found: list[KotakHitam] = []
    if jenis and before.tampak_mime == keluar.PDF:
        with lent(house, before.tampak) as path:
            found = house.gate.personal(path, jenis)
    return blacken(house, oleh, informasi, versi, [*kotak, *found])
