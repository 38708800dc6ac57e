"""Take out what an archive or a letter by mail holds; each becomes a file of the same kiriman."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from service.acts.kiriman import naskah_kembali
from service.acts.kiriman.reread import reread
from service.acts.simpan.keep import JustHeld, Kept, keep
from service.acts.simpan.looked import Dilihat, looked
from service.acts.simpan.room import free_enough
from service.domain.akibat import end_of
from service.domain.bacaan import Anggota
from service.domain.kiriman import File, Kiriman, Usul, shown
from service.domain.refusals import Refusal, Unavailable
from service.domain.sisa import DiskHampirPenuh
from service.domain.temuan import MENUNGGU_PEMERIKSAAN, Temuan
from service.ports import House

TRIES = 5  # against others who hold the same bytes at the same moment
LATER = timedelta(minutes=1)  # until what is held is looked at again
NAMA = 500  # letters of a path within an archive


@dataclass(frozen=True)
class Bungkus:
    """The archive or letter, where it lies opened, and how many files its kiriman has already."""

    file: File
    path: Path
    sebelum: int
    dalam: bool  # it was itself taken out of another


@dataclass(frozen=True)
class Keluaran:
    """What came out of it, looked at; and what did not."""

    seen: tuple[Dilihat, ...]
    kept: tuple[Kept, ...]
    rusak: tuple[str, ...]
    kembali: tuple[Usul, ...]  # our own papers among them


def run(house: House, file_id: str) -> None:
    """The members of one file, as files; done twice it is the same."""
    with house.ledger.read() as reading:
        before = reading.get(File, file_id)
        others = reading.find(File, kiriman=before.kiriman)
    if any(one.dari == before.id for one in others):
        return
    with house.room() as room:
        path = house.store.fetch(before.sha256, room / "bungkus")
        bungkus = Bungkus(before, path, len(others), bool(before.dari))
        for _ in range(TRIES):
            with contextlib.suppress(JustHeld):
                _unpacked(house, bungkus, room)
                return
    raise JustHeld


def _unpacked(house: House, bungkus: Bungkus, room: Path) -> None:
    """All that is in it, in one transaction; or none of it, and later, where nobody may look."""
    read = looked(house, bungkus.file, bungkus.path)
    inside = read.bacaan.anggota
    wanted = inside[: max(0, house.batas.file - bungkus.sebelum)]
    _room_for(house, wanted)
    out = _taken_out(house, bungkus, wanted, room)
    if any(one.file.akhir == MENUNGGU_PEMERIKSAAN for one in (read, *out.seen)):
        with house.ledger.begin() as tx:
            tx.plan("unpack", bungkus.file.id, house.clock.now() + LATER)
        return
    after = _told(bungkus.file, read, out.rusak, len(inside) - len(wanted))
    reread(house, bungkus.file, after, out.seen, out.kept, out.kembali)


def _room_for(house: House, wanted: Sequence[Anggota]) -> None:
    try:
        free_enough(house, sum(one.ukuran for one in wanted))
    except DiskHampirPenuh as full:
        raise Unavailable(str(full)) from full  # somebody makes room, and it goes on by itself


def _taken_out(house: House, bungkus: Bungkus, wanted: Sequence[Anggota], room: Path) -> Keluaran:
    seen: list[Dilihat] = []
    kept: list[Kept] = []
    rusak: list[str] = []
    kembali: list[Usul] = []
    for n, one in enumerate(wanted):
        place = room / f"isi{n}"
        try:
            house.reader.member(bungkus.path, bungkus.file.nama, n, place)
        except Refusal:
            rusak.append(one.nama)
            continue
        held = keep(house, place)
        seen.append(_looked(house, bungkus, one.nama, held, place))
        kept.append(held)
        kembali += _ours(house, seen[-1], place)
        place.unlink()
    return Keluaran(tuple(seen), tuple(kept), tuple(rusak), tuple(kembali))


def _ours(house: House, one: Dilihat, path: Path) -> tuple[Usul, ...]:
    """Which paper of ours a member is."""
    with house.ledger.read() as reading:
        instansi = reading.get(Kiriman, one.file.kiriman).instansi
        found = naskah_kembali.known(reading, instansi, one.file, path, one.bacaan.tanda)
    return naskah_kembali.usul(one.file, found, tersendiri=False) if found else ()


def _looked(house: House, bungkus: Bungkus, nama: str, held: Kept, path: Path) -> Dilihat:
    """A member as a file of its own; what lies too deep is kept as it is."""
    file = File(
        house.new_id(),
        bungkus.file.kiriman,
        shown(nama)[-NAMA:],
        held.sha256,
        held.ukuran,
        urut=bungkus.sebelum + int(path.name.removeprefix("isi")),
        dari=bungkus.file.id,
    )
    read = looked(house, file, path)
    if not (bungkus.dalam and read.bacaan.anggota):
        return read
    temuan = (*read.file.temuan, Temuan("isi_dibiarkan"))
    whole = replace(read.bacaan, anggota=())
    return Dilihat(replace(read.file, temuan=temuan, akhir=end_of(temuan)), whole)


def _told(before: File, read: Dilihat, rusak: Sequence[str], left: int) -> Dilihat:
    """The archive itself, with what could not be taken out of it."""
    found = [*before.temuan, *(Temuan("anggota_rusak", shown(nama)) for nama in rusak[:20])]
    if left:
        found.append(Temuan("isi_dibiarkan", f"{left} file"))
    temuan = tuple(dict.fromkeys(found))
    return Dilihat(replace(before, temuan=temuan, akhir=end_of(temuan)), read.bacaan)
