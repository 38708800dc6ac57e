"""The signed decree of an edition on its way to the public, by the gate that every file passes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from service.acts.edisi.baca import edisi_for
from service.acts.orang import izin
from service.acts.pelepasan.baca import is_shut
from service.acts.pelepasan.putus import JOB, TERBITKAN
from service.acts.simpan.lent import lent
from service.domain.catatan import Catatan
from service.domain.edisi.edisi import DIP, DITETAPKAN, PENETAPAN, TERBIT, Edisi
from service.domain.edisi.terbitan import FileTerbit
from service.domain.gerbang import keluar
from service.domain.gerbang.hitam import KotakHitam
from service.domain.gerbang.keluar import PDF, FileKeluar, id_of
from service.domain.gerbang.pelepasan import ALASAN, AlasanKurang
from service.domain.naskah import Naskah
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.simpanan import Simpanan
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx

NAMA = "surat-keputusan.pdf"
KEPALA, TANDA = b"%PDF-", b"/ByteRange"


class TanpaSk(Refusal):
    """There is no signed paper that could go out."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Surat keputusan edisi ini tidak tersimpan sebagai PDF bertanda tangan, jadi tidak ada "
            "yang dapat diumumkan. Tidak ada yang diubah."
        )


def decree(reading: Reading, one: Edisi) -> str:
    """The sha256 of the signed paper on which an edition of the DIP stands; '' where none may go.

    Decrees of a test name what is withheld: they do not go out this way.
    """
    if (one.daftar, one.jenis) != (DIP, PENETAPAN) or one.keadaan not in (DITETAPKAN, TERBIT):
        return ""
    found = reading.find(Naskah, id=one.naskah) if one.naskah and one.sk.sah else []
    return found[0].bertanda_tangan if found else ""


def sk_out(reading: Reading, one: Edisi) -> FileTerbit | None:
    """The decree that a person let go, as long as nothing has changed since; else None."""
    asal = decree(reading, one)
    for row in reading.find(FileKeluar, id=id_of(one.id)) if asal else ():
        if keluar.goes_out(row, asal) and not is_shut(reading, row.asal, row.hasil):
            nama = f"sk-{one.daftar}-{one.instansi}-{one.tahun}-{one.urut}.pdf"
            return FileTerbit(row.tampak, nama, row.tampak_mime, row.tampak_ukuran)
    return None


def standing(reading: Reading, oleh: Hadir, edisi_id: str) -> tuple[Edisi, FileKeluar | None]:
    """The edition, and its decree on the way out as far as it counts for the paper of now."""
    one = edisi_for(reading, oleh, edisi_id)
    asal = decree(reading, one)
    found = reading.find(FileKeluar, id=id_of(one.id)) if asal else []
    current = [row for row in found if row.asal == asal]
    return one, current[0] if current else None


def begin(house: House, oleh: Hadir, edisi_id: str) -> FileKeluar:
    """The decree is to be looked at; asked twice it is looked at once."""
    with house.ledger.read() as reading:
        asal = decree(reading, edisi_for(reading, oleh, edisi_id))
        kept = reading.find(Simpanan, id=asal) if asal else []
    if not kept:
        raise TanpaSk
    with lent(house, asal) as path:
        content = path.read_bytes()
    if not content.startswith(KEPALA):
        raise TanpaSk
    with house.ledger.begin() as tx:
        one = edisi_for(tx, oleh, edisi_id)
        izin.need(tx, oleh, Act.PUBLISH, izin.Tempat(one.instansi, ""))
        if decree(tx, one) != asal:
            raise Overtaken("edisi", one.id)
        found = tx.find(FileKeluar, id=id_of(one.id))
        before = found[0] if found else None
        signed = TANDA in content
        told = (id_of(one.id), one.instansi, one.id, asal, PDF, kept[0].ukuran, NAMA)
        after = keluar.begun(FileKeluar(*told, bertanda=signed), before)
        if before is not None and after == before:
            return before
        if before is None:
            tx.add(after)
        else:
            tx.save(before, after)
            after = replace(after, versi=before.versi + 1)
        tx.plan(JOB, after.id)
        _noted(house, tx, one, oleh, "file_diperiksa", after, {})
        return after


def clear(
    house: House,
    oleh: Hadir,
    edisi_id: str,
    versi: int,
    dilihat: str,
    ids: Sequence[str],
    alasan: str,
) -> FileKeluar:
    """These hits may be known by everybody, and why; the person is named with each."""
    with house.ledger.begin() as tx:
        one, before = _need(tx, oleh, edisi_id, versi)
        now = house.clock.now()
        done = keluar.cleared(before, dilihat, ids, oleh.orang.id, alasan, now)
        reason = izin.written(house, tx, one.instansi, one.id, _reason(alasan))
        known = set(before.lepas)
        lepas = tuple(x if x in known else replace(x, alasan=reason) for x in done.lepas)
        told = {"alasan": reason, "banyak": str(len(set(ids)))}
        after = replace(done, lepas=lepas)
        return _kept(house, tx, (one, oleh), before, after, "file_temuan_dilepas", told)


def copy(house: House, oleh: Hadir, edisi_id: str, versi: int) -> FileKeluar:
    """A copy of what is seen is made and looked at."""
    return _asked(house, oleh, edisi_id, versi, keluar.copy_asked)


def blacken(
    house: House,
    oleh: Hadir,
    edisi_id: str,
    versi: int,
    jenis: Sequence[str],
    kotak: Sequence[KotakHitam],
) -> FileKeluar:
    """What lies under the boxes, and numbers of these kinds, is taken out of a copy."""
    with house.ledger.read() as reading:
        _, row = standing(reading, oleh, edisi_id)
    found: list[KotakHitam] = []
    if row and jenis:
        with lent(house, row.tampak) as path:
            found = house.gate.personal(path, jenis)
    return _asked(
        house, oleh, edisi_id, versi, lambda one: keluar.boxes_asked(one, [*kotak, *found])
    )


def without_copy(house: House, oleh: Hadir, edisi_id: str, versi: int) -> FileKeluar:
    """The copy is given up; the paper itself stands to be decided again."""
    with house.ledger.begin() as tx:
        one, before = _need(tx, oleh, edisi_id, versi)
        done = keluar.without_copy(before)
        return _kept(house, tx, (one, oleh), before, done, "file_salinan_dibatalkan", {})


def release(house: House, oleh: Hadir, edisi_id: str, versi: int, dilihat: str) -> FileKeluar:
    """Exactly these bytes go out beside the edition."""
    with house.ledger.begin() as tx:
        one, before = _need(tx, oleh, edisi_id, versi)
        done = keluar.released(before, dilihat, oleh.orang.id, house.clock.now())
        told = {"asal": done.asal, "keluar": done.tampak, "cara": done.cara}
        tx.plan(TERBITKAN, one.instansi)
        return _kept(house, tx, (one, oleh), before, done, "file_dilepas", told)


def withdraw(house: House, oleh: Hadir, edisi_id: str, versi: int, alasan: str) -> FileKeluar:
    """It goes out no more; it is looked at anew before it ever does again."""
    with house.ledger.begin() as tx:
        one, before = _need(tx, oleh, edisi_id, versi)
        done = keluar.withdrawn(before, oleh.orang.id, house.clock.now())
        reason = izin.written(house, tx, one.instansi, one.id, _reason(alasan))
        tx.plan(TERBITKAN, one.instansi)
        return _kept(house, tx, (one, oleh), before, done, "file_ditarik", {"alasan": reason})


def _reason(alasan: str) -> str:
    kata = " ".join(alasan.split())
    if len(kata) < ALASAN:
        raise AlasanKurang
    return kata


def _asked(
    house: House,
    oleh: Hadir,
    edisi_id: str,
    versi: int,
    rule: Callable[[FileKeluar], FileKeluar],
) -> FileKeluar:
    with house.ledger.begin() as tx:
        one, before = _need(tx, oleh, edisi_id, versi)
        done = rule(before)
        tx.plan(JOB, before.id)
        told = {"cara": done.diminta, "kotak": str(len(done.kotak))}
        return _kept(house, tx, (one, oleh), before, done, "file_salinan_diminta", told)


def _need(tx: Tx, oleh: Hadir, edisi_id: str, versi: int) -> tuple[Edisi, FileKeluar]:
    one, before = standing(tx, oleh, edisi_id)
    izin.need(tx, oleh, Act.PUBLISH, izin.Tempat(one.instansi, ""))
    if before is None:
        raise TidakAda("Pemeriksaan itu")
    if before.versi != versi:
        raise Overtaken("file_keluar", before.id)
    return one, before


def _kept(
    house: House,
    tx: Tx,
    about: tuple[Edisi, Hadir],
    before: FileKeluar,
    after: FileKeluar,
    perbuatan: str,
    told: dict[str, str],
) -> FileKeluar:
    tx.save(before, after)
    _noted(house, tx, *about, perbuatan, after, told)
    return replace(after, versi=before.versi + 1)


def _noted(
    house: House,
    tx: Tx,
    one: Edisi,
    oleh: Hadir,
    perbuatan: str,
    after: FileKeluar,
    told: dict[str, str],
) -> None:
    now = house.clock.now()
    said = {"sha256": after.tampak, **told}
    tx.note(Catatan(one.instansi, oleh.orang.id, perbuatan, now, one.id, said))
