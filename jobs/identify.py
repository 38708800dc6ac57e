"""Say what a kiriman is: look at its files, read its values, give it its number."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from service.acts.cari.teks import indexed
from service.acts.instansi.aturan import rules_of
from service.acts.instansi.packs import agency
from service.acts.kiriman import naskah_kembali
from service.acts.kiriman.bernomor import given
from service.acts.kiriman.pemisah import holds_one
from service.acts.kiriman.rahasia import closed
from service.acts.simpan.lent import lent
from service.acts.simpan.looked import Dilihat, looked, owe
from service.domain import pemisah
from service.domain.akibat import end_of
from service.domain.aturan import Aturan
from service.domain.catatan import MESIN, RUMAH, Catatan
from service.domain.instansi import Instansi
from service.domain.kembalian import KEMBALI_NASKAH
from service.domain.kenali import Putusan, putuskan, usulan
from service.domain.kiriman import (
    DIDAFTAR,
    DITERIMA,
    FOLDER,
    KARANTINA,
    MENUNGGU_PETUGAS,
    PUBLIK,
    File,
    Kiriman,
    Usul,
)
from service.domain.temuan import (
    DENGAN_CATATAN,
    DISIMPAN_SAJA,
    MENUNGGU_PEMERIKSAAN,
    Temuan,
)
from service.domain.temuan import DITERIMA as AKHIR_DITERIMA
from service.ports import House, Packs, Reading, Tx

LATER = timedelta(minutes=1)  # until what is held is looked at again
CREW, STROKE = 6, 8  # files looked at side by side, and kiriman written down in one transaction


# What a person would be asked about a letter, and nobody need say of a scan of our own paper.
BUKAN_HALANGAN = frozenset(
    {
        "qr_ganda",
        "qr_tak_terbaca",
        "jenis_tak_dikenal",
        "jenis_ragu",
        "jenis_belum_pasti",
        "teks_rusak",
        "teks_sedikit",
    }
)


@dataclass(frozen=True)
class Datang:
    """A kiriman nobody has looked at yet, and what counts for it."""

    kiriman: Kiriman
    files: tuple[File, ...]
    instansi: Instansi | None
    aturan: Aturan


@dataclass(frozen=True)
class Pemeriksaan:
    """All that one look found out."""

    kiriman: Kiriman
    files: tuple[File, ...]
    seen: tuple[Dilihat, ...]
    usul: tuple[Usul, ...]
    putusan: Putusan
    packs: Packs
    tumpukan: bool = False  # separators lie among its pages, or may yet be found there


def run(house: House, kiriman_id: str) -> None:
    """From diterima to didaftar, menunggu_petugas or karantina; or held, to be looked at later."""
    run_all(house, [kiriman_id])


def run_all(house: House, many: Sequence[str]) -> None:
    """The same for several that came one after the other, some of them in each transaction."""
    packs = house.packs.still()
    with house.ledger.read() as reading:
        came = [datang for id_ in many if (datang := _came(packs, reading, id_))]
    if len(came) == 1:
        _land(house, [examined(house, packs, came[0])])
        return
    # Each file has a process of its own, which is waited for in a thread of its own; while some
    # are written down, the next are looked at.
    with ThreadPoolExecutor(CREW) as crew:
        looks = [crew.submit(examined, house, packs, one) for one in came]
        try:
            for first in range(0, len(looks), STROKE):
                _land(house, [one.result() for one in looks[first : first + STROKE]])
        finally:
            crew.shutdown(cancel_futures=True)


def _land(house: House, found: Sequence[Pemeriksaan]) -> None:
    with house.ledger.begin() as tx:
        for one in found:
            _landed(house, tx, one)


def _came(packs: Packs, reading: Reading, kiriman_id: str) -> Datang | None:
    kiriman = reading.get(Kiriman, kiriman_id)
    if kiriman.keadaan != DITERIMA:
        return None
    files = [one for one in reading.find(File, kiriman=kiriman_id) if not one.dari]
    instansi = agency(packs, kiriman.instansi) if kiriman.instansi else None
    rules = rules_of(packs, reading, kiriman.instansi)
    return Datang(kiriman, tuple(sorted(files, key=lambda one: one.urut)), instansi, rules)


def _landed(house: House, tx: Tx, found: Pemeriksaan) -> None:
    if _still_held(found):
        tx.plan("identify", found.kiriman.id, house.clock.now() + LATER)
        return
    if found.tumpukan and found.putusan.akhir != MENUNGGU_PEMERIKSAAN:
        _to_be_parted(house, tx, found)
        return
    after = _concluded(house, tx, found)
    _written(house, tx, found, after)
    _owed(house, tx, found, after)


def _to_be_parted(house: House, tx: Tx, found: Pemeriksaan) -> None:
    """No number yet: each of its parts draws one."""
    for file, one in zip(found.files, found.seen, strict=True):
        tx.save(file, one.file)
    stack, now = found.kiriman, house.clock.now()
    where = stack.instansi or RUMAH
    tx.note(Catatan(where, MESIN, "kiriman_diperiksa", now, stack.id, {"keadaan": stack.keadaan}))
    tx.plan("pisah", stack.id)


def _still_held(found: Pemeriksaan) -> bool:
    """Held before, for the same reason: not worth a line each minute."""
    verdict, before = found.putusan, found.kiriman
    held = (MENUNGGU_PEMERIKSAAN, before.kode)
    return before.akhir == MENUNGGU_PEMERIKSAAN and (verdict.akhir, verdict.kode) == held


def examined(house: House, packs: Packs, came: Datang) -> Pemeriksaan:
    """A look at every file, and the verdict on all of them together."""
    kiriman, rules = came.kiriman, came.aturan
    seen, told, stack = [], list[Usul](), False
    for file in came.files:
        with lent(house, file.sha256) as path:
            one = _whole(kiriman, looked(house, file, path))
            stack = stack or (pemisah.may_be_stack(kiriman) and _may_be_parted(house, one, path))
            with house.ledger.read() as reading:
                ours = naskah_kembali.known(
                    reading, kiriman.instansi, one.file, path, one.bacaan.tanda
                )
        seen.append(one)
        told += naskah_kembali.usul(file, ours) if ours else ()
        told += usulan(rules, one.file, one.bacaan, came.instansi, kiriman)
    looked_at = tuple(one.file for one in seen)
    verdict = putuskan(kiriman, looked_at, told, rules)
    return Pemeriksaan(kiriman, came.files, tuple(seen), tuple(told), verdict, packs, stack)


def _may_be_parted(house: House, one: Dilihat, path: Path) -> bool:
    """Whether it holds a separator; of what is held, whether its first bytes leave that open."""
    if one.file.akhir != MENUNGGU_PEMERIKSAAN:
        return holds_one(house, one, path)
    with path.open("rb") as opened:
        return pemisah.may_have_sheets(opened.read(pemisah.KEPALA))


def _whole(kiriman: Kiriman, one: Dilihat) -> Dilihat:
    """A stack that could not be taken apart says so, and waits for a person."""
    if kiriman.asal.get(pemisah.PISAHAN) != pemisah.TIDAK or not pemisah.has_sheets(one.file):
        return one
    temuan = (*one.file.temuan, Temuan("tak_terpisah"))
    return replace(one, file=replace(one.file, temuan=temuan, akhir=end_of(temuan)))


def _concluded(house: House, tx: Tx, found: Pemeriksaan) -> Kiriman:
    """The kiriman as the verdict leaves it; what may yet be parted at separators has no number."""
    verdict = found.putusan
    after = replace(
        found.kiriman,
        keadaan=verdict.keadaan,
        akhir=verdict.akhir,
        kode=verdict.kode,
        alasan=verdict.alasan,
        jenis=verdict.jenis,
        surat=verdict.surat,
        usul=found.usul,
    )
    if kode := _came_back(found, after):
        after = replace(after, keadaan=DIDAFTAR, kode=kode, alasan="")
    if not after.rahasia and after.instansi and naskah_kembali.withheld(tx, after.kembali):
        after = closed(house, tx, after, MESIN)
    return after if found.tumpukan else given(house, tx, after, found.files, found.packs)


def _came_back(found: Pemeriksaan, after: Kiriman) -> str:
    """How it ends that holds our own papers and nothing else, all of which can be read; what
    follows is with them, and so is what a person would be asked."""
    kode = naskah_kembali.end_of(after, found.files)
    asked = after.keadaan == MENUNGGU_PETUGAS and kode == KEMBALI_NASKAH
    fine = after.keadaan in (DIDAFTAR, MENUNGGU_PETUGAS) and (
        not after.kode or after.kode in BUKAN_HALANGAN
    )
    return kode if asked or fine else ""


def _written(house: House, tx: Tx, found: Pemeriksaan, after: Kiriman) -> None:
    tx.save(found.kiriman, after)
    drawn = after.nomor_agenda != found.kiriman.nomor_agenda  # by it, what is held is found
    for file, one in zip(found.files, found.seen, strict=True):
        seen = one.file
        if after.kode == "kembar":
            end = DENGAN_CATATAN if seen.akhir == AKHIR_DITERIMA else seen.akhir
            seen = replace(seen, temuan=(*seen.temuan, Temuan("kembar")), akhir=end)
        tx.save(file, seen)
        if (seen.akhir != MENUNGGU_PEMERIKSAAN or drawn) and after.kode != "kembar":
            indexed(house, tx, after, seen, one.bacaan)
    told = {"keadaan": after.keadaan, "akhir": after.akhir, "kode": after.kode}
    told |= {"nomor_agenda": after.nomor_agenda, "berkas": after.berkas}
    perbuatan = "kiriman_didaftar" if after.keadaan == DIDAFTAR else "kiriman_diperiksa"
    where, now = after.instansi or RUMAH, house.clock.now()
    rincian = {name: value for name, value in told.items() if value}
    tx.note(Catatan(where, MESIN, perbuatan, now, after.id, rincian))


def _owed(house: House, tx: Tx, found: Pemeriksaan, after: Kiriman) -> None:
    """What follows: pictures to be read, archives to be opened, a word in the folder."""
    if after.akhir == MENUNGGU_PEMERIKSAAN:
        tx.plan("identify", after.id, house.clock.now() + LATER)
        return
    if after.pintu == FOLDER and (after.keadaan == KARANTINA or after.akhir == DISIMPAN_SAJA):
        tx.plan("karantina", after.id)
    if after.kode == "kembar":
        return
    back = any(one.aturan in naskah_kembali.KEMBALI for one in after.usul)
    if back and after.pintu != PUBLIK:
        tx.plan("tinta", after.id)
    for one in found.seen:
        owe(tx, one)
